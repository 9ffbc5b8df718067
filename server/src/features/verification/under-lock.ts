import { findInvolvement } from '@patuh/server/platform/assessments/involvement';
import { type LockedAssessment, lockAssessment } from '@patuh/server/platform/assessments/lock';
import type { Writer } from '@patuh/server/platform/database';
import { ProblemError } from '@patuh/server/platform/problem';
import type { ProblemCode } from '@patuh/shared/contracts/problems';
import type { Actor } from '@patuh/shared/domain/actor';
import type { AssessmentId } from '@patuh/shared/domain/ids';

import type { Decision } from './policy.ts';

/** What a decision is about, held still until the transaction ends. */
export interface LockedDecision extends Decision {
  readonly actor: Actor;
  readonly assessment: LockedAssessment;
}

/** Locks the assessment and finds out what the person has to do with it. Throws `not-found` where there is none. */
export async function lockForDecision(
  trx: Writer,
  actor: Actor,
  { id, now }: { readonly id: AssessmentId; readonly now: Date },
): Promise<LockedDecision> {
  const assessment = await lockAssessment(trx, id, now);
  // A second visit stands on no desk: nobody decides about it.
  if (assessment === undefined || assessment.periodKind === 'comparison') throw new ProblemError('not-found');
  return { actor, assessment, involvement: await findInvolvement(trx, id, actor.personId) };
}

/** Throws the reason of a policy, if it has one. */
export function obey(reason: ProblemCode | undefined): void {
  if (reason !== undefined) throw new ProblemError(reason);
}
