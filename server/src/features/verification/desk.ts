import { dutiesOf } from '@patuh/server/platform/assessments/duty';
import type { LoadedInstrument } from '@patuh/server/platform/assessments/instruments';
import { lastYearOf } from '@patuh/server/platform/assessments/last-year';
import type { Reader } from '@patuh/server/platform/database';
import { unseenAtEdge } from '@patuh/server/platform/review/edge-since';
import { loadEntered } from '@patuh/server/platform/review/entered';
import { loadReviewHead, type ReviewHead } from '@patuh/server/platform/review/head';
import { levelsOfOthers } from '@patuh/server/platform/review/levels';
import { findPlaceAcceptances } from '@patuh/server/platform/review/place-acceptances';
import { newestReview, type RecordedReview } from '@patuh/server/platform/review/record';
import { reviewNow } from '@patuh/server/platform/review/review-now';
import type { AssessmentView } from '@patuh/shared/contracts/assessments';
import type { OfficeAssessment, Review } from '@patuh/shared/contracts/verification';
import { addLevels } from '@patuh/shared/review/levels';
import { oddInterviews } from '@patuh/shared/review/odd-interviews';
import { countsOf, type ReviewPlan } from '@patuh/shared/review/plan';
import type { Place } from '@patuh/shared/review/places';
import { indicatorsOf } from '@patuh/shared/scoring/weights';
import { questionnaireOf } from '@patuh/shared/sync/questionnaire';
import { withdrawnIn } from '@patuh/shared/sync/withdrawn';

import { standing } from './places.ts';

type Desk = Pick<
  OfficeAssessment,
  'placeAcceptances' | 'review' | 'unseenAtEdge' | 'oddInterviews' | 'lastYear' | 'others' | 'duty'
>;

/** What a verifier needs beside the answers, so that the desk paints with one request. */
export async function readDesk(
  db: Reader,
  view: AssessmentView,
  { loaded, now }: { readonly loaded: LoadedInstrument; readonly now: Date },
): Promise<Desk> {
  const { id, cells } = view;
  const head = await loadReviewHead(db, id);
  const lastYear = await lastYearOf(db, id, now);
  const others = await levelsOfOthers(db, head);
  const duty = (await dutiesOf(db, [id])).get(id);
  const accepted = standing(withoutThose(await findPlaceAcceptances(db, id), cells), view);
  const isVerified = view.state === 'verified' || view.state === 'final';
  const looked = accepted.filter(({ holds }) => holds);
  return {
    ...(await readReview(db, { view, loaded, head, lastYear })),
    unseenAtEdge: isVerified ? await unseenAtEdge(db, view, { loaded, head, looked }) : null,
    placeAcceptances: accepted.map(({ indicatorId, subjectId, by, at, holds }) => ({
      indicatorId,
      subjectId,
      by,
      at: at.toISOString(),
      holds,
    })),
    lastYear,
    others: {
      units: others.length,
      levels: addLevels(indicatorsOf(loaded.instrument.tree), others).map(({ indicatorId, counts }) => ({
        indicatorId,
        counts: [...counts],
      })),
    },
    duty: duty === undefined ? null : { personId: duty.personId, person: duty.name, dueOn: duty.dueOn },
  };
}

interface AtDesk {
  readonly view: AssessmentView;
  readonly loaded: LoadedInstrument;
  readonly head: ReviewHead;
  readonly lastYear: OfficeAssessment['lastYear'];
}

/** While somebody verifies, by all that is known now; of a verified unit, what was written down when it was accepted. */
async function readReview(db: Reader, unit: AtDesk): Promise<Pick<Desk, 'review' | 'oddInterviews'>> {
  const { id, state, submittedAt, cells } = unit.view;
  if (state === 'submitted' || state === 'returned') {
    const plan = await reviewNow(db, unit);
    return { review: planned(plan), oddInterviews: plan.oddInterviews.map(oddView) };
  }
  if (submittedAt === null) return { review: null, oddInterviews: [] };
  const written = await newestReview(db, id);
  const questionnaire = questionnaireOf(unit.loaded.instrument, unit.head.unitKind, cells);
  const odd = oddInterviews(questionnaire, await loadEntered(db, id, questionnaire));
  return { review: written === undefined ? null : recorded(written, cells), oddInterviews: odd.map(oddView) };
}

/** Of users who took their interview back after the unit was accepted nothing is shown, not even what was looked at. */
function withoutThose<P extends Place>(places: readonly P[], cells: AssessmentView['cells']): readonly P[] {
  const withdrawn = withdrawnIn(cells);
  return places.filter(({ subjectId }) => !withdrawn.has(subjectId));
}

function planned({ rule, parameters, seed, answered, places }: ReviewPlan): Review {
  return { rule, ...parameters, seed, answered, ...placesView(places) };
}

/** How many it were stays what it was. */
function recorded(written: RecordedReview, cells: AssessmentView['cells']): Review {
  return {
    rule: written.rule,
    samplePercent: written.sample_percent,
    edgePoints: written.edge_points,
    jumpLevels: written.jump_levels,
    seed: written.seed,
    answered: written.answered,
    ...placesView(withoutThose(written.places, cells)),
    required: written.required,
  };
}

function placesView(places: ReviewPlan['places']): Pick<Review, 'required' | 'counts' | 'places'> {
  return {
    required: places.length,
    counts: [...countsOf(places)],
    places: places.map((place) => ({ ...place, reasons: [...place.reasons] })),
  };
}

function oddView(odd: ReviewPlan['oddInterviews'][number]): OfficeAssessment['oddInterviews'][number] {
  return { ...odd, marks: [...odd.marks], like: [...odd.like] };
}
