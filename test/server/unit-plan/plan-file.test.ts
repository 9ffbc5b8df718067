import type { PlanFileOutcome } from '@patuh/shared/contracts/plan-file';
import type { PeriodId } from '@patuh/shared/domain/ids';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';

import { anAssessment, aPeriod, aTeam, aUnit } from '../../support/assessments.ts';
import { emptyTables } from '../../support/database.ts';
import { aPerson, type Client, expectProblem, grant, signedIn } from '../../support/people.ts';
import { aSite, type Site } from '../../support/site.ts';
import { changeUnit, csvFile, okBody, Planner, type PlanRowCells, workbook } from '../../support/unit-plans.ts';

let site: Site;
let head: Client;
let periodId: PeriodId;
let planner: Planner;
beforeAll(async () => {
  site = await aSite({ history: false });
});
afterAll(async () => await site.close());
beforeEach(async () => {
  await emptyTables(site.db);
  head = await signedIn(site, await aPerson(site.db, { grants: [grant('head', '53')] }));
  periodId = await aPeriod(site.db, { year: 2025 });
  planner = new Planner(head, periodId);
  await aUnit(site.db, { government: '53.14', name: 'Dinas Kesehatan' });
  await aUnit(site.db, { government: '19.06', name: 'Dinas Kesehatan' });
});

const PUSKESMAS = 'Pusat Kesehatan Masyarakat';
const row = (name: string, more: Partial<Record<number, string | number | null>> = {}): PlanRowCells =>
  ['53.14', PUSKESMAS, name, null, null, null, null].map((cell, index) => more[index] ?? cell);

function ready(outcome: PlanFileOutcome) {
  if (outcome.kind !== 'ready') throw new Error(JSON.stringify(outcome.faults));
  return outcome;
}

async function faultsOf(bytes: Uint8Array): Promise<readonly string[]> {
  const outcome = await planner.check(bytes);
  if (outcome.kind === 'ready') throw new Error('not refused');
  return outcome.faults.map(({ row: line, column, message }) => `${line ?? ''} ${column ?? ''}: ${message}`);
}

