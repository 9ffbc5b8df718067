import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { brotliCompressSync, deflateSync, gzipSync } from 'node:zlib';

import { afterEach, describe, expect, it } from 'vitest';

import { isPublicAddress } from '@patuh/server/platform/web-copies/public-address';
import { MOST_BYTES, type Traveller, visit } from '@patuh/server/platform/web-copies/visit';

const servers: Server[] = [];
afterEach(() => {
  for (const server of servers.splice(0)) {
    server.closeAllConnections();
    server.close();
  }
});

/** A real website of this machine; answers its address under a name that exists in the test only. */
async function website(answer: RequestListener): Promise<string> {
  const server = createServer(answer).listen(0, '127.0.0.1');
  servers.push(server);
  await once(server, 'listening');
  return `http://dinas.example:${(server.address() as AddressInfo).port}`;
}

/** Goes where tests have servers: 127.0.0.1 stands for the public web, everything else is as it is. */
async function look(url: string, changes: Partial<Traveller> = {}) {
  return await visit(url, {
    reach: { isAddress: (address) => address === '127.0.0.1' || isPublicAddress(address), isPort: () => true },
    userAgent: 'Patuh/1 (+https://patuh.example)',
    signal: new AbortController().signal,
    resolve: async (name) => (name === 'dinas.example' ? ['127.0.0.1'] : []),
    ...changes,
  });
}

const PAGE = '<!doctype html><html><head><title>Maklumat Pelayanan &amp; Standar</title></head><body>…</body></html>';
const html: RequestListener = (_request, response) =>
  void response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end(PAGE);

describe('a page the server visits', () => {
  it('is kept as status, title, hash and size', async () => {
    const url = `${await website(html)}/maklumat`;
    expect(await look(url)).toEqual({
      state: 'fetched',
      finalUrl: url,
      status: 200,
      title: 'Maklumat Pelayanan & Standar',
      sha256: createHash('sha256').update(PAGE).digest('hex'),
      size: Buffer.byteLength(PAGE),
    });
  });

  it('is told who comes, and gets no cookie back', async () => {
    const seen: unknown[] = [];
    const site = await website((request, response) => {
      seen.push([request.url, request.headers['user-agent'], request.headers.cookie]);
      const location = request.url === '/' ? '/dua' : undefined;
      response.writeHead(location === undefined ? 200 : 302, {
        'set-cookie': 'kenal=1',
        ...(location && { location }),
      });
      response.end('…');
    });
    await look(`${site}/`);
    const agent = 'Patuh/1 (+https://patuh.example)';
    expect(seen).toEqual([
      ['/', agent, undefined],
      ['/dua', agent, undefined],
    ]);
  });

  it('has the title it shows, in whatever encoding', async () => {
    const site = await website((request, response) => {
      const latin = request.url === '/latin';
      const charset = latin ? 'iso-8859-1' : 'utf-8';
      const page = `<TITLE lang="id">\n Layanan “Caf\u00E9”\u0000 &#75;esehatan &#x1F600; </TITLE>`;
      response.writeHead(200, { 'content-type': `text/html; charset=${charset}` });
      response.end(latin ? Buffer.from('<title>Caf\u00E9</title>', 'latin1') : page);
    });
    expect(await look(`${site}/`)).toMatchObject({ title: 'Layanan “Café” Kesehatan 😀' });
    expect(await look(`${site}/latin`)).toMatchObject({ title: 'Café' });
  });

  it('has a title that turns nothing round that stands beside it', async () => {
    const site = await website((_request, response) => {
      response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' });
      response.end('<title>Biaya \u202E&#x2067;sitarg\u202C resmi</title>');
    });
    expect(await look(site)).toMatchObject({ title: 'Biaya sitarg resmi' });
  });

  it('has no title where it is no page', async () => {
    const site = await website((_request, response) => {
      response.writeHead(200, { 'content-type': 'application/pdf' }).end('%PDF <title>bukan</title>');
    });
    expect(await look(site)).toMatchObject({ state: 'fetched', title: null });
  });

  it('is recorded as not there where the website says so', async () => {
    const site = await website((_request, response) => void response.writeHead(404).end());
    expect(await look(site)).toMatchObject({ state: 'fetched', status: 404, size: 0 });
  });

  it.each([
    ['gzip', gzipSync],
    ['br', brotliCompressSync],
    ['deflate', deflateSync],
  ] as const)('is the same however it was packed: %s', async (encoding, pack) => {
    const site = await website((_request, response) => {
      response.writeHead(200, { 'content-type': 'text/html', 'content-encoding': encoding }).end(pack(PAGE));
    });
    expect(await look(site)).toMatchObject({ title: 'Maklumat Pelayanan & Standar', size: Buffer.byteLength(PAGE) });
  });

  it('is followed where it moved, and says where that led', async () => {
    const site = await website((request, response) => {
      const step = Number(request.url?.slice(1));
      if (step < 5) response.writeHead(301, { location: `/${step + 1}` }).end();
      else response.end('sampai');
    });
    expect(await look(`${site}/0`)).toMatchObject({ state: 'fetched', finalUrl: `${site}/5` });
  });
});

