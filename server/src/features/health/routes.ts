import { setTimeout as pause } from 'node:timers/promises';

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
      await inTime(deps.ping());
    } catch (error) {
      request.log.warn({ err: error }, 'database does not answer');
      throw new ProblemError('not-ready');
    }
    return { status: 'ready' };
  });
}

/** A database that hangs is as good as none: whoever asks must hear so before giving up. */
const PATIENCE_MS = 2_000;

async function inTime(answer: Promise<void>): Promise<void> {
  const over = new AbortController();
  const late = pause(PATIENCE_MS, undefined, { signal: over.signal }).then(() => {
    throw new Error(`no answer within ${PATIENCE_MS} ms`);
  });
  try {
    await Promise.race([answer, late]);
  } finally {
    over.abort();
  }
}
