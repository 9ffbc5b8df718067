import { createHmac, randomUUID } from 'node:crypto';

import { sessionKeys } from '@patuh/server/platform/sessions/session-keys';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { aClock } from '../../support/devices.ts';
import {
  aPerson,
  callerOf,
  type Client,
  expectProblem,
  grant,
  signedIn,
  type TestPerson,
} from '../../support/people.ts';
import { aSite, type Site, TEST_SESSION_SECRET } from '../../support/site.ts';

const clock = aClock();
const KEY = sessionKeys(TEST_SESSION_SECRET).access;

let site: Site;
let person: TestPerson;
let other: TestPerson;
let client: Client;
beforeAll(async () => {
  site = await aSite({ history: false, now: clock.now });
  person = await aPerson(site.db, { grants: [grant('assessor', '53')] });
  other = await aPerson(site.db, { grants: [grant('head', '53')] });
  client = await signedIn(site, person, clock.now());
});
afterAll(async () => await site.close());

const seconds = (): number => Math.floor(clock.now().getTime() / 1000);
const claims = (): object => ({
  sub: person.id,
  sid: client.sessionId,
  iss: 'patuh',
  aud: 'patuh-api',
  iat: seconds(),
  exp: seconds() + 600,
});

/** A token as anybody could make it who has the key, or thinks so. */
function forged(payload: object, header: object = { alg: 'HS256', typ: 'JWT' }, key: Buffer | string = KEY): string {
  const part = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url');
  const signed = `${part(header)}.${part(payload)}`;
  const algorithm = 'alg' in header && header.alg === 'HS512' ? 'sha512' : 'sha256';
  return `${signed}.${createHmac(algorithm, key).update(signed).digest('base64url')}`;
}

const withHeader = async (authorization?: string) =>
  await callerOf(site, authorization === undefined ? {} : { authorization }).get('/api/me');

describe('a token', () => {
  it('of this installation, for this person, now, is let in', async () => {
    expect((await withHeader(`Bearer ${forged(claims())}`)).status).toBe(200);
  });

  it.each([
    ['of another installation', () => forged(claims(), undefined, sessionKeys('another').access)],
    [
      'signed with the key of the refresh tokens',
      () => forged(claims(), undefined, sessionKeys(TEST_SESSION_SECRET).refresh),
    ],
    ['signed with the secret itself', () => forged(claims(), undefined, TEST_SESSION_SECRET)],
    ['that is over', () => forged({ ...claims(), exp: seconds() })],
    ['without an end', () => forged({ ...claims(), exp: undefined })],
    ['with alg none', () => forged(claims(), { alg: 'none', typ: 'JWT' }).replace(/[^.]*$/, '')],
    ['with alg None and a seal', () => forged(claims(), { alg: 'None', typ: 'JWT' })],
    ['with another algorithm', () => forged(claims(), { alg: 'HS512', typ: 'JWT' })],
    ['of another issuer', () => forged({ ...claims(), iss: 'lain' })],
    ['for another audience', () => forged({ ...claims(), aud: 'patuh-lain' })],
    ['without an issuer', () => forged({ ...claims(), iss: undefined })],
    ['for somebody else’s session', () => forged({ ...claims(), sub: other.id })],
    ['for a session that never was', () => forged({ ...claims(), sid: randomUUID() })],
    ['with SQL for a person', () => forged({ ...claims(), sub: "' or 1=1 --" })],
    [
      'whose content was changed',
      () =>
        client.accessToken.replace(/\.[^.]+\./, `.${Buffer.from(JSON.stringify(claims())).toString('base64url')}x.`),
    ],
  ])('%s is signed out', async (_what, token) => {
    expectProblem(await withHeader(`Bearer ${token()}`), 'signed-out');
  });

  it.each([
    ['nothing', undefined],
    ['no token', 'Bearer '],
    ['garbage', 'Bearer halo.apa.kabar'],
    ['a password', 'Basic bWFyaWE6cmFoYXNpYQ=='],
    ['five kilobytes', `Bearer ${'x'.repeat(5_000)}`],
  ])('with %s for a header is signed out', async (_what, header) => {
    expectProblem(await withHeader(header), 'signed-out');
  });

  it('is over after fifteen minutes', async () => {
    const short = await signedIn(site, person, clock.now());
    clock.pass(14.9);
    expect((await short.get('/api/me')).status).toBe(200);
    clock.pass(0.2);
    expectProblem(await short.get('/api/me'), 'signed-out');
  });
});

describe('a good token', () => {
  it.each([
    ['its session was revoked', () => site.db.updateTable('device_session').set({ revoked_at: clock.now() }).execute()],
    ['its session is over', () => site.db.updateTable('device_session').set({ expires_at: clock.now() }).execute()],
    ['the account was closed', () => site.db.updateTable('person').set({ disabled_at: clock.now() }).execute()],
  ])('counts no more as soon as %s', async (_what, happens) => {
    const device = await signedIn(site, await aPerson(site.db, { grants: [grant('verifier', '53')] }), clock.now());
    expect((await device.get('/api/me')).status).toBe(200);
    await happens();
    expectProblem(await device.get('/api/me'), 'signed-out');
  });

  it('of one device stops at twelve hundred requests a minute, and the others of the office go on', async () => {
    const [mad, calm] = await Promise.all(
      [0, 1].map(async () => await signedIn(site, await aPerson(site.db, { grants: [] }), clock.now())),
    );
    const statuses: number[] = [];
    for (let n = 0; n < 1_202; n += 1) statuses.push((await mad!.get('/api/me')).status);
    expect(statuses.indexOf(429)).toBe(1_200);
    expect((await calm!.get('/api/me')).status).toBe(200);
  });
});
