import { submitAssessment } from '@patuh/shared/contracts/assessments';
import { answersHash, hashedCell } from '@patuh/shared/sync/answers-hash';
import { namedFiles } from '@patuh/shared/sync/named-files';

import { ProblemReply } from '../../platform/call.ts';
import type { FieldDesk } from '../../platform/field-store/field-desk.ts';
import type { OpenAssessment } from '../../platform/field-store/open-assessment.ts';
import { call } from '../../platform/session.ts';

/** What is being done, for the screen. */
export type HandingIn = 'sending' | 'comparing' | 'handing';

/** Why a unit was not handed in. */
export type Refusal =
  /** Not everything is at the server, so the manifest would vouch for something else. */
  | { readonly kind: 'not-sent'; readonly waiting: number }
  /** Somebody else’s answers arrived: they were fetched, and somebody has to look at them. */
  | { readonly kind: 'differs' }
  | { readonly kind: 'incomplete' }
  | { readonly kind: 'fault'; readonly fault: unknown };

/**
 * Sends what waits, fetches what others entered, and hands in exactly what is then on this device. What arrives in
 * between is not passed over: the person sees it first. Undefined when it was handed in.
 */
export async function handIn(
  desk: FieldDesk,
  assessment: OpenAssessment,
  step: (step: HandingIn) => void,
): Promise<Refusal | undefined> {
  const seen = hashOf(assessment);
  step('sending');
  const ending = await desk.loop.flush();
  const waiting = desk.state().journal.waitingAt.get(assessment.id) ?? 0;
  if (ending.kind !== 'done' || waiting > 0) return { kind: 'not-sent', waiting };
  step('comparing');
  if (hashOf(assessment) !== seen) return { kind: 'differs' };
  step('handing');
  return await submit(desk, assessment);
}

async function submit(desk: FieldDesk, assessment: OpenAssessment): Promise<Refusal | undefined> {
  const body = { version: assessment.header().version, answersHash: hashOf(assessment), evidence: filesOf(assessment) };
  try {
    const params = { assessmentId: assessment.id };
    await desk.take(await call(submitAssessment, { params, body }, { as: desk.me }));
    return undefined;
  } catch (fault) {
    const code = fault instanceof ProblemReply ? fault.problem.code : undefined;
    // Whatever the server said, what it holds is shown.
    await desk.loop.flush();
    if (code === 'manifest-differs') return { kind: 'differs' };
    return code === 'assessment-incomplete' ? { kind: 'incomplete' } : { kind: 'fault', fault };
  }
}

/** Of every piece, whoever took it; the files themselves may follow. */
function filesOf(assessment: OpenAssessment): string[] {
  return [...namedFiles(assessment.cells())].toSorted();
}

function hashOf(assessment: OpenAssessment): string {
  return answersHash(assessment.cells().map(hashedCell));
}
