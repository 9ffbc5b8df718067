import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';

import { aVisitedSite, open, textOn, type Visited } from '../support/browser.ts';

/** A journalist on a phone whose scripts never arrive: every figure and every way to look at it is there all the same. */

let visited: Visited;
beforeAll(async () => {
  visited = await aVisitedSite();
});
afterEach(async () => await visited.closeReaders());
afterAll(async () => await visited.close());

async function reading(path: string): Promise<Page> {
  const { page } = await visited.reader({ javaScriptEnabled: false });
  expect(await open(page, path)).toBe(200);
  return page;
}

async function names(page: Page): Promise<readonly string[]> {
  return await page.locator('.ranking-table tbody th > a:first-child').allInnerTexts();
}

async function rowOf(page: Page, name: string): Promise<string> {
  const text = await page.locator('.ranking-table tbody tr', { hasText: name }).first().innerText();
  return text.replaceAll(/\s+/g, ' ');
}

describe('the list of Nusa Tenggara Timur 2024', () => {
  it('is complete: 22 governments, their zones, and shares that add up', async () => {
    const page = await reading('/peringkat/53/2024');
    expect(await names(page)).toHaveLength(22);
    const summary = await textOn(page, '.zone-tiles');
    expect(summary).toBe(
      'H Zona Hijau 12 dari 22 · 54,55 % K Zona Kuning 10 dari 22 · 45,45 % M Zona Merah 0 dari 22 · 0,00 %',
    );
    expect(await rowOf(page, 'Timor Tengah Utara')).toMatch(/^1 .*91,82 A · Kualitas Tertinggi.*Ya/);
    expect(await rowOf(page, 'Ende')).toMatch(/82,06 B · Kualitas Tinggi.*Tidak/);
    expect(await rowOf(page, 'Ngada')).toMatch(/disimpulkan.*Tidak diterbitkan C · Kualitas Sedang/);
    expect(await textOn(page, 'main')).toContain(
      'Nilai Pemerintah Provinsi Nusa Tenggara Timur tahun 2024 belum tercatat',
    );
  });

  it('offers a sentence to take away, and no button that would do nothing', async () => {
    const page = await reading('/peringkat/53/2024');
    expect(await page.getByLabel(/Kalimat yang angkanya/).inputValue()).toContain('12 (54,55 %) di zona hijau');
    expect(await page.getByRole('button', { name: 'Salin kalimat' }).count()).toBe(0);
  });

  it('is filtered, searched and sorted by sending the form', async () => {
    const page = await reading('/peringkat/53/2024');
    await page.getByLabel('Jenis').selectOption('kota');
    await page.getByRole('button', { name: 'Terapkan' }).click();
    await expect.poll(async () => await names(page)).toEqual(['Kota Kupang']);
    expect(await textOn(page, '[role=status]')).toBe('Menampilkan 1 dari 22 kabupaten/kota. Tampilkan semua');

    await page.getByRole('link', { name: 'Tampilkan semua' }).click();
    await page.getByLabel('Urut').selectOption('nama');
    await page.getByLabel('Arah').selectOption('turun');
    await page.getByRole('searchbox', { name: 'Cari nama atau hasil' }).fill('sumba');
    await page.keyboard.press('Enter');
    await expect
      .poll(async () => await names(page))
      .toEqual([
        'Kabupaten Sumba Timur',
        'Kabupaten Sumba Tengah',
        'Kabupaten Sumba Barat Daya',
        'Kabupaten Sumba Barat',
      ]);
    expect(new URL(page.url()).searchParams.get('cari')).toBe('sumba');
  });

  it('understands what people call a result, and says how it was read', async () => {
    const page = await reading('/peringkat/53/2022');
    await page.getByRole('searchbox', { name: 'Cari nama atau hasil' }).fill('rapor merah');
    await page.getByRole('button', { name: 'Terapkan' }).click();
    await expect.poll(async () => await names(page)).toHaveLength(6);
    expect(await textOn(page, '[role=status]')).toContain('Pencarian dibaca sebagai: zona merah.');
  });

  it('is sorted by the links of its columns at a desk', async () => {
    const page = await reading('/peringkat/53/2024');
    await page.setViewportSize({ width: 1280, height: 800 });
    await page.getByRole('link', { name: /^Pemerintah daerah/ }).click();
    await expect.poll(async () => (await names(page)).slice(0, 2)).toEqual(['Kabupaten Alor', 'Kabupaten Belu']);
    await page.getByRole('link', { name: /^Nilai/ }).click();
    await expect.poll(async () => (await names(page))[0]).toBe('Kabupaten Timor Tengah Utara');
    await page.getByRole('link', { name: /^Nilai/ }).click();
    await expect.poll(async () => (await names(page))[0]).toBe('Kabupaten Sumba Barat');
    expect(await page.locator('th[aria-sort=ascending]').innerText()).toContain('Nilai');
  });
});

describe('the list of 2022, one link away', () => {
  it('explains its percentages, its moved thresholds and a rank that was published', async () => {
    const page = await reading('/peringkat/53/2024');
    await page.getByRole('navigation', { name: 'Tahun penilaian' }).getByRole('link', { name: '2022' }).click();
    await page.waitForURL('**/peringkat/53/2022');
    expect(await textOn(page, '.zone-tiles')).toBe(
      'H Zona Hijau 2 dari 23 · 8,70 % K Zona Kuning 15 dari 23 · 65,22 % M Zona Merah 6 dari 23 · 26,09 %',
    );
    const all = await textOn(page, 'main');
    expect(all).toContain(
      'Persentase dihitung terhadap 23 pemerintah daerah yang dinilai (kabupaten/kota dan pemerintah provinsi). Jumlah 100,01 % karena pembulatan.',
    );
    expect(all).toContain('Metode penilaian berubah antara 2021 dan 2022');
    expect(all).toContain('Kota Kupang: hijau; menurut ambang 2021 kuning.');
    expect(all).toContain('Pemerintah Provinsi Nusa Tenggara Timur: hijau; menurut ambang 2021 kuning.');
    expect(await rowOf(page, 'Ngada')).toMatch(/antara 17 dan 22 peringkat terbit 20.*51,43/);
    expect(await rowOf(page, 'Sabu Raijua')).toContain('termasuk dua nilai terendah di provinsi ini');
    expect(all).toContain('(terendah ketiga dari 22, setelah Sabu Raijua dan Alor)');
  });
});

describe('a list that is not complete', () => {
  it.each([
    ['/peringkat/53/2023', 'Diketahui 1 dari 22 pemerintah daerah.'],
    ['/peringkat/19/2021', 'Diketahui 2 dari 7 pemerintah daerah.'],
    ['/peringkat/19/2023', 'Diketahui 2 dari 7 pemerintah daerah.'],
    ['/peringkat/19/2024', 'Diketahui 2 dari 7 pemerintah daerah.'],
    ['/peringkat/19/2025', 'Diketahui 4 pemerintah daerah.'],
  ])('%s says so, without a percentage and without a rank', async (path, known) => {
    const page = await reading(path);
    const all = await textOn(page, 'main');
    expect(all).toContain(known);
    expect(all).toContain('karena itu persentase dan peringkat tidak ditampilkan');
    expect(all).not.toMatch(/\d ?%/);
    const ranks = await page.locator('.ranking-table__rank').allInnerTexts();
    expect(new Set(ranks.map((rank) => rank.replaceAll(/\s+/g, '')))).toEqual(new Set(['–Tidakdapatdihitung']));
  });
});
