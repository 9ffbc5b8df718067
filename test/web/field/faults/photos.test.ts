import fc from 'fast-check';
import { afterAll, describe, expect, it } from 'vitest';

import type { AssessmentState } from '@patuh/shared/domain/assessment';

import type { RoomLeft } from '../../../../web/src/platform/field-store/room.ts';
import { FaultCount, PATIENCE, tries } from '../../../support/faults.ts';
import { personId } from '../examples.ts';
import { phoneDisk } from './disk.ts';
import { behind, type Weather, WEATHER } from './network.ts';
import { PhotoFar } from './photo-far.ts';
import { PHOTO_WEATHER, photoLine, type PhotoWeather } from './photo-line.ts';
import { PhotoPhone } from './photo-phone.ts';

/** Photos on a phone and on the way, and what becomes of them. */

const faults = new FaultCount();
let lost = 0;
afterAll(() => faults.say('photos of a phone', lost));

/** So old a server may come back at most; as old as what the phone keeps of what the server has. */
const OLDEST_BACKUP = 7;

const STEP = fc.oneof(
  { weight: 8, arbitrary: fc.record({ do: fc.constant('photo' as const) }) },
  {
    weight: 8,
    arbitrary: fc.record({
      do: fc.constant('exchange' as const),
      weather: fc.array(fc.constantFrom<Weather>('fair', ...WEATHER.filter((one) => one !== 'restored')), {
        maxLength: 2,
      }),
      photos: fc.array(fc.constantFrom<PhotoWeather>('fair', ...PHOTO_WEATHER), { maxLength: 6 }),
      room: fc.oneof({ weight: 15, arbitrary: fc.constant<RoomLeft>('ample') }, fc.constant<RoomLeft>('scarce')),
    }),
  },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('restart' as const) }) },
  { weight: 3, arbitrary: fc.record({ do: fc.constant('kill' as const), after: fc.nat(60) }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('lose' as const) }) },
  { weight: 3, arbitrary: fc.record({ do: fc.constant('days' as const), count: fc.integer({ min: 1, max: 9 }) }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('back up' as const) }) },
  { weight: 3, arbitrary: fc.record({ do: fc.constant('restore' as const), which: fc.nat(3) }) },
  {
    weight: 4,
    arbitrary: fc.record({
      do: fc.constant('office' as const),
      // Whatever is accepted may leave the phone.
      state: fc.constantFrom<AssessmentState>('submitted', 'returned', 'verified', 'verified', 'final'),
    }),
  },
);
type Step = typeof STEP extends fc.Arbitrary<infer One> ? One : never;

/** In fair weather; more would be a phone that goes round in a circle. */
const ENOUGH_ROUNDS = 5;

async function after(steps: readonly Step[]) {
  const far = new PhotoFar();
  const phone = new PhotoPhone(phoneDisk(1, personId(1)));
  let [photos, day] = [0, 0];
  const met = (weather: Weather | PhotoWeather): void => {
    if (weather !== 'fair') faults.add(weather);
  };
  const way = { far, wandering: [], tap: async () => await Promise.resolve(), met };
  const exchange = async (weather: readonly Weather[], line: readonly PhotoWeather[], room: RoomLeft) =>
    await phone.exchange(behind(way, phone.person, weather), photoLine(far, line, met), room);

  async function take(step: Step): Promise<void> {
    switch (step.do) {
      case 'photo':
        return await phone.take((photos += 1));
      case 'exchange':
        return await exchange(step.weather, step.photos, step.room);
      case 'restart':
        return phone.restart();
      case 'kill':
        faults.add('kill');
        return phone.dieAfter(step.after);
      case 'lose':
        faults.add('database lost');
        return await phone.loseDatabase();
      case 'days':
        day += step.count;
        phone.day = day;
        return;
      case 'back up':
        return far.save(day);
      case 'restore':
        if (far.comeBack(step.which, day, OLDEST_BACKUP)) faults.add('restore');
        return;
      case 'office':
        return far.becomes(step.state);
    }
  }

  await exchange([], [], 'ample');
  for (const step of steps) await take(step);
  for (let round = 0; round < ENOUGH_ROUNDS; round += 1) {
    phone.restart();
    await exchange([], [], 'ample');
  }
  return { far, phone };
}

describe('photos of a phone', () => {
  it(
    'arrive as they were taken, each that was called kept; one that is gone is called lost',
    async () => {
      await fc.assert(
        fc.asyncProperty(fc.array(STEP, { maxLength: 40, size: 'max' }), async (steps) => {
          const { far, phone } = await after(steps);
          const kept = [...phone.saved];
          const missing = kept.filter(([sha256]) => far.has(sha256) === undefined).map(([sha256]) => sha256);
          const unexcused = missing.filter((sha256) => !phone.excused.has(sha256));
          lost += unexcused.length;
          expect(unexcused).toEqual([]);
          for (const [sha256, bytes] of kept) expect(far.has(sha256) ?? [...bytes]).toEqual([...bytes]);
          const says = await phone.says();
          expect(says).toMatchObject({ here: 0, elsewhere: 0, refused: 0 });
          expect(says!.lost).toBeGreaterThanOrEqual(missing.length);
          expect(says!.named).toBeGreaterThanOrEqual(kept.length);
          phone.restart();
        }),
        tries(60),
      );
    },
    PATIENCE,
  );
});
