import * as z from 'zod/mini';

import type { Role } from './actor.ts';
import { isDemo } from './demo.ts';
import type { ProvinceCode } from './government.ts';
import { WITH_YEAR } from './text.ts';

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

/** Day as `2026-05-04`, as a calendar on the wall counts it. */
const Day = z.iso.date().check(z.regex(WITH_YEAR));

/** Days of one phase, the first and the last among them. */
export const PhaseDays = z.strictObject({ phase: Phase, startsOn: Day, endsOn: Day }).check(
  z.refine(({ startsOn, endsOn }) => startsOn <= endsOn, {
    error: 'Hari terakhir lebih awal daripada hari pertama',
    path: ['endsOn'],
  }),
);
export type PhaseDays = z.infer<typeof PhaseDays>;

/** Whether a province takes part in a period: real ones in what is real, and in an office’s own trial that office alone. */
export function takesPart(
  { chain, province }: { readonly chain: 'main' | 'demo'; readonly province: ProvinceCode | null },
  code: ProvinceCode,
): boolean {
  return isDemo(code) === (chain === 'demo') && (province === null || province === code);
}

/**
 * Who reads plans of such a period. Not a verifier where units are assessed a second time: they may be somebody’s assessor
 * elsewhere, and who assesses must not know which visit is the second.
 */
export function readersOf(kind: PeriodKind): readonly Role[] {
  return kind === 'comparison' ? ['head', 'national-admin'] : ['head', 'verifier', 'national-admin'];
}
