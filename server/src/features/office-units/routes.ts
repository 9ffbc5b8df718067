import type { FastifyInstance } from 'fastify';

import { type ApiDeps, serveApi } from '@patuh/server/platform/access';
import { listOfficeUnits } from '@patuh/shared/contracts/office-units';

import { listUnits } from './list-units.ts';

/** The units of the office, page by page. */
export function officeUnitRoutes(app: FastifyInstance, deps: ApiDeps): void {
  serveApi(app, deps, listOfficeUnits, async ({ actor, query }) => await listUnits(deps, actor, query));
}
