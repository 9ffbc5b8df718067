import type { FastifyInstance } from 'fastify';

import { type ApiDeps, serveApi } from '@patuh/server/platform/access';
import * as contracts from '@patuh/shared/contracts/sync';

import { pullChanges } from './pull.ts';
import type { Push } from './push-line.ts';

export interface SyncDeps extends ApiDeps {
  readonly push: Push;
}

export function syncRoutes(app: FastifyInstance, deps: SyncDeps): void {
  serveApi(app, deps, contracts.pushChanges, async ({ actor, body }) => await deps.push(actor, body));
  serveApi(app, deps, contracts.pullChanges, async ({ actor, body }) => await pullChanges(deps, actor, body));
}
