import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';

import { aBrowser, aClock, type Browser, DAY } from '../../support/devices.ts';
import { aPerson, callerOf, grant, type TestPerson } from '../../support/people.ts';
import { aSite, type Site } from '../../support/site.ts';

const PASSWORD = 'rumput laut di teluk kupang';
const clock = aClock();

let site: Site;
let person: TestPerson;
let phone: Browser;
beforeAll(async () => {
  site = await aSite({ history: false, now: clock.now });
});
afterAll(async () => await site.close());
beforeEach(async () => {
  person = await aPerson(site.db, { password: PASSWORD, grants: [grant('assessor', '53')] });
  phone = await signedInBrowser(person);
});

async function signedInBrowser({ email }: TestPerson): Promise<Browser> {
  const browser = aBrowser(site);
  const { status } = await browser.post('/api/session', { email, password: PASSWORD, deviceName: 'Ponsel' });
  expect(status).toBe(200);
  return browser;
}

const refresh = async (browser: Browser) => await browser.post('/api/session/refresh');

describe('a refresh', () => {
  it('gives a token that works and replaces the cookie', async () => {
    const before = phone.cookie();
    const reply = await refresh(phone);
    expect(reply.body).toMatchObject({ kind: 'signed-in', me: { personId: person.id } });
    expect(phone.cookie()).not.toBe(before);
    const caller = callerOf(site, { authorization: `Bearer ${reply.body.accessToken}` });
    expect((await caller.get('/api/me')).status).toBe(200);
  });

  it('whose answer was lost is given again, word for word, and nobody is signed out', async () => {
    const kept = phone.cookie();
    await refresh(phone);
    const successor = phone.cookie();
    for (let lost = 0; lost < 3; lost += 1) {
      phone.setCookie(kept);
      expect((await refresh(phone)).status).toBe(200);
      expect(phone.cookie()).toBe(successor);
    }
    expect((await refresh(phone)).status).toBe(200);
  });

  it('asked for by twenty pages at once signs nobody out', async () => {
    const kept = phone.cookie();
    const pages = await Promise.all(
      Array.from({ length: 20 }, async () => {
        const page = aBrowser(site);
        page.setCookie(kept);
        return { reply: await refresh(page), page };
      }),
    );
    expect(pages.map(({ reply }) => reply.status)).toEqual(pages.map(() => 200));
    expect(new Set(pages.map(({ page }) => page.cookie())).size).toBe(1);
    expect((await refresh(pages[0]!.page)).status).toBe(200);
  });

  it('with a copy that is older than the last one ends the session for everybody who has it', async () => {
    const copied = phone.cookie();
    const { body } = await refresh(phone);
    await refresh(phone);
    const thief = aBrowser(site);
    thief.setCookie(copied);
    expect((await refresh(thief)).body).toMatchObject({ code: 'signed-out' });
    expect((await refresh(phone)).body).toMatchObject({ code: 'signed-out' });
    const caller = callerOf(site, { authorization: `Bearer ${body.accessToken}` });
    expect((await caller.get('/api/me')).body).toMatchObject({ code: 'signed-out' });
    const event = await site.db
      .selectFrom('audit_event')
      .where('subject_id', '=', person.id)
      .select(['office', 'action', 'actor_kind', 'detail'])
      .executeTakeFirst();
    expect(event).toMatchObject({ office: '53', action: 'person.signed-out', actor_kind: 'system' });
  });

  it.each([
    ['none', undefined],
    ['nonsense', '__Host-patuh-refresh=halo'],
    ['somebody else’s seal', (good: string) => good.replace(/=[0-9a-f]{8}/, '=00000000')],
    ['a later number', (good: string) => good.replace(/\.1\./, '.7.')],
    ['the name without its prefix', (good: string) => good.replace('__Host-', '')],
  ])('with %s as its cookie is signed out', async (_what, made) => {
    const forged = typeof made === 'function' ? made(phone.cookie() ?? '') : made;
    const other = aBrowser(site);
    other.setCookie(forged);
    expect((await refresh(other)).body).toMatchObject({ code: 'signed-out' });
    expect((await refresh(phone)).status).toBe(200);
  });

  it('after the database came out of an older backup goes on', async () => {
    await refresh(phone);
    await refresh(phone);
    await site.db.updateTable('device_session').set({ generation: 1 }).where('person_id', '=', person.id).execute();
    expect((await refresh(phone)).status).toBe(200);
    expect((await refresh(phone)).status).toBe(200);
  });
});

describe('a session', () => {
  it('of a phone on an island is still there after four weeks, and over after a month without it', async () => {
    clock.pass(28 * DAY);
    expect((await refresh(phone)).status).toBe(200);
    clock.pass(31 * DAY);
    expect((await refresh(phone)).body).toMatchObject({ code: 'signed-out' });
  });

  it('is over after ninety days, however often it is used', async () => {
    for (let weeks = 0; weeks < 12; weeks += 1) {
      clock.pass(7 * DAY);
      expect((await refresh(phone)).status).toBe(200);
    }
    clock.pass(7 * DAY);
    expect((await refresh(phone)).body).toMatchObject({ code: 'signed-out' });
  });

  it('ends with the sign-out, cookie and token together', async () => {
    const { body } = await refresh(phone);
    const caller = callerOf(site, { authorization: `Bearer ${body.accessToken}` });
    const end = await caller.post('/api/session/end');
    expect(String(end.headers['set-cookie'])).toMatch(/^__Host-patuh-refresh=; .*Expires=Thu, 01 Jan 1970/);
    expect((await refresh(phone)).body).toMatchObject({ code: 'signed-out' });
    expect((await caller.get('/api/me')).body).toMatchObject({ code: 'signed-out' });
  });

  it('is listed with its device, and another device can end it', async () => {
    const laptop = await signedInBrowser(person);
    const { body } = await refresh(laptop);
    const caller = callerOf(site, { authorization: `Bearer ${body.accessToken}` });
    const { sessions } = (await caller.get('/api/me/sessions')).body;
    expect(sessions).toHaveLength(2);
    const other = sessions.find(({ current }: { current: boolean }) => !current);
    expect((await caller.delete(`/api/me/sessions/${other.id}`)).status).toBe(200);
    expect((await refresh(phone)).body).toMatchObject({ code: 'signed-out' });
    expect((await refresh(laptop)).status).toBe(200);
    expect((await caller.delete(`/api/me/sessions/${other.id}`)).body).toMatchObject({ code: 'not-found' });
  });
});

describe('over plain HTTP on one’s own machine', () => {
  it('the cookie has a plain name and no Secure, so that browsers keep it', async () => {
    const local = await aSite({ history: false, publicUrl: 'http://127.0.0.1:3000' });
    const { email } = await aPerson(local.db, { password: PASSWORD, grants: [] });
    const reply = await callerOf(local).post('/api/session', { email, password: PASSWORD, deviceName: 'Laptop' });
    expect(String(reply.headers['set-cookie'])).toMatch(
      /^patuh-refresh=[\w.-]+; Path=\/; Expires=.+; HttpOnly; SameSite=Strict$/,
    );
    await local.close();
  });
});
