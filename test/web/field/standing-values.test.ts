import type { Cell, Edit } from '@patuh/shared/domain/change';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import type { CarriedEdit, JournalEntry } from '../../../web/src/platform/field-store/field-store.ts';
import { localCell } from '../../../web/src/platform/field-store/local-cell.ts';
import { standingValues } from '../../../web/src/platform/field-store/standing-values.ts';
import { anEdit, changeId, deviceIds, level, personId } from './examples.ts';

const { indicatorId, subjectId } = anEdit(0);
const KEY = { indicatorId, subjectId, field: 'answer' as const };
const deviceId = deviceIds()();

const name = (person: number): string => `Orang ${person}`;
const own = (edit: Edit, kind: 'waiting' | 'sent' = 'waiting'): JournalEntry => ({
  change: { ...edit, seq: 1, deviceId },
  fate: { kind },
});
const carried = (person: number, edit: Edit): CarriedEdit => ({
  author: { personId: personId(person), name: name(person) },
  edit,
});
const cellWith = (n: number, by: number, others: Cell['others'] = []): Cell => ({
  indicatorId,
  subjectId,
  current: { changeId: changeId(n), entry: level(n), by: name(by), at: '2026-11-22T05:00:00.000Z' },
  others,
});
const beside = (...files: readonly CarriedEdit[]) => ({ carried: files, myName: name(1) });

describe('a value out of a colleague’s file', () => {
  it('is shown with who entered it, before the server has it', () => {
    const cell = localCell(KEY, undefined, [], undefined, beside(carried(2, anEdit(5, { entry: level(3) }))));
    expect(cell.value).toMatchObject({ entry: level(3), keeping: 'on-device', entered: { by: name(2) } });
    expect(cell.base).toEqual([changeId(5)]);
  });

  it('replaces what its author saw, and nothing else', () => {
    const edit = anEdit(5, { entry: level(3), base: [changeId(1)] });
    expect(localCell(KEY, cellWith(1, 1), [], undefined, beside(carried(2, edit))).conflict).toEqual([]);
    const unseen = localCell(KEY, cellWith(2, 1), [], undefined, beside(carried(2, edit)));
    expect(unseen.conflict.map(({ entry, by }) => [entry, by])).toEqual([
      [level(3), name(2)],
      [level(2), name(1)],
    ]);
  });

  it('meets one’s own in a conflict on the device, and a choice has both as its base', () => {
    const mine = own(anEdit(4, { entry: level(1) }));
    const cell = localCell(KEY, undefined, [mine], undefined, beside(carried(2, anEdit(5, { entry: level(3) }))));
    expect(cell.conflict.map(({ by }) => by)).toEqual([name(2), name(1)]);
    expect(new Set(cell.base)).toEqual(new Set([changeId(4), changeId(5)]));
    const chosen = own(anEdit(6, { entry: level(1), base: [...cell.base] }));
    const after = localCell(KEY, undefined, [mine, chosen], undefined, beside(carried(2, anEdit(5))));
    expect([after.value?.entry, after.conflict]).toEqual([level(1), []]);
  });

  it('is no conflict where both say the same, or where it is one’s own other phone', () => {
    const mine = own(anEdit(4, { entry: level(3) }));
    const same = carried(2, anEdit(5, { entry: level(3) }));
    expect(localCell(KEY, undefined, [mine], undefined, beside(same)).conflict).toEqual([]);
    const other = carried(1, anEdit(5, { entry: level(2) }));
    expect(localCell(KEY, undefined, [mine], undefined, beside(other)).conflict).toEqual([]);
  });

  it('that the server shows already is not shown twice', () => {
    const edit = anEdit(5, { entry: level(5) });
    expect(localCell(KEY, cellWith(5, 2), [], undefined, beside(carried(2, edit))).value?.keeping).toBe('on-server');
  });
});

describe('more values than a change can name', () => {
  it('are chosen from in turns', () => {
    const files = Array.from({ length: 20 }, (_, i) => carried(i + 2, anEdit(i + 1, { entry: level(i) })));
    const { base, conflict } = localCell(KEY, undefined, [], undefined, beside(...files));
    expect(conflict).toHaveLength(20);
    expect(base).toEqual(conflict.slice(0, 16).map((value) => value.changeId));
  });
});

/** Edits of one place, each made upon some of those before it, by one of three people whose clocks are wrong. */
const EDITS = fc
  .array(
    fc.record({
      by: fc.integer({ min: 1, max: 3 }),
      to: fc.nat(2),
      saw: fc.array(fc.nat(5), { maxLength: 2 }),
      clock: fc.nat(9),
    }),
    { minLength: 1, maxLength: 7 },
  )
  .map((made) => {
    const ids = made.map(({ clock }, i) => clock * 100 + i);
    return made.map(({ by, to, saw }, i) => {
      const seen = [...new Set(saw)].filter((n) => n < i).map((n) => changeId(ids[n]!));
      return { by, edit: anEdit(ids[i]!, { entry: level(to), base: seen }) };
    });
  });

describe('devices that know the same edits', () => {
  it('show what was built upon another value though its clock says it was earlier', () => {
    const first = carried(2, anEdit(9, { entry: level(1) }));
    const then = carried(3, anEdit(4, { entry: level(2), base: [changeId(9)] }));
    for (const files of [
      [first, then],
      [then, first],
    ]) {
      const { value, conflict } = localCell(KEY, undefined, [], undefined, beside(...files));
      expect([value?.entry, conflict]).toEqual([level(2), []]);
    }
  });

  it('show the same values, whoever of them made which and in whatever order they came', () => {
    fc.assert(
      fc.property(EDITS, fc.infiniteStream(fc.nat()), (edits, chance) => {
        const shown = [1, 2, 3].map((person) => {
          const shuffled = edits
            .map((one) => ({ one, at: chance.next().value ?? 0 }))
            .toSorted((a, b) => a.at - b.at)
            .map(({ one }) => one);
          const mine = shuffled.filter(({ by }) => by === person).map(({ edit }) => own(edit));
          const theirs = shuffled.filter(({ by }) => by !== person).map(({ by, edit }) => carried(by, edit));
          return standingValues(undefined, mine, theirs, name(person)).map(({ changeId: id, by }) => [id, by]);
        });
        expect(shown[1]).toEqual(shown[0]);
        expect(shown[2]).toEqual(shown[0]);
        expect(shown[0]!.length).toBeGreaterThan(0);
      }),
      { numRuns: 1_000 },
    );
  });
});
