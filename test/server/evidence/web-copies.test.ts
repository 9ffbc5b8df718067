import { once } from 'node:events';
import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';

import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';

import { startWebCopies, visitNext, type WebCopyDeps } from '@patuh/server/platform/web-copies/web-copies';
import type { EvidencePiece } from '@patuh/shared/domain/evidence';

import { anAssessment, pushAll, type TestAssessment } from '../../support/assessments.ts';
import { aDevice } from '../../support/changes.ts';
import { emptyTables } from '../../support/database.ts';
import { anEvidenceId, aWebPiece } from '../../support/evidence-pieces.ts';
import { aPerson, type Client, grant, signedIn } from '../../support/people.ts';
import { aSite, type Site } from '../../support/site.ts';

const MINUTE = 60_000;
let site: Site;
let team: Client;
let unit: TestAssessment;
let device = aDevice();
/** What the website answers now, and what it was asked. */
let answer: RequestListener = () => undefined;
let asked: string[] = [];
let now = new Date();
const website = createServer((request, response) => {
  asked.push(request.url ?? '');
  answer(request, response);
});
let deps: WebCopyDeps;

beforeAll(async () => {
  site = await aSite({ history: false });
  website.listen(0, '127.0.0.1');
  await once(website, 'listening');
});
afterAll(async () => {
  website.closeAllConnections();
  website.close();
  await site.close();
});
beforeEach(async () => {
  await emptyTables(site.db);
  asked = [];
  now = new Date(Date.now() + MINUTE);
  device = aDevice();
  answer = (_request, response) =>
    void response.writeHead(200, { 'content-type': 'text/html' }).end('<title>Ada</title>');
  const assessor = await aPerson(site.db, { grants: [grant('assessor', '53')] });
  team = await signedIn(site, assessor);
  unit = await anAssessment(site.db, { members: [{ personId: assessor.id, role: 'assessor' }] });
  deps = {
    db: site.db,
    now: () => now,
    reach: { isAddress: (address) => address === '127.0.0.1', isPort: () => true },
    userAgent: 'Patuh (uji)',
    resolve: async (name) => (name === 'dinas.example' ? ['127.0.0.1'] : []),
  };
});

const address = (path: string): string => `http://dinas.example:${(website.address() as AddressInfo).port}${path}`;
const next = async (changes: Partial<WebCopyDeps> = {}): Promise<boolean> =>
  await visitNext({ ...deps, ...changes, signal: new AbortController().signal });

/** A piece as the phone sends it; answers its change, for another one that replaces it. */
async function enter(piece: EvidencePiece | null, id = anEvidenceId(), base: string[] = []) {
  const change = device.change(unit.id, { subjectId: id }, { field: 'evidence', value: piece }, base as never);
  expect(await pushAll(team, [change])).toMatchObject([{ outcome: 'applied' }]);
  return { id, changeId: change.id };
}

async function copies() {
  const { body } = await team.get(`/api/assessments/${unit.id}/evidence`);
  return body.pieces.map((piece: { webCopy: unknown }) => piece.webCopy);
}

