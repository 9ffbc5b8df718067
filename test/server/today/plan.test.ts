import { randomUUID } from 'node:crypto';

import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';

import { anAssessment, aPeriod, aTeam, aUnit, pushAll } from '../../support/assessments.ts';
import { aDevice } from '../../support/changes.ts';
import { aField, type Field, publishYear } from '../../support/field.ts';
import { aPerson, type Client, grant, signedIn } from '../../support/people.ts';
import { aPull } from '../../support/pulls.ts';
import { aSite, type Site } from '../../support/site.ts';
import { countOf, itemOf, todayOf } from '../../support/today.ts';

let site: Site;
let field: Field;
let head: Client;
let national: Client;
beforeAll(async () => {
  site = await aSite({ history: false });
});
afterAll(async () => await site.close());
beforeEach(async () => {
  field = await aField(site);
  const as = async (...grants: Parameters<typeof grant>) =>
    await signedIn(site, await aPerson(site.db, { grants: [grant(...grants)] }));
  head = await as('head', '53');
  national = await as('national-admin');
});

const day = (offset: number) => sql`(now() at time zone 'Asia/Makassar')::date + ${offset}::integer`;

describe('the plan on the first page of a head', () => {
  it('names units without a team once fieldwork is near, until a team has them', async () => {
    const { periodId, teamId } = field.unit;
    const { id } = await aUnit(site.db, { government: '53.71' });
    await sql`
      insert into period_unit (period_id, unit_id, team_id, first_time) values (${periodId}, ${id}, null, false)`.execute(
      site.db,
    );
    // Without a calendar an open period has begun.
    expect(await itemOf(head, 'without-team')).toMatchObject({
      count: 1,
      first: [{ count: 1, periodId, detail: null }],
    });
    await site.db.updateTable('period').set({ opened_at: null }).execute();
    expect(await countOf(head, 'without-team')).toBe(0);
    const begins = async (offset: number) => {
      await sql`delete from period_phase`.execute(site.db);
      await sql`
        insert into period_phase (period_id, province_code, phase, starts_on, ends_on)
        values (${periodId}, null, 'fieldwork', ${day(offset)}, ${day(offset + 30)})`.execute(site.db);
    };
    await begins(15);
    expect(await countOf(head, 'without-team')).toBe(0);
    await begins(14);
    expect(await itemOf(head, 'without-team')).toMatchObject({ daysLeft: 14 });
    await sql`
      insert into period_phase (period_id, province_code, phase, starts_on, ends_on)
      values (${periodId}, '53', 'fieldwork', ${day(-1)}, ${day(20)})`.execute(site.db);
    expect(await itemOf(head, 'without-team')).toMatchObject({ daysLeft: -1 });
    await sql`update period_unit set team_id = ${teamId} where team_id is null`.execute(site.db);
    expect(await countOf(head, 'without-team')).toBe(0);
  });

  it('tells second visits from the season whose name they have', async () => {
    const { periodId, unit } = field.unit;
    const again = await aPeriod(site.db, { kind: 'comparison', compares: periodId });
    const row = { period_id: again, unit_id: unit.id, team_id: null, first_time: false };
    await site.db.insertInto('period_unit').values(row).execute();
    expect(await itemOf(head, 'without-team')).toMatchObject({ first: [{ periodId: again, detail: 'comparison' }] });
    const teamId = await aTeam(site.db, { periodId: again, members: [] });
    await anAssessment(site.db, { periodId: again, teamId, unit });
    const members = await itemOf(head, 'team-without-assessor');
    expect(members).toMatchObject({ first: [{ thingId: teamId, detail: 'comparison' }] });
  });

  it('names a team without an assessor while it has units to assess', async () => {
    expect(await countOf(head, 'team-without-assessor')).toBe(0);
    const leave = async (at: Date | null) =>
      await site.db.updateTable('team_member').set({ left_at: at }).where('person_id', '=', field.maria.id).execute();
    await leave(new Date());
    expect(await itemOf(head, 'team-without-assessor')).toMatchObject({
      count: 1,
      first: [{ thingId: field.unit.teamId, count: 1 }],
    });
    await leave(null);
    expect(await countOf(head, 'team-without-assessor')).toBe(0);
    await site.db.updateTable('person').set({ disabled_at: new Date() }).where('id', '=', field.maria.id).execute();
    expect(await countOf(head, 'team-without-assessor')).toBe(1);
    await site.db.updateTable('assessment').set({ state: 'submitted', submitted_at: new Date() }).execute();
    expect(await countOf(head, 'team-without-assessor')).toBe(0);
  });

  it('names a publication that waits for the second person, and not to the first', async () => {
    const { id: other } = await aPerson(site.db, { grants: [grant('head', '53')] });
    await sql`
      insert into release (id, period_id, province_code, state, decree_number, decree_date, content, content_hash,
        prepared_by, prepared_at)
      values (${randomUUID()}, ${field.unit.periodId}, '53', 'prepared', '1', '2024-11-01', '{}', repeat('c', 64),
        ${other}, now())`.execute(site.db);
    for (const who of [head, national]) expect(await countOf(who, 'releases')).toBe(1);
    const first = await signedIn(site, { id: other, grants: [grant('head', '53')] });
    expect(await countOf(first, 'releases')).toBe(0);
    await sql`update release set state = 'withdrawn', decided_by = prepared_by, decided_at = now()`.execute(site.db);
    expect(await countOf(head, 'releases')).toBe(0);
  });
});

