import type { ApiDeps } from '@patuh/server/platform/access';
import { collectorsOf } from '@patuh/server/platform/assessments/cells';
import { findInvolvement } from '@patuh/server/platform/assessments/involvement';
import { type StoredScore, newestScores } from '@patuh/server/platform/assessments/scores';
import { loadAssessmentViews } from '@patuh/server/platform/assessments/view';
import { inSnapshot, type Reader } from '@patuh/server/platform/database';
import { ProblemError } from '@patuh/server/platform/problem';
import { checkAssessment } from '@patuh/shared/checks/check-assessment';
import type { AssessmentView } from '@patuh/shared/contracts/assessments';
import type { OfficeAssessment, OfficeScore } from '@patuh/shared/contracts/verification';
import { type Actor, hasRole, type Place } from '@patuh/shared/domain/actor';
import type { GovernmentKind } from '@patuh/shared/domain/government';
import type { AssessmentId } from '@patuh/shared/domain/ids';
import type { Instrument } from '@patuh/shared/domain/instrument';
import { readersOf } from '@patuh/shared/domain/period';
import { formatPoints } from '@patuh/shared/domain/points';
import { filesIn } from '@patuh/shared/review/accepted-value';
import { bandOf } from '@patuh/shared/scoring/zones';
import { sectionsOf } from '@patuh/shared/sync/sections';
import { withdrawnIn } from '@patuh/shared/sync/withdrawn';

import { instrumentOf } from '@patuh/server/platform/assessments/instruments';
import { findHistory } from '@patuh/server/platform/assessments/history';
import { findLateDecisions } from '@patuh/server/platform/assessments/late-decisions';
import { findSectionAcceptances } from '@patuh/server/platform/review/section-acceptances';
import { readDesk } from './desk.ts';
import { whyNotLook, whyNotVerify } from './policy.ts';
import { findArrivals, findExceptions, findPlace, findScores, findVerifiers, isPublished } from './queries.ts';
import { evidenceOf, holds } from './sections.ts';
import { obey } from './under-lock.ts';

/** One unit for the office, with everything a decision needs, as it is at one moment. Throws `not-found`. */
export async function officeAssessment(
  deps: Pick<ApiDeps, 'db' | 'now'>,
  actor: Actor,
  id: AssessmentId,
): Promise<OfficeAssessment> {
  return await inSnapshot(deps.db, async (db) => {
    const place = await findPlace(db, id);
    obey(place === undefined ? 'not-found' : whyNotLook(actor, place));
    const [view] = await loadAssessmentViews(db, [id], deps.now());
    if (place === undefined || view === undefined) throw new ProblemError('not-found');
    const { id: instrumentId, version: instrumentVersion, contentHash: instrumentHash } = view.period.instrument;
    const loaded = await instrumentOf(db, { instrumentId, instrumentVersion, instrumentHash });
    const { instrument } = loaded;
    const { unit, cells, points } = view;
    return {
      assessment: view,
      ...(await readPast(db, view)),
      ...(await readPeople(db, actor, { view, place })),
      acceptances: await readAcceptances(db, view, instrument),
      ...(await readDesk(db, view, { loaded, now: deps.now() })),
      findings: [...checkAssessment({ instrument, unitKind: unit.kind, cells, points, coordinates: unit.coordinates })],
      notAssessedSource: place.notAssessedSource,
      published: await isPublished(db, place),
      ...(await readScores(db, view, { instrument, kind: place.governmentKind })),
    };
  });
}

async function readPast(
  db: Reader,
  { id, cells }: AssessmentView,
): Promise<Pick<OfficeAssessment, 'history' | 'lateDecisions'>> {
  const withdrawn = withdrawnIn(cells);
  const told = (await findHistory(db, id)).filter(
    ({ subjectId, value }) => !withdrawn.has(subjectId) || value.entry.field === 'presence',
  );
  const places = Map.groupBy(
    told,
    ({ indicatorId, subjectId, value }) => `${indicatorId ?? ''}|${subjectId}|${value.entry.field}`,
  );
  const history = [...places.values()].flatMap((values) => {
    const [first] = values;
    if (first === undefined) return [];
    const { indicatorId, subjectId } = first;
    return [{ indicatorId, subjectId, values: values.map(({ value }) => value) }];
  });
  const lateDecisions = (await findLateDecisions(db, id)).flatMap(({ changeId, decision, reason, by, at }) =>
    decision === 'taken-in' || decision === 'left-out'
      ? [{ changeId, decision, reason: reason ?? '', by, at: at?.toISOString() ?? '' }]
      : [],
  );
  return { history, lateDecisions };
}

