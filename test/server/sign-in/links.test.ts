import { inTransaction } from '@patuh/server/platform/database';
import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';

import { aClock, DAY } from '../../support/devices.ts';
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

const PASSWORD = 'gunung mutis berkabut';
const clock = aClock();

let site: Site;
let admin: Client;
beforeAll(async () => {
  site = await aSite({ history: false, now: clock.now });
});
afterAll(async () => await site.close());
beforeEach(async () => {
  const person = await aPerson(site.db, { grants: [grant('national-admin')] });
  admin = await signedIn(site, person, clock.now());
});

const tokenOf = (answer: Answer): string => String(answer.body.link.url).split('#')[1] ?? '';
const inspect = async (token: string) => await callerOf(site).post('/api/sign-in-links/inspect', { token });
const use = async (token: string, password = PASSWORD) =>
  await callerOf(site).post('/api/sign-in-links/use', { token, password, deviceName: 'Ponsel Yosef' });

let invited = 0;
async function invite(): Promise<{ readonly answer: Answer; readonly email: string; readonly id: string }> {
  invited += 1;
  const email = `yosef${invited}@ombudsman.example`;
  const answer = await admin.post('/api/people', { name: 'Yosef Lado', email, grants: [grant('verifier', '53')] });
  return { answer, email, id: answer.body.person.id };
}

const reset = async ({ id }: Pick<TestPerson, 'id'>) => await admin.post(`/api/people/${id}/reset`);

