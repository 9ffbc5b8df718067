import type { LotView } from '@patuh/shared/contracts/second-visits';
import { candidatesHash, drawLaterLot, drawLot } from '@patuh/shared/domain/lot';
import { ProvinceCode } from '@patuh/shared/domain/government';
import type { PeriodId, UnitId } from '@patuh/shared/domain/ids';
import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';

import { closeSecondVisits } from '@patuh/server/platform/close-second-visit';
import { inTransaction } from '@patuh/server/platform/database';

import { aPeriod, aTeam, anAssessment } from '../../support/assessments.ts';
import { emptyTables } from '../../support/database.ts';
import { aPerson, type Client, expectProblem, grant, signedIn, type TestPerson } from '../../support/people.ts';
import { plannedUnits } from '../../support/periods.ts';
import { aSite, type Site } from '../../support/site.ts';

let site: Site;
let person: TestPerson;
let head: Client;
let season: PeriodId;

beforeAll(async () => {
  site = await aSite({ history: false });
});
beforeEach(async () => {
  await emptyTables(site.db);
  person = await aPerson(site.db, { grants: [grant('head', '53')], name: 'Kepala Perwakilan' });
  head = await signedIn(site, person);
  season = await aPeriod(site.db, { opened: false, secondVisitPercent: 10 });
});
afterAll(() => site.close());

const lotPath = (periodId: string = season): string => `/api/periods/${periodId}/lots/53`;
const look = async (): Promise<LotView> => (await head.get(lotPath())).body as LotView;

async function drawn(): Promise<LotView> {
  const { status, body } = await head.post(lotPath(), { seen: (await look()).version });
  if (status !== 200) throw new Error(JSON.stringify(body));
  return body as LotView;
}

const planned = async (count: number, government = '53.14') =>
  await plannedUnits(site, { periodId: season, government, count });

async function comparison(): Promise<PeriodId> {
  const { id } = await site.db
    .selectFrom('period')
    .select('id')
    .where('kind', '=', 'comparison')
    .executeTakeFirstOrThrow();
  return id;
}

async function unitsAgain(): Promise<readonly UnitId[]> {
  const rows = await site.db
    .selectFrom('period_unit')
    .select(['unit_id', 'team_id'])
    .where('period_id', '=', await comparison())
    .execute();
  expect(rows.every((row) => row.team_id === null)).toBe(true);
  return rows.map((row) => row.unit_id);
}

const byId = (a: string, b: string): number => (a < b ? -1 : Number(a > b));

