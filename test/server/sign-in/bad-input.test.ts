import { logOptions } from '@patuh/server/platform/log';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { aPerson, callerOf, expectProblem, grant, signedIn } from '../../support/people.ts';
import { aSite, type Site } from '../../support/site.ts';

let site: Site;
beforeAll(async () => {
  site = await aSite({ history: false });
});
afterAll(async () => await site.close());

const GOOD = { email: 'a@contoh.example', password: 'x', deviceName: 'Ponsel' };

describe('a sign-in', () => {
  it.each([
    ['an unknown property', { ...GOOD, admin: true }, 'body'],
    ['no password', { email: GOOD.email, deviceName: 'Ponsel' }, 'body.password'],
    ['a password of 129 characters', { ...GOOD, password: 'x'.repeat(129) }, 'body.password'],
    ['a number for a password', { ...GOOD, password: 123_456_789_012 }, 'body.password'],
    ['a list of addresses', { ...GOOD, email: [GOOD.email] }, 'body.email'],
    ['SQL for an address', { ...GOOD, email: "a@b.id' or '1'='1" }, 'body.email'],
    ['HTML for an address', { ...GOOD, email: '<b>a@b.id</b>' }, 'body.email'],
    ['a code of five digits', { ...GOOD, code: '12345' }, 'body.code'],
    ['an object for a code', { ...GOOD, code: { $ne: null } }, 'body.code'],
    ['no device', { email: GOOD.email, password: 'x' }, 'body.deviceName'],
  ])('with %s is refused by the field', async (_what, body, field) => {
    const reply = await callerOf(site).post('/api/session', body);
    expectProblem(reply, 'invalid-request');
    expect(reply.body.errors.map((error: { field: string }) => error.field)).toContain(field);
  });

  it.each([
    ['text that is no JSON', '{"email":', 'application/json', 400],
    ['a form', 'email=a', 'application/x-www-form-urlencoded', 415],
    ['seventy kilobytes', JSON.stringify({ ...GOOD, password: 'x'.repeat(70_000) }), 'application/json', 413],
  ])('of %s is refused', async (_what, payload, type, status) => {
    const reply = await site.app.inject({
      method: 'POST',
      url: '/api/session',
      headers: { 'content-type': type },
      payload,
    });
    expect(reply.statusCode).toBe(status);
  });
});

describe('texts of people', () => {
  it('with HTML and SQL in them are kept and told as they are, as JSON', async () => {
    const admin = await signedIn(site, await aPerson(site.db, { grants: [grant('national-admin')] }));
    const name = `<script>alert(1)</script>'); drop table person; --`;
    const body = { name, email: 'skrip@contoh.example', grants: [grant('sekda', '53.09')] };
    const reply = await admin.post('/api/people', body);
    expect(reply.body.person.name).toBe(name);
    expect(reply.headers['content-type']).toBe('application/json; charset=utf-8');
    expect(reply.headers['x-content-type-options']).toBe('nosniff');
    expect((await admin.get('/api/people')).body.people).toHaveLength(2);
  });
});

describe('the log of the server', () => {
  it('holds no address, password, token or cookie, whatever goes wrong', async () => {
    let log = '';
    const stream = { write: (line: string) => (log += line) };
    const loud = await aSite({ history: false, logger: { ...(logOptions('trace') as object), stream } });
    const person = await aPerson(loud.db, { email: 'maria@rahasia.example', grants: [], password: 'kata-sandi-maria' });
    const signIn = { email: person.email, password: 'kata-sandi-maria', deviceName: 'Ponsel Maria' };
    const { body, headers } = await callerOf(loud).post('/api/session', signIn);
    await callerOf(loud).post('/api/session', { ...signIn, password: 'kata-sandi-salah' });
    await loud.db.schema.alterTable('device_session').renameTo('away').execute();
    const broken = await callerOf(loud, { authorization: `Bearer ${body.accessToken}` }).get('/api/me');
    expectProblem(broken, 'internal-error');
    expect(log).toContain('unexpected error');
    const cookie = String(headers['set-cookie']).split(/[=;]/)[1] ?? '';
    for (const secret of ['maria', 'kata-sandi', body.accessToken, cookie, person.id]) {
      expect(log.toLowerCase()).not.toContain(secret.toLowerCase());
    }
    await loud.close();
  });
});