describe('people on the first page of a head', () => {
  it('are those of whom nothing was heard for days, until something is', async () => {
    await pushAll(field.phone, [aDevice().level(field.unit.id, { indicatorId: 'penjaminan-mutu' }, 1)]);
    await field.helper.post('/api/sync/pull', aPull());
    expect(await countOf(head, 'silent-devices')).toBe(0);
    await sql`update device_cursor set last_seen_at = now() - interval '5 days'`.execute(site.db);
    await sql`update period set created_at = now() - interval '90 days'`.execute(site.db);
    const item = await itemOf(head, 'silent-devices');
    expect(item).toMatchObject({ count: 2, first: [{ detail: '5', province: '53' }, {}] });
    await field.phone.post('/api/sync/pull', aPull());
    await field.helper.post('/api/sync/pull', aPull());
    expect(await countOf(head, 'silent-devices')).toBe(0);
  });

  it('are those of whom something was refused and kept, until the season is published, and for two weeks', async () => {
    const lost = { ...aDevice().level(field.unit.id, { indicatorId: 'bukan-indikator' }, 1) };
    const { answers } = (await field.phone.post('/api/sync/push', { changes: [lost] })).body;
    expect(answers).toMatchObject([{ outcome: 'refused' }]);
    expect(await itemOf(head, 'quarantined')).toMatchObject({
      count: 1,
      first: [{ name: 'Maria', thingId: field.maria.id, count: 1 }],
    });
    const later = await signedIn(site, await aPerson(site.db, { grants: [grant('head', '19')] }));
    expect(await countOf(later, 'quarantined')).toBe(0);
    await sql`update quarantined_change set received_at = now() - interval '40 days'`.execute(site.db);
    await sql`update period set opened_at = now() - interval '50 days'`.execute(site.db);
    // Also of somebody who left.
    await sql`delete from person_grant where person_id = ${field.maria.id}`.execute(site.db);
    expect(await countOf(head, 'quarantined')).toBe(1);
    await publishYear(field);
    expect(await countOf(head, 'quarantined')).toBe(0);
    await sql`update quarantined_change set received_at = now() - interval '13 days'`.execute(site.db);
    expect(await countOf(head, 'quarantined')).toBe(1);
  });

  it('are those who were invited and never came, until they set a password', async () => {
    const invite = { name: 'Asesor Baru', email: 'baru@contoh.example', grants: [grant('assessor', '53')] };
    const { status, body } = await head.post('/api/people', invite);
    expect([status, body]).toEqual([200, expect.anything()]);
    expect(await countOf(head, 'invited')).toBe(0);
    await sql`update person set created_at = now() - interval '4 days'`.execute(site.db);
    expect(await itemOf(head, 'invited')).toMatchObject({ count: 1, first: [{ name: 'Asesor Baru' }] });
    await sql`update person set password_hash = 'x' where name = 'Asesor Baru'`.execute(site.db);
    expect(await countOf(head, 'invited')).toBe(0);
  });
});

describe('the national office', () => {
  it('sees how many there are in which province, and a calm page where there is nothing', async () => {
    expect(await todayOf(national)).toMatchObject({ items: [], provinces: [] });
    const { periodId } = field.unit;
    await anAssessment(site.db, { periodId, government: '53.71', state: 'submitted' });
    await anAssessment(site.db, { periodId, government: '19.06', state: 'submitted' });
    await anAssessment(site.db, { periodId, government: '19.04', state: 'submitted' });
    const { items, provinces } = await todayOf(national);
    expect(items.find(({ kind }) => kind === 'reviews-late')?.count).toBe(3);
    expect(provinces).toMatchObject([
      { code: '19', counts: [{ kind: 'reviews-late', count: 2 }] },
      { code: '53', counts: [{ kind: 'reviews-late', count: 1 }] },
    ]);
    expect((await todayOf(head)).provinces).toEqual([]);
  });

  it('is told of each thing once, and only the first five by name', async () => {
    const { periodId, teamId } = field.unit;
    for (let count = 0; count < 7; count += 1) {
      await anAssessment(site.db, { periodId, teamId, government: '53.71', state: 'submitted' });
    }
    const item = await itemOf(head, 'reviews-late');
    expect([item?.count, item?.first.length]).toEqual([7, 5]);
  });
});
