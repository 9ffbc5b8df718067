import * as z from 'zod/mini';

import { storable } from './text.ts';

/** What a verifier would ask about, and what the team says to it before anybody asks. */
export const WARNING_KINDS = [
  'contradiction',
  'answers-alike',
  'interview-too-fast',
  /** The answer claims something that the rubric wants to see. */
  'missing-evidence',
  /** The same or nearly the same photo proves something else, in this unit. */
  'photo-alike',
  /** Taken far from where the unit is. */
  'far-from-unit',
  /** Nothing was written down about the visit, or it was not signed and nobody says why. */
  'visit-not-recorded',
] as const;
export const WarningKind = z.enum(WARNING_KINDS);
export type WarningKind = z.infer<typeof WarningKind>;

export const Explanation = z.strictObject({
  kind: WarningKind,
  text: z.string().check(storable, z.trim(), z.minLength(10), z.maxLength(500)),
});
export type Explanation = z.infer<typeof Explanation>;
