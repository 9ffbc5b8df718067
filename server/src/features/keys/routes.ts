import type { FastifyInstance } from 'fastify';

import { getKeys } from '@patuh/shared/contracts/keys';

import { type ApiDeps, serveApi } from '@patuh/server/platform/access';
import { findKeyChanges } from './queries.ts';

export function keyRoutes(app: FastifyInstance, deps: ApiDeps & { readonly keyId: string }): void {
  serveApi(app, deps, getKeys, async () => ({
    keyId: deps.keyId,
    format: 'patuh-keys/1' as const,
    changes: [...(await findKeyChanges(deps.db, 'main'))],
  }));
}
