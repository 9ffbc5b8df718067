import type { ProblemCode } from '@patuh/shared/contracts/problems';
import { type Actor, hasRole, type Place } from '@patuh/shared/domain/actor';
import type { PeriodKind } from '@patuh/shared/domain/period';

/** Where evidence belongs. */
export interface EvidencePlace extends Place {
  readonly kind: PeriodKind;
}

/** Whether the person verifies there, or heads who does. A second visit stands on no desk, and neither do its photos. */
export function isOffice(actor: Pick<Actor, 'grants'>, place: EvidencePlace): boolean {
  return place.kind !== 'comparison' && hasRole(actor, ['verifier', 'head'], place);
}

/** Why not look at the evidence of a unit: it is for its team and for those who verify there. */
export function whyNotSee(
  actor: Pick<Actor, 'grants'>,
  { place, inTeam }: { readonly place: EvidencePlace | undefined; readonly inTeam: boolean },
): ProblemCode | undefined {
  if (place === undefined) return 'not-found';
  return inTeam || isOffice(actor, place) ? undefined : 'not-found';
}
