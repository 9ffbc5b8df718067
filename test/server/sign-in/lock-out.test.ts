import { waitAfter } from '@patuh/server/features/sign-in/policy';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { aClock, DAY } from '../../support/devices.ts';
import { aPerson, type Answer, callerOf, expectProblem, grant, signedIn } from '../../support/people.ts';
import { aSite, type Site } from '../../support/site.ts';

const PASSWORD = 'rumput laut di teluk kupang';
const clock = aClock();

let site: Site;
beforeAll(async () => {
  site = await aSite({ history: false, now: clock.now });
});
afterAll(async () => await site.close());

async function signIn(email: string, password = PASSWORD): Promise<Answer> {
  return await callerOf(site).post('/api/session', { email, password, deviceName: 'Ponsel' });
}

async function guess(email: string, times: number): Promise<readonly string[]> {
  const codes: string[] = [];
  for (let n = 0; n < times; n += 1) codes.push((await signIn(email, `tebakan ke-${n}`)).body.code);
  return codes;
}

const anAccount = async () => await aPerson(site.db, { password: PASSWORD, grants: [grant('assessor', '53')] });

describe('the wait after wrong attempts', () => {
  it.each([
    [1, 0],
    [4, 0],
    [5, 30],
    [6, 60],
    [7, 120],
    [9, 480],
    [10, 900],
    [1_000_000, 900],
  ])('is after %i of them %i seconds', (failures, seconds) => {
    expect(waitAfter(failures)).toBe(seconds * 1000);
  });
});

describe('guessing at a password', () => {
  it('is blocked after five, also with the right one, until the wait is over', async () => {
    const { email } = await anAccount();
    expect(await guess(email, 6)).toEqual([...Array<string>(5).fill('sign-in-refused'), 'sign-in-blocked']);
    const blocked = await signIn(email);
    expectProblem(blocked, 'sign-in-blocked');
    expect(Number(blocked.headers['retry-after'])).toBeGreaterThan(0);
    expect(Number(blocked.headers['retry-after'])).toBeLessThanOrEqual(30);
    clock.pass(0.6);
    expect((await signIn(email)).status).toBe(200);
  });

  it('waits longer each time', async () => {
    const { email } = await anAccount();
    await guess(email, 5);
    clock.pass(0.6);
    expect(await guess(email, 2)).toEqual(['sign-in-refused', 'sign-in-blocked']);
    clock.pass(0.6);
    expectProblem(await signIn(email), 'sign-in-blocked');
    clock.pass(0.5);
    expect((await signIn(email)).status).toBe(200);
  });

  it('says the same of an address that has no account', async () => {
    const { email } = await anAccount();
    expect(await guess('tidak.ada@contoh.example', 7)).toEqual(await guess(email, 7));
  });

  it('forgets after a day, and at once after the right one', async () => {
    const { email } = await anAccount();
    await guess(email, 4);
    expect((await signIn(email)).status).toBe(200);
    expect(await guess(email, 4)).toEqual(Array<string>(4).fill('sign-in-refused'));
    clock.pass(DAY + 1);
    expect(await guess(email, 4)).toEqual(Array<string>(4).fill('sign-in-refused'));
    expect((await signIn(email)).status).toBe(200);
  });

  it('by a hundred at once is five guesses', async () => {
    const { email } = await anAccount();
    const replies = await Promise.all(Array.from({ length: 100 }, (_, n) => signIn(email, `tebakan ke-${n}`)));
    expect(replies.filter(({ body }) => body.code === 'sign-in-refused')).toHaveLength(5);
    expectProblem(await signIn(email), 'sign-in-blocked');
  });

  it('survives a restart, and the table names nobody', async () => {
    const { email } = await anAccount();
    await guess(email, 6);
    const rows = await site.db.selectFrom('sign_in_throttle').selectAll().execute();
    expect(rows.some(({ blocked_until: until }) => until !== null && until > clock.now())).toBe(true);
    expect(JSON.stringify(rows)).not.toContain(email);
  });

  it('does not stop a device that is signed in', async () => {
    const person = await anAccount();
    const client = await signedIn(site, person, clock.now());
    await guess(person.email, 6);
    expect((await client.get('/api/me')).status).toBe(200);
    expectProblem(
      await client.post('/api/me/password', { current: PASSWORD, next: 'gunung mutis berkabut' }),
      'sign-in-blocked',
    );
  });
});

describe('an address that keeps coming', () => {
  it('is asked to wait after three hundred in a minute, whatever it asks', async () => {
    const reply = async () =>
      await site.app.inject({
        method: 'POST',
        url: '/api/sign-in-links/inspect',
        payload: { token: 'x'.repeat(43) },
        remoteAddress: '192.0.2.40',
      });
    const statuses: number[] = [];
    for (let n = 0; n < 302; n += 1) statuses.push((await reply()).statusCode);
    expect(statuses.slice(0, 300)).toEqual(Array<number>(300).fill(410));
    expect(statuses.slice(300)).toEqual([429, 429]);
    expect(Number((await reply()).headers['retry-after'])).toBeGreaterThan(0);
  });
});
