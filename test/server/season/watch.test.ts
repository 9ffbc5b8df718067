import type { getSeason, SeasonDevice } from '@patuh/shared/contracts/season';
import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type * as z from 'zod/mini';

import { anAssessment, aUnit, explainAll, handIn, pushAll } from '../../support/assessments.ts';
import { aDevice, fullAnswers } from '../../support/changes.ts';
import { anEvidenceId, aPhotoPiece } from '../../support/evidence-pieces.ts';
import { aField, type Field, putInto } from '../../support/field.ts';
import { aPerson, type Client, expectProblem, grant, signedIn } from '../../support/people.ts';
import { aPull } from '../../support/pulls.ts';
import { instrumentOf } from '../../support/reference-instruments.ts';
import { aSite, type Site } from '../../support/site.ts';
import { aPhoto, sender } from '../../support/uploads.ts';

let site: Site;
let field: Field;
let head: Client;
beforeAll(async () => {
  site = await aSite({ history: false });
});
afterAll(async () => await site.close());
beforeEach(async () => {
  field = await aField(site);
  head = await signedIn(site, await aPerson(site.db, { name: 'Ibu Kepala', grants: [grant('head', '53')] }));
});

type Season = z.infer<typeof getSeason.ok>;
const PLACE = { indicatorId: 'penjaminan-mutu' };

async function season(query = ''): Promise<Season> {
  const { status, body } = await head.get(`/api/office/season${query}`);
  expect(status).toBe(200);
  return body as Season;
}

async function silence(person: string, days: number): Promise<void> {
  await sql`
    update device_cursor set last_seen_at = now() - make_interval(days => ${days}::integer), exchanged_at = null
    where person_id = (select id from person where name = ${person})`.execute(site.db);
  await sql`update period set created_at = now() - interval '90 days'`.execute(site.db);
}

describe('the season of a province', () => {
  it('follows a unit from its team to the result, government by government', async () => {
    const { periodId, teamId } = field.unit;
    await anAssessment(site.db, { periodId, teamId, government: '53.71', state: 'verified' });
    const planned = await aUnit(site.db, { government: '53.71', name: 'Belum punya tim' });
    await sql`
      insert into period_unit (period_id, unit_id, team_id, first_time)
      values (${periodId}, ${planned.id}, null, false)`.execute(site.db);
    const tiles = async () => (await season()).tiles;
    const [rote, kupang] = await tiles();
    expect(rote).toMatchObject({ government: { code: '53.14' }, units: 1, states: { assigned: 1 }, withoutTeam: 0 });
    expect(kupang).toMatchObject({ government: { code: '53.71' }, units: 2, states: { final: 1 }, withoutTeam: 1 });

    const device = aDevice();
    await pushAll(
      field.phone,
      fullAnswers(instrumentOf(2023), field.unit.unit.kind, { assessmentId: field.unit.id, device, users: 30 }),
    );
    expect((await tiles())[0]).toMatchObject({ states: { assigned: 0, 'in-progress': 1 } });
    await explainAll(field.phone, field.unit.id, instrumentOf(2023));
    expect((await handIn(field.phone, field.unit.id)).status).toBe(200);
    expect((await tiles())[0]).toMatchObject({ states: { 'in-progress': 0, submitted: 1 } });

    const { units } = await season('?government=53.71');
    expect(units).toMatchObject([
      { unitName: 'Belum punya tim', team: null, state: null, assessmentId: null, answered: 0, expected: 217 },
      { state: 'final', answered: 0, expected: 217 },
    ]);
    const [own] = (await season('?government=53.14')).units ?? [];
    expect(own).toMatchObject({ state: 'submitted', answered: 217, expected: 217, users: 30 });
    expect(own?.lastChangeAt).not.toBeNull();
    expect((await season('?government=19.06')).units).toEqual([]);
  });

  it('counts a photo from the answer that names it until it arrives', async () => {
    const photo = await aPhoto(9);
    const value = aPhotoPiece(photo.bytes);
    await pushAll(field.phone, [
      aDevice().change(field.unit.id, { subjectId: anEvidenceId() }, { field: 'evidence', value }),
    ]);
    const outstanding = async () => (await season()).tiles[0]?.filesOutstanding;
    expect(await outstanding()).toBe(1);
    await sender(site, field.phone).begin(photo, field.unit.id, photo.bytes);
    expect(await outstanding()).toBe(0);
  });

  it('counts a place with two values until somebody chooses', async () => {
    const [one, other] = [aDevice(), aDevice()];
    const first = one.level(field.unit.id, PLACE, 1);
    const second = other.level(field.unit.id, PLACE, 2);
    await pushAll(field.phone, [first]);
    await pushAll(field.helper, [second]);
    const conflicts = async () => (await season()).tiles[0]?.conflicts;
    expect(await conflicts()).toBe(1);
    await pushAll(field.phone, [one.level(field.unit.id, PLACE, 1, [first.id, second.id])]);
    expect(await conflicts()).toBe(0);
  });

  it('says which phase it is, by the calendar of the province', async () => {
    const day = async (offset: number) => {
      const { rows } = await sql<{ day: string }>`
        select ((now() at time zone 'Asia/Makassar')::date + ${offset}::integer)::text as day`.execute(site.db);
      return rows[0]!.day;
    };
    const phase = async (name: string, from: number, to: number, province: string | null) =>
      await sql`
        insert into period_phase (period_id, province_code, phase, starts_on, ends_on)
        values (${field.unit.periodId}, ${province}, ${name}, ${await day(from)}::date, ${await day(to)}::date)`.execute(
        site.db,
      );
    await phase('fieldwork', -10, -5, null);
    await phase('fieldwork', -3, 4, '53');
    await phase('verification', 6, 20, null);
    expect((await season()).calendar).toEqual({
      underWay: [{ phase: 'fieldwork', endsOn: await day(4), daysLeft: 4 }],
      next: { phase: 'verification', startsOn: await day(6), daysUntil: 6 },
    });
  });
});

