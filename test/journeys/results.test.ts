import { inTransaction } from '@patuh/server/platform/database';
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';

import { anAssessment, aPeriod, aUnit } from '../support/assessments.ts';
import { aVisitedSite, DESK, type Visited } from '../support/browser.ts';
import { aPerson, grant } from '../support/people.ts';
import { aCrew, anAnsweredUnit, aVerifiedUnit, type TestCrew } from '../support/results.ts';

const ROTE = '53.14';
const EMAIL = 'sekda@contoh.example';
const PASSWORD = 'kuda laut biru tua 77';
const PHONE = { width: 390, height: 844 };

let visited: Visited;
beforeAll(async () => {
  visited = await aVisitedSite();
  const { site } = visited;
  const crew = await aCrew(site);
  await aFinishedSeason(crew);
  await anOpenSeason(crew);
  const name = 'Sekretariat Daerah Rote Ndao';
  await aPerson(site.db, { grants: [grant('sekda', ROTE)], name, email: EMAIL, password: PASSWORD });
});
afterEach(async () => await visited.closeReaders());
afterAll(async () => await visited.close());

async function aFinishedSeason(crew: TestCrew): Promise<void> {
  const periodId = await aPeriod(crew.site.db, { year: 2024 });
  await aVerifiedUnit(crew, {
    periodId,
    government: ROTE,
    name: 'Dinas Kesehatan',
    level: ({ id, maximum }) => (id === 'motto' ? 1 : maximum),
    also: (device, id) => [
      device.change(
        id,
        { indicatorId: 'motto', subjectId: 'product-1' },
        { field: 'note', value: 'Papan motto tertutup lemari arsip' },
      ),
    ],
  });
  await aVerifiedUnit(crew, { periodId, government: ROTE, name: 'Dinas Sosial', users: 12, level: () => 2 });
  const unit = await aUnit(crew.site.db, { government: ROTE, name: 'Puskesmas Ndao' });
  const { id } = await anAssessment(crew.site.db, { periodId, unit, members: [crew.member] });
  await inTransaction(crew.site.db, async (trx) => {
    await trx
      .updateTable('assessment')
      .set({
        state: 'not-assessed',
        not_assessed_reason: 'unreachable',
        not_assessed_note: 'Kapal tidak berlayar selama seminggu',
        not_assessed_by: crew.member.personId,
        not_assessed_at: new Date(),
      })
      .where('id', '=', id)
      .execute();
  });
}

async function anOpenSeason(crew: TestCrew): Promise<void> {
  const periodId = await aPeriod(crew.site.db, { year: 2025 });
  await aVerifiedUnit(crew, { periodId, government: ROTE, name: 'Dinas Perikanan', users: 10, level: () => 1 });
  await anAnsweredUnit(crew, { periodId, government: ROTE, name: 'Dinas Perhubungan', users: 10 });
}

/** Signs in as the Sekda office, whose own screen comes first. */
async function enter(page: Page): Promise<void> {
  await page.goto('/masuk');
  await page.getByLabel('Alamat surel').fill(EMAIL);
  await page.getByLabel('Kata sandi', { exact: true }).fill(PASSWORD);
  await page.getByRole('button', { name: 'Masuk' }).click();
  await page.getByRole('heading', { level: 1, name: 'Hasil daerah' }).waitFor();
}

const text = async (page: Page): Promise<string> => await page.locator('main').innerText();

const isTooWide = async (page: Page): Promise<boolean> =>
  await page.evaluate(() => document.documentElement.scrollWidth > document.documentElement.clientWidth);

