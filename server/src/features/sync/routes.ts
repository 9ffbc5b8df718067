import type { FastifyInstance } from 'fastify';

import type { ApiDeps } from '@patuh/server/platform/access';

export function syncRoutes(app: FastifyInstance, deps: ApiDeps): void {
  void app;
  void deps;
}
