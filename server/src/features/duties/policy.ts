import type { GiveDutiesInput, SeenDuty } from '@patuh/shared/contracts/duties';
import type { ProblemCode } from '@patuh/shared/contracts/problems';
import { type Actor, hasRole } from '@patuh/shared/domain/actor';
import type { AssessmentState } from '@patuh/shared/domain/assessment';
import type { ProvinceCode } from '@patuh/shared/domain/government';
import type { PersonId } from '@patuh/shared/domain/ids';
import { type PeriodKind, readersOf, takesPart } from '@patuh/shared/domain/period';

/** A unit that is to be given to somebody, as it stands under its lock. */
export interface UnitToGive {
  readonly state: AssessmentState;
  readonly duty: SeenDuty | undefined;
  readonly barred: ReadonlySet<PersonId>;
}

/** A period as far as it matters whether anything in it is verified. */
export interface DutiesPeriod {
  readonly kind: PeriodKind;
  readonly chain: 'main' | 'demo';
  /** Whose trial it is; null for everybody's. */
  readonly province: ProvinceCode | null;
}

/** Why there are no duties of the province in the period for somebody: nobody verifies second visits. */
export function whyNotLook(
  actor: Pick<Actor, 'grants'>,
  province: ProvinceCode,
  period: DutiesPeriod | undefined,
): ProblemCode | undefined {
  if (period === undefined || period.kind === 'comparison' || !takesPart(period, province)) return 'not-found';
  return hasRole(actor, readersOf(period.kind), { province }) ? undefined : 'not-found';
}

/** Only the head of the province says who verifies what. */
export function mayAssign(actor: Pick<Actor, 'grants'>, province: ProvinceCode): boolean {
  return hasRole(actor, ['head'], { province });
}

/** Why this unit cannot be given so: the screen was old, or the person must not have it. */
export function whyNotGive(
  { state, duty, barred }: UnitToGive,
  { seen, personId, dueOn }: Omit<GiveDutiesInput['duties'][number], 'assessmentId'>,
  verifiers: ReadonlySet<PersonId>,
): ProblemCode | undefined {
  if (duty?.personId !== seen?.personId || duty?.dueOn !== seen?.dueOn) return 'changed-meanwhile';
  if (personId === null) return undefined;
  if (!verifiers.has(personId)) return 'person-not-verifier';
  if (barred.has(personId)) return 'collected-there';
  return dueOn !== null && state !== 'submitted' ? 'assessment-not-submitted' : undefined;
}
