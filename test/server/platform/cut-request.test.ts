import { once } from 'node:events';
import { connect } from 'node:net';
import { gzipSync } from 'node:zlib';

import { logOptions } from '@patuh/server/platform/log';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { aSite, type Site } from '../../support/site.ts';

let site: Site;
let log = '';
beforeAll(async () => {
  const stream = { write: (line: string) => (log += line) };
  site = await aSite({ history: false, logger: { ...(logOptions('info') as object), stream } });
  await site.app.listen({ host: '127.0.0.1', port: 0 });
});
afterAll(async () => await site.close());

const BODY = Buffer.from(JSON.stringify({ email: 'x'.repeat(50_000), password: 'y', deviceName: 'z' }));

/** Sends the head and, once the server reads, half of the body: as a phone does that leaves the network. */
async function half(body: Buffer, headers: readonly string[] = []): Promise<void> {
  const { port } = site.app.server.address() as { readonly port: number };
  const socket = connect(port, '127.0.0.1');
  const head = [
    'POST /api/session HTTP/1.1',
    'host: x',
    'content-type: application/json',
    `content-length: ${body.length}`,
    'expect: 100-continue',
    ...headers,
  ];
  socket.write(`${head.join('\r\n')}\r\n\r\n`);
  await once(socket, 'data');
  socket.write(body.subarray(0, body.length / 2));
  socket.destroySoon();
  await once(socket, 'close');
}

/** How many requests were counted as cut off, and that none was counted as anything else. */
async function cut(): Promise<number> {
  const { body } = await site.app.inject('/metrics');
  const lines = body.split('\n').filter((line) => line.startsWith('patuh_http_requests_total{method="POST"'));
  expect(lines.filter((line) => !line.includes('status="499"'))).toEqual([]);
  return Number(lines[0]?.split(' ').at(-1) ?? 0);
}

describe('a request that the phone cut off', () => {
  it.each([
    ['as it is', BODY, []],
    ['compressed', gzipSync(BODY, { level: 0 }), ['content-encoding: gzip']],
  ])('%s is counted as that, and is no fault of the server', async (_, body, headers) => {
    log = '';
    const before = await cut();
    await half(body, headers);
    await expect.poll(cut).toBe(before + 1);
    expect(log).not.toContain('unexpected error');
    expect(log).not.toContain('"level":50');
  });
});
