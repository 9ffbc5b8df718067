import { gzipSync } from 'node:zlib';

import { openRequests } from '@patuh/server/platform/open-requests';
import { ProblemError } from '@patuh/server/platform/problem';
import { PROBLEMS } from '@patuh/shared/contracts/problems';
import Fastify from 'fastify';
import { describe, expect, it } from 'vitest';

const LIMIT = 10_000;

async function send(body: Buffer, encoding: string) {
  const app = Fastify();
  openRequests(app);
  app.setErrorHandler(async (error, _request, reply) => {
    if (!(error instanceof ProblemError)) throw error;
    return await reply.code(PROBLEMS[error.code].status).send({ code: error.code });
  });
  app.post('/answers', { bodyLimit: LIMIT }, (request) => request.body);
  const headers = { 'content-type': 'application/json', 'content-encoding': encoding };
  const reply = await app.inject({ method: 'POST', url: '/answers', headers, payload: body });
  return { status: reply.statusCode, body: reply.json<Record<string, unknown>>() };
}

const json = (value: unknown): Buffer => Buffer.from(JSON.stringify(value));

describe('a request that travels as gzip', () => {
  it('says what it says uncompressed', async () => {
    const answers = { notes: 'tidak ada maklumat '.repeat(400) };
    expect(gzipSync(json(answers)).length).toBeLessThan(300);
    expect(await send(gzipSync(json(answers)), 'gzip')).toEqual({ status: 200, body: answers });
  });

  it('is refused when it would unpack to more than the route takes', async () => {
    const bomb = gzipSync(json({ notes: 'a'.repeat(50 * LIMIT) }));
    expect(bomb.length).toBeLessThan(LIMIT);
    expect(await send(bomb, 'gzip')).toMatchObject({ status: 413, body: { code: 'request-too-large' } });
  });

  it('is refused when it is cut off or no gzip at all', async () => {
    const whole = gzipSync(json({ notes: 'a' }));
    for (const broken of [whole.subarray(0, 20), json({ notes: 'a' })]) {
      expect(await send(broken, 'gzip')).toMatchObject({ status: 400, body: { code: 'invalid-request' } });
    }
  });

  it('is refused in an encoding nobody agreed on', async () => {
    expect(await send(json({}), 'br')).toMatchObject({ status: 415, body: { code: 'unsupported-media-type' } });
  });
});
