import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { aPerson, callerOf, expectProblem, grant, signedIn } from '../../support/people.ts';
import { aSite, type Site } from '../../support/site.ts';

const PASSWORD = 'rumput laut di teluk kupang';
const EMAIL = 'maria@ombudsman.example';

let site: Site;
beforeAll(async () => {
  site = await aSite({ history: false });
  await aPerson(site.db, { name: 'Maria Bere', email: EMAIL, password: PASSWORD, grants: [grant('assessor', '53')] });
});
afterAll(async () => await site.close());

const signIn = async (input: object) =>
  await callerOf(site).post('/api/session', { email: EMAIL, password: PASSWORD, deviceName: 'Ponsel', ...input });

describe('signing in', () => {
  it('gives a token that says who it is, and a cookie that no script reads', async () => {
    const reply = await signIn({});
    expect(reply.status).toBe(200);
    expect(reply.body).toMatchObject({ kind: 'signed-in', me: { name: 'Maria Bere', email: EMAIL } });
    expect(String(reply.headers['set-cookie'])).toMatch(
      /^__Host-patuh-refresh=[\w.-]+; Path=\/; Expires=.+; HttpOnly; Secure; SameSite=Strict$/,
    );
    const me = await callerOf(site, { authorization: `Bearer ${reply.body.accessToken}` }).get('/api/me');
    expect(me.body).toEqual(reply.body.me);
  });

  it('takes the address however it is written', async () => {
    expect((await signIn({ email: ' Maria@Ombudsman.EXAMPLE ' })).status).toBe(200);
  });

  it('says the same of a wrong password and of an address without an account', async () => {
    const wrong = await signIn({ password: 'bukan kata sandinya' });
    const nobody = await signIn({ email: 'siapa@ombudsman.example' });
    expectProblem(wrong, 'sign-in-refused');
    expect(nobody).toMatchObject({ status: wrong.status, body: wrong.body });
  });
});

describe('a device of a test', () => {
  it('is signed in for real', async () => {
    const head = await aPerson(site.db, { grants: [grant('head', '53')] });
    const client = await signedIn(site, head);
    expect((await client.get('/api/me')).body).toMatchObject({
      personId: head.id,
      sessionId: client.sessionId,
      grants: [{ role: 'head', scope: { kind: 'province', code: '53' } }],
      secondFactor: { on: true, demanded: false },
    });
  });
});
