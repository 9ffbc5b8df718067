import { randomUUID } from 'node:crypto';

import type { PeriodId } from '@patuh/shared/domain/ids';

import { anAssessment, aPeriod } from '../../../support/assessments.ts';
import { everywhere, inProvince, type Row } from '../../../support/matrix.ts';
import type { Side, World } from '../../../support/world.ts';

/** A period of this table's own, with a unit in each land. */
const periods = new WeakMap<World, Promise<PeriodId>>();

async function aSeason(world: World): Promise<PeriodId> {
  const { db } = world.site;
  const periodId = await aPeriod(db, { year: 2027 });
  for (const side of ['own', 'beside', 'other'] as const) {
    const { id } = await anAssessment(db, { periodId, government: world.lands[side].government });
    if (side === 'other') world.foreign.add(id);
  }
  return periodId;
}

async function seasonOf(world: World, side: Side): Promise<{ readonly periodId: string; readonly province: string }> {
  const made = periods.get(world) ?? aSeason(world);
  periods.set(world, made);
  if (side === 'missing') return { periodId: randomUUID(), province: world.lands.own.province };
  return { periodId: await made, province: world.lands[side].province };
}

const readers = { verifier: inProvince(), head: inProvince(), 'national-admin': everywhere() };

export const rows: readonly Row[] = [
  {
    route: 'GET /api/office/season',
    to: async (world, side) => {
      const { periodId, province } = await seasonOf(world, side);
      return { path: `/api/office/season?period=${periodId}&province=${province}` };
    },
    outcome: readers,
  },
  {
    route: 'GET /api/office/season/:periodId/:province/table',
    to: async (world, side) => {
      const { periodId, province } = await seasonOf(world, side);
      return { path: `/api/office/season/${periodId}/${province}/table` };
    },
    outcome: readers,
  },
];
