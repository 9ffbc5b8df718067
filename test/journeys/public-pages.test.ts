import type { MergedIndicator } from '@patuh/shared/scoring/outcome';
import { compileInstrument } from '@patuh/shared/scoring/compile';
import { scoreMergedUnit } from '@patuh/shared/scoring/unit';
import { indicatorsOf } from '@patuh/shared/scoring/weights';
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';

import { aVisitedSite, DESK, open, textOn, type Visited } from '../support/browser.ts';
import { instrumentOf } from '../support/reference-instruments.ts';

/** A citizen looks for her regency, a Sekda for the reason of a number, a sceptic for a way to check it. */

let visited: Visited;
beforeAll(async () => {
  visited = await aVisitedSite();
});
afterEach(async () => await visited.closeReaders());
afterAll(async () => await visited.close());

describe('finding a government from the home page', () => {
  it.each([
    ['ngda', 'Kabupaten Ngada', '53.09'],
    ['manggrai barat', 'Kabupaten Manggarai Barat', '53.15'],
    ['kota kupng', 'Kota Kupang', '53.71'],
    ['53.14', 'Kabupaten Rote Ndao', '53.14'],
  ])('“%s” leads to %s', async (typed, name, code) => {
    const { page } = await visited.reader({ javaScriptEnabled: false });
    await open(page, '/');
    await page.getByRole('searchbox', { name: 'Cari kabupaten/kota Anda' }).fill(typed);
    await page.getByRole('button', { name: 'Cari' }).click();
    await page.getByRole('heading', { name: `Hasil pencarian “${typed}”` }).waitFor();
    await page.locator('.home-matches').getByRole('link').first().click();
    await page.getByRole('heading', { level: 1, name: `${name} 2024` }).waitFor();
    expect(new URL(page.url()).pathname).toMatch(new RegExp(`^/pemda/${code}`));
  });

  it('says what to try when nothing is near', async () => {
    const { page } = await visited.reader();
    await open(page, '/?cari=xyzzy');
    expect(await textOn(page, 'main')).toMatch(/xyzzy.*(ejaan|kode)/i);
  });
});

describe('a government', () => {
  it('shows its history as a table first and draws the chart when the reader comes near', async () => {
    const { page, complaints } = await visited.reader();
    const scripts: string[] = [];
    page.on('request', (request) => scripts.push(request.url()));
    await open(page, '/pemda/19.04/2023');
    await page.waitForLoadState('networkidle');
    expect(await page.locator('.government-history').isVisible()).toBe(true);
    expect(scripts.filter((url) => /history-chart-(?!island)/.test(url))).toEqual([]);
    await page.locator('.government-chart').scrollIntoViewIfNeeded();
    const chart = page.getByRole('img', { name: /Grafik nilai Kabupaten Bangka Tengah per tahun/ });
    await chart.waitFor();
    await chart.getByText('93,71').waitFor();
    expect(await chart.locator('.history-chart__dot').count()).toBe(5);
    expect(complaints).toEqual([]);
  });

  it('does not miss the chart without JavaScript: the table stands, its empty place does not', async () => {
    const { page } = await visited.reader({ javaScriptEnabled: false });
    await open(page, '/pemda/19.04/2023');
    expect(await page.locator('.government-history').isVisible()).toBe(true);
    expect(await page.locator('.government-chart').isVisible()).toBe(false);
  });

  it('explains 93,71 by its seven units', async () => {
    const { page } = await visited.reader({ viewport: DESK });
    await open(page, '/pemda/19.04/2023');
    const rows = await page.locator('.government-units tbody tr').allInnerTexts();
    expect(rows.map((row) => row.split('\t').at(-1)?.trim())).toEqual([
      '95,32',
      '94,34',
      '94,29',
      '94,00',
      '93,57',
      '92,86',
      '91,58',
      '655,96',
      '93,71',
    ]);
    expect(await textOn(page, '.government-mean')).toBe('655,96 ÷ 7 ≈ 93,7086 → 93,71');
  });

  it('marks what was inferred where it was inferred, and says from what', async () => {
    const { page } = await visited.reader();
    await open(page, '/pemda/53.09/2024');
    expect(await textOn(page, '.government-tiles')).toMatch(/Zona Kuning disimpulkan/);
    expect(await textOn(page, 'main')).toContain('disimpulkan: sisa dari 12 hijau dan 10 kuning yang diterbitkan');
  });
});