describe('the lot of second visits', () => {
  it('draws a tenth of the units of the province, by what it tells and nothing else', async () => {
    const units = await planned(15);
    await planned(10, '19.06');
    expect(await look()).toMatchObject({ lots: [], percent: 10, candidates: 15, share: { least: 2, most: 2 } });
    const [lot] = (await drawn()).lots;
    const again = drawLot(
      lot?.seed ?? '',
      units.map(({ id }) => id),
      10,
    );
    expect(lot?.units.map(({ id }) => id)).toEqual(again);
    expect(lot).toMatchObject({ percent: 10, candidates: 15, drawnBy: 'Kepala Perwakilan' });
    expect(lot?.units).toMatchObject([
      { secondTeam: null, closed: false },
      { secondTeam: null, closed: false },
    ]);
    expect((await unitsAgain()).toSorted(byId)).toEqual(again.toSorted(byId));
  });

  it('is drawn once, and nobody is able to change it afterwards', async () => {
    await planned(15);
    const { lots, version } = await drawn();
    expectProblem(await head.post(lotPath(), { seen: version }), 'already-decided');
    expect((await look()).lots).toEqual(lots);
    await expect(sql`update lot set drawn = '{}'`.execute(site.db)).rejects.toThrow('only ever added to');
    await expect(sql`delete from lot`.execute(site.db)).rejects.toThrow('only ever added to');
  });

  it('is drawn once more among units that came into the plan later, and among no other', async () => {
    const before = await planned(15);
    const [first] = (await drawn()).lots;
    expect(await look()).toMatchObject({ candidates: 0 });
    const later = (await planned(25)).map(({ id }) => id);
    expect(await look()).toMatchObject({ candidates: 25, share: { least: 2, most: 3 } });
    const { lots, version } = await drawn();
    expect(lots[0]).toEqual(first);
    expect(lots[1]).toMatchObject({ number: 2, percent: 10, candidates: 25, candidatesHash: candidatesHash(later) });
    expect(lots[1]?.units.map(({ id }) => id)).toEqual(drawLaterLot(lots[1]?.seed ?? '', later, 10));
    const twice = lots.flatMap(({ units }) => units.map(({ id }) => id));
    expect((await unitsAgain()).toSorted(byId)).toEqual(twice.toSorted(byId));
    expect(new Set(twice).size).toBe(twice.length);
    expect(before.map(({ id }) => id)).toEqual(expect.arrayContaining(first?.units.map(({ id }) => id) ?? []));
    expectProblem(await head.post(lotPath(), { seen: version }), 'already-decided');
  });

  it('does not draw a unit again that left the plan and came back', async () => {
    const units = await planned(3);
    await drawn();
    await site.db.deleteFrom('period_unit').where('period_id', '=', season).execute();
    const rows = units.map(({ id }) => ({ period_id: season, unit_id: id, team_id: null, first_time: false }));
    await site.db.insertInto('period_unit').values(rows).execute();
    expect(await look()).toMatchObject({ candidates: 0 });
  });

  it('keeps a later lot that drew nobody: it is not drawn until it does', async () => {
    await planned(15);
    await drawn();
    for (let round = 0; round < 12; round += 1) {
      await planned(1);
      const { lots } = await drawn();
      expect(lots).toHaveLength(round + 2);
      expectProblem(await head.post(lotPath(), { seen: (await look()).version }), 'already-decided');
    }
    // Twelve times one in ten: all of them are drawn once in a million million runs.
    expect((await look()).lots.some(({ units }) => units.length === 0)).toBe(true);
  });

  it('is one lot where it is drawn twice at the same moment', async () => {
    await planned(15);
    const { version: seen } = await look();
    const answers = await Promise.all([1, 2, 3].map(async () => await head.post(lotPath(), { seen })));
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
    expect(await unitsAgain()).toHaveLength(2);
  });

  it('is drawn among what its head saw: a plan that changed meanwhile is looked at first', async () => {
    await planned(15);
    expectProblem(await head.post(lotPath(), { seen: 4 }), 'changed-meanwhile');
    expect((await look()).lots).toEqual([]);
  });

  it('waits for units and for a share', async () => {
    expectProblem(await head.post(lotPath(), { seen: 0 }), 'nothing-to-draw');
    await planned(15);
    await site.db.updateTable('period').set({ second_visit_percent: 0 }).execute();
    expectProblem(await head.post(lotPath(), { seen: 0 }), 'nothing-to-draw');
  });

  it('leaves out what is not assessed', async () => {
    const left = await anAssessment(site.db, { periodId: season, government: '53.14' });
    await site.db
      .updateTable('assessment')
      .set({ state: 'not-assessed', not_assessed_reason: 'closed' })
      .where('id', '=', left.id)
      .execute();
    await planned(1);
    expect(await look()).toMatchObject({ candidates: 1, share: { least: 1, most: 1 } });
    expect((await drawn()).lots[0]?.units.map(({ id }) => id)).not.toContain(left.unit.id);
  });

  it('has one comparison for all provinces, that looks like its season and is opened with it', async () => {
    await planned(15);
    await planned(15, '19.06');
    await drawn();
    const other = await signedIn(site, await aPerson(site.db, { grants: [grant('head', '19')] }));
    expect((await other.post(`/api/periods/${season}/lots/19`, { seen: 0 })).status).toBe(200);
    expect(await unitsAgain()).toHaveLength(4);
    const admin = await signedIn(site, await aPerson(site.db, { grants: [grant('national-admin')] }));
    await admin.post(`/api/periods/${season}/opening`, { seen: 0 });
    const periods = await site.db.selectFrom('period').select(['name', 'year', 'opened_at']).execute();
    expect(periods).toHaveLength(2);
    expect(periods[0]).toEqual(periods[1]);
    expect(periods[0]?.opened_at).not.toBeNull();
  });

  it('is not told to a verifier, who may assess elsewhere, nor to another office', async () => {
    await planned(15);
    await drawn();
    const verifier = await signedIn(site, await aPerson(site.db, { grants: [grant('verifier', '53')] }));
    expectProblem(await verifier.get(lotPath()), 'not-permitted');
    const again = await comparison();
    expectProblem(await verifier.get(`/api/periods/${again}`), 'not-found');
    expectProblem(await verifier.get(`/api/periods/${again}/teams/53`), 'not-found');
    expectProblem(await verifier.get(`/api/office/periods/${again}/units?province=53`), 'not-found');
    expect((await head.get(`/api/periods/${again}/teams/53`)).status).toBe(200);
    expect((await verifier.get(`/api/periods/${season}`)).body).toMatchObject({ comparison: null, seesLot: false });
    const other = await signedIn(site, await aPerson(site.db, { grants: [grant('head', '19')] }));
    expectProblem(await other.get(lotPath()), 'not-found');
  });

  it('is of a season only', async () => {
    const trial = await aPeriod(site.db, { kind: 'trial', secondVisitPercent: 10 });
    expectProblem(await head.get(lotPath(trial)), 'not-found');
  });

  it('stands in the audit of the office with its seed', async () => {
    await planned(15);
    const [lot] = (await drawn()).lots;
    const event = await site.db
      .selectFrom('audit_event')
      .select(['office', 'detail', 'after_hash as hash'])
      .where('action', '=', 'period.lot-drawn')
      .executeTakeFirst();
    expect(event).toEqual({
      office: '53',
      hash: lot?.candidatesHash,
      detail: { number: 1, seed: lot?.seed, percent: 10, candidates: 15, drawn: 2 },
    });
  });
});

