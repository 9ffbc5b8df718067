import type { GovernmentKind } from '../domain/government.ts';
import type { Hundredths } from '../domain/points.ts';
import { REVIEW_REASONS, type ReviewReason } from '../domain/review.ts';
import type { ScoringPlan } from '../scoring/compile.ts';
import type { UnitInRollUp } from '../scoring/outcome.ts';
import type { CheckedAssessment } from '../checks/check-assessment.ts';
import { questionnaireOf } from '../sync/questionnaire.ts';
import { stakesOf } from './bands.ts';
import { flagsOf, JUMP_LEVELS, type Past } from './flags.ts';
import { type HowEntered, type OddInterview, oddInterviews } from './odd-interviews.ts';
import { type Place, placeKey } from './places.ts';
import { drawSample } from './sample.ts';

/** Version of the rule in code, written down with every plan; it rises when the same unit could get another plan. */
export const REVIEW_RULE = 'patuh-review/1';

/** What the period says. */
export interface ReviewParameters {
  readonly samplePercent: number;
  /** In hundredths of a point. */
  readonly edgePoints: number;
}

/** Everything the plan follows from; the same in gives the same out, everywhere. */
export interface HandedIn extends Omit<CheckedAssessment, 'instrument'> {
  readonly scoring: ScoringPlan;
  readonly governmentKind: GovernmentKind;
  readonly otherUnits: readonly UnitInRollUp[];
  readonly entered: HowEntered;
  readonly past: Past;
  readonly parameters: ReviewParameters;
  readonly seed: string;
}

export interface PlannedPlace extends Place {
  /** In the order of `REVIEW_REASONS`. */
  readonly reasons: readonly ReviewReason[];
}

/** What a verifier has to look at in a unit, each place with its reasons; the rest is accepted with its section. */
export interface ReviewPlan {
  readonly rule: typeof REVIEW_RULE;
  readonly parameters: ReviewParameters & { readonly jumpLevels: number };
  readonly seed: string;
  /** As the answers stand; null while they give none. */
  readonly score: Hundredths | null;
  readonly products: number | null;
  readonly governmentScore: Hundredths | null;
  readonly isAtEdge: boolean;
  readonly answered: number;
  /** In the order of the form. */
  readonly places: readonly PlannedPlace[];
  readonly oddInterviews: readonly OddInterview[];
}

/**
 * Puts people's eyes where they matter: at an edge of a band everything; else what is flagged, what a band hangs on, and of
 * the rest of every section a part by lot.
 */
export function reviewPlan(unit: HandedIn): ReviewPlan {
  const { scoring, unitKind, cells, entered, parameters, seed } = unit;
  const { instrument } = scoring;
  const questionnaire = questionnaireOf(instrument, unitKind, cells);
  const odd = oddInterviews(questionnaire, entered);
  const stakes = stakesOf({ ...unit, questionnaire }, parameters.edgePoints);
  const deciding = new Set(stakes?.deciding.map(placeKey));
  const flags = flagsOf({ ...unit, instrument, questionnaire, oddInterviews: odd });

  const answered = questionnaire.questions.filter(({ answer }) => answer !== null);
  const flagged = answered.map((question) => {
    const place = { indicatorId: question.indicator.id, subjectId: question.subject.id };
    const reasons = new Set<ReviewReason>(flags(question));
    if (stakes === undefined) reasons.add('no-score');
    if (stakes?.isAtEdge === true) reasons.add('band-edge');
    if (deciding.has(placeKey(place))) reasons.add('decides-band');
    return { ...place, sectionId: question.section.id, reasons };
  });
  const rest = flagged.filter(({ reasons }) => reasons.size === 0);
  const bySection = Map.groupBy(rest, ({ sectionId }) => sectionId);
  for (const places of bySection.values()) {
    for (const { reasons } of drawSample(places, parameters.samplePercent, seed)) reasons.add('sample');
  }
  return {
    rule: REVIEW_RULE,
    parameters: { ...parameters, jumpLevels: JUMP_LEVELS },
    seed,
    score: stakes?.score ?? null,
    products: stakes?.products ?? null,
    governmentScore: stakes?.governmentScore ?? null,
    isAtEdge: stakes?.isAtEdge ?? false,
    answered: answered.length,
    places: flagged.flatMap(({ indicatorId, subjectId, reasons }): PlannedPlace[] => {
      const inOrder = REVIEW_REASONS.filter((reason) => reasons.has(reason));
      return inOrder.length === 0 ? [] : [{ indicatorId, subjectId, reasons: inOrder }];
    }),
    oddInterviews: odd,
  };
}

/** How many places have each reason; those that none has are left out. */
export function countsOf(
  places: readonly Pick<PlannedPlace, 'reasons'>[],
): readonly { readonly reason: ReviewReason; readonly places: number }[] {
  return REVIEW_REASONS.flatMap((reason) => {
    const count = places.filter(({ reasons }) => reasons.includes(reason)).length;
    return count === 0 ? [] : [{ reason, places: count }];
  });
}