describe('a web address that was entered as evidence', () => {
  it('is visited once, and what was seen is kept with its moment', async () => {
    await enter(aWebPiece(address('/maklumat')));
    expect([await next(), await next()]).toEqual([true, false]);
    expect(asked).toEqual(['/maklumat']);
    expect(await copies()).toMatchObject([
      { state: 'fetched', status: 200, title: 'Ada', size: 18, fetchedAt: now.toISOString(), why: null },
    ]);
  });

  it('is not visited when it was taken back before, nor the one it replaced', async () => {
    const first = await enter(aWebPiece(address('/salah')));
    await enter(aWebPiece(address('/benar')), first.id, [first.changeId]);
    const second = await enter(aWebPiece(address('/dihapus')));
    await enter(null, second.id, [second.changeId]);
    while (await next());
    expect(asked).toEqual(['/benar']);
  });

  it('that was visited keeps what was seen, although the phone sends the piece again with another caption', async () => {
    const { id, changeId } = await enter(aWebPiece(address('/maklumat')));
    await next();
    await enter(aWebPiece(address('/maklumat'), { caption: 'Halaman maklumat' }), id, [changeId]);
    expect(await next()).toBe(false);
    expect(await copies()).toMatchObject([{ state: 'fetched', status: 200 }]);
  });

  it('is tried again later where nobody answers, and said to be unreachable after a day', async () => {
    await enter(aWebPiece('http://tidak-ada.example/'));
    for (const pause of [1, 10, 60, 6 * 60, 18 * 60]) {
      expect(await next()).toBe(true);
      now = new Date(now.getTime() + pause * MINUTE - 1);
      expect([await next(), (await copies())[0].state]).toEqual([false, 'waiting']);
      now = new Date(now.getTime() + 1);
    }
    expect(await next()).toBe(true);
    expect(await copies()).toMatchObject([{ state: 'failed', why: 'unknown-host' }]);
  });

  it('is recorded with its fault where the website stays broken', async () => {
    answer = (_request, response) => void response.writeHead(503).end();
    await enter(aWebPiece(address('/')));
    for (let tries = 0; tries < 6; tries += 1) {
      await next();
      now = new Date(now.getTime() + 24 * 60 * MINUTE);
    }
    expect(await copies()).toMatchObject([{ state: 'fetched', status: 503 }]);
  });

  it('is refused at once, and for good, where it lies inside', async () => {
    await enter(aWebPiece('http://192.168.1.1/'));
    await next();
    expect(await next()).toBe(false);
    expect(await copies()).toMatchObject([{ state: 'refused', why: 'internal-address' }]);
  });

  it('is visited by one server at a time, however many there are', async () => {
    const { promise: reached, resolve: reach } = Promise.withResolvers<() => void>();
    answer = (_request, response) => reach(() => void response.end('ada'));
    await enter(aWebPiece(address('/satu')));
    const first = next();
    const release = await reached;
    expect(await Promise.all([next(), next()])).toEqual([false, false]);
    release();
    expect(await first).toBe(true);
    expect(asked).toEqual(['/satu']);
  });

  it('is visited by the next server where one died over it', async () => {
    await enter(aWebPiece(address('/lambat')));
    const stopping = new AbortController();
    answer = () => stopping.abort(new Error('the server ends'));
    await expect(visitNext({ ...deps, signal: stopping.signal })).rejects.toThrow('the server ends');
    answer = (_request, response) => void response.end('ada');
    expect(await next()).toBe(true);
    expect(await copies()).toMatchObject([{ state: 'fetched' }]);
  });

  it('is visited while the server runs, and left at once where it ends over a website that does not answer', async () => {
    const { promise: reached, resolve: reach } = Promise.withResolvers<void>();
    answer = () => reach();
    await enter(aWebPiece(address('/diam')));
    const warnings: unknown[] = [];
    const running = startWebCopies(deps, (error) => warnings.push(error));
    await reached;
    await running.stop();
    expect(warnings).toEqual([]);
    answer = (_request, response) => void response.end('ada');
    expect(await next()).toBe(true);
    expect(await copies()).toMatchObject([{ state: 'fetched', status: 200 }]);
  });

  it('of one slow website are visited one after the other, and hold up no other website', async () => {
    const silent: string[] = [];
    let quick = (): void => undefined;
    const reached = new Promise<void>((resolve) => (quick = resolve));
    answer = (request, response) => {
      if (request.url !== '/cepat') return void silent.push(request.url ?? '');
      response.end('ada');
      quick();
    };
    for (let n = 0; n < 6; n += 1) await enter(aWebPiece(address(`/diam-${n}`)));
    await enter(aWebPiece(address('/cepat').replace('dinas', 'puskesmas')));
    const resolve = async (name: string) => await Promise.resolve(name.endsWith('.example') ? ['127.0.0.1'] : []);
    const running = startWebCopies({ ...deps, resolve }, () => undefined);
    await reached;
    await running.stop();
    expect(silent).toHaveLength(1);
  });
});
