import { currentValues } from '@patuh/shared/sync/values';
import { indicatorsOf } from '@patuh/shared/scoring/weights';
import { subjectsOf } from '@patuh/shared/sync/subjects';
import { columnOf } from '@patuh/web/features/office/users-figures';
import fc from 'fast-check';
import { expect, it } from 'vitest';

import { HEALTH } from '../../support/assessments.ts';
import { aCell, aLevel, userId } from '../../support/cells.ts';
import { instrumentOf } from '../../support/reference-instruments.ts';

const instrument = instrumentOf(2023);
const indicator = indicatorsOf(instrument.tree).find(({ subject }) => subject === 'user')!;

function figuresOf(levels: readonly number[], absent: readonly number[] = []) {
  const cells = [
    ...levels.map((level, index) => aLevel(indicator.id, userId(index + 1), level)),
    ...absent.map((number) => aCell({ subjectId: userId(number) }, { field: 'presence', value: { state: 'absent' } })),
  ];
  const users = subjectsOf(instrument, HEALTH, cells).filter(({ kind }) => kind === 'user');
  return columnOf({ values: currentValues(cells) }, indicator, users);
}

it('shows the mean of a question half up to two decimals, and how many chose each level', () => {
  expect(figuresOf([3, 3, 2])).toEqual({ mean: '2,67', counts: [0, 0, 1, 2] });
  expect(figuresOf([0, 0, 0, 0, 0, 0, 0, 1])).toEqual({ mean: '0,13', counts: [7, 1, 0, 0] });
  expect(figuresOf([])).toEqual({ mean: '–', counts: [0, 0, 0, 0] });
});

it('leaves out interviews that do not count', () => {
  expect(figuresOf([3, 0], [2])).toEqual({ mean: '3,00', counts: [0, 0, 0, 1] });
});

it('counts every user who counts exactly once', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: indicator.maximum }), { maxLength: 40 }), (levels) => {
      expect(figuresOf(levels).counts.reduce((sum, count) => sum + count, 0)).toBe(levels.length);
    }),
  );
});
