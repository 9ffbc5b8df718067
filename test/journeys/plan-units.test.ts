import { DEMO_PROVINCE } from '@patuh/shared/domain/demo';
import { GovernmentCode } from '@patuh/shared/domain/government';
import type { PeriodId } from '@patuh/shared/domain/ids';
import { inTransaction } from '@patuh/server/platform/database';
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';

import { violationsOn } from '../support/accessibility.ts';
import { anAssessment, aPeriod, aTeam, aUnit } from '../support/assessments.ts';
import { aVisitedSite, DESK, textOn, type Visited } from '../support/browser.ts';
import { instrumentOf } from '../support/reference-instruments.ts';
import { okBody, Planner, type PlanRowCells, workbook } from '../support/unit-plans.ts';
import { deviceOf, signInAs, UNTOUCHED } from '../support/walk.ts';

/** The head of Provinsi Contoh plans a season of 22 governments with seven units each. */

let visited: Visited;
let periodId: PeriodId;
let governments: readonly { readonly code: string; readonly name: string }[];
beforeAll(async () => {
  visited = await aVisitedSite({ demo: UNTOUCHED });
  const { db } = visited.site;
  periodId = await aPeriod(db, { year: 2026, chain: 'demo', instrument: instrumentOf(2024) });
  await inTransaction(db, async (trx) => {
    for (let number = 3; number <= 21; number += 1) {
      const code = GovernmentCode.parse(`99.${String(number).padStart(2, '0')}`);
      const name = `Kabupaten Contoh Ke-${number}`;
      const row = { code, name, kind: 'regency' as const, province_code: DEMO_PROVINCE, bps_code: null };
      await trx
        .insertInto('government')
        .values(row)
        .onConflict((conflict) => conflict.doNothing())
        .execute();
    }
  });
  governments = (
    await db
      .selectFrom('government')
      .select(['code', 'name'])
      .where('province_code', '=', DEMO_PROVINCE)
      .where('kind', '<>', 'province')
      .orderBy('code')
      .execute()
  ).slice(0, 22);
});
afterEach(async () => await visited.closeReaders());
afterAll(async () => await visited.close());

const KINDS = [
  ['Dinas Kesehatan', 'Dinas Kesehatan Daerah'],
  ['Dinas Pendidikan', 'Dinas Pendidikan Daerah'],
  ['Dinas Sosial', 'Dinas Sosial Daerah'],
  ['Dinas Penanaman Modal dan Pelayanan Terpadu Satu Pintu', 'DPMPTSP Daerah'],
  ['Dinas Kependudukan dan Pencatatan Sipil', 'Disdukcapil Daerah'],
  ['Pusat Kesehatan Masyarakat', 'Puskesmas Hulu'],
  ['Pusat Kesehatan Masyarakat', 'Puskesmas Hilir'],
] as const;

function rowsOf(): PlanRowCells[] {
  return governments.flatMap(({ name }) =>
    KINDS.map(([kind, unit]): PlanRowCells => [name, kind, unit, 'Jalan Contoh 1', '-9,5', 121.25, null]),
  );
}

async function chooseFile(page: Page, bytes: Uint8Array): Promise<void> {
  const mimeType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
  await page
    .getByLabel('Berkas CSV atau XLSX')
    .setInputFiles({ name: 'rencana.xlsx', mimeType, buffer: Buffer.from(bytes) });
  await page.getByRole('button', { name: 'Periksa', exact: true }).click();
}

async function planPage(): Promise<Page> {
  const page = await signInAs(visited, 'head', DESK);
  await page.goto(`/kantor/rencana/${periodId}/unit`);
  await page.getByRole('heading', { level: 1, name: /^Unit/ }).waitFor();
  return page;
}

async function expectAccessible(page: Page): Promise<void> {
  for (const [width, colorScheme] of [
    [390, 'light'],
    [1280, 'dark'],
    [1280, 'light'],
  ] as const) {
    await page.setViewportSize({ width, height: 800 });
    await page.emulateMedia({ colorScheme });
    expect(await violationsOn(page)).toEqual([]);
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(width);
  }
}

