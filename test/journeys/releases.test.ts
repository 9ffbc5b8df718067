import type { Grant } from '@patuh/shared/domain/actor';
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';

import { aVisitedSite, DESK, open, textOn, type Visited } from '../support/browser.ts';
import { aPerson, grant } from '../support/people.ts';
import { aFile, aLine } from '../support/published-csv.ts';
import { aSeason, type Season } from '../support/releases.ts';
import { aPageOf } from '../support/signed-in-page.ts';

let visited: Visited;
let season: Season;

beforeAll(async () => {
  visited = await aVisitedSite();
  season = await aSeason(visited.site);
});
afterEach(() => visited.closeReaders());
afterAll(() => visited.close());

async function aDeskOf(name: string, grants: readonly Grant[], viewport = DESK): Promise<Page> {
  return await aPageOf(visited, await aPerson(visited.site.db, { grants, name }), viewport);
}

describe('the results of a province', () => {
  let preview = '';

  it('are prepared by the head, who sees the public page beforehand and cannot approve it', async () => {
    const page = await aDeskOf('Ibu Kepala', [grant('head', '34')]);
    await open(page, '/kantor/penerbitan');
    await page.getByRole('link', { name: /Yogyakarta/ }).waitFor();
    await page.getByRole('link', { name: /Yogyakarta/ }).click();
    await page.getByLabel('Nomor Keputusan Ketua').fill('252 Tahun 2024');
    await page.getByRole('button', { name: 'Siapkan dan lihat pratinjau' }).click();
    await page.locator('.field__error').waitFor();
    await page.getByLabel('Tanggal keputusan').fill('2024-11-14');
    await page.getByRole('button', { name: 'Siapkan dan lihat pratinjau' }).click();
    const frame = page.getByRole('region', { name: 'Halaman peringkat seperti yang akan dibaca publik' });
    await frame.waitFor();
    preview = new URL(page.url()).pathname;
    expect(await textOn(page, '.release-preview')).toContain('Keputusan Ketua Ombudsman RI Nomor 252 Tahun 2024');
    expect(await frame.getByRole('row').count()).toBeGreaterThan(5);
    expect(await page.getByRole('button', { name: 'Setujui dan terbitkan' }).count()).toBe(0);
    expect(await textOn(page, 'main')).toContain('Minta orang lain yang berwenang');
  });

  it('stay where they are whatever is tapped in the preview', async () => {
    const page = await aDeskOf('Bapak Admin', [grant('national-admin')]);
    await open(page, preview);
    await page.locator('.release-preview').waitFor();
    await page.getByRole('searchbox').fill('zona kuning');
    await page.locator('.release-preview table a[href^="/pemda/"]').first().click();
    expect(new URL(page.url()).pathname).toBe(preview);
  });

  it('are published by the second person, after the counts were confirmed, and are public at once', async () => {
    const page = await aDeskOf('Bapak Admin', [grant('national-admin')]);
    await open(page, preview);
    await page.getByRole('button', { name: 'Setujui dan terbitkan' }).click();
    const dialog = page.getByRole('dialog');
    expect(await textOn(page, '.release-counts')).toMatch(/5 pemerintah daerah dinilai.*Hijau.*Kuning.*Merah/);
    await dialog.getByRole('checkbox').check();
    await dialog.getByRole('button', { name: 'Setujui dan terbitkan' }).click();
    await page.getByText('Sudah terbit').waitFor();
    await expect
      .poll(async () => (await visited.site.app.inject('/peringkat/34/2024')).statusCode, { timeout: 5_000 })
      .toBe(200);
    await page.getByRole('link', { name: 'Buka halaman publik' }).click();
    await page.getByRole('heading', { name: /Peringkat kepatuhan/ }).waitFor();
    expect(await textOn(page, 'main')).toContain('Publikasi 34-2024-1');
  });

  it('verify in the browser down to the indicator', async () => {
    const { page } = await visited.reader({ viewport: DESK });
    await open(page, '/verifikasi');
    await page
      .getByRole('button', { name: /Periksa/ })
      .first()
      .click();
    await page.locator('.verify__verdict--good').waitFor();
    expect(await textOn(page, '.verify__files')).toContain('Hasil penilaian kepatuhan 2024');
  });

  it('say what is not final, and lead there', async () => {
    const [unit] = season.units;
    await visited.site.db
      .updateTable('assessment')
      .set({ state: 'returned' })
      .where('id', '=', unit?.id ?? season.units[1]!.id)
      .execute();
    const page = await aDeskOf('Ibu Kepala', [grant('head', '34')]);
    await open(page, `/kantor/penerbitan/${season.periodId}/34`);
    const link = page.getByRole('link', { name: 'Dinas 34.01 1001' });
    await link.waitFor();
    expect(await link.getAttribute('href')).toBe(`/kantor/unit/${unit?.id ?? ''}`);
    expect(await textOn(page, 'main')).toContain('1 unit belum final');
  });
});

describe('a file of published results', () => {
  it('is refused with each bad line and its reason, and taken over when it is right', async () => {
    const page = await aDeskOf('Bapak Admin', [grant('national-admin')]);
    await open(page, '/kantor/impor');
    const upload = async (lines: readonly string[]): Promise<void> => {
      const file = { name: 'hasil.csv', mimeType: 'text/csv', buffer: Buffer.from(aFile(lines)) };
      await page.getByLabel(/Berkas CSV/).setInputFiles(file);
      await page.getByRole('button', { name: 'Periksa dan impor' }).click();
    };
    await upload([aLine({ score: '101.00' })]);
    await page.getByText('Tidak ada yang diimpor').waitFor();
    expect(await textOn(page, 'tbody')).toMatch(/^2 .*score/);
    await upload([aLine({ score: '52.00' })]);
    await page.getByText('mengubah hasil yang sudah terbit').waitFor();
    await page.getByLabel('Alasan koreksi').fill('Salah ketik pada terbitan pertama');
    await page.getByRole('button', { name: 'Terbitkan koreksi' }).click();
    await page.getByText('53-2022-2: koreksi terbit').waitFor();
  });
});
