import type { DemoStep, FieldStep } from '@patuh/seeds/demo/plan';
import type { Actor } from '@patuh/shared/domain/actor';
import { assertNever } from '@patuh/shared/domain/assert-never';
import { DEMO_PROVINCE } from '@patuh/shared/domain/demo';
import type { AssessmentId } from '@patuh/shared/domain/ids';
import { sectionsOf } from '@patuh/shared/sync/sections';

import { recordNotAssessed } from '../features/assessments/record-not-assessed.ts';
import { submitAssessment } from '../features/assessments/submit.ts';
import { approveRelease } from '../features/releases/approve.ts';
import { prepareRelease } from '../features/releases/prepare.ts';
import { pushChanges } from '../features/sync/push.ts';
import { acceptPlaces } from '../features/verification/accept-places.ts';
import { acceptSection } from '../features/verification/accept-section.ts';
import { officeAssessment } from '../features/verification/office-assessment.ts';
import { returnPoints } from '../features/verification/return-points.ts';
import { actorOf } from './actor.ts';
import { performOffice } from './office.ts';
import { versionOf } from './queries.ts';
import type { Stage } from './stage.ts';

/** Lets a person of the demo do one thing, by the verb that everybody else uses for it. */
export async function perform(stage: Stage, step: DemoStep): Promise<void> {
  return isOfField(step)
    ? await performField(stage, step)
    : await performOffice(stage, step, async (each) => await performField(stage, each));
}

const FIELD_KINDS: ReadonlySet<string> = new Set<FieldStep['kind']>([
  'push',
  'submit',
  'not-assessed',
  'return',
  'accept',
  'publish',
]);

function isOfField(step: DemoStep): step is FieldStep {
  return FIELD_KINDS.has(step.kind);
}

async function performField(stage: Stage, step: FieldStep): Promise<void> {
  const actor = actorOf(step.by);
  switch (step.kind) {
    case 'push':
      return await push(stage, actor, step);
    case 'submit':
      return await submit(stage, actor, step.assessmentId);
    case 'not-assessed': {
      const { assessmentId, reason, note } = step;
      const version = await versionOf(stage.db, assessmentId);
      await recordNotAssessed(stage, actor, { assessmentId, reason, note, version });
      return;
    }
    case 'return': {
      const { assessmentId, points } = step;
      const version = await versionOf(stage.db, assessmentId);
      return await returnPoints(stage, actor, { assessmentId, version, points });
    }
    case 'accept':
      return await accept(stage, actor, step.assessmentId);
    case 'publish':
      return await publish(stage, actor, step);
    default:
      return assertNever(step);
  }
}

async function push(stage: Stage, actor: Actor, { changes }: Extract<FieldStep, { kind: 'push' }>): Promise<void> {
  const { answers, receipts } = await pushChanges(stage, actor, { changes });
  const lost = answers.find(({ outcome }) => outcome === 'refused' || outcome === 'held');
  if (lost !== undefined) throw new Error(`A change of the demo was not taken: ${JSON.stringify(lost)}`);
  for (const { assessmentId, answersHash } of receipts) stage.hashes.set(assessmentId, answersHash);
}

async function submit(stage: Stage, actor: Actor, assessmentId: AssessmentId): Promise<void> {
  const answersHash = stage.hashes.get(assessmentId);
  if (answersHash === undefined) throw new Error(`Nothing was entered in ${assessmentId}`);
  const version = await versionOf(stage.db, assessmentId);
  await submitAssessment(stage, actor, { assessmentId, manifest: { version, answersHash, evidence: [] } });
}

/** Looks at what must be looked at, and accepts section after section. */
async function accept(stage: Stage, actor: Actor, assessmentId: AssessmentId): Promise<void> {
  const { review, assessment } = await officeAssessment(stage, actor, assessmentId);
  const places = review?.places ?? [];
  if (places.length > 0) await acceptPlaces(stage, actor, { assessmentId, version: assessment.version, places });
  for (const { id: sectionId } of sectionsOf(stage.instrument)) {
    const version = await versionOf(stage.db, assessmentId);
    await acceptSection(stage, actor, { assessmentId, sectionId, version });
  }
}

async function publish(
  stage: Stage,
  actor: Actor,
  { periodId, decree, approvedBy }: Extract<FieldStep, { kind: 'publish' }>,
): Promise<void> {
  const { id, contentHash } = await prepareRelease(stage, actor, {
    periodId,
    province: DEMO_PROVINCE,
    decree,
    correction: null,
  });
  await approveRelease(stage, actorOf(approvedBy), { releaseId: id, contentHash });
}
