import { brotliDecompressSync, gunzipSync } from 'node:zlib';

import { compressReplies, LEAST_COMPRESSED } from '@patuh/server/platform/compress-replies';
import Fastify from 'fastify';
import { describe, expect, it } from 'vitest';

const LONG = { text: 'jawaban '.repeat(LEAST_COMPRESSED) };
const SHORT = { accessToken: 'rahasia' };

async function reply(path: string, accepted: string) {
  const app = Fastify();
  compressReplies(app);
  app.get('/long', () => LONG);
  app.get('/short', () => SHORT);
  return await app.inject({ url: path, headers: { 'accept-encoding': accepted } });
}

describe('a long reply', () => {
  it.each([
    ['br', 'gzip, deflate, br', brotliDecompressSync],
    ['gzip', 'gzip', gunzipSync],
  ])('travels as %s to whoever reads that, and says the same', async (encoding, accepted, open) => {
    const { headers, rawPayload } = await reply('/long', accepted);
    expect(headers['content-encoding']).toBe(encoding);
    expect(headers.vary).toContain('accept-encoding');
    expect(Number(headers['content-length'])).toBe(rawPayload.length);
    expect(rawPayload.length).toBeLessThan(LEAST_COMPRESSED / 10);
    expect(JSON.parse(open(rawPayload).toString())).toEqual(LONG);
  });

  it('stays as it is for whoever reads nothing else', async () => {
    const { headers, body } = await reply('/long', 'identity');
    expect(headers['content-encoding']).toBeUndefined();
    expect(JSON.parse(body)).toEqual(LONG);
  });
});

describe('a short reply', () => {
  it('is never compressed, because it may hold a secret', async () => {
    const { headers, body } = await reply('/short', 'br');
    expect(headers['content-encoding']).toBeUndefined();
    expect(JSON.parse(body)).toEqual(SHORT);
  });
});
