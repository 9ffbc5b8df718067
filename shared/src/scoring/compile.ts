import { checkInstrument } from '../domain/instrument-check.ts';
import { type Indicator, type Instrument, SUBJECT_KINDS, type SubjectCount } from '../domain/instrument.ts';
import type { Rational } from './rational.ts';
import { type FlatWeights, effectiveShares, flatWeights, indicatorsOf } from './weights.ts';

/** An indicator with its place in the plan. */
export interface PlannedIndicator {
  readonly index: number;
  /** Position of its subject kind in SUBJECT_KINDS. */
  readonly kindIndex: number;
  readonly indicator: Indicator;
}

/** An instrument made ready for scoring many units: compile once, score often. */
export interface ScoringPlan {
  readonly instrument: Instrument;
  /** All indicators in the order of the tree. */
  readonly indicators: readonly PlannedIndicator[];
  readonly byId: ReadonlyMap<string, PlannedIndicator>;
  /** Targets and minimums, in the order of SUBJECT_KINDS. */
  readonly subjectCounts: readonly SubjectCount[];
  readonly countedKinds: ReadonlySet<string>;
  /** Weights of the indicators answered in a unit, without those that are not applicable (indices, ascending). */
  readonly unitWeights: (notApplicable: readonly number[]) => FlatWeights;
  /** Share of each indicator in the government's score; units' indicators count as applicable. */
  readonly governmentShares: (notApplicable: readonly number[]) => ReadonlyMap<string, Rational>;
}

/** Patterns of "not applicable" whose weights are remembered; beyond that they are computed each time. */
const REMEMBERED = 256;

/** Throws a RangeError that lists the problems when the instrument does not pass `checkInstrument`. */
export function compileInstrument(instrument: Instrument): ScoringPlan {
  const problems = checkInstrument(instrument);
  if (problems.length > 0) throw new RangeError(`Instrument ${instrument.id} cannot be scored: ${problems.join('; ')}`);
  const all = indicatorsOf(instrument.tree);
  const indicators = all.map((indicator, index) => ({
    index,
    kindIndex: SUBJECT_KINDS.indexOf(indicator.subject),
    indicator,
  }));
  const without = (left: readonly number[]): ReadonlySet<string> => new Set(left.map((index) => all[index]?.id ?? ''));

  return {
    instrument,
    indicators,
    byId: new Map(indicators.map((planned) => [planned.indicator.id, planned])),
    subjectCounts: instrument.rules.subjects.toSorted(
      (a, b) => SUBJECT_KINDS.indexOf(a.subject) - SUBJECT_KINDS.indexOf(b.subject),
    ),
    countedKinds: new Set(instrument.rules.subjects.map(({ subject }) => subject)),
    unitWeights: remembering((notApplicable) => {
      const left = without(notApplicable);
      const counts = ({ id, subject }: Indicator): boolean => subject !== 'government' && !left.has(id);
      return flatWeights(all, effectiveShares(instrument.tree, counts));
    }),
    governmentShares: remembering((notApplicable) => {
      const left = without(notApplicable);
      return effectiveShares(instrument.tree, ({ id }) => !left.has(id));
    }),
  };
}

function remembering<Result>(compute: (key: readonly number[]) => Result): (key: readonly number[]) => Result {
  const known = new Map<string, Result>();
  return (key) => {
    const name = key.join(' ');
    const found = known.get(name);
    if (found !== undefined) return found;
    const result = compute(key);
    if (known.size < REMEMBERED) known.set(name, result);
    return result;
  };
}
