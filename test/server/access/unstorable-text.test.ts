import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { aPerson, callerOf, type Client, expectProblem, grant, signedIn } from '../../support/people.ts';
import { aSite, type Site } from '../../support/site.ts';

let site: Site;
let clients: Readonly<Record<'head' | 'verifier', Client>>;
beforeAll(async () => {
  site = await aSite({ history: false });
  const head = await aPerson(site.db, { grants: [grant('head', '53')] });
  const verifier = await aPerson(site.db, { grants: [grant('verifier', '53')] });
  clients = { head: await signedIn(site, head), verifier: await signedIn(site, verifier) };
});
afterAll(async () => await site.close());

const ID = '0192f0c8-0000-4000-8000-000000000000';
const OFFICE = `/api/office/assessments/${ID}`;
const DECREE = { number: '12/2024', date: '2024-11-01' };

describe.each([
  ['a NUL', 'Kepala\0Dinas Kesehatan'],
  ['half a character', 'Kepala \uD83D Dinas Kesehatan'],
])('%s, which the database cannot hold', (_what, text) => {
  const grants = [grant('assessor', '53')];
  it.each([
    ['the name of a device', '/api/session', { email: 'a@b.id', password: 'x', deviceName: text }, 'deviceName'],
    [
      'an address',
      '/api/session',
      { email: `${text.replaceAll(' ', '')}@b.id`, password: 'x', deviceName: 'u' },
      'email',
    ],
    ['a password', '/api/session', { email: 'a@b.id', password: text, deviceName: 'u' }, 'password'],
    ['the name of a person', '/api/people', { name: text, email: 'a@b.id', grants }, 'name'],
    [
      'the reason of a point',
      `${OFFICE}/return`,
      { version: 1, points: [{ indicatorId: 'persyaratan', subjectId: null, reason: text }] },
      'points.0.reason',
    ],
    ['the reason of an exception', `${OFFICE}/verifier-exception`, { personId: ID, reason: text }, 'reason'],
    [
      'the number of a decree',
      '/api/releases',
      { periodId: ID, province: '53', decree: { ...DECREE, number: text }, correction: null },
      'decree.number',
    ],
    [
      'the reason of a correction',
      '/api/releases',
      { periodId: ID, province: '53', decree: DECREE, correction: { replaces: '53-2024-1', reason: text } },
      'correction.reason',
    ],
  ])('is refused in %s, by its field', async (_name, path, body, field) => {
    const caller = path.startsWith('/api/session')
      ? callerOf(site)
      : clients[path.endsWith('/return') ? 'verifier' : 'head'];
    const reply = await caller.post(path, body);
    expectProblem(reply, 'invalid-request');
    expect(reply.body.errors).toEqual([
      { field: `body.${field}`, message: 'Memuat karakter yang tidak dapat disimpan' },
    ]);
  });
});

it('a NUL in an address line is refused by its field', async () => {
  const reply = await clients.head.get('/api/audit/53?subject=a%00b');
  expectProblem(reply, 'invalid-request');
  expect(reply.body.errors).toMatchObject([{ field: 'query.subject' }]);
});
