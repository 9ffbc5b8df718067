import type { Cell } from '@patuh/shared/domain/change';
import type { Instrument, UnitKind } from '@patuh/shared/domain/instrument';
import { progressOn } from '@patuh/shared/sync/progress';
import { questionnaireOf } from '@patuh/shared/sync/questionnaire';

/** What follows from all values of an assessment: worked out once after each tap, however many parts of the screen ask. */
export const laidOut = oncePerState(questionnaireOf);
export const progressIn = oncePerState((instrument, unitKind, cells) =>
  progressOn(instrument, unitKind, laidOut(instrument, unitKind, cells)),
);

/** The cells of an assessment are the same array until something changes, and are of one unit with one instrument. */
function oncePerState<Result extends object>(
  work: (instrument: Instrument, unitKind: UnitKind, cells: readonly Cell[]) => Result,
): (instrument: Instrument, unitKind: UnitKind, cells: readonly Cell[]) => Result {
  const known = new WeakMap<readonly Cell[], Result>();
  return (instrument, unitKind, cells) => {
    const result = known.get(cells) ?? work(instrument, unitKind, cells);
    known.set(cells, result);
    return result;
  };
}
