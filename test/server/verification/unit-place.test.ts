import type { Position } from '@patuh/shared/domain/evidence';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';

import { emptyTables } from '../../support/database.ts';
import { aSite, type Site } from '../../support/site.ts';
import { aHandedInUnit, type HandedIn } from '../../support/verification.ts';

let site: Site;
beforeAll(async () => {
  site = await aSite({ history: false });
});
afterAll(async () => await site.close());
beforeEach(async () => await emptyTables(site.db));

const KUPANG: Position = { latitude: -10_177_200, longitude: 123_607_000, accuracy: 12 };

async function handedInAt(value: Position | null): Promise<HandedIn> {
  return await aHandedInUnit(site, {
    more: (device, id) => (value === null ? [] : [device.change(id, {}, { field: 'unit-place', value })]),
  });
}

async function placeOf({ unit }: HandedIn) {
  return await site.db
    .selectFrom('assessment')
    .innerJoin('unit', 'unit.id', 'assessment.unit_id')
    .select(['unit.latitude', 'unit.longitude'])
    .where('assessment.id', '=', unit.id)
    .executeTakeFirstOrThrow();
}

const { latitude, longitude } = KUPANG;

describe('the place that a team set', () => {
  it('is where the unit is once it is verified, and not before', async () => {
    const scene = await handedInAt(KUPANG);
    // Another unit stays where it was.
    const other = await handedInAt(null);
    await scene.acceptSection(scene.sections[0]);
    expect(await placeOf(scene)).toEqual({ latitude: null, longitude: null });
    await scene.acceptAll();
    expect(await placeOf(scene)).toEqual({ latitude, longitude });
    expect(await placeOf(other)).toEqual({ latitude: null, longitude: null });
  });

  it('stays as it was known where the team set none, or none that says where it is', async () => {
    for (const set of [null, { ...KUPANG, latitude: 0, accuracy: 101 }]) {
      const scene = await handedInAt(set);
      const { unit_id: id } = await site.db
        .selectFrom('assessment')
        .select('unit_id')
        .where('id', '=', scene.unit.id)
        .executeTakeFirstOrThrow();
      await site.db.updateTable('unit').set({ latitude, longitude }).where('id', '=', id).execute();
      await scene.acceptAll();
      expect(await placeOf(scene)).toEqual({ latitude, longitude });
    }
  });
});
