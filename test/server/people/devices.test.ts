import { randomUUID } from 'node:crypto';

import { DeviceId } from '@patuh/shared/domain/ids';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';

import { aPerson, type Client, expectProblem, grant, signedIn, type TestPerson } from '../../support/people.ts';
import { aSite, type Site } from '../../support/site.ts';

let site: Site;
let head: Client;
let headPerson: TestPerson;
let assessor: TestPerson;
beforeAll(async () => {
  site = await aSite({ history: false });
});
afterAll(async () => await site.close());
beforeEach(async () => {
  headPerson = await aPerson(site.db, { grants: [grant('head', '53')] });
  head = await signedIn(site, headPerson);
  assessor = await aPerson(site.db, { grants: [grant('assessor', '53')] });
});

async function aFieldDevice(name: string, waiting: number, replacedBy: DeviceId | null = null): Promise<DeviceId> {
  const id = DeviceId.parse(randomUUID());
  const at = new Date();
  await site.db
    .insertInto('device_cursor')
    .values({
      person_id: assessor.id,
      device_id: id,
      last_seq: 3,
      last_seen_at: at,
      name,
      waiting,
      exchanged_at: at,
      replaced_by: replacedBy,
    })
    .execute();
  return id;
}

describe('the devices of somebody', () => {
  it('are those signed in, and those that keep work of the field with what they had not sent', async () => {
    const phone = await signedIn(site, assessor);
    const lost = await aFieldDevice('Ponsel Maria', 12);
    await aFieldDevice('Ponsel Maria (dulu)', 4, lost);
    const { body } = await head.get(`/api/people/${assessor.id}/devices`);
    expect(body.sessions).toMatchObject([{ id: phone.sessionId, deviceName: 'Perangkat uji' }]);
    expect(body.fieldDevices).toMatchObject([{ id: lost, name: 'Ponsel Maria', waiting: 12 }]);
    expect(body.fieldDevices).toHaveLength(1);
  });

  it('are signed out one by one, and the audit says which', async () => {
    const [phone, tablet] = [await signedIn(site, assessor), await signedIn(site, assessor)];
    const revoked = await head.delete(`/api/people/${assessor.id}/sessions/${phone.sessionId}`);
    expect(revoked.status).toBe(200);
    expectProblem(await phone.get('/api/me'), 'signed-out');
    expect((await tablet.get('/api/me')).status).toBe(200);
    expectProblem(await head.delete(`/api/people/${assessor.id}/sessions/${phone.sessionId}`), 'not-found');
    const { body } = await head.get(`/api/people/${assessor.id}/devices`);
    expect(body.sessions.map(({ id }: { readonly id: string }) => id)).toEqual([tablet.sessionId]);
    const events = await site.db.selectFrom('audit_event').where('subject_id', '=', assessor.id).selectAll().execute();
    expect(events).toMatchObject([
      { office: '53', action: 'person.signed-out', actor: headPerson.id, detail: { session: phone.sessionId } },
    ]);
  });

  it('of somebody else are not signed out under another name, nor one’s own here', async () => {
    const other = await aPerson(site.db, { grants: [grant('assessor', '53')] });
    const phone = await signedIn(site, other);
    expectProblem(await head.delete(`/api/people/${assessor.id}/sessions/${phone.sessionId}`), 'not-found');
    expect((await phone.get('/api/me')).status).toBe(200);
    expectProblem(await head.delete(`/api/people/${headPerson.id}/sessions/${head.sessionId}`), 'not-on-oneself');
    const both = await aPerson(site.db, { grants: [grant('assessor', '53'), grant('assessor', '19')] });
    const shared = await signedIn(site, both);
    expectProblem(await head.delete(`/api/people/${both.id}/sessions/${shared.sessionId}`), 'grant-not-permitted');
  });
});

describe('the region somebody comes from', () => {
  it('is said when they are invited or later, and taken back', async () => {
    const body = { name: 'Yosef', email: `${randomUUID()}@a.example`, grants: [grant('assessor', '53')] };
    const invited = await head.post('/api/people', { ...body, homeGovernment: '53.14' });
    expect(invited.body.person.homeGovernment).toBe('53.14');
    const put = async (government: string | null) =>
      (await head.put(`/api/people/${invited.body.person.id}/home`, { government })).body.homeGovernment;
    expect(await put('53.09')).toBe('53.09');
    expect(await put(null)).toBeNull();
    const events = await site.db
      .selectFrom('audit_event')
      .where('subject_id', '=', invited.body.person.id)
      .where('action', '=', 'person.home-changed')
      .selectAll()
      .execute();
    expect(events).toHaveLength(2);
    expect(JSON.stringify(events)).not.toContain('53.09');
  });

  it('is one that exists', async () => {
    const refused = await head.put(`/api/people/${assessor.id}/home`, { government: '53.99' });
    expectProblem(refused, 'invalid-request');
    expect(refused.body.errors[0].field).toBe('body.government');
  });
});
