import { randomUUID } from 'node:crypto';

import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';

import { aUnit, type TestUnit } from '../../support/assessments.ts';
import { aPerson, callerOf, type Client, expectProblem, grant, signedIn } from '../../support/people.ts';
import { aSite, type Site } from '../../support/site.ts';

/** A Sekda office says who the contacts of its own units are. */

let site: Site;
let sekda: Client;
let head: Client;
let own: TestUnit;
let beside: TestUnit;
beforeAll(async () => {
  site = await aSite({ history: false });
});
afterAll(async () => await site.close());
beforeEach(async () => {
  await site.db.deleteFrom('person_grant').execute();
  own = await aUnit(site.db, { government: '53.14' });
  beside = await aUnit(site.db, { government: '53.09' });
  sekda = await signedIn(site, await aPerson(site.db, { grants: [grant('sekda', '53.14')] }));
  head = await signedIn(site, await aPerson(site.db, { grants: [grant('head', '53')] }));
});

const invitation = (...grants: readonly object[]) => ({
  name: 'Marselina Taneo',
  email: `${randomUUID()}@a.example`,
  grants,
});

const tokenOf = (answer: { readonly body: { readonly link: { readonly url: string } } }) =>
  answer.body.link.url.split('#')[1];

describe('a Sekda office', () => {
  it('invites a contact of a unit of its own, who signs in with the link', async () => {
    const invited = await sekda.post('/api/people', invitation(grant('unit-contact', own.id)));
    expect(invited.status).toBe(200);
    const password = 'gunung mutis berkabut';
    const joined = await callerOf(site).post('/api/sign-in-links/use', {
      token: tokenOf(invited),
      password,
      deviceName: 'Ponsel',
    });
    expect(joined.body.me.grants).toEqual([grant('unit-contact', own.id)]);
  });

  it('invites nobody else: not for a unit beside, not for another role, not with one more role', async () => {
    for (const grants of [
      [grant('unit-contact', beside.id)],
      [grant('sekda', '53.14')],
      [grant('observer', '53.14')],
      [grant('unit-contact', own.id), grant('verifier', '53')],
    ]) {
      expectProblem(await sekda.post('/api/people', invitation(...grants)), 'grant-not-permitted');
    }
  });

  it('sees its own contacts and nothing else about anybody', async () => {
    const contact = await aPerson(site.db, {
      name: 'Marselina',
      grants: [grant('unit-contact', own.id), grant('unit-contact', beside.id), grant('enumerator', '53')],
    });
    await site.db.updateTable('person').set({ home_government: own.government }).where('id', '=', contact.id).execute();
    await aPerson(site.db, { name: 'Di sebelah', grants: [grant('unit-contact', beside.id)] });
    await aPerson(site.db, { name: 'Asesor', grants: [grant('assessor', '53'), grant('observer', '53.14')] });
    const { people } = (await sekda.get('/api/people')).body;
    expect(people).toMatchObject([
      { name: 'Marselina', grants: [grant('unit-contact', own.id)], homeGovernment: null },
    ]);
    expect(people).toHaveLength(1);
  });

  it('resets and closes whoever is only a contact of its units, and nobody who is more than that', async () => {
    const contact = await aPerson(site.db, { grants: [grant('unit-contact', own.id)] });
    expect((await sekda.post(`/api/people/${contact.id}/reset`)).status).toBe(200);
    const closed = await sekda.put(`/api/people/${contact.id}/status`, { disabled: true });
    expect(closed.body).toMatchObject({ status: 'disabled', linkUntil: null });
    const more = await aPerson(site.db, { grants: [grant('unit-contact', own.id), grant('assessor', '53')] });
    expectProblem(await sekda.post(`/api/people/${more.id}/reset`), 'grant-not-permitted');
    expectProblem(await sekda.put(`/api/people/${more.id}/status`, { disabled: true }), 'grant-not-permitted');
    const other = await aPerson(site.db, { grants: [grant('unit-contact', beside.id)] });
    expectProblem(await sekda.post(`/api/people/${other.id}/reset`), 'not-found');
    expectProblem(await sekda.put(`/api/people/${other.id}/status`, { disabled: true }), 'not-found');
  });

  it('cannot open an account with its link once that is more than a contact of its units', async () => {
    for (const more of [grant('verifier', '53'), grant('unit-contact', beside.id)]) {
      const invited = await sekda.post('/api/people', invitation(grant('unit-contact', own.id)));
      const inspect = async () => await callerOf(site).post('/api/sign-in-links/inspect', { token: tokenOf(invited) });
      expect((await inspect()).status).toBe(200);
      const grants = [grant('unit-contact', own.id), more];
      expect((await head.put(`/api/people/${invited.body.person.id}/grants`, { grants })).status).toBe(200);
      expectProblem(await inspect(), 'link-not-valid');
    }
  });

  it('chooses among its own units that are not closed, and still reads the name of a closed one with a contact', async () => {
    const [closed, named] = [
      await aUnit(site.db, { government: '53.14' }),
      await aUnit(site.db, { government: '53.14' }),
    ];
    await aPerson(site.db, { grants: [grant('unit-contact', named.id)] });
    await site.db.updateTable('unit').set({ closed_at: new Date() }).where('id', 'in', [closed.id, named.id]).execute();
    const { units } = (await sekda.get('/api/places?government=53.14')).body;
    const ids = units.map(({ id }: { readonly id: string }) => id);
    expect(ids).toContain(own.id);
    expect(ids).toContain(named.id);
    expect(ids).not.toContain(closed.id);
    expect(ids).not.toContain(beside.id);
  });

  it('does not say where anybody comes from', async () => {
    const invited = { ...invitation(grant('unit-contact', own.id)), homeGovernment: '53.14' };
    expectProblem(await sekda.post('/api/people', invited), 'invalid-request');
  });
});

describe('a one-time link', () => {
  it('is not used up by whoever only looks, like the robot that draws a preview of a message', async () => {
    const invited = await head.post('/api/people', invitation(grant('assessor', '53')));
    const { pathname } = new URL(invited.body.link.url);
    const robot = callerOf(site, { 'user-agent': 'WhatsApp/2.23.20.0', accept: '*/*' });
    expect((await robot.get(pathname)).status).toBe(200);
    expect((await robot.ask('HEAD', pathname)).status).toBe(200);
    const inspected = await robot.post('/api/sign-in-links/inspect', { token: tokenOf(invited) });
    expect(inspected.status).toBe(200);
    expect((await robot.post('/api/sign-in-links/inspect', { token: tokenOf(invited) })).status).toBe(200);
  });

  it('is made anew where it was lost, and the list says until when it is good', async () => {
    const invited = await head.post('/api/people', invitation(grant('assessor', '53')));
    const { id } = invited.body.person;
    const again = await head.post(`/api/people/${id}/reset`);
    expectProblem(
      await callerOf(site).post('/api/sign-in-links/inspect', { token: tokenOf(invited) }),
      'link-not-valid',
    );
    const { people } = (await head.get('/api/people')).body;
    const listed = people.find((person: { readonly id: string }) => person.id === id);
    expect(listed).toMatchObject({ status: 'invited', linkUntil: again.body.link.expiresAt });
  });
});
