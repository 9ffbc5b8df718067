import { randomUUID } from 'node:crypto';

import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';

import { aUnit } from '../../support/assessments.ts';
import {
  aPerson,
  callerOf,
  type Client,
  expectProblem,
  grant,
  signedIn,
  type TestPerson,
} from '../../support/people.ts';
import { aSite, type Site } from '../../support/site.ts';

let site: Site;
let admin: Client;
let adminPerson: TestPerson;
let head: Client;
let headPerson: TestPerson;
beforeAll(async () => {
  site = await aSite({ history: false });
});
afterAll(async () => await site.close());
beforeEach(async () => {
  await site.db.deleteFrom('person_grant').execute();
  adminPerson = await aPerson(site.db, { grants: [grant('national-admin')] });
  headPerson = await aPerson(site.db, { grants: [grant('head', '53')] });
  admin = await signedIn(site, adminPerson);
  head = await signedIn(site, headPerson);
});

const invitation = (...grants: readonly object[]) => ({
  name: 'Yosef Lado',
  email: `${randomUUID()}@a.example`,
  grants,
});

describe('the list of people', () => {
  it('shows a head the people of the own province, and of those only the grants that lie there', async () => {
    const both = await aPerson(site.db, { name: 'Ani', grants: [grant('verifier', '53'), grant('verifier', '19')] });
    await aPerson(site.db, { name: 'Budi', grants: [grant('verifier', '19')] });
    const { people } = (await head.get('/api/people')).body;
    expect(people.map(({ name }: { name: string }) => name)).toEqual(['Ani', headPerson.name]);
    expect(people[0]).toMatchObject({ id: both.id, status: 'invited', grants: [grant('verifier', '53')] });
    expect((await admin.get('/api/people')).body.people.length).toBeGreaterThanOrEqual(4);
  });
});

