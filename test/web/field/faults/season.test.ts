import { IndicatorId } from '@patuh/shared/domain/instrument';
import fc from 'fast-check';
import { afterAll, describe, expect, it } from 'vitest';

import { FaultCount, PATIENCE, tries } from '../../../support/faults.ts';
import { assessmentId, personId } from '../examples.ts';
import { phoneDisk } from './disk.ts';
import { FarEnd } from './far-end.ts';
import { expectAllAgree, expectNothingLost } from './judge.ts';
import { type After, season, type Step, STEPS } from './season.ts';

const faults = new FaultCount();
let lost = 0;
afterAll(() => faults.say('seasons of three phones', lost));

async function after(steps: readonly Step[]): Promise<After> {
  const world = {
    far: new FarEnd(),
    people: [personId(0), personId(1), personId(1)],
    unit: assessmentId(1),
    questions: ['q1', 'q2', 'q3'].map((id) => IndicatorId.parse(id)),
  };
  return await season(world, steps, phoneDisk, (fault) => faults.add(fault));
}

describe('a season of three phones', () => {
  it(
    'loses nothing that was called saved and ends with the same on all sides',
    async () => {
      await fc.assert(
        fc.asyncProperty(STEPS, async (steps) => {
          const end = await after(steps);
          expect(Math.max(...end.rounds), 'exchanges until everything was sent').toBeLessThan(Infinity);
          await expectNothingLost(end, (count) => (lost += count));
          await expectAllAgree(end);
        }),
        tries(100),
      );
    },
    PATIENCE,
  );
});
