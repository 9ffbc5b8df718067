import type { FieldValue } from '@patuh/shared/domain/change';
import { type ChangeId, PersonId } from '@patuh/shared/domain/ids';
import { type CellPast, type IncomingChange, type Placement, placeChange } from '@patuh/shared/sync/place-change';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { changeId } from '../../support/cells.ts';

const level = (value: number): FieldValue => ({ field: 'answer', value: { kind: 'level', level: value } });
const person = (number: number): PersonId =>
  PersonId.parse(`00000000-0000-4000-8000-${String(number).padStart(12, '0')}`);

/** Change `id` by person `by`, saying `value`, made while `base` was on the screen. */
function change(id: number, { by = id, value = id, base = [] as readonly number[] } = {}): IncomingChange {
  return { id: changeId(id), by: person(by), entry: level(value), base: base.map(changeId) };
}

const EMPTY: CellPast = { heads: [], bases: new Map() };

function arriving(changes: readonly IncomingChange[], past = EMPTY): { placements: Placement[]; past: CellPast } {
  const placements: Placement[] = [];
  let now = past;
  for (const incoming of changes) {
    const placement = placeChange(now, incoming);
    placements.push(placement);
    now = { heads: placement.heads, bases: new Map(now.bases).set(incoming.id, incoming.base) };
  }
  return { placements, past: now };
}

const headsAfter = (...changes: readonly IncomingChange[]): readonly ChangeId[] =>
  arriving(changes).past.heads.map(({ id }) => id);
const lastKind = (...changes: readonly IncomingChange[]): string | undefined =>
  arriving(changes).placements.at(-1)?.kind;

/** Any history: each change is built upon some of those before it. */
const anyHistory = (people: number, values: number): fc.Arbitrary<readonly IncomingChange[]> =>
  fc
    .array(fc.tuple(fc.nat(people - 1), fc.nat(values - 1), fc.array(fc.nat(100), { maxLength: 3 })), {
      minLength: 1,
      maxLength: 9,
    })
    .map((made) =>
      made.map(([by, value, picks], index) =>
        change(index + 1, { by, value, base: index === 0 ? [] : [...new Set(picks.map((n) => 1 + (n % index)))] }),
      ),
    );

/** The same history in an order in which it might arrive. */
const inAnyOrder = (
  history: fc.Arbitrary<readonly IncomingChange[]>,
): fc.Arbitrary<readonly [made: readonly IncomingChange[], arrival: readonly IncomingChange[]]> =>
  history.chain((changes) => {
    const one = fc.shuffledSubarray([...changes], { minLength: changes.length });
    return fc.tuple(fc.constant(changes), one);
  });

const unlike = (changes: readonly IncomingChange[]): readonly IncomingChange[] =>
  changes.map((made, index) => ({ ...made, by: person(index + 1), entry: level(index + 1) }));

describe('a change', () => {
  it.each([
    ['the first value', [change(1)], 'applied', [1]],
    ['what replaces the value on the screen', [change(1), change(2, { base: [1] })], 'applied', [2]],
    ['what two people entered without seeing it', [change(1), change(2)], 'conflict', [1, 2]],
    ['the same value by somebody else', [change(1, { value: 3 }), change(2, { value: 3 })], 'applied', [2]],
    ['the same person on two devices', [change(1, { by: 1 }), change(2, { by: 1 })], 'applied', [2]],
    ['what was built upon before it arrived', [change(2, { base: [1] }), change(1)], 'history', [2]],
    ['a choice between two values', [change(1), change(2), change(3, { base: [1, 2] })], 'applied', [3]],
    ['a change of one of two values', [change(1), change(2), change(3, { base: [1], by: 1 })], 'conflict', [2, 3]],
    ['a third opinion', [change(1), change(2), change(3)], 'conflict', [1, 2, 3]],
  ] as const)('puts %s where it belongs', (_, changes, kind, heads) => {
    expect(lastKind(...changes)).toBe(kind);
    expect(headsAfter(...changes)).toEqual(heads.map((id) => changeId(id)));
  });

  it('is stored once, however often it arrives', () => {
    fc.assert(
      fc.property(anyHistory(3, 3), fc.nat(), (changes, pick) => {
        const { past } = arriving(changes);
        const again = changes[pick % changes.length] ?? change(1);
        expect(placeChange(past, again)).toEqual({ kind: 'duplicate', heads: past.heads });
      }),
    );
  });

  it('that was built upon never becomes current when it arrives late', () => {
    fc.assert(
      fc.property(inAnyOrder(anyHistory(4, 3)), ([, arrival]) => {
        const { placements } = arriving(arrival);
        for (const [index, placement] of placements.entries()) {
          const { id } = arrival[index] ?? change(1);
          const isBuiltUpon = arrival.slice(0, index).some(({ base }) => base.includes(id));
          if (isBuiltUpon) expect(placement.kind).toBe('history');
          if (isBuiltUpon) expect(placement.heads.map((head) => head.id)).not.toContain(id);
        }
      }),
    );
  });

  it('that knows every open value resolves the conflict', () => {
    fc.assert(
      fc.property(inAnyOrder(anyHistory(4, 4)), ([, arrival]) => {
        const { past } = arriving(arrival);
        const choice: IncomingChange = { ...change(99), base: past.heads.map(({ id }) => id) };
        expect(placeChange(past, choice)).toMatchObject({ kind: 'applied', heads: [{ id: choice.id }] });
        // The older changes make no difference then, so nobody has to look them up.
        expect(placeChange({ heads: past.heads, bases: new Map() }, choice)).toEqual(placeChange(past, choice));
      }),
    );
  });
});