describe('inviting', () => {
  it.each([
    ['a head', grant('head', '53')],
    ['an administrator', grant('national-admin')],
    ['a verifier of another province', grant('verifier', '19')],
    ['a sekda of another province', grant('sekda', '19.06')],
    ['a contact of a unit that does not exist', grant('unit-contact', randomUUID())],
  ])('%s is not a head’s, beside somebody who is', async (_who, one) => {
    expectProblem(await head.post('/api/people', invitation(grant('assessor', '53'), one)), 'grant-not-permitted');
  });

  it('a contact of a unit of the own province is, and not of another’s', async () => {
    const [own, other] = [await aUnit(site.db), await aUnit(site.db, { government: '19.06' })];
    expect((await head.post('/api/people', invitation(grant('unit-contact', own.id)))).status).toBe(200);
    expectProblem(await head.post('/api/people', invitation(grant('unit-contact', other.id))), 'grant-not-permitted');
  });

  it.each([
    ['a province without a place', grant('head', '98')],
    ['a government without a place', grant('sekda', '53.99')],
    ['a unit without a place', grant('unit-contact', randomUUID())],
    ['a role for the wrong kind of scope', { role: 'assessor', scope: { kind: 'national' } }],
  ])('for %s names the field', async (_what, one) => {
    const refused = await admin.post('/api/people', invitation(grant('verifier', '53'), one));
    expectProblem(refused, 'invalid-request');
    expect(refused.body.errors[0].field).toBe('body.grants.1.scope');
  });

  it.each([
    ['a role nobody has', { role: 'king', scope: { kind: 'national' } }],
    ['an unknown property', { role: 'head', scope: { kind: 'province', code: '53', all: true } }],
    ['SQL for a code', { role: 'head', scope: { kind: 'province', code: "53' or 1=1" } }],
  ])('with %s is refused', async (_what, one) => {
    expectProblem(await admin.post('/api/people', invitation(one)), 'invalid-request');
  });

  it('an address that has an account is refused, also when two ask at once', async () => {
    const body = invitation(grant('assessor', '53'));
    const replies = await Promise.all([head.post('/api/people', body), admin.post('/api/people', body)]);
    expect(replies.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([200, 409]);
    expectProblem(await head.post('/api/people', { ...body, email: body.email.toUpperCase() }), 'email-taken');
  });
});

describe('setting grants', () => {
  it('counts with the person’s next request', async () => {
    const person = await aPerson(site.db, { grants: [grant('head', '53')] });
    const client = await signedIn(site, person);
    expect((await client.get('/api/people')).status).toBe(200);
    await admin.put(`/api/people/${person.id}/grants`, { grants: [grant('verifier', '53')] });
    expectProblem(await client.get('/api/people'), 'not-permitted');
    expect((await client.get('/api/me')).body.grants).toEqual([grant('verifier', '53')]);
  });

  it.each([
    ['a head', [grant('verifier', '53'), grant('head', '53')]],
    ['an administrator', [grant('national-admin')]],
    ['a verifier of another province too', [grant('verifier', '53'), grant('verifier', '19')]],
  ] as const)('that make somebody %s end the links that a head could still hold', async (_what, grants) => {
    const invited = (await head.post('/api/people', invitation(grant('verifier', '53')))).body;
    const token = String(invited.link.url).split('#')[1];
    const inspect = async () => await callerOf(site).post('/api/sign-in-links/inspect', { token });
    const put = async (list: readonly object[]) =>
      await admin.put(`/api/people/${invited.person.id}/grants`, { grants: list });
    expect((await put([grant('verifier', '53'), grant('assessor', '53')])).status).toBe(200);
    expect((await inspect()).status).toBe(200);
    expect((await put(grants)).status).toBe(200);
    expectProblem(await inspect(), 'link-not-valid');
  });

  it('that make somebody a head end the long sessions of the field', async () => {
    const person = await aPerson(site.db, { grants: [grant('assessor', '53')] });
    const phone = await signedIn(site, person);
    await admin.put(`/api/people/${person.id}/grants`, { grants: [grant('assessor', '53'), grant('verifier', '53')] });
    expect((await phone.get('/api/me')).status).toBe(200);
    await admin.put(`/api/people/${person.id}/grants`, { grants: [grant('head', '53')] });
    expectProblem(await phone.get('/api/me'), 'signed-out');
  });

  it('by a head leaves the grants of other provinces', async () => {
    const person = await aPerson(site.db, { grants: [grant('verifier', '53'), grant('verifier', '19')] });
    const changed = await head.put(`/api/people/${person.id}/grants`, { grants: [grant('assessor', '53')] });
    expect(changed.body.grants).toEqual([grant('assessor', '53')]);
    const client = await signedIn(site, person);
    expect((await client.get('/api/me')).body.grants).toEqual([grant('assessor', '53'), grant('verifier', '19')]);
  });

  it('does not let a head take another head’s power, nor one’s own', async () => {
    const other = await aPerson(site.db, { grants: [grant('head', '53'), grant('verifier', '53')] });
    expectProblem(await head.put(`/api/people/${other.id}/grants`, { grants: [] }), 'grant-not-permitted');
    expectProblem(await head.put(`/api/people/${headPerson.id}/grants`, { grants: [] }), 'not-on-oneself');
  });

  it.each([1, 2, 3, 4, 5])('never takes the last administrator, even if two take each other at once (%i)', async () => {
    const second = await aPerson(site.db, { grants: [grant('national-admin')] });
    const other = await signedIn(site, second);
    const replies = await Promise.all([
      admin.put(`/api/people/${second.id}/grants`, { grants: [] }),
      other.put(`/api/people/${adminPerson.id}/status`, { disabled: true }),
    ]);
    expect(replies.filter(({ status }) => status === 200)).toHaveLength(1);
    const left = await site.db
      .selectFrom('person_grant')
      .innerJoin('person', 'person.id', 'person_grant.person_id')
      .where('role', '=', 'national-admin')
      .where('disabled_at', 'is', null)
      .select('person.id')
      .execute();
    expect(left).toHaveLength(1);
  });

  it('is in the audit of the office, with what was before and after', async () => {
    const person = await aPerson(site.db, { grants: [grant('verifier', '53')] });
    await head.put(`/api/people/${person.id}/grants`, { grants: [grant('assessor', '53')] });
    await head.put(`/api/people/${person.id}/grants`, { grants: [grant('assessor', '53')] });
    const events = await site.db.selectFrom('audit_event').where('subject_id', '=', person.id).selectAll().execute();
    expect(events).toMatchObject([
      { office: '53', action: 'person.grants-changed', actor: headPerson.id, detail: { given: 1, taken: 1 } },
    ]);
    expect(events[0]?.before_hash).not.toBe(events[0]?.after_hash);
  });
});

describe('closing an account', () => {
  it('signs it out at once and keeps it from signing in, until it is opened', async () => {
    const person = await aPerson(site.db, { password: 'gunung mutis berkabut', grants: [grant('assessor', '53')] });
    const client = await signedIn(site, person);
    const status = (disabled: boolean) => head.put(`/api/people/${person.id}/status`, { disabled });
    const signIn = { email: person.email, password: 'gunung mutis berkabut', deviceName: 'Ponsel' };
    expect((await status(true)).body.status).toBe('disabled');
    expectProblem(await client.get('/api/me'), 'signed-out');
    const refused = await site.app.inject({ method: 'POST', url: '/api/session', payload: signIn });
    expect(refused.json()).toMatchObject({ code: 'sign-in-refused' });
    expect((await status(false)).body.status).toBe('active');
    expectProblem(await client.get('/api/me'), 'signed-out');
    const accepted = await site.app.inject({ method: 'POST', url: '/api/session', payload: signIn });
    expect(accepted.statusCode).toBe(200);
  });

  it('is not for oneself; signing oneself out everywhere is', async () => {
    expectProblem(await admin.put(`/api/people/${adminPerson.id}/status`, { disabled: true }), 'not-on-oneself');
    expectProblem(await admin.post(`/api/people/${adminPerson.id}/reset`), 'not-on-oneself');
    expect((await head.post(`/api/people/${headPerson.id}/sign-out`)).status).toBe(200);
    expectProblem(await head.get('/api/me'), 'signed-out');
  });
});
