import { healthRoutes } from '@patuh/server/features/health/routes';
import { handleProblems } from '@patuh/server/platform/problem-handler';
import Fastify, { type FastifyInstance } from 'fastify';
import { afterEach, describe, expect, it } from 'vitest';

let app: FastifyInstance | undefined;
afterEach(async () => {
  await app?.close();
});

async function readiness(ping: () => Promise<void>, stopping = false) {
  app = Fastify();
  handleProblems(app, () => undefined);
  healthRoutes(app, { ping, stopping: () => stopping });
  return await app.inject('/readyz');
}

describe('readiness', () => {
  it('is told while the database answers', async () => {
    expect((await readiness(async () => await Promise.resolve())).json()).toEqual({ status: 'ready' });
  });

  it.each<[string, () => Promise<void>, boolean]>([
    ['the database refuses', async () => await Promise.reject(new Error('refused')), false],
    ['the database hangs', async () => await new Promise<void>(() => undefined), false],
    ['the server is stopping', async () => await Promise.resolve(), true],
  ])('is denied where %s', async (_what, ping, stopping) => {
    const reply = await readiness(ping, stopping);
    expect(reply.statusCode).toBe(503);
    expect(reply.json()).toMatchObject({ code: 'not-ready' });
  });
});