describe('a file of units', () => {
  it('is checked without changing anything, and taken exactly as it was found', async () => {
    const teamId = await aTeam(site.db, { periodId });
    const team = await site.db.selectFrom('team').select('name').where('id', '=', teamId).executeTakeFirstOrThrow();
    const bytes = workbook([
      ['Pemda 53.14', 'Dinas Kesehatan', 'DINAS  kesehatan', 'Jalan Lain 3', null, null, null],
      ['53.14', PUSKESMAS, 'Puskesmas Batutua', 'Jalan Laut 1', -10.912345, '122,9', team.name],
    ]);
    const found = ready(await planner.check(bytes));
    expect(found.lines).toMatchObject([
      { row: 2, name: 'Dinas Kesehatan', what: 'known', team: null },
      { row: 3, name: 'Puskesmas Batutua', what: 'new', team: team.name, remarks: [] },
    ]);
    expect(found.lines[0]?.remarks).toEqual([
      'Di daftar unit ditulis “Dinas Kesehatan”; tetap begitu.',
      'Alamatnya lain dari daftar unit; daftar tidak diubah.',
    ]);
    expect(await planner.names('53.14')).toEqual([]);

    expect(okBody(await planner.take(bytes, found))).toEqual({ registered: 1, planned: 2, assigned: 1 });
    const units = (await planner.plan()).governments.flatMap((government) => government.units);
    expect(units.map(({ name, team: has, assessment }) => [name, has, assessment?.state])).toEqual([
      ['Dinas Kesehatan', null, undefined],
      ['Puskesmas Batutua', team.name, 'assigned'],
    ]);
    const places = await site.db.selectFrom('unit').select(['name', 'latitude', 'longitude']).execute();
    expect(places).toContainEqual({ name: 'Puskesmas Batutua', latitude: -10_912_345, longitude: 122_900_000 });

    const again = ready(await planner.check(bytes));
    expect(again.lines.map(({ what, team: gets }) => [what, gets])).toEqual([
      ['planned', null],
      ['planned', null],
    ]);
  });

  it('is refused whole with every place, and half of it is never there', async () => {
    const { teamId } = await anAssessment(site.db, {
      periodId,
      unit: await aUnit(site.db, { government: '53.14', name: 'Puskesmas Milik Tim' }),
    });
    const other = await aTeam(site.db, { periodId });
    const names = new Map(
      (await site.db.selectFrom('team').select(['id', 'name']).execute()).map(({ id, name }) => [id, name]),
    );
    const closed = await aUnit(site.db, { government: '53.14', name: 'Puskesmas Tutup' });
    okBody(await changeUnit(head, closed.id, 'closing', { closed: true }));
    const faults = await faultsOf(
      workbook([
        row('Puskesmas Baik'),
        row('PUSKESMAS baik'),
        row('Puskesmas Asing', { 0: '53.77' }),
        row('Puskesmas Tetangga', { 0: 'Pemda 19.06' }),
        row('Puskesmas Berjenis', { 1: 'Warung Kopi' }),
        row('Puskesmas Bertim', { 6: 'Tim Entah' }),
        row('Puskesmas Milik Tim', { 1: 'Dinas Kesehatan', 6: names.get(other) ?? '' }),
        row('Puskesmas Tutup', { 1: 'Dinas Kesehatan' }),
        row('Dinas Kesehatan'),
      ]),
    );
    expect(faults).toEqual([
      expect.stringMatching(/^3 C \(nama unit\): Unit ini sudah ada di baris 2/),
      expect.stringMatching(/^4 A \(pemda\): Pemda ini tidak dikenal/),
      expect.stringMatching(/^5 A \(pemda\): Pemda 19\.06 tidak terletak di/),
      expect.stringMatching(/^6 B \(jenis unit\): Jenis ini tidak dikenal di Pemda 53\.14/),
      expect.stringMatching(/^7 G \(tim\): Tim ini belum ada\. Tim yang ada: /),
      expect.stringContaining(`8 G (tim): Unit ini sudah dipegang ${names.get(teamId)}`),
      expect.stringMatching(/^9 C \(nama unit\): Unit ini sudah ditutup/),
      expect.stringMatching(/^10 B \(jenis unit\): Di daftar unit, unit ini berjenis Dinas Kesehatan/),
    ]);
    expect(await planner.names('53.14')).toEqual(['Puskesmas Milik Tim']);
  });

  it('is not taken where the plan, the register or the file is another one than when it was checked', async () => {
    const bytes = csvFile([row('Puskesmas Batutua'), row('Dinas Kesehatan', { 1: 'Dinas Kesehatan' })], ';');
    const found = ready(await planner.check(bytes));
    expectProblem(await planner.take(csvFile([row('Puskesmas Lain')]), found), 'changed-meanwhile');

    const [unit] = await site.db
      .selectFrom('unit')
      .select('id')
      .where('government_code', '=', '53.14' as never)
      .execute();
    if (unit === undefined) throw new Error('no unit');
    okBody(await changeUnit(head, unit.id, 'name', { name: 'Dinas Kesehatan dan Keluarga' }));
    expectProblem(await planner.take(bytes, found), 'changed-meanwhile');
    const renamed = ready(await planner.check(bytes));
    expect(renamed.lines[1]).toMatchObject({ what: 'new', remarks: [] });

    okBody(await planner.add([unit.id]));
    expectProblem(await planner.take(bytes, renamed), 'changed-meanwhile');
    expect(await planner.names('53.14')).toEqual(['Dinas Kesehatan dan Keluarga']);
    okBody(await planner.take(bytes, ready(await planner.check(bytes))));
    expect(await planner.names('53.14')).toHaveLength(3);
  });

  it('asks whether a new unit is one that only changed its name', async () => {
    await aUnit(site.db, { government: '53.14', name: 'Dinas Kependudukan dan Pencatatan Sipil' });
    const found = ready(await planner.check(workbook([row('Dinas Kependudukan dan Catatan Sipil')])));
    expect(found.lines[0]?.remarks[0]).toContain('Mirip “Dinas Kependudukan dan Pencatatan Sipil”');
  });

  it('is taken once by two who press at the same time', async () => {
    const bytes = workbook([row('Puskesmas Batutua')]);
    const found = ready(await planner.check(bytes));
    const answers = await Promise.all(Array.from({ length: 4 }, async () => await planner.take(bytes, found)));
    expect(answers.map(({ status }) => String(status)).toSorted()).toEqual(['200', '409', '409', '409']);
    expect(await planner.names('53.14')).toEqual(['Puskesmas Batutua']);
  });
});

describe('a plan that is written out', () => {
  it.each(['csv', 'xlsx'] as const)('comes back from %s as it is: nothing would change', async (format) => {
    const awkward = [
      'Puskesmas “Tua” & <Muda>',
      'Puskesmas; dengan, pemisah\u00a0',
      "Puskesmas O'Laba _x0041_",
      '007 Puskesmas 🏥 é',
    ];
    const bytes = workbook(
      awkward.map((name, index) => row(name, { 3: `(Jalan) ke-${index}`, 4: -9.5 + index / 7, 5: '121.000001' })),
    );
    okBody(await planner.take(bytes, ready(await planner.check(bytes))));
    const [path] = planner.path.split('/units');
    const reply = await site.app.inject({
      url: `${path}/plan-file/53/${format}`,
      headers: { authorization: `Bearer ${head.accessToken}` },
    });
    const found = ready(await planner.check(new Uint8Array(reply.rawPayload), `rencana.${format}`));
    expect(found.lines.map(({ what, remarks }) => [what, remarks])).toEqual(awkward.map(() => ['planned', []]));
    expect(found.lines.map(({ name }) => name).toSorted()).toEqual(awkward.map((name) => name.trim()).toSorted());
  });

  it('begins as a template with every government and its usual kinds, whose empty names are asked for', async () => {
    const [path] = planner.path.split('/units');
    const url = `${path}/plan-template/53/xlsx`;
    const reply = await site.app.inject({ url, headers: { authorization: `Bearer ${head.accessToken}` } });
    const faults = await faultsOf(new Uint8Array(reply.rawPayload));
    expect(faults).toEqual(
      Array.from({ length: 7 }, (_, index) => `${index + 2} C (nama unit): Nama unit belum diisi.`),
    );
  });
});