describe('the calculator', () => {
  const plan = compileInstrument(instrumentOf(2023));
  /** Some level for each indicator, a different one for its neighbour. */
  const chosen: readonly MergedIndicator[] = indicatorsOf(plan.instrument.tree).map(({ id, maximum }, index) => ({
    kind: 'merged',
    indicatorId: id,
    sum: (index * 2 + 1) % (maximum + 1),
    n: 1,
  }));
  const result = scoreMergedUnit(plan, { products: 1, indicators: chosen });
  const score = result.kind === 'scored' ? (result.score / 100).toFixed(2).replace('.', ',') : result.kind;

  async function choose(page: Page): Promise<void> {
    for (const { indicatorId, ...level } of chosen) {
      const value = level.kind === 'merged' ? level.sum : '-';
      await page.locator(`[name="n.${indicatorId}"][value="${value}"]`).check();
    }
  }

  it('has the score of the engine at the last choice', async () => {
    const { page } = await visited.reader();
    await open(page, '/metodologi/2023');
    const bar = page.getByRole('group', { name: 'Hasil hitungan' });
    await choose(page);
    await bar.getByText(`Nilai unit: ${score}`).waitFor();
  });

  it('has the same score without JavaScript, as an address', async () => {
    const { page } = await visited.reader({ javaScriptEnabled: false });
    await open(page, '/metodologi/2023');
    await choose(page);
    await page.getByRole('button', { name: 'Hitung' }).click();
    await page.getByText(`Nilai unit: ${score}`).waitFor();
    expect(new URL(page.url()).searchParams.size).toBeGreaterThanOrEqual(chosen.length);
  });

  it.each([true, false])(
    'makes 93,71 of the seven units of Bangka Tengah (JavaScript: %s)',
    async (javaScriptEnabled) => {
      const { page } = await visited.reader({ javaScriptEnabled });
      await open(page, '/metodologi/2023');
      const units = ['95,32', '94.34', '94,29', '94', '93,57', '92,86', '91,58'];
      for (const [index, unit] of units.entries()) await page.fill(`[name="u.${index + 1}"]`, unit);
      if (!javaScriptEnabled) await page.getByRole('button', { name: 'Hitung' }).click();
      await page.getByText('Nilai instansi: 93,71').waitFor();
    },
  );

  it('follows every choice by keyboard', async () => {
    const { page } = await visited.reader();
    await open(page, '/metodologi/2021');
    const bar = page.getByRole('group', { name: 'Hasil hitungan' });
    await bar.getByText('belum ada indikator yang diisi').waitFor();
    await page.locator('#isi-persyaratan input').first().focus();
    await page.keyboard.press('Space');
    await bar.getByText('1 dari 21 indikator terisi').waitFor();
    for (const field of await page.locator('.calculator__item').all()) await field.locator('[value="1"]').check();
    await bar.getByText('Nilai unit: 100,00').waitFor();
  });
});

describe('the verification in the browser', () => {
  it('finds every publication of the site in order, with the key of the site', async () => {
    const { page, complaints } = await visited.reader();
    await open(page, '/verifikasi');
    await page.waitForLoadState('networkidle');
    await page.getByRole('button', { name: 'Periksa semua publikasi di situs ini' }).click();
    await page.getByText(/^✓ Semua 11 berkas cocok\.$/).waitFor();
    await page.getByText(/Rantai 11 publikasi bersambung tanpa celah/).waitFor();
    expect(complaints).toEqual([]);
  });

  it.each([
    [
      'a score within its zone',
      '"score":"91.82"',
      '"score":"91.83"',
      /Perbedaan pertama: Sidik jari yang tertulis [0-9a-f]{64}/,
    ],
    [
      'a score into another zone',
      '"score":"91.82","source":',
      '"score":"71.82","source":',
      /Perbedaan pertama: .*Timor Tengah Utara/,
    ],
  ])('names the first difference of a file with %s changed', async (_what, from, to, difference) => {
    const { page } = await visited.reader();
    const reply = await fetch(`${visited.address}/api/publications/53-2024-1`);
    const original = await reply.text();
    const text = original.replace(from, to);
    expect(text).not.toBe(original);
    await open(page, '/verifikasi');
    await page.waitForLoadState('networkidle');
    await page.setInputFiles('#berkas', { name: 'ubah.json', mimeType: 'application/json', buffer: Buffer.from(text) });
    await page.getByText('1 dari 1 berkas tidak cocok.').waitFor();
    await page.getByText(difference).waitFor();
  });

  it('says that a good file is good', async () => {
    const { page } = await visited.reader();
    const reply = await fetch(`${visited.address}/api/publications/53-2022-1`);
    const buffer = Buffer.from(await reply.arrayBuffer());
    await open(page, '/verifikasi');
    await page.waitForLoadState('networkidle');
    await page.setInputFiles('#berkas', { name: '53-2022-1.json', mimeType: 'application/json', buffer });
    await page.getByText('✓ Berkas ini cocok.').waitFor();
  });
});

describe('an address with a mistake in it', () => {
  it.each([
    ['/peringkat/53/2020', 404, 'Peringkat Nusa Tenggara Timur 2024', '/peringkat/53/2024'],
    ['/peringkat/53/abc', 400, 'Peringkat Nusa Tenggara Timur 2022', '/peringkat/53/2022'],
    ['/pemda/ngada', 400, 'Kabupaten Ngada', '/pemda/53.09'],
    ['/ngada', 404, 'Kabupaten Ngada', '/pemda/53.09'],
  ])('%s is answered with %i and a way on', async (path, status, link, leadsTo) => {
    const { page } = await visited.reader({ javaScriptEnabled: false });
    expect(await open(page, path)).toBe(status);
    const way = page.getByRole('main').getByRole('link', { name: link });
    expect(await way.getAttribute('href')).toMatch(new RegExp(`^${leadsTo}`));
    await page.getByRole('searchbox').fill('Alor');
    await page.getByRole('button', { name: 'Cari' }).click();
    await page.getByRole('link', { name: 'Kabupaten Alor' }).waitFor();
  });
});
