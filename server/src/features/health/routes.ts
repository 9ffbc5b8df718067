import type { FastifyInstance } from 'fastify';

import { ProblemError } from '@patuh/server/platform/problem';

export interface HealthDeps {
  /** Resolves when the database answers; rejects otherwise. */
  readonly ping: () => Promise<void>;
  readonly stopping: () => boolean;
}

/** `/healthz`: the process answers. `/readyz`: it can do its work; a proxy sends readers elsewhere until it can. */
export function healthRoutes(app: FastifyInstance, deps: HealthDeps): void {
  app.get('/healthz', { schema: { hide: true } }, () => ({ status: 'ok' }));
  app.get('/readyz', { schema: { hide: true } }, async (request) => {
    if (deps.stopping()) throw new ProblemError('not-ready');
    try {
      await deps.ping();
    } catch (error) {
      request.log.warn({ err: error }, 'database does not answer');
      throw new ProblemError('not-ready');
    }
    return { status: 'ready' };
  });
}
