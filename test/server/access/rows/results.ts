import { randomUUID } from 'node:crypto';

import type { AssessmentId, PeriodId } from '@patuh/shared/domain/ids';

import { anAssessment, aPeriod, type TestUnit } from '../../../support/assessments.ts';
import { everywhere, inGovernment, type Row } from '../../../support/matrix.ts';
import type { Side, World } from '../../../support/world.ts';

/** A period of this table's own, with one unit for each land; none of them has a result yet. */
const YEAR = 2037;
const seasons = new WeakMap<World, Promise<Season>>();

interface Season {
  readonly periodId: PeriodId;
  readonly assessments: Readonly<Record<'own' | 'beside' | 'other', AssessmentId>>;
}

async function seasonOf(world: World): Promise<Season> {
  const known = seasons.get(world) ?? makeSeason(world);
  seasons.set(world, known);
  return await known;
}

async function makeSeason(world: World): Promise<Season> {
  const periodId = await aPeriod(world.site.db, { year: YEAR });
  const assess = async (unit: TestUnit): Promise<AssessmentId> =>
    (await anAssessment(world.site.db, { periodId, unit })).id;
  const { own, beside, other } = world.lands;
  const assessments = {
    own: await assess(own.unit),
    beside: await assess(beside.unit),
    other: await assess(other.unit),
  };
  world.foreign.add(assessments.other);
  return { periodId, assessments };
}

async function government(world: World, side: Side): Promise<string> {
  const { periodId } = await seasonOf(world);
  if (side === 'missing') return `/api/results/${randomUUID()}/${world.lands.own.government}`;
  return `/api/results/${periodId}/${world.lands[side].government}`;
}

export const rows: readonly Row[] = [
  {
    route: 'GET /api/results',
    to: (_world, side) => (side === 'own' ? { path: '/api/results' } : undefined),
    outcome: { sekda: everywhere(), observer: everywhere() },
  },
  {
    route: 'GET /api/results/:periodId/:government',
    to: async (world, side) => ({ path: await government(world, side) }),
    outcome: { sekda: inGovernment(), observer: inGovernment() },
  },
  {
    route: 'GET /api/results/:periodId/:government/units/:assessmentId',
    to: async (world, side) => {
      const { assessments } = await seasonOf(world);
      const unit = side === 'missing' ? randomUUID() : assessments[side];
      return { path: `${await government(world, side)}/units/${unit}` };
    },
    outcome: { sekda: inGovernment('result-not-ready'), observer: inGovernment('result-not-ready') },
  },
  {
    route: 'GET /api/results/:periodId/:government/units/:assessmentId/photos',
    to: async (world, side) => {
      const { assessments } = await seasonOf(world);
      const unit = side === 'missing' ? randomUUID() : assessments[side];
      return { path: `${await government(world, side)}/units/${unit}/photos` };
    },
    outcome: { sekda: inGovernment('result-not-ready'), observer: inGovernment('result-not-ready') },
  },
];
