import type { FastifyInstance } from 'fastify';

import { type ApiDeps, serveApi } from '@patuh/server/platform/access';
import { getToday } from '@patuh/shared/contracts/today';

import { listToday } from './list-today.ts';

/** The first page of the office. */
export function todayRoutes(app: FastifyInstance, deps: ApiDeps): void {
  serveApi(app, deps, getToday, async ({ actor }) => await listToday(deps, actor));
}