describe('a page that cannot be visited', () => {
  it('is given up after five redirects', async () => {
    let asked = 0;
    const site = await website((request, response) => {
      asked += 1;
      response.writeHead(302, { location: `${request.url}0` }).end();
    });
    expect(await look(`${site}/1`)).toEqual({ state: 'failed', why: 'too-many-redirects' });
    expect(asked).toBe(6);
  });

  it.each([
    ['http://127.0.0.2/', 'internal-address'],
    ['http://169.254.169.254/latest/meta-data/', 'internal-address'],
    ['http://[::1]/', 'internal-address'],
    ['//0x0a000001/', 'internal-address'],
    ['file:///etc/passwd', 'not-a-web-address'],
    ['http://nama:sandi@dinas.example/', 'not-a-web-address'],
  ])('is not followed to %s', async (location, why) => {
    const site = await website((_request, response) => void response.writeHead(302, { location }).end());
    expect(await look(site)).toEqual({ state: 'refused', why });
  });

  it('is reached at the address that was checked, whatever its name means a moment later', async () => {
    const answers = [['127.0.0.1'], ['10.0.0.1']];
    const asked: string[] = [];
    const site = await website(html);
    const found = await look(site, {
      resolve: async (name) => {
        asked.push(name);
        return answers[asked.length - 1] ?? ['10.0.0.1'];
      },
    });
    expect([found.state, asked]).toEqual(['fetched', ['dinas.example']]);
  });

  it('is asked for anew after a redirect: a name that means another place by then is refused', async () => {
    const answers = [['127.0.0.1'], ['10.0.0.1']];
    const site = await website((_request, response) => void response.writeHead(302, { location: '/lagi' }).end());
    expect(await look(site, { resolve: async () => answers.shift() ?? [] })).toEqual({
      state: 'refused',
      why: 'internal-address',
    });
  });

  it('is given up where it never ends to answer', async () => {
    const drip = await website((_request, response) => {
      response.writeHead(200, { 'content-type': 'text/html' });
      const timer = setInterval(() => response.write('.'), 20);
      response.on('close', () => clearInterval(timer));
    });
    expect(await look(drip, { longestMs: 500 })).toEqual({ state: 'failed', why: 'too-slow' });
    const silent = await website(() => undefined);
    expect(await look(silent, { longestMs: 500 })).toEqual({ state: 'failed', why: 'too-slow' });
  });

  it('is given up where its name never resolves', async () => {
    const never = new Promise<readonly string[]>(() => undefined);
    const found = await look('http://dinas.example/', { longestMs: 300, resolve: async () => await never });
    expect(found).toEqual({ state: 'failed', why: 'too-slow' });
  });

  it('is given up where it is huge, packed or not', async () => {
    const endless = await website((_request, response) => {
      response.writeHead(200, { 'content-type': 'text/html' });
      const more = (): void => {
        while (!response.destroyed && response.write(Buffer.alloc(256 * 1024)));
      };
      response.on('drain', more);
      more();
    });
    expect(await look(endless)).toEqual({ state: 'failed', why: 'too-large' });
    const bomb = gzipSync(Buffer.alloc(200 * 1024 * 1024));
    const packed = await website((_request, response) => {
      response.writeHead(200, { 'content-encoding': 'gzip' }).end(bomb);
    });
    expect(bomb.length).toBeLessThan(MOST_BYTES / 10);
    expect(await look(packed)).toEqual({ state: 'failed', why: 'too-large' });
  });

  it('is given up where nobody answers, or what comes is no answer', async () => {
    const site = await website(html);
    servers.splice(0).forEach((server) => server.close());
    expect(await look(site)).toEqual({ state: 'failed', why: 'unreachable' });
    const garbage = await website((request) => void request.socket.end('HTTP/1.1 2OO\r\n\r\n'));
    expect(await look(garbage)).toEqual({ state: 'failed', why: 'unreachable' });
    const broken = await website((_request, response) => {
      response.writeHead(200, { 'content-encoding': 'gzip' }).end('bukan gzip');
    });
    expect(await look(broken)).toEqual({ state: 'failed', why: 'unreachable' });
  });

  it('is left at once where the server ends', async () => {
    const stopping = new AbortController();
    const site = await website(() => stopping.abort(new Error('the server ends')));
    await expect(look(site, { signal: stopping.signal })).rejects.toThrow('the server ends');
  });
});
