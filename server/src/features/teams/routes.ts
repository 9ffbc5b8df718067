import type { FastifyInstance } from 'fastify';

import { type ApiDeps, serveApi } from '@patuh/server/platform/access';
import * as contracts from '@patuh/shared/contracts/teams';

import { answerWarnings } from './answer-warning.ts';
import { assignUnits } from './assign-units.ts';
import { createTeam, joinTeam, leaveTeam, renameTeam } from './change-teams.ts';
import { teamPlan } from './team-plan.ts';

/** Who visits which unit. Every change answers with the whole of it as it is then. */
export function teamRoutes(app: FastifyInstance, deps: ApiDeps): void {
  serveApi(app, deps, contracts.getTeamPlan, async ({ actor, params }) => await teamPlan(deps, actor, params));
  serveApi(
    app,
    deps,
    contracts.createTeam,
    async ({ actor, params, body }) => await createTeam(deps, actor, { ...params, ...body }),
  );
  serveApi(
    app,
    deps,
    contracts.renameTeam,
    async ({ actor, params, body }) => await renameTeam(deps, actor, { ...params, ...body }),
  );
  serveApi(
    app,
    deps,
    contracts.joinTeam,
    async ({ actor, params, body }) => await joinTeam(deps, actor, { ...params, ...body }),
  );
  serveApi(
    app,
    deps,
    contracts.leaveTeam,
    async ({ actor, params, body }) => await leaveTeam(deps, actor, { ...params, ...body }),
  );
  serveApi(
    app,
    deps,
    contracts.assignUnits,
    async ({ actor, params, body }) => await assignUnits(deps, actor, { ...params, ...body }),
  );
  serveApi(
    app,
    deps,
    contracts.answerPlanWarning,
    async ({ actor, params, body }) => await answerWarnings(deps, actor, { ...params, ...body }),
  );
}