describe('a head plans a season from a workbook', () => {
  it('is shown the places of three faults, mends them, sees what will happen, and takes 154 units', async () => {
    expect(governments).toHaveLength(22);
    const page = await planPage();
    await page.getByText('Belum ada unit dalam rencana', { exact: true }).waitFor();
    await expectAccessible(page);
    await page.getByText('Masukkan dari berkas', { exact: true }).click();

    const rows = rowsOf();
    const spoiled = rows.map((cells, index) => {
      if (index === 10) return cells.with(0, 'Kabupaten Entah');
      if (index === 20) return cells.with(4, '35,6');
      return index === 30 ? (rows[29] ?? cells) : cells;
    });
    await chooseFile(page, workbook(spoiled));
    await page.getByText('3 hal harus diperbaiki dalam berkas:').waitFor();
    const text = await textOn(page, 'main');
    expect(text).toContain('Rencana, baris 12 A (pemda) Kabupaten Entah Pemda ini tidak dikenal.');
    expect(text).toContain('Rencana, baris 22 E (lintang) 35,6 Lintang di luar Indonesia');
    expect(text).toMatch(/Rencana, baris 32 C \(nama unit\) .* Unit ini sudah ada di baris 31\./);
    await expectAccessible(page);

    await chooseFile(page, workbook(rows));
    await page.getByText('154 unit baru didaftarkan, 0 unit terdaftar masuk rencana').waitFor();
    await page.getByRole('button', { name: 'Masukkan', exact: true }).click();
    await page.getByText('Selesai: 154 unit masuk rencana, 154 di antaranya unit baru').waitFor();
    await page.getByText('154 unit di 22 pemda').waitFor();
    await expectAccessible(page);
  });

  it('takes nothing where somebody else changed the plan meanwhile, and keeps the file chosen', async () => {
    const page = await planPage();
    await page.getByText('Masukkan dari berkas', { exact: true }).click();
    const [first] = governments;
    const extra: PlanRowCells = [
      first?.name ?? '',
      'Pusat Kesehatan Masyarakat',
      'Puskesmas Tambahan',
      null,
      null,
      null,
      null,
    ];
    await chooseFile(page, workbook([extra]));
    await page.getByText('Berkas dapat dimasukkan').waitFor();

    const other = new Planner(await deviceOf(visited.site, 'head'), periodId, DEMO_PROVINCE);
    const [known] = (await other.plan()).governments.flatMap(({ others }) => others);
    okBody(await other.add(known === undefined ? [] : [known.unitId]));
    const { version } = await other.plan();

    await page.getByRole('button', { name: 'Masukkan', exact: true }).click();
    await page.getByText('Berkas Anda masih terpilih: periksa lagi.').waitFor();
    expect((await other.plan()).version).toBe(version);
    await page.getByRole('button', { name: 'Periksa', exact: true }).click();
    await page.getByRole('button', { name: 'Masukkan', exact: true }).click();
    await page.getByText('Selesai: 1 unit masuk rencana').waitFor();
  });

  it('ticks units from the keyboard, and keeps the choice where somebody else was faster', async () => {
    const page = await planPage();
    const other = new Planner(await deviceOf(visited.site, 'head'), periodId, DEMO_PROVINCE);
    const open = (await other.plan()).governments.find(({ others }) => others.length >= 2);
    const [mine, theirs] = open?.others ?? [];
    if (open === undefined || mine === undefined || theirs === undefined) throw new Error('nothing to choose');
    const section = page.getByRole('region', { name: open.name, exact: true });
    await section.locator('summary').first().focus();
    await page.keyboard.press('Enter');
    await section.getByText(/^Tambah dari daftar unit/).focus();
    await page.keyboard.press('Enter');
    await section.getByLabel(mine.name).focus();
    await page.keyboard.press('Space');
    okBody(await other.add([theirs.unitId]));

    const add = page.getByRole('button', { name: 'Masukkan 1 unit' });
    await add.focus();
    await page.keyboard.press('Enter');
    await page.getByText('Rencana baru saja diubah orang lain').waitFor();
    expect(await section.getByLabel(mine.name).isChecked()).toBe(true);
    await add.focus();
    await page.keyboard.press('Enter');
    await page.getByText('1 unit masuk rencana.', { exact: true }).waitFor();
    expect(await other.names(open.code)).toEqual(expect.arrayContaining([mine.name, theirs.name]));
  });
});

