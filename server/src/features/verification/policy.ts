import type { Involvement } from '@patuh/server/platform/assessments/involvement';
import { isAsSeen } from '@patuh/server/platform/assessments/seen';
import type { ProblemCode } from '@patuh/shared/contracts/problems';
import { type Actor, hasRole, type Place } from '@patuh/shared/domain/actor';
import type { AssessmentState } from '@patuh/shared/domain/assessment';
import type { PersonId } from '@patuh/shared/domain/ids';

/** An assessment as the policies of the office see it. */
export interface AtOffice {
  readonly state: AssessmentState;
  readonly place: Place;
  readonly version: number;
  /** What was seen at this version or a later one is as it is now, except for files that arrived. */
  readonly unchangedSince: number;
}

export interface Decision {
  readonly actor: Pick<Actor, 'personId' | 'grants'>;
  readonly assessment: AtOffice;
  readonly involvement: Involvement;
}

/** Why not look at it: outside the scope it does not exist. */
export function whyNotLook(actor: Pick<Actor, 'grants'>, place: Place): ProblemCode | undefined {
  return hasRole(actor, ['verifier', 'head', 'national-admin'], place) ? undefined : 'not-found';
}

/** Why not decide here at all. Nobody verifies what they collected, unless the head let them. */
export function whyNotVerify({ actor, assessment, involvement }: Decision): ProblemCode | undefined {
  const unseen = whyNotLook(actor, assessment.place);
  if (unseen !== undefined) return unseen;
  if (!hasRole(actor, ['verifier'], assessment.place)) return 'not-permitted';
  return involvement.collected && !involvement.excepted ? 'own-collection' : undefined;
}

/** Why not give points back: what is handed in or verified, and looked at as it is now. */
export function whyNotReturn(decision: Decision, seen: number): ProblemCode | undefined {
  return whyNotVerify(decision) ?? whyNotIn(['submitted', 'verified', 'final'], decision, seen);
}

/** Why not call a point settled: also one that was given back by mistake, while the field has the unit. */
export function whyNotSettle(decision: Decision, seen: number): ProblemCode | undefined {
  return whyNotVerify(decision) ?? whyNotIn(['submitted', 'returned'], decision, seen);
}

/** Why not decide about a late change: in every state that such a change can have come into. */
export function whyNotDecideLate(
  decision: Decision,
  { seen, decided }: { readonly seen: number; readonly decided: boolean },
): ProblemCode | undefined {
  const reason =
    whyNotVerify(decision) ?? whyNotIn(['submitted', 'returned', 'verified', 'final'], decision, undefined);
  if (reason !== undefined) return reason;
  if (decided) return 'already-decided';
  return whyNotSeen(decision, seen);
}

/**
 * Why not accept answers one by one: in every state in which somebody vouches for them. What was looked at since is
 * compared place by place, not by the version of the unit.
 */
export function whyNotAcceptPlaces(decision: Decision): ProblemCode | undefined {
  return whyNotVerify(decision) ?? whyNotIn(['submitted', 'returned', 'verified', 'final'], decision, undefined);
}

/** Why not accept a section: the field's answers to points, and what came late, are looked at first. */
export function whyNotAccept(
  decision: Decision,
  {
    seen,
    openPoints,
    waitingLate,
  }: {
    readonly seen: number;
    /** Points of the section that the field has not answered. */
    readonly openPoints: number;
    /** Of the whole unit: what a late change belongs to is not always one section. */
    readonly waitingLate: number;
  },
): ProblemCode | undefined {
  const reason = whyNotVerify(decision) ?? whyNotIn(['submitted'], decision, seen);
  if (reason !== undefined) return reason;
  if (openPoints > 0) return 'points-open';
  return waitingLate > 0 ? 'late-changes-waiting' : undefined;
}

/** Why not open a unit again that was recorded as not assessed. */
export function whyNotReopen(decision: Decision, seen: number): ProblemCode | undefined {
  const reason = whyNotVerify(decision);
  if (reason !== undefined) return reason;
  if (decision.assessment.state !== 'not-assessed') return 'already-decided';
  return whyNotSeen(decision, seen);
}

/** A verifier of the province whose account is open. */
export interface PossibleVerifier {
  readonly personId: PersonId;
  readonly collected: boolean;
}

/**
 * Why not let somebody verify what they collected. It is for small offices: nobody else is left, the person is a verifier
 * here and did collect, and the head does not decide about themself.
 */
export function whyNotAllow(
  actor: Pick<Actor, 'personId' | 'grants'>,
  place: Place,
  {
    personId,
    verifiers,
    excepted,
  }: {
    readonly personId: PersonId;
    readonly verifiers: readonly PossibleVerifier[];
    readonly excepted: boolean;
  },
): ProblemCode | undefined {
  const unseen = whyNotLook(actor, place);
  if (unseen !== undefined) return unseen;
  if (!hasRole(actor, ['head'], place)) return 'not-permitted';
  if (personId === actor.personId) return 'not-on-oneself';
  const person = verifiers.find((verifier) => verifier.personId === personId);
  if (person === undefined) return 'person-not-verifier';
  if (!person.collected) return 'exception-not-needed';
  if (excepted) return 'already-decided';
  return verifiers.some(({ collected }) => !collected) ? 'other-verifier-exists' : undefined;
}

function whyNotIn(
  states: readonly AssessmentState[],
  decision: Decision,
  seen: number | undefined,
): ProblemCode | undefined {
  if (!states.includes(decision.assessment.state)) return 'assessment-not-submitted';
  return seen === undefined ? undefined : whyNotSeen(decision, seen);
}

function whyNotSeen({ assessment }: Decision, seen: number): ProblemCode | undefined {
  return isAsSeen(assessment, seen) ? undefined : 'changed-meanwhile';
}
