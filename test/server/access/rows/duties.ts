import { randomUUID } from 'node:crypto';

import type { PeriodId } from '@patuh/shared/domain/ids';

import { anAssessment, aPeriod } from '../../../support/assessments.ts';
import { everywhere, type Row } from '../../../support/matrix.ts';
import type { World } from '../../../support/world.ts';

/** A period of this table's own. */
const YEAR = 2029;
const periods = new WeakMap<World, Promise<PeriodId>>();

async function periodOf(world: World): Promise<PeriodId> {
  const known = periods.get(world) ?? aPeriod(world.site.db, { year: YEAR });
  periods.set(world, known);
  return await known;
}

const inOwnProvince = { own: 'ok', beside: 'ok', other: 'not-found', missing: 'not-found' } as const;

export const rows: readonly Row[] = [
  {
    route: 'GET /api/office/periods/:periodId/duties',
    to: async (world, side) => {
      const id = side === 'missing' ? randomUUID() : await periodOf(world);
      const { province } = world.lands[side === 'missing' ? 'own' : side];
      return { path: `/api/office/periods/${id}/duties?province=${province}` };
    },
    outcome: { verifier: inOwnProvince, head: inOwnProvince, 'national-admin': everywhere() },
  },
  {
    route: 'PUT /api/office/periods/:periodId/duties',
    to: async (world, side) => {
      const { site, lands, foreign } = world;
      const { province, government, people } = lands[side === 'missing' ? 'own' : side];
      const periodId = await periodOf(world);
      const unit = await anAssessment(site.db, { periodId, government });
      if (side === 'other') foreign.add(unit.id);
      const duty = { assessmentId: unit.id, seen: null, personId: people.verifier.id, dueOn: null };
      return {
        path: `/api/office/periods/${side === 'missing' ? randomUUID() : periodId}/duties`,
        body: { province, duties: [duty] },
      };
    },
    outcome: { head: inOwnProvince },
  },
];
