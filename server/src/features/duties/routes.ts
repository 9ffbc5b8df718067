import type { FastifyInstance } from 'fastify';

import { type ApiDeps, serveApi } from '@patuh/server/platform/access';
import * as contracts from '@patuh/shared/contracts/duties';

import { dutyTable } from './duty-table.ts';
import { giveDuties } from './give-duties.ts';

/** Who is to verify what. */
export function dutyRoutes(app: FastifyInstance, deps: ApiDeps): void {
  serveApi(app, deps, contracts.getDuties, ({ actor, params, query }) =>
    dutyTable(deps, actor, { periodId: params.periodId, province: query.province }),
  );
  serveApi(app, deps, contracts.giveDuties, async ({ actor, params, body }) => {
    await giveDuties(deps, actor, { periodId: params.periodId, ...body });
    return await dutyTable(deps, actor, { periodId: params.periodId, province: body.province });
  });
}
