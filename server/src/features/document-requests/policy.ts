import type { Involvement } from '@patuh/server/platform/assessments/involvement';
import type { DocumentRequestState } from '@patuh/shared/contracts/document-requests';
import type { ProblemCode } from '@patuh/shared/contracts/problems';
import { type Actor, hasRole, type Place } from '@patuh/shared/domain/actor';
import type { AssessmentState } from '@patuh/shared/domain/assessment';

interface Asking {
  readonly actor: Pick<Actor, 'grants'>;
  readonly state: AssessmentState;
  readonly place: Place;
  readonly involvement: Involvement;
}

/** Why not see what was asked of a unit: it is for those who verify there, and for who heads them. */
export function whyNotSee(actor: Pick<Actor, 'grants'>, place: Place | undefined): ProblemCode | undefined {
  return place !== undefined && hasRole(actor, ['verifier', 'head'], place) ? undefined : 'not-found';
}

/**
 * Why not ask a unit for a document, or decide about one: it is part of verifying, while the unit is with the office or the
 * field has points of it back. Nobody decides about what they collected.
 */
export function whyNotAsk({ actor, state, place, involvement }: Asking): ProblemCode | undefined {
  const unseen = whyNotSee(actor, place);
  if (unseen !== undefined) return unseen;
  if (!hasRole(actor, ['verifier'], place)) return 'not-permitted';
  if (involvement.collected && !involvement.excepted) return 'own-collection';
  return state === 'submitted' || state === 'returned' ? undefined : 'assessment-not-submitted';
}

/** Whether the link still leads somewhere: until the request is decided about, also after its last day. */
export function isLinkGood(state: DocumentRequestState): boolean {
  return state === 'open' || state === 'received';
}

/** Why not decide so about a request. */
export function whyNotDecide(
  state: DocumentRequestState,
  decision: 'accept' | 'refuse' | 'withdraw',
): ProblemCode | undefined {
  if (!isLinkGood(state)) return 'already-decided';
  return decision !== 'withdraw' && state === 'open' ? 'nothing-received' : undefined;
}
