import type { Answer } from '../domain/answer.ts';
import type { GovernmentKind } from '../domain/government.ts';
import type { UnitKind } from '../domain/instrument.ts';
import type { Hundredths } from '../domain/points.ts';
import type { ScoringPlan } from '../scoring/compile.ts';
import { rollUpUnits } from '../scoring/government.ts';
import type { ScoredUnit, UnitInRollUp } from '../scoring/outcome.ts';
import { scoreUnit } from '../scoring/unit.ts';
import { bandOf, bandTableFor } from '../scoring/zones.ts';
import type { Questionnaire } from '../sync/questionnaire.ts';
import { scoringInputOf } from '../sync/scoring-input.ts';
import { type Place, placeKey } from './places.ts';

/** A unit among those of its government. */
export interface UnitAtStake {
  readonly scoring: ScoringPlan;
  readonly unitKind: UnitKind;
  readonly governmentKind: GovernmentKind;
  readonly questionnaire: Questionnaire;
  /** The other units of the government that have a score by now. */
  readonly otherUnits: readonly UnitInRollUp[];
}

/** What hangs on the answers: the scores as they stand, and the places on which a band hangs. */
export interface Stakes {
  readonly score: Hundredths;
  readonly products: number;
  /** Of the units known by now; null where it is not made of units alone. */
  readonly governmentScore: Hundredths | null;
  readonly isAtEdge: boolean;
  readonly deciding: readonly Place[];
}

/** Undefined while the answers give no score. */
export function stakesOf(unit: UnitAtStake, edgePoints: number): Stakes | undefined {
  const { subjects, answers } = scoringInputOf(unit.questionnaire);
  const scored = scoreUnit(unit.scoring, { unitKind: unit.unitKind, subjects, answers });
  if (scored.kind !== 'scored') return undefined;
  const governmentScore = governmentScoreWith(unit, scored);
  const edges = edgesOf(unit);
  const scores = [scored.score, ...(governmentScore === null ? [] : [governmentScore])];
  return {
    score: scored.score,
    products: scored.merged.products,
    governmentScore,
    isAtEdge: scores.some((score) => isNear(score, edges, edgePoints)),
    deciding: decidingPlaces(unit, {
      answers,
      bands: bandsWith(unit, scored),
      canReach: reachOf(unit, scored, scores),
    }),
  };
}

/** Whether a government stands so near to where a band begins, by the units of it that have a score by now. */
export function isGovernmentAtEdge(
  of: Pick<UnitAtStake, 'scoring' | 'governmentKind'>,
  units: readonly UnitInRollUp[],
  edgePoints: number,
): boolean {
  const rolled = rollUpUnits(of.scoring, units);
  return rolled.kind === 'scored' && isNear(rolled.score, edgesOf(of), edgePoints);
}

function isNear(score: Hundredths, edges: readonly number[], edgePoints: number): boolean {
  return edges.some((lower) => Math.abs(score - lower) <= edgePoints);
}

/** Lower bounds of bands; below the lowest there is nothing to fall into. */
function edgesOf({ scoring, governmentKind }: Pick<UnitAtStake, 'scoring' | 'governmentKind'>): readonly number[] {
  const bands = bandTableFor(scoring.instrument, governmentKind)?.bands ?? [];
  return bands.flatMap(({ lower }) => (lower > 0 ? [lower] : []));
}

function governmentScoreWith({ scoring, otherUnits }: UnitAtStake, { score, merged }: ScoredUnit): Hundredths | null {
  const weight = scoring.instrument.rules.rollUp.unitWeight === 'products' ? merged.products : 1;
  const rolled = rollUpUnits(scoring, [...otherUnits, { unitId: '', score, weight }]);
  return rolled.kind === 'scored' ? rolled.score : null;
}

/** Bands of the unit and of its government, as one text. */
function bandsWith(unit: UnitAtStake, scored: ScoredUnit): string {
  const governmentScore = governmentScoreWith(unit, scored);
  const { instrument } = unit.scoring;
  return [scored.score, ...(governmentScore === null ? [] : [governmentScore])]
    .map((score) => bandOf(instrument, unit.governmentKind, score)?.band)
    .join(' ');
}

/**
 * Whether one level of an indicator can move any of the scores into another band at all; the answer may be yes where it
 * cannot, never no where it can. The government moves no further than its unit; two hundredths are left to rounding.
 */
function reachOf(unit: UnitAtStake, { merged }: ScoredUnit, scores: readonly Hundredths[]): (id: string) => boolean {
  const { scoring } = unit;
  const counted = new Set<string>(merged.indicators.flatMap((one) => (one.kind === 'merged' ? [one.indicatorId] : [])));
  const left = scoring.indicators.flatMap(({ index, indicator }) =>
    indicator.subject === 'government' || counted.has(indicator.id) ? [] : [index],
  );
  const { weights, denominator } = scoring.unitWeights(left);
  const needed = edgesOf(unit).flatMap((lower) =>
    scores.map((score) => (score >= lower ? score - lower + 1 : lower - score)),
  );
  const nearest = Math.min(...needed);
  return (id) => {
    const weight = weights[scoring.byId.get(id)?.index ?? -1] ?? 0n;
    return Number((10_000n * weight) / denominator) + 2 >= nearest;
  };
}

/** The places where one level more or less puts the unit or its government into another band. */
function decidingPlaces(
  unit: UnitAtStake,
  {
    answers,
    bands,
    canReach,
  }: {
    readonly answers: readonly Answer[];
    readonly bands: string;
    readonly canReach: (indicatorId: string) => boolean;
  },
): readonly Place[] {
  const { scoring, unitKind, questionnaire } = unit;
  const { subjects } = scoringInputOf(questionnaire);
  const answered = questionnaire.questions.filter(({ answer }) => answer !== null);
  const known = new Map<string, boolean>();
  return answered.flatMap(({ indicator, subject }, index): Place[] => {
    const answer = answers[index];
    if (answer === undefined || (answer.value.kind === 'level' && !canReach(indicator.id))) return [];
    const place = { indicatorId: indicator.id, subjectId: subject.id };
    // Where the mean counts it makes no difference who said it.
    const name =
      indicator.merge === 'mean' && answer.value.kind === 'level'
        ? `${indicator.id}|${answer.value.level}`
        : placeKey(place);
    const decides =
      known.get(name) ??
      neighboursOf(answer, indicator.maximum).some((level) => {
        const changed = answers.with(index, { ...answer, value: { kind: 'level', level } });
        const scored = scoreUnit(scoring, { unitKind, subjects, answers: changed });
        return scored.kind === 'scored' && bandsWith(unit, scored) !== bands;
      });
    known.set(name, decides);
    return decides ? [place] : [];
  });
}

/** One level more or less; what is said not to apply could be anything. */
function neighboursOf({ value }: Answer, maximum: number): readonly number[] {
  if (value.kind !== 'level') return [0, maximum];
  return [value.level - 1, value.level + 1].filter((level) => level >= 0 && level <= maximum);
}
