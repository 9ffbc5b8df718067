import type { ProblemCode } from '@patuh/shared/contracts/problems';
import { type Actor, hasRole, type Place } from '@patuh/shared/domain/actor';

/** Whether the person verifies there, or heads who does. */
export function isOffice(actor: Pick<Actor, 'grants'>, place: Place): boolean {
  return hasRole(actor, ['verifier', 'head'], place);
}

/** Why not look at the evidence of a unit: it is for its team and for those who verify there. */
export function whyNotSee(
  actor: Pick<Actor, 'grants'>,
  { place, inTeam }: { readonly place: Place | undefined; readonly inTeam: boolean },
): ProblemCode | undefined {
  if (place === undefined) return 'not-found';
  return inTeam || isOffice(actor, place) ? undefined : 'not-found';
}