describe.each([
  ['a phone', PHONE],
  ['a desk', DESK],
] as const)('a Sekda office on %s', (_, viewport) => {
  it('reads the colour, why, and the note behind a single level', async () => {
    const { page, complaints } = await visited.reader({ viewport });
    await enter(page);
    const before = complaints.length;
    await page.getByRole('link', { name: 'Lihat alasannya Kabupaten Rote Ndao, Penilaian 2024' }).click();
    await page.getByRole('heading', { level: 1, name: 'Kabupaten Rote Ndao' }).waitFor();
    // 98.04 and 66.67 give 82.355: half up.
    await page
      .getByText('Nilai 82,36 ada di kategori B (78,00–87,99), dan kategori itu termasuk zona hijau.')
      .waitFor();
    expect(await text(page)).toContain('164,71 ÷ 2 = 82,3550 → 82,36');
    expect(await text(page)).toContain('Tidak dinilai (tidak terjangkau): Kapal tidak berlayar selama seminggu');
    expect(await isTooWide(page)).toBe(false);

    await page.getByRole('link', { name: 'Dinas Kesehatan' }).first().click();
    await page.getByRole('heading', { level: 1, name: 'Dinas Kesehatan' }).waitFor();
    await page.getByRole('link', { name: 'Motto pelayanan' }).click();
    const motto = page.locator('#rincian-motto');
    await motto.getByText('Papan motto tertutup lemari arsip').waitFor();
    const said = await motto.innerText();
    expect(said).toContain('Tingkat 1 dari 3. Ada motto dalam dokumen, tetapi belum dipublikasikan.');
    expect(said).toContain(
      'Tingkat berikutnya (2): Motto dipublikasikan hanya di tempat layanan atau hanya secara elektronik.',
    );
    expect(said).toContain('Jumlah tingkat 2 ÷ (2 produk × tingkat tertinggi 3) = 33,33');

    await page.getByRole('button', { name: 'Buka semua' }).click();
    expect(await page.locator('.breakdown details:not([open])').count()).toBe(0);
    expect(await isTooWide(page)).toBe(false);
    expect(complaints.slice(before)).toEqual([]);
  });

  it('sees of users how many, and of an open season no score at all', async () => {
    const { page, complaints } = await visited.reader({ viewport });
    await enter(page);
    const before = complaints.length;
    await page.getByRole('link', { name: 'Lihat kemajuannya Kabupaten Rote Ndao, Penilaian 2025' }).click();
    await page.getByText('1 dari 2 unit selesai').waitFor();
    expect(await text(page)).not.toMatch(/\d,\d\d/);
    expect(await page.getByRole('link', { name: 'Dinas Perikanan' }).count()).toBe(0);
    expect(await isTooWide(page)).toBe(false);

    await page.goBack();
    await page.getByRole('link', { name: 'Lihat alasannya Kabupaten Rote Ndao, Penilaian 2024' }).click();
    await page.getByRole('link', { name: 'Dinas Sosial' }).first().click();
    await page.getByRole('button', { name: 'Buka semua' }).click();
    const output = page.locator('#rincian-penundaan-berlarut');
    await output.getByText('12 dari 12 pengguna').waitFor();
    expect(await text(page)).toContain('12 dari 30 pengguna yang direncanakan diwawancarai.');
    expect(complaints.slice(before)).toEqual([]);
  });
});

it('opens everything on paper and closes it again', async () => {
  const { page } = await visited.reader({ viewport: DESK });
  await enter(page);
  await page.getByRole('link', { name: /Lihat alasannya/ }).click();
  await page.getByRole('link', { name: 'Dinas Sosial' }).first().click();
  await page.getByRole('button', { name: 'Buka semua' }).waitFor();
  const closed = page.locator('.breakdown details:not([open])');
  const before = await closed.count();
  expect(before).toBeGreaterThan(30);
  await page.evaluate(() => window.dispatchEvent(new Event('beforeprint')));
  expect(await closed.count()).toBe(0);
  await page.emulateMedia({ media: 'print' });
  await page.getByText(/^Hasil sementara, belum ditetapkan\. Salinan Sekretariat Daerah Rote Ndao, keadaan /).waitFor();
  await page.emulateMedia({ media: 'screen' });
  await page.evaluate(() => window.dispatchEvent(new Event('afterprint')));
  expect(await closed.count()).toBe(before);
});