describe('the devices of a season', () => {
  const devices = async (): Promise<readonly SeasonDevice[]> => (await season()).devices;

  it('are asked about when they are silent for days while a unit is begun, until they are heard from', async () => {
    const phone = aDevice();
    await pushAll(field.phone, [phone.level(field.unit.id, PLACE, 1)]);
    const pull = { device: phone.id, waiting: 4, oldestWaitingAt: '2024-01-02T03:04:05.000Z', filesWaiting: 2 };
    await field.phone.post('/api/sync/pull', aPull(pull));
    expect(await devices()).toMatchObject([
      // Of the enumerator no device was ever heard, in the middle of a unit.
      { person: 'Yosef', device: null, heardAt: null, silent: true },
      { person: 'Maria', device: 'Chrome di Android', waiting: 4, filesWaiting: 2, silent: false },
    ]);
    await silence('Maria', 3);
    const [, maria] = await devices();
    expect(maria).toMatchObject({ person: 'Maria', silent: true, oldestWaitingAt: '2024-01-02T03:04:05.000Z' });
    expect((await season('?government=53.14')).units).toMatchObject([{ oldestWaitingAt: '2024-01-02T03:04:05.000Z' }]);
    await field.phone.post('/api/sync/pull', aPull({ device: phone.id }));
    await field.helper.post('/api/sync/pull', aPull());
    expect((await devices()).map(({ silent }) => silent)).toEqual([false, false]);
  });

  it('are no longer of interest once the units are handed in and nothing waits', async () => {
    const phone = aDevice();
    await pushAll(field.phone, [phone.level(field.unit.id, PLACE, 1)]);
    await silence('Maria', 9);
    await putInto(field, field.unit.id, 'submitted');
    expect((await devices()).filter(({ silent }) => silent)).toEqual([]);
  });

  it('of somebody who left the team are shown while something waits on them', async () => {
    const device = aDevice().id;
    await field.helper.post('/api/sync/pull', aPull({ device, waiting: 2 }));
    await site.db
      .updateTable('team_member')
      .set({ left_at: new Date() })
      .where('person_id', '=', field.yosef.id)
      .execute();
    await silence('Yosef', 2);
    expect(await devices()).toContainEqual(expect.objectContaining({ person: 'Yosef', left: true, silent: true }));
    await field.helper.post('/api/sync/pull', aPull({ device, waiting: 0 }));
    expect((await devices()).map(({ person }) => person)).not.toContain('Yosef');
  });
});

describe('the season as a table', () => {
  const table = async (client: Client, province: string) =>
    await client.get(`/api/office/season/${field.unit.periodId}/${province}/table`);

  it('has a line for each unit of the province, and nothing in it runs as a formula', async () => {
    const { periodId, teamId } = field.unit;
    const unit = await aUnit(site.db, { name: '=HYPERLINK("http://jahat.example")', government: '53.71' });
    await anAssessment(site.db, { periodId, teamId, unit });
    const other = await anAssessment(site.db, { periodId, government: '19.06' });
    await pushAll(field.phone, [aDevice().level(field.unit.id, PLACE, 1)]);
    const { body, headers } = await table(head, '53');
    expect(headers['content-type']).toBe('text/csv; charset=utf-8');
    const lines = String(body).trimEnd().split('\r\n');
    expect(lines).toHaveLength(3);
    expect(lines[0]).toMatch(/^provinsi,kode_pemda,pemda,unit,/);
    expect(lines[1]).toMatch(/,53\.14,.*,in-progress,1,217,0,/);
    expect(lines[2]).toContain(`"'=HYPERLINK(`);
    expect(String(body)).not.toContain(other.unit.government);
    const national = await signedIn(site, await aPerson(site.db, { grants: [grant('national-admin')] }));
    expect(
      String((await table(national, 'all')).body)
        .trimEnd()
        .split('\r\n'),
    ).toHaveLength(4);
    expectProblem(await table(head, '19'), 'not-found');
  });

  it('has every unit once, however many there are', async () => {
    const { periodId, teamId } = field.unit;
    const names = Array.from({ length: 450 }, (_, index) => `Unit ${index}`);
    for (const name of names) {
      await anAssessment(site.db, { periodId, teamId, unit: await aUnit(site.db, { name, government: '53.71' }) });
    }
    const lines = String((await table(head, '53')).body)
      .trimEnd()
      .split('\r\n')
      .slice(1);
    expect(lines).toHaveLength(451);
    expect(new Set(lines.map((line) => line.split(',')[3])).size).toBe(451);
  });
});
