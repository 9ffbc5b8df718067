import type { FastifyServerOptions } from 'fastify';

import type { LogLevel } from './config.ts';

/**
 * Lines of JSON about what went wrong and when, without personal data: no address, no header, no query, no body. Which
 * route is enough to find a fault; who asked is nobody's business.
 */
export function logOptions(level: LogLevel): FastifyServerOptions['logger'] {
  return {
    level,
    base: null,
    serializers: {
      req: ({ method, routeOptions }) => ({ method, route: routeOptions.url ?? 'unknown' }),
      res: ({ statusCode }) => ({ statusCode }),
    },
  };
}
