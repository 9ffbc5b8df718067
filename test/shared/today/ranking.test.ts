import { TODAY_KINDS, type TodayKind } from '@patuh/shared/today/kinds';
import { type Ranked, rankToday } from '@patuh/shared/today/ranking';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

const Item: fc.Arbitrary<Ranked> = fc.record({
  kind: fc.constantFrom(...TODAY_KINDS),
  daysLeft: fc.option(fc.integer({ min: -20, max: 20 })),
});
/** Each kind once, as the page has them. */
const Items = fc.uniqueArray(Item, { selector: ({ kind }) => kind });
const order = (items: readonly Ranked[]): readonly TodayKind[] => rankToday(items).map(({ kind }) => kind);

describe('first things first', () => {
  it('what is overdue comes before what is due today, and that before what has time', () => {
    const items: readonly Ranked[] = [
      { kind: 'silent-devices', daysLeft: null },
      { kind: 'to-verify', daysLeft: 0 },
      { kind: 'without-team', daysLeft: -3 },
      { kind: 'reviews-late', daysLeft: -1 },
      { kind: 'documents-overdue', daysLeft: 9 },
    ];
    expect(order(items)).toEqual(['without-team', 'reviews-late', 'to-verify', 'silent-devices', 'documents-overdue']);
  });

  it('without a day it is the kind that counts: what may get lost before what can wait', () => {
    const items = TODAY_KINDS.toReversed().map((kind) => ({ kind, daysLeft: null }));
    expect(order(items)).toEqual(TODAY_KINDS);
  });

  it('is the same whatever the order they came in, and leaves nothing out', () => {
    fc.assert(
      fc.property(Items, fc.integer(), (items, seed) => {
        const shuffled = items.toSorted((a, b) => ((a.kind.length * seed) % 7) - ((b.kind.length * seed) % 7));
        expect(order(shuffled)).toEqual(order(items));
        expect(rankToday(items).toSorted(byKind)).toEqual([...items].toSorted(byKind));
      }),
    );
  });

  it('never has something overdue behind something that is not', () => {
    fc.assert(
      fc.property(Items, (items) => {
        const overdue = rankToday(items).map(({ daysLeft }) => daysLeft !== null && daysLeft < 0);
        expect(overdue.lastIndexOf(true)).toBeLessThan(
          overdue.includes(false) ? overdue.indexOf(false) : overdue.length,
        );
      }),
    );
  });
});

function byKind(a: Ranked, b: Ranked): number {
  return TODAY_KINDS.indexOf(a.kind) - TODAY_KINDS.indexOf(b.kind);
}
