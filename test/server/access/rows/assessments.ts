import { randomUUID } from 'node:crypto';

import type { PeriodId } from '@patuh/shared/domain/ids';
import { answersHash } from '@patuh/shared/sync/answers-hash';

import { anAssessment, aPeriod, aUnit, type TestAssessment } from '../../../support/assessments.ts';
import { aDevice } from '../../../support/changes.ts';
import { putInto } from '../../../support/field.ts';
import { always, everyRole, inGovernment, type Row } from '../../../support/matrix.ts';
import { aPull } from '../../../support/pulls.ts';
import type { Side, World } from '../../../support/world.ts';

const periods = new WeakMap<World, Promise<PeriodId>>();

/** A unit of that side with the field people of the land as its team; those of the own land are in no other team. */
async function assessmentOn(world: World, side: Exclude<Side, 'missing'>): Promise<TestAssessment> {
  const period = periods.get(world) ?? aPeriod(world.site.db, { year: 2033 });
  periods.set(world, period);
  const { government, people } = world.lands[side];
  const unit = await aUnit(world.site.db, { government });
  const made = await anAssessment(world.site.db, {
    periodId: await period,
    unit,
    members: (['assessor', 'enumerator'] as const).map((role) => ({ personId: people[role].id, role })),
  });
  if (side === 'other') for (const id of [made.id, made.teamId, unit.id]) world.foreign.add(id);
  return made;
}

const idOn = async (world: World, side: Side): Promise<string> =>
  side === 'missing' ? randomUUID() : (await assessmentOn(world, side)).id;

const inField = (outcomes: ReturnType<typeof always>): Row['outcome'] => ({ assessor: outcomes, enumerator: outcomes });

export const rows: readonly Row[] = [
  {
    route: 'POST /api/sync/push',
    // What is not one's own is refused inside the answer; test/server/sync looks into it.
    to: async (world, side) => {
      const id = side === 'missing' ? (await assessmentOn(world, 'beside')).id : (await assessmentOn(world, side)).id;
      return {
        path: '/api/sync/push',
        body: { changes: [aDevice().level(id, { indicatorId: 'penjaminan-mutu' }, 1)] },
      };
    },
    outcome: inField(always('ok')),
  },
  {
    route: 'POST /api/sync/pull',
    to: (_world, side) => (side === 'own' ? { path: '/api/sync/pull', body: aPull() } : undefined),
    outcome: inField(always('ok')),
  },
  {
    route: 'GET /api/form-instruments/:instrumentId/:version',
    to: (_world, side) => {
      if (side === 'own') return { path: '/api/form-instruments/penilaian-2023-2024/1' };
      return side === 'missing' ? { path: '/api/form-instruments/tidak-ada/1' } : undefined;
    },
    outcome: everyRole({ own: 'ok', beside: 'ok', other: 'ok', missing: 'not-found' }),
  },
  {
    route: 'POST /api/assessments/:assessmentId/submission',
    to: async (world, side) => ({
      path: `/api/assessments/${await idOn(world, side)}/submission`,
      body: { version: 0, answersHash: answersHash([]), evidence: [] },
    }),
    outcome: { assessor: inGovernment('assessment-incomplete') },
  },
  {
    route: 'POST /api/assessments/:assessmentId/not-assessed',
    to: async (world, side) => ({
      path: `/api/assessments/${await idOn(world, side)}/not-assessed`,
      body: { reason: 'closed', note: 'Kantor tutup selama masa kunjungan', version: 0 },
    }),
    // Whoever may record it is told that nothing shows it yet.
    outcome: inField(inGovernment('evidence-missing')),
  },
  {
    route: 'POST /api/assessments/:assessmentId/reopening',
    to: async (world, side) => {
      const id = side === 'missing' ? undefined : (await assessmentOn(world, side)).id;
      if (id !== undefined) await putInto(world, id, 'not-assessed');
      return { path: `/api/assessments/${id ?? randomUUID()}/reopening`, body: { version: 1 } };
    },
    outcome: inField(inGovernment()),
  },
  {
    route: 'GET /api/assessments/:assessmentId/devices',
    to: async (world, side) => ({ path: `/api/assessments/${await idOn(world, side)}/devices` }),
    outcome: inField(inGovernment()),
  },
  {
    route: 'GET /api/assessments/:assessmentId/last-year',
    to: async (world, side) => ({ path: `/api/assessments/${await idOn(world, side)}/last-year` }),
    outcome: inField(inGovernment()),
  },
];
