import type { ProblemCode } from '@patuh/shared/contracts/problems';
import { type Actor, hasRole, type Place } from '@patuh/shared/domain/actor';
import type { PeriodKind } from '@patuh/shared/domain/period';

/** Why not decide what of a photo is seen outside: that is for those who verify there, and a second visit stands on no desk. */
export function whyNotClear(
  actor: Pick<Actor, 'grants'>,
  place: (Place & { readonly kind: PeriodKind }) | undefined,
): ProblemCode | undefined {
  if (place === undefined || place.kind === 'comparison') return 'not-found';
  return hasRole(actor, ['verifier', 'head'], place) ? undefined : 'not-found';
}
