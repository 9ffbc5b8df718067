import type { TeamDevice } from '@patuh/shared/contracts/assessments';
import type { Change } from '@patuh/shared/domain/change';
import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';

import { anAssessment } from '../../support/assessments.ts';
import { aDevice } from '../../support/changes.ts';
import { aField, type Field } from '../../support/field.ts';
import { aPerson, type Client, expectProblem, grant, signedIn } from '../../support/people.ts';
import { anotherTeam, giveTo } from '../../support/plan.ts';
import { aPull } from '../../support/pulls.ts';
import { aSite, type Site } from '../../support/site.ts';

let site: Site;
let field: Field;
beforeAll(async () => {
  site = await aSite({ history: false });
});
afterAll(async () => await site.close());
beforeEach(async () => {
  field = await aField(site);
});

const AT = { indicatorId: 'penjaminan-mutu' };
const devices = async (): Promise<readonly TeamDevice[]> =>
  (await field.phone.get(`/api/assessments/${field.unit.id}/devices`)).body.devices;
const push = async (client: Client, change: Change): Promise<unknown> =>
  await client.post('/api/sync/push', { changes: [change] });
const pull = async (client: Client, wish: Parameters<typeof aPull>[0]): Promise<unknown> =>
  await client.post('/api/sync/pull', aPull(wish));
const moment = expect.stringMatching(/^\d{4}-.*Z$/) as unknown;

describe('the devices of a team', () => {
  it('are those that worked on the unit and those that were heard from, with what each said of itself', async () => {
    const [phone, tablet, spare] = [aDevice(), aDevice(), aDevice()];
    await push(field.phone, phone.level(field.unit.id, AT, 1));
    await pull(field.phone, { device: phone.id, name: 'Chrome di Android', waiting: 0 });
    await push(field.helper, tablet.level(field.unit.id, AT, 2));
    await pull(field.helper, { device: spare.id, name: 'Edge di Windows', waiting: 7 });
    const told = await devices();
    expect(told).toHaveLength(3);
    const maria = { personId: field.maria.id, personName: 'Maria' };
    const yosef = { personId: field.yosef.id, personName: 'Yosef' };
    expect(told).toContainEqual({
      id: phone.id,
      ...maria,
      name: 'Chrome di Android',
      lastEditAt: moment,
      exchangedAt: moment,
      waiting: 0,
    });
    expect(told).toContainEqual({
      id: tablet.id,
      ...yosef,
      name: null,
      lastEditAt: moment,
      exchangedAt: null,
      waiting: null,
    });
    expect(told).toContainEqual({
      id: spare.id,
      ...yosef,
      name: 'Edge di Windows',
      lastEditAt: null,
      exchangedAt: moment,
      waiting: 7,
    });
    const first = told.find(({ id }) => id === phone.id);
    expect(Date.parse(first?.exchangedAt ?? '')).toBeGreaterThan(Date.parse(first?.lastEditAt ?? ''));
  });

  it('know of this unit only: work on another one is no edit here', async () => {
    const other = await anAssessment(site.db, { periodId: field.unit.periodId, teamId: field.unit.teamId });
    const phone = aDevice();
    await push(field.phone, phone.level(other.id, AT, 1));
    expect(await devices()).toMatchObject([{ id: phone.id, lastEditAt: null }]);
  });

  it('are one where a store began to number anew, with its work from before', async () => {
    const [before, between, after] = [aDevice(), aDevice(), aDevice()];
    await push(field.helper, before.level(field.unit.id, AT, 1));
    await pull(field.helper, { device: between.id, earlier: [before.id] });
    await pull(field.helper, { device: after.id, earlier: [before.id, between.id], waiting: 2 });
    expect(await devices()).toMatchObject([{ id: after.id, lastEditAt: moment, exchangedAt: moment, waiting: 2 }]);
  });

  it('name the same store of two people twice: each has answers of their own in it', async () => {
    const shared = aDevice();
    await push(field.phone, shared.level(field.unit.id, AT, 1));
    await push(field.helper, aDevice({ id: shared.id }).level(field.unit.id, AT, 1));
    expect((await devices()).map(({ personName }) => personName)).toEqual(['Maria', 'Yosef']);
  });

  it('leave out who is in the team no longer, and who was last heard from before the period', async () => {
    const [phone, old] = [aDevice(), aDevice()];
    await push(field.helper, phone.level(field.unit.id, AT, 1));
    await pull(field.phone, { device: old.id });
    await site.db
      .updateTable('device_cursor')
      .set({ last_seen_at: new Date('2020-01-01') })
      .where('device_id', '=', old.id)
      .execute();
    expect(await devices()).toMatchObject([{ id: phone.id }]);
    await site.db.deleteFrom('team_member').where('person_id', '=', field.yosef.id).execute();
    expect(await devices()).toEqual([]);
  });

  it('of whoever had the unit before are among them until they were heard from, and with nothing left to send', async () => {
    const old = aDevice();
    await push(field.phone, old.level(field.unit.id, AT, 1));
    await pull(field.phone, { device: old.id });
    const { teamId, phone } = await anotherTeam(site, field.unit);
    await giveTo(site.db, field.unit, teamId);
    const seenBy = async (): Promise<readonly string[]> =>
      (await phone.get(`/api/assessments/${field.unit.id}/devices`)).body.devices.map(({ id }: TeamDevice) => id);
    expect(await seenBy()).toEqual([old.id]);
    await pull(field.phone, { device: old.id, waiting: 3 });
    expect(await seenBy()).toEqual([old.id]);
    await pull(field.phone, { device: old.id });
    expect(await seenBy()).toEqual([]);
    // In both teams: a colleague like any other.
    await site.db
      .insertInto('team_member')
      .values({ team_id: teamId, person_id: field.maria.id, role: 'assessor' })
      .execute();
    expect(await seenBy()).toEqual([old.id]);
  });

  it('are told to the team alone', async () => {
    const path = `/api/assessments/${field.unit.id}/devices`;
    const stranger = await signedIn(site, await aPerson(site.db, { grants: [grant('assessor', '53')] }));
    expectProblem(await stranger.get(path), 'not-found');
    expect((await field.helper.get(path)).status).toBe(200);
  });

  it('are found by index, however much was entered', async () => {
    const device = aDevice().id;
    const plan = await site.db.connection().execute(async (connection) => {
      // Tables of tests are small: told that reading all of it is dear, the planner takes an index if there is one.
      await sql`set enable_seqscan = off`.execute(connection);
      const found = await sql`explain select max(received_at) from answer_change
        where assessment_id = ${field.unit.id} and person_id = ${field.maria.id} and device_id = ${device}`.execute(
        connection,
      );
      await sql`reset enable_seqscan`.execute(connection);
      return JSON.stringify(found.rows);
    });
    // Nothing is filtered or read of the table: the newest moment stands at the end of the index.
    expect(plan).toMatch(/Index Only Scan Backward using answer_change_author/);
    expect(plan).not.toContain('Filter');
  });
});
