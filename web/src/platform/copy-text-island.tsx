import { CopyText } from '../ui/copy-text.tsx';
import { hydrate } from './hydrate.tsx';

export const start = hydrate(CopyText);
