import { randomUUID } from 'node:crypto';

import type { PeriodId } from '@patuh/shared/domain/ids';
import { sectionsOf } from '@patuh/shared/sync/sections';

import { anAssessment, aPeriod, type TestAssessment } from '../../../support/assessments.ts';
import { everywhere, inProvince, type Outcome, type Outcomes, type Row } from '../../../support/matrix.ts';
import { instrumentOf } from '../../../support/reference-instruments.ts';
import type { Side, World } from '../../../support/world.ts';

const REASON = 'Bukti tidak mendukung tingkat yang dipilih.';
const [section] = sectionsOf(instrumentOf(2023));
const indicatorId = section?.indicators[0]?.id;
const LATE = '0193a000-0000-7000-8000-000000000001';

/** A period of this table's own. */
const YEAR = 2026;
const periods = new WeakMap<World, Promise<PeriodId>>();

async function periodOf(world: World): Promise<PeriodId> {
  const known = periods.get(world) ?? aPeriod(world.site.db, { year: YEAR });
  periods.set(world, known);
  return await known;
}

/** A handed-in unit of its own for every request, so that no decision meets what another one left behind. */
async function aUnitOn(world: World, side: Exclude<Side, 'missing'>): Promise<TestAssessment> {
  const { government } = world.lands[side];
  const made = await anAssessment(world.site.db, { periodId: await periodOf(world), government, state: 'submitted' });
  if (side === 'other') world.foreign.add(made.id);
  return made;
}

function decision(path: string, body?: object): Row['to'] {
  return async (world, side) => {
    const id = side === 'missing' ? randomUUID() : (await aUnitOn(world, side)).id;
    return { path: `/api/office/assessments/${id}${path}`, body };
  };
}

/** A verifier of the province may; everybody else is told that their role may not. */
function byVerifier(outcome: Outcome): Row['outcome'] {
  return { verifier: inProvince(outcome) };
}

const nothingThere: Outcomes = { own: 'not-found', beside: 'not-found', other: 'not-found', missing: 'not-found' };

export const rows: readonly Row[] = [
  {
    route: 'GET /api/office/units',
    to: (_world, side) => (side === 'own' ? { path: '/api/office/units' } : undefined),
    outcome: { verifier: everywhere(), head: everywhere(), 'national-admin': everywhere() },
  },
  {
    route: 'GET /api/office/assessments/:assessmentId',
    to: decision(''),
    outcome: { verifier: inProvince(), head: inProvince(), 'national-admin': everywhere() },
  },
  {
    route: 'POST /api/office/assessments/:assessmentId/return',
    to: decision('/return', { version: 0, points: [{ indicatorId, subjectId: null, reason: REASON }] }),
    outcome: byVerifier('ok'),
  },
  {
    route: 'POST /api/office/assessments/:assessmentId/points/:pointId/settle',
    to: decision(`/points/${randomUUID()}/settle`, { version: 0 }),
    outcome: { verifier: nothingThere },
  },
  {
    route: 'POST /api/office/assessments/:assessmentId/late/:changeId',
    to: decision(`/late/${LATE}`, { version: 0, decision: 'leave-out', reason: REASON }),
    outcome: { verifier: nothingThere },
  },
  {
    route: 'GET /api/office/next-unit',
    to: (_world, side) => (side === 'own' ? { path: '/api/office/next-unit' } : undefined),
    outcome: { verifier: everywhere() },
  },
  {
    route: 'POST /api/office/assessments/:assessmentId/places/acceptance',
    to: decision('/places/acceptance', { version: 0, places: [{ indicatorId, subjectId: 'unit' }] }),
    outcome: byVerifier('point-unknown'),
  },
  {
    route: 'POST /api/office/assessments/:assessmentId/sections/:sectionId/acceptance',
    to: decision(`/sections/${section?.id}/acceptance`, { version: 0 }),
    outcome: byVerifier('assessment-incomplete'),
  },
  {
    route: 'POST /api/office/assessments/:assessmentId/verifier-exception',
    to: decision('/verifier-exception', { personId: randomUUID(), reason: REASON }),
    outcome: { head: inProvince('person-not-verifier') },
  },
  {
    route: 'POST /api/office/assessments/:assessmentId/reopening',
    to: decision('/reopening', { version: 0 }),
    outcome: byVerifier('already-decided'),
  },
];
