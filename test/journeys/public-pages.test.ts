import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { chromiumPath } from '../support/chromium.ts';
import { aSite, type Site } from '../support/site.ts';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

let site: Site;
let browser: Browser;
let origin: string;

beforeAll(async () => {
  site = await aSite();
  origin = await site.app.listen({ host: '127.0.0.1', port: 0 });
  browser = await chromium.launch({ executablePath: chromiumPath(), args: ['--no-sandbox'] });
});
afterAll(async () => {
  await browser.close();
  await site.close();
});

/** What the browser complained about: errors, and everything the content security policy refused. */
async function withPage<Result>(
  options: BrowserContextOptions,
  work: (page: Page, complaints: string[]) => Promise<Result>,
): Promise<Result> {
  const context = await browser.newContext({
    reducedMotion: 'reduce',
    viewport: { width: 390, height: 844 },
    ...options,
  });
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('console', (message) => {
    if (message.type() === 'error' && !message.text().includes('404')) complaints.push(message.text());
  });
  try {
    return await work(page, complaints);
  } finally {
    await context.close();
  }
}

interface AxeViolation {
  readonly id: string;
  readonly nodes: readonly { readonly html: string }[];
}

async function violations(page: Page): Promise<readonly string[]> {
  await page.evaluate(axe);
  const found = await page.evaluate<readonly AxeViolation[]>('axe.run(document).then((result) => result.violations)');
  return found.map(({ id, nodes }) => `${id}: ${nodes[0]?.html ?? ''}`);
}

const PAGES = [
  '/',
  '/?cari=rotte+ndao',
  '/pemda/53.09/2022',
  '/pemda/19.04/2023',
  '/pemda/53.05/2021',
  '/pemda/11.01',
  '/nasional/2022',
  '/metodologi/2021',
  '/metodologi/2024',
  '/metodologi/2025',
  '/data',
  '/verifikasi',
  '/tidak/ada',
];

describe.each([
  { width: 390, colorScheme: 'light' },
  { width: 1280, colorScheme: 'dark' },
] as const)('at $width px in $colorScheme', ({ width, colorScheme }) => {
  it.each(PAGES)('%s is accessible, fits the screen and breaks no security rule', async (path) => {
    await withPage({ viewport: { width, height: 900 }, colorScheme }, async (page, complaints) => {
      await page.goto(origin + path, { waitUntil: 'networkidle' });
      expect(await violations(page)).toEqual([]);
      const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
      expect(overflow).toBeLessThanOrEqual(0);
      expect(complaints).toEqual([]);
    });
  });
});

describe('the history chart', () => {
  it('is loaded only when the reader comes near it, and shows what the table says', async () => {
    await withPage({}, async (page, complaints) => {
      const scripts: string[] = [];
      page.on('request', (request) => scripts.push(request.url()));
      await page.goto(`${origin}/pemda/19.04/2023`, { waitUntil: 'networkidle' });
      expect(scripts.filter((url) => /history-chart-(?!island)/.test(url))).toEqual([]);
      await page.locator('.government-chart').scrollIntoViewIfNeeded();
      const chart = page.getByRole('img', { name: /Grafik nilai Kabupaten Bangka Tengah per tahun/ });
      await chart.waitFor();
      await chart.getByText('93,71').waitFor();
      expect(await chart.locator('.history-chart__dot').count()).toBe(5);
      expect(complaints).toEqual([]);
    });
  });

  it('is not missed without JavaScript: the table stands, its empty place does not', async () => {
    await withPage({ javaScriptEnabled: false }, async (page) => {
      await page.goto(`${origin}/pemda/19.04/2023`);
      expect(await page.locator('.government-history').isVisible()).toBe(true);
      expect(await page.locator('.government-chart').isVisible()).toBe(false);
    });
  });
});

describe('the calculator', () => {
  it('follows every choice, by keyboard too', async () => {
    await withPage({}, async (page) => {
      await page.goto(`${origin}/metodologi/2021`, { waitUntil: 'networkidle' });
      const bar = page.getByRole('group', { name: 'Hasil hitungan' });
      await bar.getByText('belum ada indikator yang diisi').waitFor();
      await page.locator('#isi-persyaratan input').first().focus();
      await page.keyboard.press('Space');
      await bar.getByText('1 dari 21 indikator terisi').waitFor();
      for (const field of await page.locator('.calculator__item').all()) await field.locator('[value="1"]').check();
      await bar.getByText('Nilai unit: 100,00').waitFor();
    });
  });

  it('computes the same without JavaScript, as an address', async () => {
    await withPage({ javaScriptEnabled: false }, async (page) => {
      await page.goto(`${origin}/metodologi/2024`);
      await page.fill('[name="u.1"]', '95,32');
      await page.fill('[name="u.2"]', '94.34');
      await page.getByRole('button', { name: 'Hitung' }).click();
      await page.getByText('Nilai instansi: 94,83').waitFor();
      expect(page.url()).toContain('u.1=95%2C32');
    });
  });
});

describe('the verification in the browser', () => {
  it('finds every publication of the site in order, with the key of the site', async () => {
    await withPage({}, async (page, complaints) => {
      await page.goto(`${origin}/verifikasi`, { waitUntil: 'networkidle' });
      await page.getByRole('button', { name: 'Periksa semua publikasi di situs ini' }).click();
      await page.getByText(/^✓ Semua \d+ berkas cocok\.$/).waitFor();
      await page.getByText(/Rantai \d+ publikasi bersambung tanpa celah/).waitFor();
      expect(complaints).toEqual([]);
    });
  });

  it('names the difference of a changed file', async () => {
    await withPage({}, async (page) => {
      const reply = await fetch(`${origin}/api/publications/53-2024-1`);
      const text = (await reply.text()).replace('"score":"91.82"', '"score":"91.83"');
      await page.goto(`${origin}/verifikasi`, { waitUntil: 'networkidle' });
      await page.setInputFiles('#berkas', {
        name: 'ubah.json',
        mimeType: 'application/json',
        buffer: Buffer.from(text),
      });
      await page.getByText('1 dari 1 berkas tidak cocok.').waitFor();
      await page.getByText(/Sidik jari yang tertulis [0-9a-f]{64}, hasil hitung ulang/).waitFor();
    });
  });
});
