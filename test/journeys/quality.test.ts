import { randomUUID } from 'node:crypto';

import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';

import { inTransaction } from '@patuh/server/platform/database';
import { PeriodId } from '@patuh/shared/domain/ids';

import { violationsOn } from '../support/accessibility.ts';
import { anAssessment, aPeriod, handIn, HEALTH, pushAll, type TestAssessment } from '../support/assessments.ts';
import { aVisitedSite, DESK, textOn, type Visited } from '../support/browser.ts';
import { aDevice, fullAnswers } from '../support/changes.ts';
import { photo } from '../support/evidence-files.ts';
import { aPerson, grant, signedIn, type TestPerson } from '../support/people.ts';
import { instrumentOf } from '../support/reference-instruments.ts';
import { aPageOf } from '../support/signed-in-page.ts';

const PHONE = { width: 390, height: 844 };

let visited: Visited;
let season: PeriodId;
let head: TestPerson;
let ani: TestPerson;
let budi: TestPerson;
beforeAll(async () => {
  visited = await aVisitedSite({ history: false });
  const { db } = visited.site;
  season = await aPeriod(db);
  const as = async (role: 'assessor' | 'head', name: string) =>
    await aPerson(db, { name, grants: [grant(role, '53')] });
  head = await as('head', 'Ibu Kepala');
  ani = await as('assessor', 'Ani Asesor');
  budi = await as('assessor', 'Budi Asesor');
  const { unit } = await assessed(ani, season, 2);
  await assessed(budi, await aComparison(), 1, unit);
});
afterEach(async () => await visited.closeReaders());
afterAll(async () => await visited.close());

async function aComparison(): Promise<PeriodId> {
  const id = PeriodId.parse(randomUUID());
  await inTransaction(visited.site.db, async (trx) => {
    const of = await trx.selectFrom('period').selectAll().where('id', '=', season).executeTakeFirstOrThrow();
    await trx
      .insertInto('period')
      .values({ ...of, id, kind: 'comparison', compares: season })
      .execute();
  });
  return id;
}

async function assessed(by: TestPerson, periodId: PeriodId, level: number, unit?: TestAssessment['unit']) {
  const { site } = visited;
  const made = await anAssessment(site.db, {
    periodId,
    members: [{ personId: by.id, role: 'assessor' }],
    ...(unit !== undefined && { unit }),
  });
  const client = await signedIn(site, by);
  const answers = fullAnswers(instrumentOf(2023), HEALTH, {
    assessmentId: made.id,
    device: aDevice(),
    level: () => level,
  });
  await pushAll(client, answers);
  expect((await handIn(client, made.id)).status).toBe(200);
  return made;
}

describe('the quality of the work', () => {
  it('is told to the assessor before the head, in levels before in statistics', async () => {
    const office = await aPageOf(visited, head, DESK);
    await office.goto('/kantor/mutu');
    await office.getByText('Ani Asesor: hasil diperlihatkan dahulu').waitFor();
    expect(await textOn(office, 'main')).not.toContain('tingkat dari tim lain');
    expect(await violationsOn(office)).toEqual([]);

    const own = await aPageOf(visited, ani, PHONE);
    await own.goto('/latihan');
    await own.getByText('Anda rata-rata +1,0 tingkat dari tim lain').waitFor();
    expect(await violationsOn(own)).toEqual([]);
    await own.getByLabel('Tanggapan Anda').fill('Loket sedang direnovasi saat kunjungan kedua.');
    await own.getByRole('button', { name: 'Saya sudah melihat' }).click();
    await own.getByText('Tercatat. Kantor sekarang juga melihatnya.').waitFor();

    await office.reload();
    await office.getByText('Ani Asesor rata-rata +1,0 tingkat dari tim lain').waitFor();
    expect(await textOn(office, 'main')).toContain('Loket sedang direnovasi');
    expect(await textOn(office, 'main')).toContain('Budi Asesor: hasil diperlihatkan dahulu');
    await office.getByText('Angka di baliknya').click();
    expect(await textOn(office, 'main')).toMatch(/Alfa −?\d,\d\d \(selang 95 %/);
  });

  it('is practised on cases with photos, whose agreed level shows after the own answer', async () => {
    const office = await aPageOf(visited, head, DESK);
    await office.goto('/kantor/mutu/latihan');
    await office.getByRole('button', { name: 'Tambah kasus' }).click();
    await office.getByLabel('Yang ditemukan di lapangan').fill('Maklumat terpasang di balik lemari arsip.');
    await office.getByLabel('Tingkat yang disepakati').selectOption('1');
    await office.getByLabel('Alasan').fill('Ada, tetapi tidak terlihat oleh pengguna.');
    const chooser = office.waitForEvent('filechooser');
    await office.getByRole('button', { name: 'Pilih foto' }).click();
    await (await chooser).setFiles([{ name: 'foto.jpg', mimeType: 'image/jpeg', buffer: await photo(5) }]);
    await office.getByText('Foto siap.').waitFor();
    // People of all teams look at it: a face is hidden before it is kept.
    await office.getByRole('button', { name: 'Tambah bidang' }).click();
    await office.getByRole('button', { name: /^Bidang 1 dari 1/ }).waitFor();
    await office.getByRole('button', { name: 'Simpan kasus' }).click();
    await office.getByRole('img', { name: 'Foto kasus 1' }).waitFor();
    const kept = await visited.site.db.selectFrom('calibration_case').select('photo_areas').execute();
    expect(kept).toEqual([{ photo_areas: 1 }]);

    const own = await aPageOf(visited, budi, PHONE);
    await own.goto('/latihan');
    await own.getByRole('img', { name: 'Foto kasus 1' }).waitFor();
    expect(await textOn(own, 'main')).not.toContain('Disepakati');
    await own.getByRole('radio').nth(2).check();
    await own.getByRole('button', { name: 'Jawab' }).click();
    await own.getByText('Berbeda. Disepakati: tingkat 1').waitFor();
    // Next time it makes room for what is still open.
    await own.reload();
    await own.getByText('Sudah Anda jawab: 1 kasus').waitFor();
    expect(await own.getByText('Berbeda. Disepakati: tingkat 1').isVisible()).toBe(false);

    await office.reload();
    await office.getByText('tingkat 2: 1 orang').waitFor();
  });
});
