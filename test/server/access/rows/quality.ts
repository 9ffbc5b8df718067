import { randomUUID } from 'node:crypto';

import type { PeriodId } from '@patuh/shared/domain/ids';
import { indicatorsOf } from '@patuh/shared/scoring/weights';

import { aPeriod } from '../../../support/assessments.ts';
import { always, everywhere, type Row } from '../../../support/matrix.ts';
import { signedIn } from '../../../support/people.ts';
import { instrumentOf } from '../../../support/reference-instruments.ts';
import type { Side, World } from '../../../support/world.ts';

/** A period of this table's own. */
const YEAR = 2039;
const periods = new WeakMap<World, Promise<PeriodId>>();

async function periodOf(world: World): Promise<PeriodId> {
  const known = periods.get(world) ?? aPeriod(world.site.db, { year: YEAR });
  periods.set(world, known);
  return await known;
}

const [indicator] = indicatorsOf(instrumentOf(2023).tree);
const CASE = {
  indicatorId: indicator?.id,
  situation: 'Maklumat terpasang di balik lemari arsip.',
  level: 1,
  reason: 'Ada, tetapi tidak terlihat oleh pengguna.',
  photo: null,
};

const inOwnProvince = { own: 'ok', beside: 'ok', other: 'not-found', missing: 'not-found' } as const;

const ofPeriod =
  (path: string, body?: object): Row['to'] =>
  async (world, side) => {
    const id = side === 'missing' ? randomUUID() : await periodOf(world);
    const { province } = world.lands[side === 'missing' ? 'own' : side];
    return { path: `/api/office/periods/${id}/${path}?province=${province}`, body };
  };

/** So many stay, of the twenty that there may be: what another side is about to ask for is not taken away. */
const KEPT = 10;

/** A case of its own for every request, written by the head of that land. */
async function aCase(world: World, side: Exclude<Side, 'missing'>): Promise<string> {
  const { people, province } = world.lands[side];
  const head = await signedIn(world.site, people.head);
  const path = `/api/office/periods/${await periodOf(world)}/calibration`;
  const before = await head.get(`${path}?province=${province}`);
  const old = (before.body.cases as { id: string }[]).slice(0, -KEPT);
  for (const { id } of old) await head.delete(`${path}/${id}`);
  const made = await head.post(`${path}?province=${province}`, CASE);
  const { id } = (made.body.cases as { id: string }[]).at(-1) ?? { id: randomUUID() };
  if (side === 'other') world.foreign.add(id);
  return id;
}

export const rows: readonly Row[] = [
  {
    route: 'GET /api/office/periods/:periodId/quality',
    to: ofPeriod('quality'),
    outcome: { verifier: inOwnProvince, head: inOwnProvince, 'national-admin': everywhere() },
  },
  {
    route: 'GET /api/quality/mine',
    to: (_world, side) => (side === 'own' ? { path: '/api/quality/mine' } : undefined),
    outcome: { assessor: always('ok'), enumerator: always('ok') },
  },
  {
    route: 'PUT /api/quality/mine/:periodId',
    to: async (world, side) => ({
      path: `/api/quality/mine/${side === 'missing' ? randomUUID() : await periodOf(world)}`,
      body: { remark: null },
    }),
    outcome: { assessor: always('not-found'), enumerator: always('not-found') },
  },
  {
    route: 'GET /api/office/periods/:periodId/calibration',
    to: ofPeriod('calibration'),
    outcome: { verifier: inOwnProvince, head: inOwnProvince, 'national-admin': everywhere() },
  },
  {
    route: 'POST /api/office/periods/:periodId/calibration',
    to: async (world, side, caller) => {
      if (side !== 'missing') await aCase(world, side);
      return await ofPeriod('calibration', CASE)(world, side, caller);
    },
    outcome: { head: inOwnProvince },
  },
  {
    route: 'DELETE /api/office/periods/:periodId/calibration/:caseId',
    to: async (world, side) => {
      const id = side === 'missing' ? randomUUID() : await aCase(world, side);
      return { path: `/api/office/periods/${await periodOf(world)}/calibration/${id}` };
    },
    outcome: { head: inOwnProvince },
  },
  {
    route: 'GET /api/calibration/:caseId/photo',
    to: async (world, side) => ({
      path: `/api/calibration/${side === 'missing' ? randomUUID() : await aCase(world, side)}/photo`,
    }),
    // These cases have no photo.
    outcome: {
      assessor: always('not-found'),
      enumerator: always('not-found'),
      verifier: always('not-found'),
      head: always('not-found'),
      'national-admin': always('not-found'),
    },
  },
  {
    route: 'GET /api/calibration/mine',
    to: (_world, side) => (side === 'own' ? { path: '/api/calibration/mine' } : undefined),
    outcome: { assessor: always('ok'), enumerator: always('ok') },
  },
  {
    route: 'PUT /api/calibration/:caseId/answer',
    to: async (world, side) => ({
      path: `/api/calibration/${side === 'missing' ? randomUUID() : await aCase(world, side)}/answer`,
      body: { level: 1 },
    }),
    outcome: { assessor: inOwnProvince, enumerator: inOwnProvince },
  },
];
