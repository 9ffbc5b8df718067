import { randomUUID } from 'node:crypto';

import type { PeriodId } from '@patuh/shared/domain/ids';

import { anAssessment, aPeriod } from '../../../support/assessments.ts';
import { everywhere, inProvince, type Row } from '../../../support/matrix.ts';
import type { Side, World } from '../../../support/world.ts';

/** A trial of this table's own, with a unit on the side that is asked about. */
async function aKeptPeriod({ site, lands }: World, side: Exclude<Side, 'missing'>): Promise<PeriodId> {
  const periodId = await aPeriod(site.db, { kind: 'trial' });
  await anAssessment(site.db, { periodId, government: lands[side].government });
  return periodId;
}

const readers = { head: inProvince(), 'national-admin': everywhere() };

export const rows: readonly Row[] = [
  {
    route: 'GET /api/personal-data',
    to: (_world, side) => (side === 'own' ? { path: '/api/personal-data' } : undefined),
    outcome: { head: everywhere(), 'national-admin': everywhere() },
  },
  {
    route: 'GET /api/personal-data/:province',
    to: (world, side) => ({ path: `/api/personal-data/${side === 'missing' ? '00' : world.lands[side].province}` }),
    outcome: readers,
  },
  {
    route: 'GET /api/personal-data/:province/:periodId',
    to: async (world, side) => {
      const { province } = world.lands[side === 'missing' ? 'own' : side];
      const id = side === 'missing' ? randomUUID() : await aKeptPeriod(world, side);
      return { path: `/api/personal-data/${province}/${id}` };
    },
    outcome: readers,
  },
  {
    route: 'PUT /api/personal-data/lengths/:kind',
    to: async ({ site }, side) => {
      if (side !== 'own') return undefined;
      const decided = await site.db.selectFrom('retention').select('version').executeTakeFirst();
      return { path: '/api/personal-data/lengths/visits', body: { months: 48, seen: decided?.version ?? 0 } };
    },
    outcome: { 'national-admin': everywhere() },
  },
];
