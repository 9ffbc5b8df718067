import { readFileSync } from 'node:fs';

import * as z from 'zod/mini';

const Package = z.object({ version: z.string() });

/** Of this Patuh, as its package says. */
export const PATUH_VERSION: string = Package.parse(
  JSON.parse(readFileSync(new URL('../../../package.json', import.meta.url), 'utf8')),
).version;
