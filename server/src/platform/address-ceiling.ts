import type { FastifyInstance, FastifyRequest } from 'fastify';

import { ProblemError } from './problem.ts';

/** Requests per address and minute, as a high ceiling only: who guesses at one account is stopped by that account. */
export function addressCeiling(app: FastifyInstance, max: number): (request: FastifyRequest) => Promise<void> {
  const check = app.createRateLimit({ max, timeWindow: '1 minute' });
  return async (request) => {
    const limit = await check(request);
    if (!limit.isAllowed && limit.isExceeded) throw new ProblemError('too-many-requests', [], {}, limit.ttlInSeconds);
  };
}
