import { randomUUID } from 'node:crypto';

import type { PeriodId } from '@patuh/shared/domain/ids';
import { inTransaction } from '@patuh/server/platform/database';

import { anAssessment, aPeriod, aUnit } from '../../../support/assessments.ts';
import { everywhere, inProvince, type Row } from '../../../support/matrix.ts';
import type { Side, World } from '../../../support/world.ts';

const REASON = 'Menurut surat dinas bulan ini.';
const HASH = 'a'.repeat(64);

/** A period of this table's own. */
const YEAR = 2031;
const periods = new WeakMap<World, Promise<PeriodId>>();

async function periodOf(world: World): Promise<PeriodId> {
  const known = periods.get(world) ?? aPeriod(world.site.db, { year: YEAR });
  periods.set(world, known);
  return await known;
}

/** A unit of its own for every request, with what its screen showed of it. */
async function aUnitOn(world: World, side: Side): Promise<{ readonly id: string; readonly seen: string }> {
  if (side === 'missing') return { id: randomUUID(), seen: '0'.repeat(16) };
  const { id } = await aUnit(world.site.db, { government: world.lands[side].government });
  if (side === 'other') world.foreign.add(id);
  const head = world.callers.find(({ role }) => role === 'national-admin');
  const { body } = (await head?.get(`/api/office/register/${id}`)) ?? {};
  return { id, seen: (body as { unit: { seen: string } }).unit.seen };
}

function change(path: string, body: (land: { government: string }) => object): Row {
  return {
    route: `POST /api/office/register/:unitId/${path}`,
    to: async (world, side) => {
      const { id, seen } = await aUnitOn(world, side);
      const land = world.lands[side === 'missing' ? 'own' : side];
      return { path: `/api/office/register/${id}/${path}`, body: { seen, reason: REASON, ...body(land) } };
    },
    outcome: { head: inProvince() },
  };
}

const freshName = (): string => `Puskesmas ${randomUUID()}`;
const provinceOn = ({ lands }: World, side: Side): string => lands[side === 'missing' ? 'own' : side].province;

/** Something of the plan of a province; for `missing` of a period that does not exist. */
function planRow(
  route: string,
  body: ((world: World, side: Side, periodId: PeriodId) => Promise<object>) | undefined,
  outcome: Row['outcome'],
): Row {
  const [verb = '', pattern = ''] = route.split(' ');
  return {
    route,
    to: async (world, side) => {
      const periodId = await periodOf(world);
      const province = provinceOn(world, side);
      const path = pattern
        .replace(':periodId', side === 'missing' ? randomUUID() : periodId)
        .replace(':province', province)
        .replace(':format', 'csv');
      if (body !== undefined) return { path, body: { province, ...(await body(world, side, periodId)) } };
      return { path: verb === 'GET' && !pattern.includes(':province') ? `${path}?province=${province}` : path };
    },
    outcome,
  };
}

async function versionOf({ site: { db } }: World, side: Side, periodId: PeriodId, province: string): Promise<number> {
  const row = await db
    .selectFrom('period_plan')
    .select(['version', 'province_code'])
    .where('period_id', '=', periodId)
    .execute();
  return side === 'missing' ? 0 : (row.find((one) => one.province_code === province)?.version ?? 0);
}

const reads: Row['outcome'] = { verifier: inProvince(), head: inProvince(), 'national-admin': everywhere() };
const file = {
  name: 'rencana.csv',
  content: Buffer.from('pemda,jenis unit,nama unit\nx,y,Unit z\n').toString('base64'),
};

export const rows: readonly Row[] = [
  {
    route: 'GET /api/office/register',
    to: (world, side) =>
      side === 'missing' ? undefined : { path: `/api/office/register?province=${provinceOn(world, side)}` },
    outcome: reads,
  },
  {
    route: 'POST /api/office/register',
    to: ({ lands }, side) => {
      const government = side === 'missing' ? '53.99' : lands[side].government;
      const unit = { government, kind: 'health', name: freshName(), address: null, coordinates: null };
      return { path: '/api/office/register', body: { unit, reason: REASON } };
    },
    outcome: { head: inProvince() },
  },
  {
    route: 'GET /api/office/register/:unitId',
    to: async (world, side) => ({ path: `/api/office/register/${(await aUnitOn(world, side)).id}` }),
    outcome: reads,
  },
  change('name', () => ({ name: freshName() })),
  change('place', () => ({ address: 'Jalan Contoh 1', coordinates: null })),
  change('government', ({ government }) => ({ government })),
  change('split', () => ({ part: { kind: 'health', name: freshName(), address: null, coordinates: null } })),
  change('closing', () => ({ closed: true })),
  planRow('GET /api/office/periods/:periodId/units', undefined, reads),
  planRow('GET /api/office/periods/:periodId/units/last-season', undefined, reads),
  planRow(
    'POST /api/office/periods/:periodId/units',
    async (world, side, periodId) => {
      const { id } = await aUnitOn(world, side);
      return { version: await versionOf(world, side, periodId, provinceOn(world, side)), units: [id] };
    },
    { head: inProvince() },
  ),
  planRow(
    'POST /api/office/periods/:periodId/units/removal',
    async (world, side, periodId) => {
      const { id } = await aUnitOn(world, side);
      if (side !== 'missing') {
        const unit = { period_id: periodId, unit_id: id as never, team_id: null, first_time: false };
        await inTransaction(world.site.db, async (trx) => await trx.insertInto('period_unit').values(unit).execute());
      }
      return { version: await versionOf(world, side, periodId, provinceOn(world, side)), units: [id] };
    },
    { head: inProvince() },
  ),
  planRow('POST /api/office/periods/:periodId/units/file-check', async () => await Promise.resolve({ file }), {
    head: inProvince(),
  }),
  planRow(
    'POST /api/office/periods/:periodId/units/file',
    async (world, side, periodId) => ({
      file,
      checked: HASH,
      version: await versionOf(world, side, periodId, provinceOn(world, side)),
    }),
    { head: inProvince('changed-meanwhile') },
  ),
  planRow('GET /api/office/periods/:periodId/plan-file/:province/:format', undefined, reads),
  planRow('GET /api/office/periods/:periodId/plan-template/:province/:format', undefined, reads),
  {
    route: 'POST /api/office/assessments/:assessmentId/not-assessed',
    to: async (world, side) => {
      const periodId = await periodOf(world);
      const body = { version: 0, reason: 'closed', note: REASON, source: 'Surat Sekda nomor 12' };
      if (side === 'missing') return { path: `/api/office/assessments/${randomUUID()}/not-assessed`, body };
      const { id } = await anAssessment(world.site.db, { periodId, government: world.lands[side].government });
      if (side === 'other') world.foreign.add(id);
      return { path: `/api/office/assessments/${id}/not-assessed`, body };
    },
    outcome: { head: inProvince() },
  },
];
