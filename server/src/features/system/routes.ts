import type { FastifyInstance } from 'fastify';

import { getSystemHealth } from '@patuh/shared/contracts/system';

import { type ApiDeps, serveApi } from '@patuh/server/platform/access';
import { systemHealth } from './health.ts';

export interface SystemRouteDeps extends ApiDeps {
  readonly dataDir: string;
  readonly publicUrl: string | null;
}

export function systemRoutes(app: FastifyInstance, deps: SystemRouteDeps): void {
  const startedAt = deps.now();
  serveApi(app, deps, getSystemHealth, () => systemHealth({ ...deps, startedAt }));
}
