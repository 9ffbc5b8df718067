import * as z from 'zod/mini';

import { Year } from '../domain/government.ts';
import { PublicationId } from '../publication/payload.ts';
import { contract } from './contract.ts';

/** Published results of earlier years, taken over from a file: the same as `npm run import -- published`. */

/** Longer files go through the command. */
const LONGEST_FILE = 1_000_000;

export const ImportInput = z.strictObject({
  /** The text of the CSV file, as `seeds/reference/published/published-results.csv` has its columns. */
  file: z.strictObject({
    name: z.string().check(z.minLength(1), z.maxLength(200)),
    text: z.string().check(z.minLength(1), z.maxLength(LONGEST_FILE)),
  }),
  /** Where published values change: which publications are replaced, and why. */
  correction: z.nullable(
    z.strictObject({
      replaces: z.array(PublicationId).check(z.minLength(1), z.maxLength(100)),
      reason: z.string().check(z.trim(), z.minLength(10), z.maxLength(1_000), z.regex(/^\P{Cc}+$/u)),
    }),
  ),
});
export type ImportInput = z.infer<typeof ImportInput>;

export const ImportOutcome = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('done'),
    lists: z.array(
      z.object({
        id: PublicationId,
        year: Year,
        outcome: z.enum(['published', 'unchanged', 'corrected']),
        rows: z.int(),
      }),
    ),
  }),
  z.object({
    kind: z.literal('refused'),
    /** Every line that keeps the file from being taken over, the header being line 1; null where the whole file is meant. */
    faults: z.array(z.object({ line: z.nullable(z.int()), column: z.nullable(z.string()), message: z.string() })),
    /** Published values that the file would change, with the publication that a correction must name. */
    changes: z.array(
      z.object({
        publication: PublicationId,
        line: z.nullable(z.int()),
        government: z.string(),
        message: z.string(),
      }),
    ),
  }),
]);
export type ImportOutcome = z.infer<typeof ImportOutcome>;

export const importResults = contract({
  method: 'POST',
  path: '/api/imports',
  summary: 'Takes published results over from a CSV file: all lines or none, each refused one with its reason',
  who: ['national-admin'],
  body: ImportInput,
  bodyLimit: 2 * LONGEST_FILE,
  ok: ImportOutcome,
  problems: ['invalid-request'],
});
