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
  return mayBeDecidedIn(state) ? undefined : 'assessment-not-submitted';
}

/** Whether somebody still has to decide about it. */
export function isUndecided(state: DocumentRequestState): boolean {
  return state === 'open' || state === 'received';
}

/**
 * Whether the link still leads somewhere: until the request is decided about, also after its last day, and as long as
 * somebody could decide. A unit that is not assessed after all waits for nothing, until it is opened again.
 */
export function isLinkGood({
  request,
  unit,
}: {
  readonly request: DocumentRequestState;
  readonly unit: AssessmentState;
}) {
  return isUndecided(request) && mayBeDecidedIn(unit);
}

function mayBeDecidedIn(state: AssessmentState): boolean {
  return state === 'submitted' || state === 'returned';
}

/** Why not decide so about a request: what came meanwhile is looked at first. */
export function whyNotDecide(
  { state, files }: { readonly state: DocumentRequestState; readonly files: number },
  { decision, seen }: { readonly decision: 'accept' | 'refuse' | 'withdraw'; readonly seen: number },
): ProblemCode | undefined {
  if (!isUndecided(state)) return 'already-decided';
  if (seen !== files) return 'changed-meanwhile';
  return decision !== 'withdraw' && state === 'open' ? 'nothing-received' : undefined;
}
