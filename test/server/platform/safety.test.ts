import { connect } from 'node:net';

import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { aSite, type Site } from '../../support/site.ts';

let site: Site;
beforeAll(async () => {
  site = await aSite();
});
afterAll(async () => {
  await site.close();
});

describe('problems', () => {
  it.each([
    ['/api/rankings/5x/2024', 400, 'invalid-request'],
    ['/api/rankings/53/1999', 400, 'invalid-request'],
    ['/api/rankings/54/2024', 404, 'ranking-not-found'],
    ['/api/governments/53.99', 404, 'government-not-found'],
    ['/api/governments/53.09/2019', 404, 'government-not-found'],
    ['/api/governments', 400, 'invalid-request'],
    ['/api/publications/53-2024-9', 404, 'publication-not-found'],
    ['/api/publications/..%2f', 400, 'invalid-request'],
    ['/api/instruments/2019', 404, 'instrument-not-found'],
    ['/api/national/2020', 404, 'national-not-found'],
    ['/api/tidak-ada', 404, 'not-found'],
  ])('%s is %i %s as RFC 9457 says', async (url, status, code) => {
    const reply = await site.app.inject(url);
    expect(reply.statusCode).toBe(status);
    expect(reply.headers['content-type']).toBe('application/problem+json; charset=utf-8');
    expect(reply.json()).toMatchObject({ status, code, type: `urn:patuh:problem:${code}` });
  });

  it('names the field that is wrong, in Indonesian', async () => {
    const { errors } = (await site.app.inject('/api/rankings/5x/2024')).json<{
      errors: { field: string; message: string }[];
    }>();
    expect(errors).toHaveLength(1);
    expect(errors[0]?.field).toBe('params.province');
    expect(errors[0]?.message).not.toMatch(/invalid/i);
  });

  it('a body where none belongs is refused without being read', async () => {
    const reply = await site.app.inject({ method: 'POST', url: '/api/rankings/53/2024', payload: 'x'.repeat(100_000) });
    expect([404, 405, 413]).toContain(reply.statusCode);
  });
});

describe('a request that is none', () => {
  const HEADERS = ['content-security-policy', 'x-content-type-options: nosniff', 'x-frame-options: DENY'];

  it.each([
    ['out of the folder of files', 'GET /assets/../server/entry-server.js HTTP/1.1\r\nhost: x', 404, 'not-found'],
    ['the same, hidden', 'GET /assets/%2e%2e/server/entry-server.js HTTP/1.1\r\nhost: x', 404, 'not-found'],
    ['with a header that never ends', `GET / HTTP/1.1\r\nx: ${'y'.repeat(20_000)}`, 413, 'request-too-large'],
    ['in no language of the web', 'HALO', 400, 'invalid-request'],
    ['with an address that is none', 'GET /%ff HTTP/1.1\r\nhost: x', 400, 'invalid-request'],
  ])('%s is refused as a problem, with the security headers', async (_what, head, status, code) => {
    const answer = await sent(`${head}\r\nconnection: close\r\n\r\n`);
    expect(answer).toContain(`HTTP/1.1 ${status} `);
    expect(answer).toContain('application/problem+json');
    expect(answer).toContain(`"code":"${code}"`);
    for (const header of HEADERS) expect(answer).toContain(header);
  });

  async function sent(bytes: string): Promise<string> {
    if (!site.app.server.listening) await site.app.listen({ host: '127.0.0.1', port: 0 });
    const address = site.app.server.address();
    const socket = connect(typeof address === 'object' ? (address?.port ?? 0) : 0, '127.0.0.1');
    socket.on('error', () => undefined);
    socket.end(bytes);
    let answer = '';
    for await (const chunk of socket) answer += String(chunk);
    return answer;
  }
});

describe('limits', () => {
  it('an address that keeps inventing searches is asked to wait, while kept pages go on', async () => {
    const client = { remoteAddress: '192.0.2.7' };
    await site.app.inject({ url: '/peringkat/53/2024', ...client });
    const replies = await Promise.all(
      Array.from({ length: 620 }, (_, index) => site.app.inject({ url: `/api/governments?q=kota${index}`, ...client })),
    );
    const refused = replies.filter((reply) => reply.statusCode === 429);
    expect(refused.length).toBeGreaterThan(0);
    expect(refused[0]?.json()).toMatchObject({ code: 'too-many-requests' });
    expect(Number(refused[0]?.headers['retry-after'])).toBeGreaterThan(0);
    expect((await site.app.inject({ url: '/peringkat/53/2024', ...client })).statusCode).toBe(200);
    expect((await site.app.inject({ url: '/api/governments?q=kota', remoteAddress: '192.0.2.8' })).statusCode).toBe(
      200,
    );
  });
});

describe('what whoever runs the server sees', () => {
  it('counts requests by route and status, without addresses and queries', async () => {
    await site.app.inject({ url: '/api/governments?q=rahasia', remoteAddress: '192.0.2.9' });
    const { body } = await site.app.inject('/metrics');
    expect(body).toMatch(/patuh_http_requests_total\{method="GET",route="\/api\/governments",status="200"\} \d+/);
    expect(body).not.toMatch(/rahasia|192\.0\.2/);
  });

  it('healthz and readyz answer', async () => {
    expect((await site.app.inject('/healthz')).json()).toEqual({ status: 'ok' });
    expect((await site.app.inject('/readyz')).json()).toEqual({ status: 'ready' });
  });
});

describe('API documentation', () => {
  it('describes every public route with its problems', async () => {
    const { paths } = (await site.app.inject('/api/openapi.json')).json<{
      paths: Record<string, { get: { responses: object } }>;
    }>();
    expect(Object.keys(paths)).toEqual(
      expect.arrayContaining([
        '/api/rankings/{province}/{year}',
        '/api/governments/{code}',
        '/api/governments/{code}/{year}',
        '/api/publications',
        '/api/publications/{id}',
        '/api/instruments/{year}',
        '/api/national/{year}',
      ]),
    );
    expect(Object.keys(paths['/api/rankings/{province}/{year}']?.get.responses ?? {})).toEqual([
      '200',
      '400',
      '404',
      '429',
    ]);
  });

  it('comes from files of this server only', async () => {
    const { body, headers } = await site.app.inject('/api/docs/');
    expect(body).not.toMatch(/https?:\/\//);
    expect(headers['content-security-policy']).not.toMatch(/unsafe|https?:/);
  });
});

describe('tables as CSV', () => {
  it.each([
    ['/api/rankings/53/2024.csv', 23],
    ['/api/governments/53.09.csv', 4],
    ['/api/governments/53.09/2022.csv', 2],
    ['/api/national/2022.csv', 7],
    ['/api/publications.csv', 12],
  ])('%s has its header and one line each', async (url, lines) => {
    const reply = await site.app.inject(url);
    expect(reply.headers['content-type']).toBe('text/csv; charset=utf-8');
    expect(reply.body.trimEnd().split('\r\n')).toHaveLength(lines);
  });

  it('the instrument has one line per node of its tree', async () => {
    const { body } = await site.app.inject('/api/instruments/2023.csv');
    expect(body.match(/,indicator,/g)).toHaveLength(37);
  });
});