describe('heads', () => {
  it('are the same in whatever order changes of different people arrive', () => {
    fc.assert(
      fc.property(inAnyOrder(anyHistory(9, 9).map(unlike)), ([made, arrival]) => {
        const builtUpon = new Set(made.flatMap(({ base }) => base));
        const ends = made.filter(({ id }) => !builtUpon.has(id)).map(({ id }) => id);
        expect(headsAfter(...arrival).toSorted()).toEqual(ends);
      }),
      { numRuns: 1000 },
    );
  });

  it('of a linear chain are its end, whoever made it and in whatever order it arrives', () => {
    const chain = fc
      .array(fc.tuple(fc.nat(2), fc.nat(2)), { minLength: 1, maxLength: 8 })
      .map((made) =>
        made.map(([by, value], index) => change(index + 1, { by, value, base: index === 0 ? [] : [index] })),
      );
    fc.assert(
      fc.property(inAnyOrder(chain), ([made, arrival]) => {
        expect(headsAfter(...arrival)).toEqual([made.at(-1)?.id]);
        for (const { kind } of arriving(made).placements) expect(kind).toBe('applied');
      }),
      { numRuns: 1000 },
    );
  });

  it('of one person alone are one value, and of one value alone one head', () => {
    fc.assert(
      fc.property(anyHistory(1, 5), anyHistory(5, 1), (byOne, ofOne) => {
        expect(headsAfter(...byOne)).toEqual([byOne.at(-1)?.id]);
        expect(headsAfter(...ofOne)).toEqual([ofOne.at(-1)?.id]);
      }),
    );
  });

  it('never hold two values of one person, or one value twice, once everything they were built upon is there', () => {
    fc.assert(
      fc.property(inAnyOrder(anyHistory(3, 3)), ([, arrival]) => {
        const { heads } = arriving(arrival).past;
        expect(heads.length).toBeGreaterThan(0);
        expect(new Set(heads.map(({ by }) => by)).size).toBe(heads.length);
        expect(new Set(heads.map(({ entry }) => JSON.stringify(entry))).size).toBe(heads.length);
      }),
      { numRuns: 1000 },
    );
  });

  it('never become empty, even when invented bases go round in a circle', () => {
    const invented = fc
      .array(fc.tuple(fc.nat(2), fc.nat(2), fc.array(fc.integer({ min: 1, max: 6 }), { maxLength: 3 })), {
        minLength: 1,
        maxLength: 6,
      })
      .map((made) => made.map(([by, value, base], index) => change(index + 1, { by, value, base })));
    fc.assert(
      fc.property(inAnyOrder(invented), ([, arrival]) => {
        for (const { heads } of arriving(arrival).placements) expect(heads.length).toBeGreaterThan(0);
      }),
      { numRuns: 2000 },
    );
  });

  it('keep the last arrival current unless it is only history', () => {
    fc.assert(
      fc.property(inAnyOrder(anyHistory(3, 4)), ([, arrival]) => {
        for (const [index, { kind, heads }] of arriving(arrival).placements.entries()) {
          if (kind !== 'history') expect(heads.at(-1)?.id).toBe(arrival[index]?.id);
          expect(kind === 'conflict').toBe(kind !== 'history' && heads.length > 1);
        }
      }),
    );
  });
});