async function readPeople(
  db: Reader,
  actor: Actor,
  {
    view,
    place,
  }: {
    readonly view: AssessmentView;
    readonly place: Place & { readonly province: AssessmentView['unit']['province']['code'] };
  },
): Promise<Pick<OfficeAssessment, 'collectedBy' | 'exceptions' | 'verifiers' | 'whyNot' | 'mayAllow'>> {
  const collectedBy = (await collectorsOf(db, view.id)).map(({ id: personId, name }) => ({ personId, name }));
  const collected = new Set(collectedBy.map(({ personId }) => personId));
  // Who made the second visit is named to nobody from whom it is a secret that there is one.
  const knowsLot = hasRole(actor, readersOf('comparison'), place);
  const exceptions = (await findExceptions(db, view.id)).filter(
    ({ personId }) => knowsLot || personId === actor.personId || collected.has(personId),
  );
  const verifiers = await findVerifiers(db, view.id, place.province);
  const involvement = await findInvolvement(db, view.id, actor.personId);
  const assessment = { state: view.state, version: view.version, unchangedSince: view.version, place };
  return {
    collectedBy,
    exceptions: exceptions.map((exception) => ({ ...exception, at: exception.at.toISOString() })),
    verifiers: verifiers.map((one) => (knowsLot ? one : { ...one, collected: collected.has(one.personId) })),
    whyNot: whyNotVerify({ actor, assessment, involvement }) ?? null,
    mayAllow: hasRole(actor, ['head'], place),
  };
}

async function readAcceptances(
  db: Reader,
  { id, cells }: AssessmentView,
  instrument: Instrument,
): Promise<OfficeAssessment['acceptances']> {
  const sections = new Map(sectionsOf(instrument).map((section) => [section.id, section]));
  const arrivals = await findArrivals(db, id);
  return (await findSectionAcceptances(db, id)).map(({ sectionId, answersHash, by, at }) => {
    const named = new Set(filesIn(evidenceOf(sections.get(sectionId), cells)));
    return {
      sectionId,
      by,
      at: at.toISOString(),
      holds: holds(sections.get(sectionId), { answersHash }, cells),
      filesSince: arrivals.filter(({ sha256, receivedAt }) => receivedAt > at && named.has(sha256)).length,
    };
  });
}

interface Rules {
  readonly instrument: Instrument;
  readonly kind: GovernmentKind;
}

async function readScores(
  db: Reader,
  { id, state }: AssessmentView,
  rules: Rules,
): Promise<Pick<OfficeAssessment, 'score' | 'earlierScores'>> {
  const newest = (await newestScores(db, [id])).get(id);
  const inForce = state === 'verified' || state === 'final' ? newest : undefined;
  const all = await findScores(db, id);
  return {
    score: inForce === undefined ? null : scoreView(inForce, rules),
    earlierScores: all
      .filter(({ sequence }) => sequence !== inForce?.sequence)
      .map(({ sequence, score, acceptedAt, acceptedBy }) => ({
        sequence,
        points: formatPoints(score),
        acceptedAt: acceptedAt.toISOString(),
        acceptedBy,
      })),
  };
}

function scoreView(stored: StoredScore, { instrument, kind }: Rules): OfficeScore {
  const band = bandOf(instrument, kind, stored.score);
  return {
    sequence: stored.sequence,
    points: formatPoints(stored.score),
    acceptedAt: stored.acceptedAt.toISOString(),
    acceptedBy: stored.acceptedByName,
    zone: band?.zone ?? null,
    opinion: band?.opinion ?? null,
    products: stored.merged.products,
    merged: stored.merged.indicators.map((entry) =>
      entry.kind === 'merged' ? entry : { ...entry, reasons: [...entry.reasons] },
    ),
    scoredBy: {
      instrument: stored.instrumentId,
      version: stored.instrumentVersion,
      contentHash: stored.instrumentHash,
      rules: stored.rules,
    },
  };
}
