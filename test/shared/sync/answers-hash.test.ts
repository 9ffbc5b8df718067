import type { FieldValue } from '@patuh/shared/domain/change';
import { answersHash, hashedCell } from '@patuh/shared/sync/answers-hash';
import { cellKey } from '@patuh/shared/sync/cell-key';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { aCell, aLevel, changeId } from '../../support/cells.ts';

const hashOf = (cells: readonly ReturnType<typeof aCell>[]): string => answersHash(cells.map(hashedCell));

const anyCells = fc
  .uniqueArray(fc.tuple(fc.nat(5), fc.nat(3), fc.nat(3)), { selector: ([at]) => at, maxLength: 6 })
  .map((picks) =>
    picks.map(([at, level, change]) =>
      aCell(
        { indicatorId: `i-${at % 3}`, subjectId: at < 3 ? 'unit' : 'officer-1' },
        { field: 'answer', value: { kind: 'level', level } },
        { change: change + 1 },
      ),
    ),
  );

describe('the hash of all answers', () => {
  it('does not depend on the order in which they are stored', () => {
    fc.assert(
      fc.property(
        anyCells.chain((cells) =>
          fc.tuple(fc.constant(cells), fc.shuffledSubarray(cells, { minLength: cells.length })),
        ),
        ([cells, shuffled]) => {
          expect(hashOf(shuffled)).toBe(hashOf(cells));
        },
      ),
    );
  });

  it('is another one for any other content', () => {
    fc.assert(
      fc.property(anyCells, anyCells, (left, right) => {
        const text = (cells: typeof left): string =>
          JSON.stringify(cells.map((cell) => hashedCell(cell)).toSorted(byKey));
        expect(hashOf(left) === hashOf(right)).toBe(text(left) === text(right));
      }),
      { numRuns: 1000 },
    );
  });

  const was = aLevel('i-1', 'officer-1', 2);
  it.each<[string, ReturnType<typeof aCell>]>([
    ['another level', aLevel('i-1', 'officer-1', 3)],
    ['another indicator', aLevel('i-2', 'officer-1', 2)],
    ['another subject', aLevel('i-1', 'officer-2', 2)],
    ['the same value from another change', { ...was, current: { ...was.current, changeId: changeId(7) } }],
    [
      'a note in place of the answer',
      aCell({ indicatorId: 'i-1', subjectId: 'officer-1' }, { field: 'note', value: '2' }),
    ],
    ['a cleared answer', aCell({ indicatorId: 'i-1', subjectId: 'officer-1' }, { field: 'answer', value: null })],
  ])('tells %s', (_, changed) => {
    expect(hashOf([changed])).not.toBe(hashOf([was]));
  });

  it('says nothing of who entered it, when, or what else waits for a decision', () => {
    const other: FieldValue = { field: 'answer', value: { kind: 'level', level: 0 } };
    const waiting = aCell({ indicatorId: 'i-1', subjectId: 'officer-1' }, was.current.entry, { others: [other] });
    const renamed = { ...waiting, current: { ...waiting.current, by: 'Nama lain', at: '2026-01-01T00:00:00.000Z' } };
    expect(hashOf([renamed])).toBe(hashOf([was]));
  });

  it('of nothing is the hash of nothing, on every device', () => {
    expect(answersHash([])).toBe('4f53cda18c2baa0c0354bb5f9a3ecbe5ed12ab4d8e11ba873c2f11161202b945');
  });
});

function byKey(a: ReturnType<typeof hashedCell>, b: ReturnType<typeof hashedCell>): number {
  return cellKey(a) < cellKey(b) ? -1 : 1;
}
