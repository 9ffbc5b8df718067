import { hydrate } from '../../platform/hydrate.tsx';
import { VerifyFiles } from './verify-files.tsx';

export const start = hydrate(VerifyFiles);
