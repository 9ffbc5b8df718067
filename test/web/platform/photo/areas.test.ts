import { Area, WHOLE } from '@patuh/shared/domain/clearance';
import {
  areaBetween,
  cornersOf,
  moved,
  onPicture,
  resized,
  type Spot,
  withFresh,
} from '@patuh/web/platform/photo/areas';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

const anywhere = fc.record({
  x: fc.double({ min: -20_000, max: 30_000, noNaN: true }),
  y: fc.double({ min: -20_000, max: 30_000, noNaN: true }),
});
const step: fc.Arbitrary<Spot> = fc.record({
  x: fc.integer({ min: -12_000, max: 12_000 }),
  y: fc.integer({ min: -12_000, max: 12_000 }),
});
const drawn = fc.tuple(anywhere, anywhere).map(([from, to]) => areaBetween(from, to));

/** The same sides, whatever is true of the rest. */
const lies = (area: Area): boolean => Area.safeParse(area).success;

describe('an area that is drawn', () => {
  it('lies in the picture wherever a pointer went, and the server takes it', () => {
    fc.assert(fc.property(drawn, lies));
  });

  it('is the same whichever corner was first, and covers both where they are in the picture', () => {
    fc.assert(
      fc.property(anywhere, anywhere, (from, to) => {
        const area = areaBetween(from, to);
        expect(areaBetween(to, from)).toEqual(area);
        for (const { x, y } of [from, to]) {
          if (x < 0 || y < 0 || x > WHOLE || y > WHOLE) continue;
          expect(x).toBeGreaterThanOrEqual(area.left - 1);
          expect(x).toBeLessThanOrEqual(area.left + area.width + 1);
          expect(y).toBeGreaterThanOrEqual(area.top - 1);
          expect(y).toBeLessThanOrEqual(area.top + area.height + 1);
        }
      }),
    );
  });

  it('keeps its size when it is moved, its upper left when it is resized, and never leaves the picture', () => {
    fc.assert(
      fc.property(drawn, step, (area, by) => {
        const [there, larger] = [moved(area, by), resized(area, by)];
        expect([lies(there), lies(larger)]).toEqual([true, true]);
        expect([there.width, there.height]).toEqual([area.width, area.height]);
        expect([larger.left, larger.top]).toEqual([area.left, area.top]);
      }),
    );
  });

  it('is held by each of its corners with the one across staying', () => {
    fc.assert(
      fc.property(drawn, (area) => {
        for (const { at, across } of cornersOf(area)) expect(areaBetween(across, at)).toEqual(area);
      }),
    );
  });

  it('goes where the arrow points, however the picture is turned', () => {
    // The right of the screen is the upper edge of a picture that was turned a quarter clockwise, and so on round.
    const right = { x: 100, y: 0 };
    expect([0, 1, 2, 3].map((turns) => onPicture(right, turns))).toEqual([
      { x: 100, y: 0 },
      { x: 0, y: -100 },
      { x: -100, y: -0 },
      { x: -0, y: 100 },
    ]);
  });

  it('is one more for whoever asks for one, up to forty', () => {
    let areas: readonly Area[] = [];
    for (let count = 0; count < 60; count += 1) areas = withFresh(areas);
    expect(areas).toHaveLength(40);
    expect(areas.every(lies)).toBe(true);
  });
});
