import type { ApiDeps } from '@patuh/server/platform/access';
import { loadAssessmentViews } from '@patuh/server/platform/assessments/view';
import { raiseVersion } from '@patuh/server/platform/assessments/lock';
import { inTransaction, type Writer } from '@patuh/server/platform/database';
import { ProblemError } from '@patuh/server/platform/problem';
import { checkAssessment } from '@patuh/shared/checks/check-assessment';
import type { Finding } from '@patuh/shared/contracts/checks';
import type { Actor } from '@patuh/shared/domain/actor';
import type { AssessmentId } from '@patuh/shared/domain/ids';
import { type Section, sectionHash, sectionsOf } from '@patuh/shared/sync/sections';

import { auditDecision } from './audit.ts';
import { instrumentOf } from '@patuh/server/platform/assessments/instruments';
import { whyNotAccept } from './policy.ts';
import { findAcceptances, saveAcceptance, settlePoints } from './queries.ts';
import { holds } from './sections.ts';
import { type LockedDecision, lockForDecision, obey } from './under-lock.ts';
import { verifyUnit } from './verify-unit.ts';

/**
 * Accepts one section as it stands on the screen. With the last one the unit is verified and its score computed and kept.
 * Throws the problems of the contract `acceptSection`; `assessment-incomplete` carries the findings in the way.
 */
export async function acceptSection(
  deps: Pick<ApiDeps, 'db' | 'now'>,
  actor: Actor,
  {
    assessmentId: id,
    sectionId,
    version,
  }: { readonly assessmentId: AssessmentId; readonly sectionId: string; readonly version: number },
): Promise<void> {
  await inTransaction(deps.db, async (trx) => {
    const at = deps.now();
    const decision = await lockForDecision(trx, actor, { id, now: at });
    const work = await readWork(trx, decision, { sectionId, at });
    obey(whyNotAccept(decision, { seen: version, openPoints: work.open.length, waitingLate: work.waitingLate }));
    if (work.section === undefined) throw new ProblemError('section-unknown');
    const isLast = await isLastOne(trx, work);
    refuseWhile(isLast ? work.blocking : work.blocking.filter((finding) => isIn(work.section, finding)));

    const by = { person: actor.personId, at };
    const answersHash = sectionHash(work.section, work.view.cells);
    await settlePoints(trx, work.answered, by);
    await saveAcceptance(trx, id, { sectionId, answersHash, ...by });
    const verified = isLast ? await verifyUnit(trx, decision, { ...work, at }) : undefined;
    await raiseVersion(trx, id);
    await auditDecision(
      trx,
      {
        actor,
        assessment: decision.assessment,
        action: verified === undefined ? 'section.accepted' : 'assessment.verified',
        after: verified?.score ?? answersHash,
        detail: { section: sectionId, ...(verified !== undefined && { score: verified.sequence }) },
      },
      deps.now,
    );
  });
}

/** All that accepting looks at, read under the lock. */
async function readWork(
  trx: Writer,
  { assessment }: LockedDecision,
  { sectionId, at }: { readonly sectionId: string; readonly at: Date },
) {
  const loaded = await instrumentOf(trx, assessment);
  const [view] = await loadAssessmentViews(trx, [assessment.id], at);
  if (view === undefined) throw new ProblemError('not-found');
  const { instrument } = loaded;
  const section = sectionsOf(instrument).find(({ id }) => id === sectionId);
  const points = view.points.filter((point) => isIn(section, point));
  const { cells, unit } = view;
  const findings = checkAssessment({
    instrument,
    unitKind: unit.kind,
    cells,
    points: view.points,
    coordinates: unit.coordinates,
  });
  return {
    ...loaded,
    view,
    section,
    open: points.filter(({ state }) => state === 'open'),
    answered: points.filter(({ state }) => state === 'answered').map(({ id }) => id),
    waitingLate: view.late.filter(({ decision }) => decision === 'waiting').length,
    blocking: findings.filter(({ weight }) => weight === 'blocks'),
  };
}

type Work = Awaited<ReturnType<typeof readWork>>;

function isIn(section: Section | undefined, { indicatorId }: Pick<Finding, 'indicatorId'>): boolean {
  return section?.indicators.some(({ id }) => id === indicatorId) ?? false;
}

/** Whether every other section is accepted as it stands now. */
async function isLastOne(trx: Writer, { instrument, view, section }: Work): Promise<boolean> {
  const acceptances = new Map((await findAcceptances(trx, view.id)).map((one) => [one.sectionId, one]));
  return sectionsOf(instrument).every(
    (other) => other.id === section?.id || holds(other, acceptances.get(other.id), view.cells),
  );
}

function refuseWhile(findings: readonly Finding[]): void {
  if (findings.length > 0) throw new ProblemError('assessment-incomplete', [], { findings: [...findings] });
}