describe('a second visit', () => {
  const close = async (unitId: UnitId) =>
    await inTransaction(site.db, async (trx) => {
      const ended = { periodId: season, province: ProvinceCode.parse('53'), units: [unitId], personId: person.id };
      await closeSecondVisits(trx, ended, () => new Date());
    });

  it('ends where the unit leaves the season before a team had it', async () => {
    await planned(15);
    const [unit] = (await drawn()).lots[0]?.units ?? [];
    if (unit === undefined) throw new RangeError('Nothing was drawn');
    await close(unit.id);
    await close(unit.id);
    expect(await unitsAgain()).not.toContain(unit.id);
    expect((await look()).lots[0]?.units.map(({ closed }) => closed)).toEqual([true, false]);
  });

  it('ends where a team has it already: its phones are told, what was entered stays', async () => {
    const [unit] = await planned(1);
    if (unit === undefined) throw new RangeError('No unit');
    await drawn();
    const again = await comparison();
    const teamId = await aTeam(site.db, { periodId: again });
    const { id } = await anAssessment(site.db, { periodId: again, teamId, unit, state: 'in-progress' });
    await close(unit.id);
    const after = await site.db
      .selectFrom('assessment')
      .select(['state', 'version', 'not_assessed_reason as reason', 'not_assessed_note as note'])
      .where('id', '=', id)
      .executeTakeFirstOrThrow();
    expect(after).toMatchObject({ state: 'not-assessed', version: 1, reason: 'other' });
    // The second team is not to learn that there was a first.
    expect(after.note).not.toMatch(/kedua|ulang|pembanding/i);
    expect((await look()).lots[0]?.units).toMatchObject([{ closed: true }]);
  });
});
