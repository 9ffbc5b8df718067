import * as z from 'zod/mini';

/** A round of assessing: its kind and its phases. */

/**
 * `season` is the year that is published. `trial` is practice with the real forms and is never published. `comparison`
 * assesses some units of its season a second time, blind, so that assessors can be compared.
 */
export const PERIOD_KINDS = ['season', 'trial', 'comparison'] as const;
export const PeriodKind = z.enum(PERIOD_KINDS);
export type PeriodKind = z.infer<typeof PeriodKind>;

/** In the order in which they follow each other; they may overlap, and not every period has all. */
export const PHASES = [
  'workshop',
  'fieldwork',
  'verification',
  'clarification',
  'national-check',
  'publication',
] as const;
export const Phase = z.enum(PHASES);
export type Phase = z.infer<typeof Phase>;
