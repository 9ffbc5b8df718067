import type { FastifyInstance } from 'fastify';

import { type ApiDeps, serveApi } from '@patuh/server/platform/access';
import * as contracts from '@patuh/shared/contracts/sync';

import { pullChanges } from './pull.ts';
import { pushChanges } from './push.ts';

export function syncRoutes(app: FastifyInstance, deps: ApiDeps): void {
  serveApi(app, deps, contracts.pushChanges, async ({ actor, body }) => await pushChanges(deps, actor, body));
  serveApi(app, deps, contracts.pullChanges, async ({ actor, body }) => await pullChanges(deps, actor, body));
}
