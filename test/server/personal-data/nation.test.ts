import { listDue } from '@patuh/server/features/personal-data/due';
import { purgeAsSeen } from '@patuh/server/features/personal-data/purge';
import { monthsAfter } from '@patuh/shared/domain/retention';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { anAssessment, pulled, pushAll } from '../../support/assessments.ts';
import { aDevice } from '../../support/changes.ts';
import { aPerson, type Client, expectProblem, grant, signedIn, type TestPerson } from '../../support/people.ts';
import { purgeDeps, purgeNow, whereFound } from '../../support/personal-data.ts';
import { aSite, type Site } from '../../support/site.ts';

let ahead = 0;
const now = (): Date => new Date(Date.now() + ahead);
const later = (months: number): void => {
  ahead = monthsAfter(new Date(), months).getTime() - Date.now() + 2 * 86_400_000;
};

let site: Site;
let left: TestPerson;
let colleague: TestPerson;
let admin: TestPerson;
beforeAll(async () => {
  site = await aSite({ history: false, now });
  left = await aPerson(site.db, {
    name: 'NamaYangPergiXq30',
    email: 'pergixq31@contoh.example',
    grants: [grant('assessor', '53')],
  });
  colleague = await aPerson(site.db, { name: 'Rekan', grants: [grant('assessor', '53')] });
  admin = await aPerson(site.db, { name: 'Admin', grants: [grant('national-admin')] });
  const unit = await anAssessment(site.db, {
    members: [left, colleague].map(({ id }) => ({ personId: id, role: 'assessor' })),
  });
  unitId = unit.id;
  const phone = await signedIn(site, left);
  const device = aDevice();
  await pushAll(phone, [
    device.change(unit.id, { indicatorId: 'tidak-ada' }, { field: 'note', value: 'TakTerpakaiXq32' }),
    device.change(unit.id, { subjectId: 'product-1' }, { field: 'name', value: 'Izin apotek' }),
  ]);
  const closing = await (await asAdmin()).put(`/api/people/${left.id}/status`, { disabled: true });
  if (closing.status !== 200) throw new Error(JSON.stringify(closing.body));
});
afterAll(async () => await site.close());

let unitId: Parameters<typeof pulled>[1];
const asAdmin = async (): Promise<Client> => await signedIn(site, admin, now());

describe('what belongs to no province', () => {
  it('is not due while it is young', async () => {
    expect(await listDue(site.db, now())).toEqual([]);
  });

  it('goes a year later: what could not be used, and sign-ins that ended', async () => {
    later(12);
    const kinds = (await listDue(site.db, now())).map(({ kind }) => kind);
    expect(kinds).toEqual(['unplaced', 'devices']);
    await purgeNow(purgeDeps(site, now), 'unplaced', 'devices');
    expect(await whereFound(site, ['TakTerpakaiXq32'])).toEqual([]);
    const sessions = await site.db.selectFrom('device_session').selectAll().where('person_id', '=', left.id).execute();
    expect(sessions).toEqual([]);
  });

  it('a closed account loses its name two years later, and is one person still to whoever worked with it', async () => {
    later(24);
    expect(await whereFound(site, [left.name, left.email])).not.toEqual([]);
    await purgeNow(purgeDeps(site, now), 'accounts');
    expect(await whereFound(site, [left.name, left.email])).toEqual([]);
    const view = await pulled(await signedIn(site, colleague, now()), unitId);
    const [cell] = view.cells;
    expect(cell?.current.by).toBe(`Akun tertutup ${left.id.slice(0, 8)}`);
  });

  it('such an account is never opened again, and those of others are as they were', async () => {
    const client = await asAdmin();
    expectProblem(await client.put(`/api/people/${left.id}/status`, { disabled: false }), 'not-found');
    expect(await whereFound(site, [colleague.email])).not.toEqual([]);
  });
});

describe('a purge', () => {
  it('does nothing where it is not what was listed', async () => {
    later(36);
    const before = await site.db.selectFrom('purge').selectAll().execute();
    const report = await purgeAsSeen(purgeDeps(site, now), new Map([['devices', '0'.repeat(12)]]), {});
    expect(report).toEqual({ kind: 'changed', kinds: ['devices'] });
    expect(await site.db.selectFrom('purge').selectAll().execute()).toEqual(before);
  });
});

describe('the lengths', () => {
  const path = '/api/personal-data/lengths/unplaced';

  it('are changed by the national office within bounds, and count at once', async () => {
    const client = await asAdmin();
    expectProblem(await client.put(path, { months: 5, seen: 0 }), 'invalid-request');
    const { body } = await client.put(path, { months: 6, seen: 0 });
    expect(body.lengths.find(({ kind }: { kind: string }) => kind === 'unplaced')).toMatchObject({
      months: 6,
      version: 1,
      changedBy: 'Admin',
    });
  });

  it('tell whoever changes what somebody else has changed', async () => {
    const client = await asAdmin();
    expectProblem(await client.put(path, { months: 9, seen: 0 }), 'changed-meanwhile');
    expect((await client.put(path, { months: 9, seen: 1 })).status).toBe(200);
  });
});
