import { sql } from 'kysely';
import { generateSync } from 'otplib';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';

import { aClock } from '../../support/devices.ts';
import {
  aPerson,
  type Answer,
  callerOf,
  type Client,
  expectProblem,
  grant,
  signedIn,
  type TestPerson,
} from '../../support/people.ts';
import { aSite, type Site } from '../../support/site.ts';

const PASSWORD = 'rumput laut di teluk kupang';
const clock = aClock();

let site: Site;
let head: TestPerson;
let client: Client;
beforeAll(async () => {
  site = await aSite({ history: false, now: clock.now });
});
afterAll(async () => await site.close());
beforeEach(async () => {
  // The next step of the authenticator app: a code of the test before is not one of this one.
  clock.pass(5);
  head = await aPerson(site.db, { password: PASSWORD, grants: [grant('head', '53')], secondFactor: false });
  client = await signedIn(site, head, clock.now());
});

const codeOf = (secret: string, steps = 0): string =>
  generateSync({ secret, epoch: Math.floor(clock.now().getTime() / 1000) + steps * 30 });

async function signIn(code?: string): Promise<Answer> {
  const input = { email: head.email, password: PASSWORD, deviceName: 'Laptop', ...(code !== undefined && { code }) };
  return await callerOf(site).post('/api/session', input);
}

async function turnOn(): Promise<{ readonly secret: string; readonly recoveryCodes: readonly string[] }> {
  const { secret } = (await client.post('/api/me/second-factor', { password: PASSWORD })).body;
  const { recoveryCodes } = (await client.post('/api/me/second-factor/confirm', { code: codeOf(secret) })).body;
  clock.pass(1);
  return { secret, recoveryCodes };
}

describe('a head without a second factor', () => {
  it('gets nowhere but to setting it up, and is told so', async () => {
    expectProblem(await client.get('/api/people'), 'second-factor-demanded');
    expectProblem(await client.get('/api/me/sessions'), 'second-factor-demanded');
    expect((await client.get('/api/me')).body.secondFactor).toEqual({
      on: false,
      demanded: true,
      recoveryCodesLeft: 0,
    });
    await turnOn();
    expect((await client.get('/api/people')).status).toBe(200);
    expect((await client.get('/api/me')).body.secondFactor).toEqual({
      on: true,
      demanded: false,
      recoveryCodesLeft: 10,
    });
  });

  it('is let in all the same if it is an invented person of the demo', async () => {
    const invented = await aPerson(site.db, { grants: [grant('head', '53')], secondFactor: false, demo: true });
    expect((await (await signedIn(site, invented, clock.now())).get('/api/people')).status).toBe(200);
  });
});

describe('setting the second factor up', () => {
  it('asks for the password again', async () => {
    expectProblem(await client.post('/api/me/second-factor', { password: 'bukan itu' }), 'sign-in-refused');
  });

  it('hands out an address for the app, and ten recovery codes once', async () => {
    const begun = await client.post('/api/me/second-factor', { password: PASSWORD });
    expect(begun.body.address).toMatch(/^otpauth:\/\/totp\/Patuh:.+\?secret=[A-Z2-7]{32}&issuer=Patuh$/);
    expectProblem(await client.post('/api/me/second-factor/confirm', { code: '000000' }), 'code-refused');
    expect((await signIn()).body.kind).toBe('signed-in');
    const confirmed = await client.post('/api/me/second-factor/confirm', { code: codeOf(begun.body.secret) });
    expect(confirmed.body.recoveryCodes).toHaveLength(10);
    for (const code of confirmed.body.recoveryCodes) expect(code).toMatch(/^[a-z2-9]{5}-[a-z2-9]{5}$/);
  });

  it('signs the devices out that came in without it', async () => {
    const other = await signedIn(site, head, clock.now());
    await turnOn();
    expectProblem(await other.get('/api/me'), 'signed-out');
  });

  it('leaves neither secret nor codes readable in the database', async () => {
    const { secret, recoveryCodes } = await turnOn();
    const { rows } = await sql<{ text: string }>`select person::text || coalesce(
      (select string_agg(recovery_code::text, ' ') from recovery_code), '') as text from person`.execute(site.db);
    const text = rows.map((row) => row.text).join();
    for (const hidden of [secret, ...recoveryCodes, PASSWORD]) expect(text).not.toContain(hidden);
    expect(text).toContain('$argon2id$');
  });

  it('again keeps the app in use until the new one is confirmed', async () => {
    const { secret } = await turnOn();
    await client.post('/api/me/second-factor', { password: PASSWORD });
    expect((await signIn(codeOf(secret))).body.kind).toBe('signed-in');
  });
});

describe('signing in with a second factor', () => {
  it('asks for the code after the password, and takes each code once', async () => {
    const { secret } = await turnOn();
    expect((await signIn()).body).toEqual({ kind: 'code-needed' });
    const code = codeOf(secret);
    expect((await signIn(code)).body.kind).toBe('signed-in');
    expectProblem(await signIn(code), 'sign-in-refused');
    expectProblem(await signIn(codeOf(secret, -1)), 'sign-in-refused');
  });

  it('takes the code of a phone whose clock is half a minute off, and none of a minute ago', async () => {
    const { secret } = await turnOn();
    expectProblem(await signIn(codeOf(secret, -3)), 'sign-in-refused');
    expect((await signIn(codeOf(secret, -1))).body.kind).toBe('signed-in');
    expect((await signIn(codeOf(secret, 1))).body.kind).toBe('signed-in');
  });

  it('takes one code once, even from ten devices at the same time', async () => {
    const { secret } = await turnOn();
    const code = codeOf(secret);
    const replies = await Promise.all(Array.from({ length: 10 }, () => signIn(code)));
    expect(replies.filter(({ status }) => status === 200)).toHaveLength(1);
  });

  it('takes each recovery code once', async () => {
    const { recoveryCodes } = await turnOn();
    const [code = ''] = recoveryCodes;
    expect((await signIn(code)).body).toMatchObject({ me: { secondFactor: { recoveryCodesLeft: 9 } } });
    expectProblem(await signIn(code), 'sign-in-refused');
    expectProblem(await signIn('aaaaa-aaaaa'), 'sign-in-refused');
  });

  it('says of a wrong code what it says of a wrong password, and blocks guessing', async () => {
    const { secret } = await turnOn();
    const wrong = await signIn('000000');
    const password = await callerOf(site).post('/api/session', {
      email: head.email,
      password: 'bukan itu',
      deviceName: 'Laptop',
    });
    expect(wrong).toMatchObject({ status: password.status, body: password.body });
    for (let n = 0; n < 4; n += 1) await signIn('000000');
    expectProblem(await signIn(codeOf(secret)), 'sign-in-blocked');
    clock.pass(1);
    expect((await signIn(codeOf(secret))).body.kind).toBe('signed-in');
  });

  it('refuses a secret that was copied from another account', async () => {
    const { secret } = await turnOn();
    const other = await aPerson(site.db, { password: PASSWORD, grants: [grant('head', '53')] });
    const own = site.db.selectFrom('person').where('id', '=', head.id).select('totp_secret');
    await site.db
      .updateTable('person')
      .set({ totp_secret: await own.executeTakeFirstOrThrow().then(({ totp_secret: sealed }) => sealed) })
      .where('id', '=', other.id)
      .execute();
    const input = { email: other.email, password: PASSWORD, deviceName: 'Laptop', code: codeOf(secret) };
    expectProblem(await callerOf(site).post('/api/session', input), 'sign-in-refused');
  });
});
