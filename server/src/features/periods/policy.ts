import type { ProblemCode } from '@patuh/shared/contracts/problems';
import { type Actor, hasRole } from '@patuh/shared/domain/actor';
import type { ProvinceCode } from '@patuh/shared/domain/government';
import { type PeriodKind, readersOf, takesPart } from '@patuh/shared/domain/period';

type Asking = Pick<Actor, 'grants'>;

export interface PeriodFacts {
  readonly kind: PeriodKind;
  readonly chain: 'main' | 'demo';
  /** Whose trial it is; null for what is held for everybody. */
  readonly province: ProvinceCode | null;
}

/** Why the plan of a province in a period does not exist for somebody. */
export function whyNotRead(actor: Asking, period: PeriodFacts, code: ProvinceCode): ProblemCode | undefined {
  return takesPart(period, code) && hasRole(actor, readersOf(period.kind), { province: code })
    ? undefined
    : 'not-found';
}

/** What is held for everybody is the national office’s to run, its own trial the office’s. A comparison follows its season. */
export function whyNotRun(actor: Asking, { kind, province }: PeriodFacts): ProblemCode | undefined {
  if (kind === 'comparison') return 'not-found';
  const may = province === null ? hasRole(actor, ['national-admin'], {}) : hasRole(actor, ['head'], { province });
  return may ? undefined : 'not-permitted';
}

/** The days of a province are its head’s. */
export function whyNotPlan(actor: Asking, code: ProvinceCode): ProblemCode | undefined {
  return hasRole(actor, ['head'], { province: code }) ? undefined : 'not-permitted';
}

/** A head makes trials of the own office and nothing else. */
export function whyNotCreate(
  actor: Asking,
  { kind, province }: { readonly kind: 'season' | 'trial'; readonly province: ProvinceCode | null },
): ProblemCode | undefined {
  if (kind === 'trial' && province !== null) {
    return hasRole(actor, ['head', 'national-admin'], { province }) ? undefined : 'not-found';
  }
  return hasRole(actor, ['national-admin'], {}) ? undefined : 'not-permitted';
}
