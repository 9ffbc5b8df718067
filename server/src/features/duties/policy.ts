import type { GiveDutiesInput, SeenDuty } from '@patuh/shared/contracts/duties';
import type { ProblemCode } from '@patuh/shared/contracts/problems';
import { type Actor, hasRole } from '@patuh/shared/domain/actor';
import type { AssessmentState } from '@patuh/shared/domain/assessment';
import type { ProvinceCode } from '@patuh/shared/domain/government';
import type { PersonId } from '@patuh/shared/domain/ids';

/** A unit that is to be given to somebody, as it stands under its lock. */
export interface UnitToGive {
  readonly state: AssessmentState;
  readonly duty: SeenDuty | undefined;
  readonly barred: ReadonlySet<PersonId>;
}

export function whyNotLook(actor: Pick<Actor, 'grants'>, province: ProvinceCode): ProblemCode | undefined {
  return hasRole(actor, ['verifier', 'head', 'national-admin'], { province }) ? undefined : 'not-found';
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
