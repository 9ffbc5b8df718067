import { interviewsTooFast, type TimedEdit } from '@patuh/shared/checks/tempo';
import type { Cell } from '@patuh/shared/domain/change';
import { IndicatorId, UnitKind } from '@patuh/shared/domain/instrument';
import { questionnaireOf } from '@patuh/shared/sync/questionnaire';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { aCell, aLevel, changeId, userId } from '../../support/cells.ts';
import { instrumentOf } from '../../support/reference-instruments.ts';

/** How fast an interview was entered. */

const instrument = instrumentOf(2023);
const HEALTH = UnitKind.parse('health');
const QUESTIONS = [
  'penundaan-berlarut',
  'permintaan-imbalan',
  'penyimpangan-prosedur',
  'tidak-kompeten',
  'tidak-patut-diskriminasi',
];
const NOON = Date.parse('2026-08-04T04:00:00.000Z');

/** An interview whose answers follow each other after so many milliseconds. */
function interview(user: string, gaps: readonly number[], from = NOON): readonly TimedEdit[] {
  const steps = [0, ...gaps];
  return QUESTIONS.map((id, index) => ({
    ...placeOf(aLevel(id, user, 3)),
    base: [],
    madeAt: new Date(from + steps.slice(0, index + 1).reduce((sum, gap) => sum + gap, 0)).toISOString(),
  }));
}

function placeOf({ indicatorId, subjectId, current }: Cell): Pick<TimedEdit, 'indicatorId' | 'subjectId' | 'entry'> {
  return { indicatorId, subjectId, entry: current.entry };
}

function found(edits: readonly TimedEdit[], also: readonly Cell[] = []): readonly string[] {
  const cells = edits.map(({ indicatorId, subjectId, entry }) =>
    aCell({ subjectId, ...(indicatorId !== null && { indicatorId }) }, entry),
  );
  return interviewsTooFast(questionnaireOf(instrument, HEALTH, [...cells, ...also]), edits).map(
    ({ weight, kind, subjectId, count }) => `${weight} ${kind} ${subjectId} ${count?.found} of ${count?.needed}`,
  );
}

const fast = interview(userId(1), [2_000, 1_500, 3_000, 1_000]);
const paper = (subjectId: string, value = true): Cell => aCell({ subjectId }, { field: 'from-paper', value });

describe('an interview', () => {
  it('in which nobody can have read the questions aloud is asked about, with its seconds', () => {
    expect(found(fast)).toEqual([`warns interview-too-fast ${userId(1)} 7 of 20`]);
  });

  it('with time for every question is not', () => {
    expect(found(interview(userId(1), [5_000, 5_000, 5_000, 5_000]))).toEqual([]);
  });

  it('that is copied from paper is not, whether that is said of it or of the unit', () => {
    expect(found(fast, [paper(userId(1))])).toEqual([]);
    expect(found(fast, [paper('unit')])).toEqual([]);
    expect(found(fast, [paper('unit', false), paper(userId(2))])).toHaveLength(1);
  });

  it('that is not complete is not, nor one that a colleague entered in part', () => {
    expect(found(fast.slice(1))).toEqual([]);
    expect(found(fast.slice(1), [aLevel(QUESTIONS[0]!, userId(1), 2)])).toEqual([]);
  });

  it('stays what it was when an answer is mended the next day', () => {
    const mended: TimedEdit = { ...fast[0]!, base: [changeId(1)], madeAt: '2026-08-05T04:00:00.000Z' };
    expect(found([...fast, mended])).toEqual(found(fast));
    const slow = interview(userId(1), [9_000, 9_000, 9_000, 9_000]);
    const hastily = slow.map((edit) => ({ ...edit, base: [changeId(1)], madeAt: '2026-08-05T04:00:00.000Z' }));
    expect(found([...slow, ...hastily])).toEqual([]);
  });

  it('of which the device only has corrections left is not judged by them', () => {
    const hastily = fast.map((edit) => ({ ...edit, base: [changeId(1)] }));
    expect(found(hastily)).toEqual([]);
  });

  it('is as fast from the last question to the first', () => {
    const times = fast.map(({ madeAt }) => madeAt).toReversed();
    expect(found(fast.map((edit, index) => ({ ...edit, madeAt: times[index]! })))).toEqual(found(fast));
  });

  it('is judged by itself', () => {
    const slow = interview(userId(2), [9_000, 9_000, 9_000, 9_000]);
    expect(found([...fast, ...slow])).toEqual([`warns interview-too-fast ${userId(1)} 7 of 20`]);
  });

  it('is not about what is asked of officers or of the unit', () => {
    const place = { indicatorId: IndicatorId.parse('penjaminan-mutu'), base: [], madeAt: '2026-08-04T04:00:00.000Z' };
    expect(found([{ ...placeOf(aLevel('penjaminan-mutu', 'unit', 2)), ...place }])).toEqual([]);
  });
});

const gaps = fc.array(fc.integer({ min: 0, max: 12_000 }), { minLength: 4, maxLength: 4 });
const YEAR = 366 * 86_400_000;

describe('what is found', () => {
  it('does not depend on a clock that is wrong, nor on the order of the journal', () => {
    const offset = fc.integer({ min: -20 * YEAR, max: 20 * YEAR });
    const order = fc.shuffledSubarray([...Array(10).keys()], { minLength: 10, maxLength: 10 });
    fc.assert(
      fc.property(gaps, gaps, offset, order, (one, other, wrong, indexes) => {
        const right = [...interview(userId(1), one), ...interview(userId(2), other, NOON + 60_000)];
        const shifted = [...interview(userId(1), one, NOON + wrong), ...interview(userId(2), other, NOON + wrong)];
        const mixed = indexes.map((index) => shifted[index]!);
        expect(found(mixed).toSorted()).toEqual(found(right).toSorted());
      }),
    );
  });

  it('is silent from the same moment on: the slower an interview, the less is said', () => {
    fc.assert(
      fc.property(gaps, fc.integer({ min: 0, max: 3 }), fc.integer({ min: 0, max: 20_000 }), (one, at, more) => {
        const slower = one.map((gap, index) => (index === at ? gap + more : gap));
        if (found(interview(userId(1), one)).length === 0) expect(found(interview(userId(1), slower))).toEqual([]);
        expect(found(interview(userId(1), one), [paper(userId(1))])).toEqual([]);
      }),
    );
  });
});
