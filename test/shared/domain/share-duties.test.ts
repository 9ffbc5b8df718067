import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { shareDuties, type UnitToShare } from '@patuh/shared/domain/share-duties';

const PEOPLE = ['Ani', 'Beni', 'Citra', 'Dedi'] as const;

/** Units of a few governments; some have somebody already, some are barred for some. */
const scenes = fc.record({
  people: fc.uniqueArray(fc.constantFrom(...PEOPLE)),
  units: fc
    .array(
      fc.record({
        government: fc.constantFrom('53.01', '53.02', '53.03'),
        personId: fc.option(fc.constantFrom(...PEOPLE, 'Eka yang pindah'), { freq: 2 }),
        barred: fc.subarray([...PEOPLE]),
      }),
      { maxLength: 24 },
    )
    .map((units) =>
      units.map((unit, index): UnitToShare => ({ id: `unit ${String(index).padStart(2, '0')}`, ...unit })),
    ),
});

function loadsOf(units: readonly UnitToShare[], people: readonly string[], given: ReadonlyMap<string, string>) {
  const holders = units.map(({ id, personId }) => personId ?? given.get(id));
  return new Map(people.map((person) => [person, holders.filter((holder) => holder === person).length]));
}

/** The smallest sum of squares that any share reaches: every unit added one by one to every set of loads. */
function evenest(units: readonly UnitToShare[], people: readonly string[]): number {
  let reachable = new Map([[people.map(() => 0).join(' '), people.map(() => 0)]]);
  for (const { personId, barred } of units) {
    const able =
      personId === null
        ? people.filter((person) => !barred.includes(person))
        : people.filter((one) => one === personId);
    if (able.length === 0) continue;
    const next = [...reachable.values()].flatMap((loads) =>
      able.map((person) => loads.map((load, index) => load + (people[index] === person ? 1 : 0))),
    );
    reachable = new Map(next.map((loads) => [loads.join(' '), loads]));
  }
  return Math.min(...[...reachable.values()].map((loads) => loads.reduce((sum, load) => sum + load * load, 0)));
}

describe('sharing units out evenly', () => {
  it('gives every unit that somebody may have, to somebody who may, and takes nothing from anybody', () => {
    fc.assert(
      fc.property(scenes, ({ units, people }) => {
        const given = shareDuties(units, people);
        for (const { id, personId, barred } of units) {
          const able = people.filter((person) => !barred.includes(person));
          const person = given.get(id);
          if (personId !== null || able.length === 0) expect(person).toBeUndefined();
          else expect(able).toContain(person);
        }
      }),
    );
  });

  it('is as even as what people have already and must not have allows', () => {
    fc.assert(
      fc.property(scenes, ({ units, people }) => {
        fc.pre(people.length > 0);
        const loads = loadsOf(units, people, shareDuties(units, people));
        const squares = [...loads.values()].reduce((sum, load) => sum + load * load, 0);
        expect(squares).toBe(evenest(units, people));
      }),
      { numRuns: 200 },
    );
  });

  it('does not depend on the order in which units and people come', () => {
    fc.assert(
      fc.property(scenes, ({ units, people }) => {
        const again = shareDuties(units.toReversed(), people.toReversed());
        expect(Object.fromEntries(again)).toEqual(Object.fromEntries(shareDuties(units, people)));
      }),
    );
  });

  it('changes nothing when it is done once more', () => {
    fc.assert(
      fc.property(scenes, ({ units, people }) => {
        const given = shareDuties(units, people);
        const kept = units.map((unit) => ({ ...unit, personId: unit.personId ?? given.get(unit.id) ?? null }));
        expect(shareDuties(kept, people).size).toBe(0);
      }),
    );
  });

  it('leaves the units of a government with one person where that is even', () => {
    const units = ['53.01', '53.02', '53.03', '53.04'].flatMap((government) =>
      Array.from({ length: 7 }, (_, index) => ({
        id: `${government} ${index}`,
        government,
        personId: null,
        barred: [],
      })),
    );
    const given = shareDuties(units, ['Ani', 'Beni']);
    const byGovernment = Map.groupBy(units, ({ government }) => government);
    for (const together of byGovernment.values()) {
      expect(new Set(together.map(({ id }) => given.get(id))).size).toBe(1);
    }
  });
});
