import type { Catalogue } from '@patuh/server/platform/catalogue/catalogue';
import { publicBytes } from '@patuh/server/platform/public-bytes';
import Fastify, { type FastifyInstance } from 'fastify';
import { afterEach, describe, expect, it } from 'vitest';

import { aSite } from '../../support/site.ts';

let app: FastifyInstance | undefined;
afterEach(async () => {
  await app?.close();
});

const BODY = 'x'.repeat(10_000);

/** A server of one page whose answers are counted as they are made. */
async function aPage(mostKeptBytes: number) {
  const site = await aSite({ history: false });
  const catalogue: Catalogue = site.feed.catalogue();
  await site.close();
  const made: string[] = [];
  const send = publicBytes(mostKeptBytes);
  app = Fastify();
  app.get('/', (request, reply) =>
    send(catalogue, request, reply, () => {
      made.push(request.url);
      return { type: 'text/plain', body: BODY };
    }),
  );
  const ask = async (url: string, headers: Record<string, string> = {}) => app?.inject({ url, headers });
  return { ask, made };
}

describe('bytes kept for the next reader', () => {
  it('are made once per address', async () => {
    const { ask, made } = await aPage(1_000_000);
    for (const url of ['/', '/?a=1', '/', '/?a=1']) expect((await ask(url))?.body).toBe(BODY);
    expect(made).toEqual(['/', '/?a=1']);
  });

  it('never take more than their share of the memory, however many addresses somebody invents', async () => {
    const { ask, made } = await aPage(50_000);
    for (let index = 0; index < 20; index += 1) await ask(`/?a=${index}`);
    const before = made.length;
    for (let index = 0; index < 20; index += 1) await ask(`/?a=${index}`);
    expect(made.length - before).toBeGreaterThan(15);
  });

  it('are answered without if they are larger than all that may be kept', async () => {
    const { ask, made } = await aPage(5_000);
    await ask('/');
    expect((await ask('/'))?.body).toBe(BODY);
    expect(made).toHaveLength(2);
  });
});

describe('a reader who has the bytes already', () => {
  it.each<[string, (etag: string) => string, number]>([
    ['names them', (etag) => etag, 304],
    ['names them through a proxy that made the tag weak', (etag) => `W/${etag}`, 304],
    ['names them among others', (etag) => `"other", ${etag}`, 304],
    ['has whatever there is', () => '*', 304],
    ['has others', () => '"other"', 200],
    ['has others whose name begins alike', (etag) => etag.replace(/"$/, 'x"'), 200],
  ])('%s', async (_what, asked, status) => {
    const { ask } = await aPage(1_000_000);
    const etag = String((await ask('/'))?.headers['etag']);
    const reply = await ask('/', { 'if-none-match': asked(etag) });
    expect(reply?.statusCode).toBe(status);
    expect(reply?.body).toBe(status === 304 ? '' : BODY);
  });
});
