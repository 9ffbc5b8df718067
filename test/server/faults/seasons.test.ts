import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { FaultCount, PATIENCE, tries } from '../../support/faults.ts';
import { aField } from '../../support/field.ts';
import { realWorld } from '../../support/real-far.ts';
import { aSite, type Site } from '../../support/site.ts';
import { phoneDisk } from '../../web/field/faults/disk.ts';
import { expectAllAgree, expectNothingLost } from '../../web/field/faults/judge.ts';
import { season, STEPS } from '../../web/field/faults/season.ts';

const faults = new FaultCount();
let lost = 0;
let site: Site;
beforeAll(async () => {
  site = await aSite({ history: false });
});
afterAll(async () => {
  await site.close();
  faults.say('seasons with the real server and database', lost);
});

describe('a season of three phones with the real server', () => {
  it('loses nothing that was called saved and ends with the same on all sides', { timeout: PATIENCE }, async () => {
    await fc.assert(
      fc.asyncProperty(STEPS, async (steps) => {
        const world = realWorld(await aField(site));
        await world.far.backUp();
        const end = await season(world, steps, phoneDisk, (fault) => faults.add(fault));
        expect(Math.max(...end.rounds), 'exchanges until everything was sent').toBeLessThan(Infinity);
        await expectNothingLost(end, (count) => (lost += count));
        await expectAllAgree(end);
      }),
      tries(20),
    );
  });
});
