import { randomUUID } from 'node:crypto';

import type { PeriodId, TeamId } from '@patuh/shared/domain/ids';

import { anAssessment, aPeriod, aTeam } from '../../../support/assessments.ts';
import { everywhere, inProvince, type Outcome, type Row } from '../../../support/matrix.ts';
import type { Side, World } from '../../../support/world.ts';

/** A period of this table's own. */
const YEAR = 2031;
const periods = new WeakMap<World, Promise<PeriodId>>();

async function periodOf(world: World): Promise<PeriodId> {
  const known = periods.get(world) ?? aPeriod(world.site.db, { year: YEAR });
  periods.set(world, known);
  return await known;
}

interface Made {
  readonly periodId: PeriodId;
  readonly province: string;
  readonly teamId: TeamId;
  readonly unitId: string;
  readonly assessor: string;
  readonly seen: number;
}

/** A unit with a team of its own, and the plan of its province as it is now. */
async function aPlanOn(world: World, side: Exclude<Side, 'missing'>): Promise<Made> {
  const { db } = world.site;
  const { government, province, people } = world.lands[side];
  const periodId = await periodOf(world);
  const members = [{ personId: people.assessor.id, role: 'assessor' as const }];
  const { id, teamId, unit } = await anAssessment(db, { periodId, government, members });
  if (side === 'other') for (const foreign of [id, teamId, unit.id]) world.foreign.add(foreign);
  const plan = await db
    .selectFrom('period_plan')
    .select('version')
    .where('period_id', '=', periodId)
    .where('province_code', '=', unit.province)
    .executeTakeFirst();
  const seen = plan?.version ?? 0;
  return { periodId, province, teamId, unitId: unit.id, assessor: people.assessor.id, seen };
}

const nowhere = (): Made => ({
  periodId: randomUUID() as PeriodId,
  province: '53',
  teamId: randomUUID() as TeamId,
  unitId: randomUUID(),
  assessor: randomUUID(),
  seen: 0,
});

function about(path: (made: Made) => string, body?: (made: Made) => object): Row['to'] {
  return async (world, side) => {
    const made = side === 'missing' ? nowhere() : await aPlanOn(world, side);
    return { path: `/api/periods/${made.periodId}${path(made)}`, body: body?.(made) };
  };
}

/** The head of the province plans; whoever else works in its office is told that their role does not. */
function byHead(outcome: Outcome = 'ok'): Row['outcome'] {
  return { head: inProvince(outcome) };
}

const team = ({ province, teamId }: Made): string => `/teams/${province}/${teamId}`;

export const rows: readonly Row[] = [
  {
    route: 'GET /api/periods/:periodId/teams/:province',
    to: about(({ province }) => `/teams/${province}`),
    outcome: { verifier: inProvince(), head: inProvince(), 'national-admin': everywhere() },
  },
  {
    route: 'POST /api/periods/:periodId/teams/:province',
    to: about(
      ({ province }) => `/teams/${province}`,
      ({ seen }) => ({ seen, name: `Tim ${randomUUID().slice(0, 8)}`, members: [] }),
    ),
    outcome: byHead(),
  },
  {
    route: 'PUT /api/periods/:periodId/teams/:province/:teamId/name',
    to: about(
      (made) => `${team(made)}/name`,
      ({ seen }) => ({ seen, name: `Tim ${randomUUID().slice(0, 8)}` }),
    ),
    outcome: byHead(),
  },
  {
    route: 'PUT /api/periods/:periodId/teams/:province/:teamId/members/:personId',
    to: about(
      (made) => `${team(made)}/members/${made.assessor}`,
      ({ seen }) => ({ seen, role: 'enumerator' }),
    ),
    outcome: byHead(),
  },
  {
    route: 'POST /api/periods/:periodId/teams/:province/:teamId/members/:personId/departure',
    to: about(
      (made) => `${team(made)}/members/${made.assessor}/departure`,
      ({ seen }) => ({ seen }),
    ),
    outcome: byHead(),
  },
  {
    route: 'PUT /api/periods/:periodId/assignments/:province',
    to: async (world, side) => {
      const made = side === 'missing' ? nowhere() : await aPlanOn(world, side);
      const members =
        side === 'missing' ? [] : [{ personId: world.lands[side].people.assessor.id, role: 'assessor' as const }];
      const teamId =
        side === 'missing'
          ? randomUUID()
          : await aTeam(world.site.db, { periodId: made.periodId, province: made.province, members });
      const body = { seen: made.seen, assignments: [{ unitId: made.unitId, teamId }] };
      return { path: `/api/periods/${made.periodId}/assignments/${made.province}`, body };
    },
    outcome: byHead(),
  },
  {
    route: 'PUT /api/periods/:periodId/plan-warnings/:province',
    to: async (world, side) => {
      const made = side === 'missing' ? nowhere() : await aPlanOn(world, side);
      if (side !== 'missing') {
        await world.site.db
          .updateTable('team_member')
          .set({ left_at: new Date() })
          .where('team_id', '=', made.teamId)
          .execute();
      }
      const body = { keys: [`nobody-hands-in ${made.teamId}`], reason: 'Asesor baru datang pekan depan.' };
      return { path: `/api/periods/${made.periodId}/plan-warnings/${made.province}`, body };
    },
    outcome: byHead(),
  },
];