describe('a welcome', () => {
  it('is a link of this site whose secret stands after the #, good for a week', async () => {
    const { answer, email } = await invite();
    expect(answer.body.link.url).toMatch(/^https:\/\/patuh\.example\/masuk\/tautan#[\w-]{43}$/);
    expect(new Date(answer.body.link.expiresAt).getTime() - clock.now().getTime()).toBe(7 * DAY * 60_000);
    expect(answer.body.person.status).toBe('invited');
    expect((await inspect(tokenOf(answer))).body).toMatchObject({ purpose: 'welcome', name: 'Yosef Lado', email });
  });

  it('sets the password and signs in, once', async () => {
    const { answer, email, id } = await invite();
    const used = await use(tokenOf(answer));
    expect(used.body).toMatchObject({ kind: 'signed-in', me: { email, grants: [{ role: 'verifier' }] } });
    expect(String(used.headers['set-cookie'])).toMatch(/^__Host-patuh-refresh=/);
    expectProblem(await use(tokenOf(answer)), 'link-not-valid');
    expectProblem(await inspect(tokenOf(answer)), 'link-not-valid');
    const signIn = { email, password: PASSWORD, deviceName: 'Laptop' };
    expect((await callerOf(site).post('/api/session', signIn)).status).toBe(200);
    const actions = await site.db.selectFrom('audit_event').where('subject_id', '=', id).select('action').execute();
    expect(actions.map(({ action }) => action)).toEqual(['person.created', 'person.joined']);
  });

  it('used by two at once lets in one', async () => {
    const { answer } = await invite();
    const replies = await Promise.all([use(tokenOf(answer)), use(tokenOf(answer)), use(tokenOf(answer))]);
    expect(replies.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([200, 410, 410]);
  });

  it('is over after a week, and the next one replaces it', async () => {
    const first = await invite();
    const second = await reset({ id: first.id as never });
    expectProblem(await use(tokenOf(first.answer)), 'link-not-valid');
    expect((await inspect(tokenOf(second))).body.purpose).toBe('welcome');
    clock.pass(7 * DAY);
    expectProblem(await use(tokenOf(second)), 'link-not-valid');
  });

  it('is worth nothing once the account is closed', async () => {
    const { answer, id } = await invite();
    await admin.put(`/api/people/${id}/status`, { disabled: true });
    expectProblem(await use(tokenOf(answer)), 'link-not-valid');
  });

  it('used while the account is being closed waits for that, and is worth nothing then', async () => {
    const { answer, id } = await invite();
    const waiting = async (): Promise<number> => {
      const { rows } = await sql<{ n: number }>`
        select count(distinct pid)::int as n from pg_locks where not granted
        and pid in (select pid from pg_stat_activity where datname = current_database())`.execute(site.db);
      return rows[0]?.n ?? 0;
    };
    const replies: Promise<Answer>[] = [];
    await inTransaction(site.db, async (trx) => {
      await sql`select from person where id = ${id} for update`.execute(trx);
      replies.push(admin.put(`/api/people/${id}/status`, { disabled: true }));
      await expect.poll(waiting, { timeout: 10_000 }).toBe(1);
      replies.push(use(tokenOf(answer)));
      await expect.poll(waiting, { timeout: 10_000 }).toBe(2);
    });
    expect((await Promise.all(replies)).map(({ status }) => status)).toEqual([200, 410]);
  });

  it('is in no table as it is told', async () => {
    const { answer } = await invite();
    const links = await site.db.selectFrom('sign_in_link').selectAll().execute();
    const events = await site.db.selectFrom('audit_event').selectAll().execute();
    expect(JSON.stringify([links, events])).not.toContain(tokenOf(answer));
  });
});

describe('a reset', () => {
  it('signs every device out and takes the second factor away, but only when it is used', async () => {
    const head = await aPerson(site.db, { password: 'yang lama dan terlupa', grants: [grant('head', '53')] });
    const phone = await signedIn(site, head, clock.now());
    const answer = await reset(head);
    expect((await phone.get('/api/me')).status).toBe(200);
    const used = await use(tokenOf(answer));
    expect(used.body.me.secondFactor).toEqual({ on: false, demanded: true, recoveryCodesLeft: 0 });
    expectProblem(await phone.get('/api/me'), 'signed-out');
    const old = { email: head.email, password: 'yang lama dan terlupa', deviceName: 'Laptop' };
    expectProblem(await callerOf(site).post('/api/session', old), 'sign-in-refused');
  });

  it('lets somebody in again whose account was guessed at', async () => {
    const person = await aPerson(site.db, { password: 'yang lama dan terlupa', grants: [grant('sekda', '53.09')] });
    const signIn = async (password: string) =>
      await callerOf(site).post('/api/session', { email: person.email, password, deviceName: 'Laptop' });
    for (let n = 0; n < 5; n += 1) await signIn('tebakan yang salah');
    expectProblem(await signIn('yang lama dan terlupa'), 'sign-in-blocked');
    await use(tokenOf(await reset(person)));
    expect((await signIn(PASSWORD)).status).toBe(200);
  });

  it('is good for a day', async () => {
    const person = await aPerson(site.db, { password: 'yang lama dan terlupa', grants: [grant('sekda', '53.09')] });
    const answer = await reset(person);
    clock.pass(DAY);
    expectProblem(await inspect(tokenOf(answer)), 'link-not-valid');
  });

  it('that was on its way is worth nothing after the password was changed', async () => {
    const person = await aPerson(site.db, { password: 'yang lama dan terlupa', grants: [grant('sekda', '53.09')] });
    const answer = await reset(person);
    const client = await signedIn(site, person, clock.now());
    const changed = await client.post('/api/me/password', { current: 'yang lama dan terlupa', next: PASSWORD });
    expect(changed.status).toBe(200);
    expectProblem(await use(tokenOf(answer)), 'link-not-valid');
  });
});

describe('a new password', () => {
  it.each([
    'password1234',
    'Yosef Lado 2026',
    'yosef-lado-ombudsman',
    'ombudsman2024!',
    'qwertyuiop12',
    '123456789012',
    'aaaaaaaaaaaaaaaa',
  ])('“%s” is too easily guessed, and the link stays good', async (password) => {
    const { answer } = await invite();
    expectProblem(await use(tokenOf(answer), password), 'password-too-weak');
    expect((await use(tokenOf(answer))).status).toBe(200);
  });

  it.each([
    ['eleven characters', 'gunungmutis'],
    ['129 characters', 'rumput laut '.repeat(11).slice(0, 129)],
  ])('of %s does not fit', async (_what, password) => {
    const { answer } = await invite();
    const refused = await use(tokenOf(answer), password);
    expectProblem(refused, 'invalid-request');
    expect(refused.body.errors[0].field).toBe('body.password');
  });

  it('signs the other devices out, and asks for the old one', async () => {
    const person = await aPerson(site.db, { password: 'yang lama dan terlupa', grants: [grant('sekda', '53.09')] });
    const [laptop, phone] = [await signedIn(site, person, clock.now()), await signedIn(site, person, clock.now())];
    const change = (current: string) => laptop.post('/api/me/password', { current, next: PASSWORD });
    expectProblem(await change('bukan itu'), 'sign-in-refused');
    expect((await phone.get('/api/me')).status).toBe(200);
    expect((await change('yang lama dan terlupa')).status).toBe(200);
    expect((await laptop.get('/api/me')).status).toBe(200);
    expectProblem(await phone.get('/api/me'), 'signed-out');
  });
});
