import { randomUUID } from 'node:crypto';

import { ProvinceCode } from '@patuh/shared/domain/government';
import { planVersion } from '@patuh/server/platform/plan-lock';

import { aPeriod } from '../../../support/assessments.ts';
import { everywhere, inProvince, type Row } from '../../../support/matrix.ts';
import { newPeriod, plannedUnits, SETTINGS } from '../../../support/periods.ts';
import { instrumentOf } from '../../../support/reference-instruments.ts';
import type { Side, World } from '../../../support/world.ts';

/** In force for all years that there will be, so that each season can have a year of its own. */
const instrument = {
  ...instrumentOf(2024),
  id: 'uji-rencana',
  status: 'active' as const,
  years: Array.from({ length: 17 }, (_, index) => 2013 + index),
};

/** A trial that the office of that side holds for itself. */
async function aTrial({ site, lands, foreign }: World, side: Side): Promise<string> {
  if (side === 'missing') return randomUUID();
  const id = await aPeriod(site.db, {
    kind: 'trial',
    year: 2025,
    province: lands[side].province,
    opened: false,
    instrument,
  });
  if (side === 'other') foreign.add(id);
  return id;
}

/** Later years are those of other rows. */
const LAST_YEAR = 2029;

/** A season with units of the side in its plan, and the version of that plan; a `fresh` one has no lot yet. */
async function aSeason({ site, lands }: World, side: Side, { fresh = false } = {}) {
  if (side === 'missing') return { periodId: randomUUID(), province: lands.own.province, seen: 0 };
  const { province, government } = lands[side];
  const taken = await site.db.selectFrom('period').select('year').where('kind', '=', 'season').execute();
  const free = instrument.years.filter((year) => year !== LAST_YEAR && taken.every((period) => period.year !== year));
  const year = fresh ? (free.at(-1) ?? LAST_YEAR) : LAST_YEAR;
  const periodId = await aPeriod(site.db, { year, opened: false, secondVisitPercent: 20, instrument });
  await plannedUnits(site, { periodId, government, count: 3 });
  const seen = await planVersion(site.db, { periodId, province: ProvinceCode.parse(province) });
  return { periodId, province, seen };
}

const readers = { 'national-admin': everywhere(), head: inProvince(), verifier: inProvince() };
/** A trial of an office is run by its head; the national office only looks. */
const runners = {
  'national-admin': { ...everywhere('not-permitted'), missing: 'not-found' as const },
  head: inProvince(),
};

export const rows: readonly Row[] = [
  {
    route: 'GET /api/periods',
    to: async (world, side) => {
      if (side === 'own') await aTrial(world, 'other');
      return side === 'own' ? { path: '/api/periods' } : undefined;
    },
    outcome: readers,
  },
  {
    route: 'POST /api/periods',
    to: (world, side) => ({
      path: '/api/periods',
      body: newPeriod({
        kind: 'trial',
        province: ProvinceCode.parse(side === 'missing' ? '00' : world.lands[side].province),
      }),
    }),
    outcome: { 'national-admin': everywhere(), head: inProvince() },
  },
  {
    route: 'GET /api/periods/:periodId',
    to: async (world, side) => ({ path: `/api/periods/${await aTrial(world, side)}` }),
    outcome: readers,
  },
  {
    route: 'PUT /api/periods/:periodId/settings',
    to: async (world, side) => ({
      path: `/api/periods/${await aTrial(world, side)}/settings`,
      body: { seen: 0, settings: SETTINGS },
    }),
    outcome: runners,
  },
  {
    route: 'POST /api/periods/:periodId/opening',
    to: async (world, side) => ({ path: `/api/periods/${await aTrial(world, side)}/opening`, body: { seen: 0 } }),
    outcome: runners,
  },
  {
    route: 'PUT /api/periods/:periodId/days',
    to: async (world, side) => {
      const { periodId, province, seen } = await aSeason(world, side);
      return { path: `/api/periods/${periodId}/days`, body: { province, seen, days: [] } };
    },
    outcome: runners,
  },
  {
    route: 'GET /api/periods/:periodId/lots/:province',
    to: async (world, side) => {
      const { periodId, province } = await aSeason(world, side);
      return { path: `/api/periods/${periodId}/lots/${province}` };
    },
    outcome: { 'national-admin': everywhere(), head: inProvince() },
  },
  {
    route: 'POST /api/periods/:periodId/lots/:province',
    to: async (world, side) => {
      const { periodId, province, seen } = await aSeason(world, side, { fresh: true });
      return { path: `/api/periods/${periodId}/lots/${province}`, body: { seen } };
    },
    outcome: { head: inProvince() },
  },
];