describe('a head keeps the register', () => {
  it('renames a unit with a reason; the history says who and why, and the old name', async () => {
    const page = await signInAs(visited, 'head', DESK);
    await page.goto('/kantor/rencana/daftar-unit');
    await page.getByLabel('Cari unit').fill('lembah sanu');
    await page.getByRole('link', { name: 'Puskesmas Lembah Sanu' }).click();
    await page.getByRole('heading', { level: 1, name: 'Puskesmas Lembah Sanu' }).waitFor();
    await expectAccessible(page);
    await page.getByText('Ganti nama', { exact: true }).click();
    const form = page.locator('details[open] form');
    await form.getByLabel('Nama unit').fill('Puskesmas Sanu');
    await form.getByRole('button', { name: 'Simpan' }).click();
    await form.getByText('Tulis sedikitnya 10 huruf.').waitFor();
    await form.getByLabel('Alasan').fill('SK Bupati nomor 7 tahun ini');
    await form.getByRole('button', { name: 'Simpan' }).click();
    await page.getByRole('heading', { level: 1, name: 'Puskesmas Sanu' }).waitFor();
    const text = await textOn(page, 'main');
    expect(text).toContain('Berganti nama Yosef Lanamai');
    expect(text).toContain('sebelum: Puskesmas Lembah Sanu. sesudah: Puskesmas Sanu.');
    expect(text).toContain('SK Bupati nomor 7 tahun ini');
  });

  it('registers a unit, and splits and closes it; each says where the other one is', async () => {
    const page = await signInAs(visited, 'head', DESK);
    await page.goto('/kantor/rencana/daftar-unit');
    await page.getByText('Daftarkan unit baru', { exact: true }).click();
    const form = page.locator('details[open] form');
    await form.getByRole('button', { name: 'Daftarkan' }).click();
    await form.getByText('Pilih salah satu.').first().waitFor();
    await expectAccessible(page);
    await form.getByLabel('Pemda').selectOption({ label: 'Kota Contoh' });
    await form.getByLabel('Jenis unit').selectOption({ label: 'Pusat Kesehatan Masyarakat' });
    await form.getByLabel('Nama unit').fill('Puskesmas Induk Baru');
    await form.getByLabel('Lintang').fill('-9,5');
    await form.getByLabel('Bujur').fill('121,25');
    await form.getByLabel('Alasan').fill('SK Wali Kota nomor 3 tahun ini');
    await form.getByRole('button', { name: 'Daftarkan' }).click();
    await page.getByRole('heading', { level: 1, name: 'Puskesmas Induk Baru' }).waitFor();
    expect(await textOn(page, 'main')).toContain('-9,500000; 121,250000');

    await page.getByText('Pecah menjadi dua', { exact: true }).click();
    await form.getByLabel('Nama unit').fill('Puskesmas Anak');
    await form.getByLabel('Alasan').fill('Wilayah kerja terlalu luas');
    await form.getByRole('button', { name: 'Pecah', exact: true }).click();
    await page.getByRole('heading', { level: 1, name: 'Puskesmas Anak' }).waitFor();
    await page.getByRole('link', { name: 'Puskesmas Induk Baru' }).click();
    await page.getByRole('heading', { level: 1, name: 'Puskesmas Induk Baru' }).waitFor();
    expect(await textOn(page, 'main')).toContain('Unit terkait: Puskesmas Anak');

    await page.getByText('Tutup unit', { exact: true }).click();
    await form.getByLabel('Alasan').fill('Bergabung dengan puskesmas tetangga');
    await form.getByRole('button', { name: 'Tutup', exact: true }).click();
    await page.getByText(/^Ditutup sejak/).waitFor();
    await page.getByText('Buka lagi unit', { exact: true }).waitFor();
  });
});

describe('a unit that cannot be visited', () => {
  it('is recorded as not assessed from the office, with its source, and stays in the plan', async () => {
    const { db } = visited.site;
    const unit = await aUnit(db, { government: '99.71', name: 'Puskesmas Terendam' });
    const teamId = await aTeam(db, { periodId, province: DEMO_PROVINCE });
    await anAssessment(db, { periodId, unit, teamId });
    const page = await planPage();
    const section = page.getByRole('region', { name: 'Kota Contoh', exact: true });
    await section.locator('summary').first().click();
    await section.getByRole('button', { name: 'Tidak dinilai… Puskesmas Terendam' }).click();
    const dialog = page.getByRole('dialog', { name: 'Puskesmas Terendam tidak dinilai' });
    await dialog.getByLabel('Sebab').selectOption({ label: 'bencana' });
    await dialog.getByLabel('Apa yang terjadi').fill('Gedung terendam banjir sejak Senin.');
    await dialog.getByRole('button', { name: 'Catat tidak dinilai' }).click();
    await dialog.getByText('Tulis sedikitnya 10 huruf.').waitFor();
    await expectAccessible(page);
    await dialog.getByLabel('Dari mana kantor mengetahuinya').fill('Surat BPBD nomor 21');
    await dialog.getByRole('button', { name: 'Catat tidak dinilai' }).click();
    await section.getByText('Gedung terendam banjir sejak Senin.').waitFor();
    await section.getByText('Sumber: Surat BPBD nomor 21').waitFor();
    await section.getByRole('link', { name: 'Tidak dinilai' }).waitFor();
  });
});
