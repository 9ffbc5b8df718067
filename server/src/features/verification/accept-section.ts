import type { ApiDeps } from '@patuh/server/platform/access';
import { loadAssessmentViews } from '@patuh/server/platform/assessments/view';
import { findOpenRequests } from '@patuh/server/platform/assessments/open-requests';
import { raiseVersion } from '@patuh/server/platform/assessments/lock';
import { inTransaction, type Writer } from '@patuh/server/platform/database';
import { lastYearOf } from '@patuh/server/platform/assessments/last-year';
import { ProblemError } from '@patuh/server/platform/problem';
import { loadReviewHead } from '@patuh/server/platform/review/head';
import { findPlaceAcceptances } from '@patuh/server/platform/review/place-acceptances';
import { recordReview } from '@patuh/server/platform/review/record';
import { reviewNow } from '@patuh/server/platform/review/review-now';
import { checkAssessment } from '@patuh/shared/checks/check-assessment';
import type { Finding } from '@patuh/shared/contracts/checks';
import type { Actor } from '@patuh/shared/domain/actor';
import type { AssessmentId } from '@patuh/shared/domain/ids';
import type { Place } from '@patuh/shared/review/places';
import { questionnaireOf } from '@patuh/shared/sync/questionnaire';
import { type Section, sectionHash, sectionsOf } from '@patuh/shared/sync/sections';

import { auditDecision } from './audit.ts';
import { instrumentOf } from '@patuh/server/platform/assessments/instruments';
import { settlePoints } from '@patuh/server/platform/assessments/points';
import { findSectionAcceptances, saveSectionAcceptance } from '@patuh/server/platform/review/section-acceptances';
import { whyNotAccept } from './policy.ts';
import { standing, without } from './places.ts';
import { holds } from './sections.ts';
import { type LockedDecision, lockForDecision, obey } from './under-lock.ts';
import { verifyUnit } from './verify-unit.ts';

/**
 * Accepts one section as it stands on the screen: what must be looked at was accepted answer by answer before, the rest is
 * accepted with it, by the rule that is written down. With the last section the unit is verified and its score computed and
 * kept. Throws the problems of the contract `acceptSection`; `assessment-incomplete` carries the findings in the way,
 * `places-not-reviewed` how many answers nobody has looked at, `requests-open` how many documents are still waited for.
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
    const isLast = isLastOne(work);
    refuseWhile(isLast ? work.blocking : work.blocking.filter((finding) => isIn(work.section, finding)));
    const { plan, looked, unseen } = await readReview(trx, work, at);
    const inTheWay = isLast ? unseen : unseen.filter((place) => isIn(work.section, place));
    if (inTheWay.length > 0) throw new ProblemError('places-not-reviewed', [], { count: inTheWay.length });

    const requests = await findOpenRequests(trx, id);
    const undecided = isLast ? requests : requests.filter((request) => isIn(work.section, request));
    if (undecided.length > 0) throw new ProblemError('requests-open', [], { count: undecided.length });

    const by = { person: actor.personId, at };
    const answersHash = sectionHash(work.section, work.view.cells);
    await settlePoints(trx, work.answered, by);
    const review = await recordReview(trx, id, { plan, answersHash: work.view.answersHash, at });
    await saveSectionAcceptance(trx, id, { sectionId, answersHash, review, ...by });
    const verified = isLast ? await verifyUnit(trx, decision, { ...work, at }) : undefined;
    await raiseVersion(trx, id);
    await auditDecision(
      trx,
      {
        actor,
        assessment: decision.assessment,
        action: verified === undefined ? 'section.accepted' : 'assessment.verified',
        after: verified?.score ?? answersHash,
        detail: {
          section: sectionId,
          ...countsIn(work, looked),
          review,
          ...(verified !== undefined && { score: verified.sequence, required: plan.places.length }),
        },
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
  const acceptances = await findSectionAcceptances(trx, assessment.id);
  return {
    ...loaded,
    view,
    section,
    acceptances: new Map(acceptances.map((one) => [one.sectionId, one])),
    open: points.filter(({ state }) => state === 'open'),
    answered: points.filter(({ state }) => state === 'answered').map(({ id }) => id),
    waitingLate: view.late.filter(({ decision }) => decision === 'waiting').length,
    blocking: findings.filter(({ weight }) => weight === 'blocks'),
  };
}

type Work = Awaited<ReturnType<typeof readWork>>;

/**
 * What is to be looked at by all that is known under the lock, and what of it nobody has. A section that was accepted before
 * there was such a rule, and still holds, is left alone.
 */
async function readReview(trx: Writer, { view, acceptances, ...loaded }: Work, at: Date) {
  const head = await loadReviewHead(trx, view.id);
  const plan = await reviewNow(trx, { view, loaded, head, lastYear: await lastYearOf(trx, view.id, at) });
  const accepted = standing(await findPlaceAcceptances(trx, view.id), view).filter((one) => one.holds);
  const before = sectionsOf(loaded.instrument).filter((section) => {
    const acceptance = acceptances.get(section.id);
    return acceptance?.review === null && holds(section, acceptance, view.cells);
  });
  const unseen = without(plan.places, accepted).filter((place) => !before.some((section) => isIn(section, place)));
  return { plan, looked: accepted, unseen };
}

/** How many answers of the section were looked at one by one, and how many are accepted with it. */
function countsIn({ section, view, instrument }: Work, looked: readonly Place[]) {
  const { questions } = questionnaireOf(instrument, view.unit.kind, view.cells);
  const answers = questions.filter(
    (question) => question.answer !== null && question.section.id === section?.id,
  ).length;
  const seen = looked.filter((place) => isIn(section, place)).length;
  return { looked: seen, byRule: answers - seen };
}

function isIn(section: Section | undefined, { indicatorId }: { readonly indicatorId: string | null }): boolean {
  return section?.indicators.some(({ id }) => id === indicatorId) ?? false;
}

/** Whether every other section is accepted as it stands now. */
function isLastOne({ instrument, view, section, acceptances }: Work): boolean {
  return sectionsOf(instrument).every(
    (other) => other.id === section?.id || holds(other, acceptances.get(other.id), view.cells),
  );
}

function refuseWhile(findings: readonly Finding[]): void {
  if (findings.length > 0) throw new ProblemError('assessment-incomplete', [], { findings: [...findings] });
}
