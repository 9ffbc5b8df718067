import type { FastifyInstance, FastifyRequest } from 'fastify';
import { collectDefaultMetrics, Counter, Registry } from 'prom-client';

import { CUT_OFF, isCutOff } from './cut-off.ts';

declare module 'fastify' {
  interface FastifyInstance {
    metrics: Registry;
  }
}

/** Counts for whoever runs the server: per route and status, never per person or address. */
export function countRequests(app: FastifyInstance): void {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const requests = new Counter({
    name: 'patuh_http_requests_total',
    help: 'Answered requests by method, route and status; 499 where the sender went away while sending',
    labelNames: ['method', 'route', 'status'] as const,
    registers: [registry],
  });
  // Looking a counter up by its labels costs more than many an answer, so each is looked up once.
  const known = new Map<string, Counter.Internal>();
  app.decorate('metrics', registry);
  function count({ method, routeOptions }: FastifyRequest, status: number): void {
    const route = routeOptions.url ?? 'unknown';
    const key = `${method} ${status} ${route}`;
    const counter = known.get(key) ?? requests.labels({ method, route, status });
    known.set(key, counter);
    counter.inc();
  }
  app.addHook('onResponse', (request, reply, done) => {
    count(request, reply.raw.statusCode);
    done();
  });
  // Of these no answer is told.
  app.addHook('onRequestAbort', (request, done) => {
    if (isCutOff(request)) count(request, CUT_OFF);
    done();
  });
}

export function metricsRoute(app: FastifyInstance): void {
  app.get('/metrics', { schema: { hide: true } }, async (_request, reply) =>
    reply.type(app.metrics.contentType).send(await app.metrics.metrics()),
  );
}
