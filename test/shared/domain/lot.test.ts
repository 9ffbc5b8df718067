import { candidatesHash, drawLaterLot, drawLot, laterShareOf, shareOf } from '@patuh/shared/domain/lot';
import { UnitId } from '@patuh/shared/domain/ids';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

const seed = fc.stringMatching(/^[0-9a-f]{64}$/);
const units = fc
  .uniqueArray(fc.uuid({ version: 4 }), { minLength: 1, maxLength: 60 })
  .map((ids) => ids.map((id) => UnitId.parse(id)));
const percent = fc.integer({ min: 1, max: 50 });

describe('how many are visited twice', () => {
  it('is the share rounded half up', () => {
    expect([shareOf(154, 10), shareOf(155, 10), shareOf(30, 5), shareOf(29, 5)]).toEqual([15, 16, 2, 1]);
  });

  it('is one at least where there is a share and a unit, else none', () => {
    expect([shareOf(3, 1), shareOf(1, 50), shareOf(0, 10), shareOf(200, 0)]).toEqual([1, 1, 0, 0]);
  });

  it('is never more than half a unit away from the exact share, above one', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 5_000 }), percent, (count, share) => {
        const exact = (count * share) / 100;
        expect(shareOf(count, share)).toBe(exact < 1 ? 1 : Math.floor(exact + 0.5));
      }),
    );
  });
});

describe('the lot', () => {
  it('gives the same units in the same order to everybody who knows the seed, however the candidates are listed', () => {
    fc.assert(
      fc.property(seed, units, percent, fc.integer(), (lot, candidates, share, turn) => {
        const at = Math.abs(turn) % candidates.length;
        const otherwise = [...candidates.slice(at), ...candidates.slice(0, at)].toReversed();
        expect(drawLot(lot, otherwise, share)).toEqual(drawLot(lot, candidates, share));
        expect(candidatesHash(otherwise)).toBe(candidatesHash(candidates));
      }),
    );
  });

  it('draws exactly the share, each unit once and only candidates', () => {
    fc.assert(
      fc.property(seed, units, percent, (lot, candidates, share) => {
        const drawn = drawLot(lot, candidates, share);
        expect(drawn).toHaveLength(shareOf(candidates.length, share));
        expect(new Set(drawn).size).toBe(drawn.length);
        expect(drawn.filter((id) => !candidates.includes(id))).toEqual([]);
      }),
    );
  });

  it('takes the first ones of one order: a larger share adds units and drops none', () => {
    fc.assert(
      fc.property(seed, units, (lot, candidates) => {
        expect(drawLot(lot, candidates, 50).slice(0, shareOf(candidates.length, 20))).toEqual(
          drawLot(lot, candidates, 20),
        );
      }),
    );
  });

  it('draws every unit about as often as any other', () => {
    const candidates = Array.from({ length: 10 }, (_, index) =>
      UnitId.parse(`00000000-0000-4000-8000-00000000000${index}`),
    );
    const counts = new Map(candidates.map((id) => [id, 0]));
    for (let round = 0; round < 2_000; round += 1) {
      for (const id of drawLot(round.toString(16).padStart(64, '0'), candidates, 20)) {
        counts.set(id, (counts.get(id) ?? 0) + 1);
      }
    }
    // 400 each are expected; 5 standard deviations of 17.9 are 90.
    expect(Math.min(...counts.values())).toBeGreaterThan(310);
    expect(Math.max(...counts.values())).toBeLessThan(490);
  });

  it('can be drawn by hand with nothing but SHA-256', () => {
    const [one, two, three] = ['a', 'b', 'c'].map((letter) =>
      UnitId.parse(`${letter.repeat(8)}-0000-4000-8000-000000000000`),
    ) as [UnitId, UnitId, UnitId];
    // By `printf '%s %s' SEED ID | sha256sum`: 098c7e40… for one, ced7c091… for two, af9967c2… for three.
    expect(drawLot('0'.repeat(64), [two, three, one], 50)).toEqual([one, three]);
  });
});

describe('a later lot', () => {
  it('draws the share, and what is left of it by chance: none too many, none twice, none that took no part', () => {
    fc.assert(
      fc.property(seed, units, percent, (lot, candidates, share) => {
        const drawn = drawLaterLot(lot, candidates, share);
        const { least, most } = laterShareOf(candidates.length, share);
        expect(drawn.length).toBeGreaterThanOrEqual(least);
        expect(drawn.length).toBeLessThanOrEqual(most);
        expect(most - least).toBe((candidates.length * share) % 100 === 0 ? 0 : 1);
        expect(new Set(drawn).size).toBe(drawn.length);
        expect(drawn.filter((id) => !candidates.includes(id))).toEqual([]);
        expect(drawLaterLot(lot, candidates.toReversed(), share)).toEqual(drawn);
      }),
    );
  });

  it('gives each unit the chance of the share, whether units are drawn one by one or all at once', () => {
    const candidates = Array.from({ length: 7 }, (_, index) =>
      UnitId.parse(`00000000-0000-4000-8000-00000000000${index}`),
    );
    const counts = { alone: 0, together: 0 };
    for (let round = 0; round < 4_000; round += 1) {
      const lot = round.toString(16).padStart(64, '0');
      const [first] = candidates;
      if (first === undefined) continue;
      if (drawLaterLot(lot, [first], 20).includes(first)) counts.alone += 1;
      if (drawLaterLot(lot, candidates, 20).includes(first)) counts.together += 1;
    }
    // 800 of each are expected; 5 standard deviations of 25.3 are 127.
    for (const count of [counts.alone, counts.together]) {
      expect(count).toBeGreaterThan(673);
      expect(count).toBeLessThan(927);
    }
  });
});
