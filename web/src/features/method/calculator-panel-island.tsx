import { hydrate } from '../../platform/hydrate.tsx';
import { CalculatorPanel } from './calculator-panel.tsx';

export const start = hydrate(CalculatorPanel);
