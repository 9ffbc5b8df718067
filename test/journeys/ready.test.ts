import { readFile } from 'node:fs/promises';

import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';

import { aVisitedSite, open, textOn, type Visited } from '../support/browser.ts';
import { aFieldTeam, openField } from '../support/field-phone.ts';
import { wordText } from '../support/word.ts';

/** The head of a Puskesmas got a link by chat, on an old phone: what will be asked, and what to have ready. */

const PAGE = '/siap-dikunjungi/2024/puskesmas';

let visited: Visited;
beforeAll(async () => {
  visited = await aVisitedSite({ history: false });
});
afterEach(async () => await visited.closeReaders());
afterAll(async () => await visited.close());

describe('without JavaScript', () => {
  it('leads from the home page over the kind of unit to what is asked', async () => {
    const { page } = await visited.reader({ javaScriptEnabled: false });
    await open(page, '/');
    await page.getByRole('link', { name: 'Buka daftar “Siap dikunjungi”' }).click();
    await page.getByRole('heading', { level: 1, name: 'Siap dikunjungi 2025' }).waitFor();
    await page.getByRole('navigation', { name: 'Tahun penilaian' }).getByRole('link', { name: '2024' }).click();
    await page.getByRole('link', { name: /^Puskesmas/ }).click();
    expect(new URL(page.url()).pathname).toBe(PAGE);
    await page.getByRole('link', { name: 'Ditanyakan kepada pengguna layanan' }).click();
    expect(await page.getByText('Wawancara pengguna anonim').isVisible()).toBe(true);
  });

  it('leads from a question to all of its levels', async () => {
    const { page } = await visited.reader({ javaScriptEnabled: false });
    await open(page, PAGE);
    await page.getByRole('link', { name: 'Semua tingkat: Maklumat layanan' }).click();
    expect(new URL(page.url()).hash).toBe('#indikator-maklumat-layanan');
    await page.locator('#indikator-maklumat-layanan').waitFor();
  });

  it('gives the documents to fill in', async () => {
    const { page } = await visited.reader({ javaScriptEnabled: false });
    await open(page, PAGE);
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page
        .locator('section')
        .getByRole('link', { name: 'Contoh SK penunjukan petugas pengaduan (DOCX)' })
        .last()
        .click(),
    ]);
    expect(download.suggestedFilename()).toBe('contoh-sk-petugas-pengaduan.docx');
    expect(wordText(await readFile(await download.path()))).toContain('PENUNJUKAN PETUGAS PENGELOLA PENGADUAN');
  });
});

describe('on the screen', () => {
  it('reads in 320 px without moving sideways, whatever is open', async () => {
    const { page } = await visited.reader({ viewport: { width: 320, height: 640 } });
    for (const path of [PAGE, '/siap-dikunjungi/2024', '/siap-dikunjungi/2025/perangkat-daerah']) {
      await open(page, path);
      expect(await page.evaluate(() => document.scrollingElement?.scrollWidth)).toBe(320);
    }
  });

  it('is readable after 40 KB, and asks for no script', async () => {
    const { page, complaints } = await visited.reader();
    const asked: string[] = [];
    page.on('request', (request) => asked.push(`${request.resourceType()} ${request.url()}`));
    await open(page, PAGE);
    await page.waitForLoadState('networkidle');
    const sizes = await Promise.all(
      asked.filter((line) => /^(?:document|stylesheet) /.test(line)).map(async (line) => await packedSize(line)),
    );
    expect(sizes).toHaveLength(2);
    expect(sizes.reduce((total, size) => total + size, 0)).toBeLessThan(40 * 1024);
    expect(asked.filter((line) => line.startsWith('script '))).toEqual([]);
    expect(complaints).toEqual([]);
  });
});

describe('on paper', () => {
  it('keeps the boxes and the address, and leaves out what can only be pressed', async () => {
    const { page } = await visited.reader();
    await open(page, PAGE);
    expect(await page.getByText('Alamat halaman ini').isVisible()).toBe(false);
    await page.emulateMedia({ media: 'print' });
    expect(await page.getByText('https://patuh.example/siap-dikunjungi/2024/puskesmas').isVisible()).toBe(true);
    expect(await page.getByRole('link', { name: 'Bagikan lewat WhatsApp' }).isVisible()).toBe(false);
    expect(
      await page
        .getByRole('link', { name: /^Semua tingkat/ })
        .first()
        .isVisible(),
    ).toBe(false);
    expect(await page.getByRole('navigation', { name: 'Tahun penilaian' }).isVisible()).toBe(false);
    expect(await textOn(page, '.ready-hand')).toContain('Petugas pengelola pengaduan');
    expect(await boxOf(page)).toEqual({ width: '1px', content: '""' });
  });

  it('is A4, and a question is never torn in two', async () => {
    const { page } = await visited.reader();
    await open(page, PAGE);
    const pdf = (await page.pdf({ preferCSSPageSize: true })).toString('latin1');
    const sheets = [...pdf.matchAll(/\/MediaBox \[0 0 (\d+)[\d.]* (\d+)[\d.]*\]/g)].map(([, ...sides]) => sides);
    expect(new Set(sheets.map(String))).toEqual(new Set(['594,841']));
    expect(sheets.length).toBeLessThanOrEqual(8);
    await page.emulateMedia({ media: 'print' });
    const breaks = await page
      .locator('.ready-question')
      .evaluateAll((questions) => questions.map((question) => getComputedStyle(question).breakInside));
    expect(new Set(breaks)).toEqual(new Set(['avoid']));
  });
});

describe('from the unit page of the field', () => {
  it('opens beside the app, for the year and kind of that unit and without naming it', async () => {
    const team = await aFieldTeam(visited);
    const { page } = await visited.reader();
    await openField(page, team.assessor, `/lapangan/${team.assessment.id}`);
    const [checklist] = await Promise.all([
      page.waitForEvent('popup'),
      page.getByRole('link', { name: 'Bagikan daftar “Siap dikunjungi”' }).click(),
    ]);
    await checklist.getByRole('heading', { level: 1, name: /Siap dikunjungi 2024\s*Dinkes/ }).waitFor();
    expect(new URL(checklist.url()).pathname).toBe('/siap-dikunjungi/2024/dinkes');
    const share = await checklist.getByRole('link', { name: 'Bagikan lewat WhatsApp' }).getAttribute('href');
    expect(decodeURIComponent(share ?? '')).not.toContain(team.unitName);
    await page.getByRole('heading', { level: 1, name: team.unitName }).waitFor();
  });
});

/** Bytes of an address as a phone fetches it. */
async function packedSize(line: string): Promise<number> {
  const url = line.slice(line.indexOf(' ') + 1);
  const reply = await visited.site.app.inject({
    url: new URL(url).pathname,
    headers: { 'accept-encoding': 'br', accept: '*/*' },
  });
  expect(reply.headers['content-encoding']).toBe('br');
  return reply.rawPayload.byteLength;
}

async function boxOf(page: Page): Promise<unknown> {
  return await page
    .locator('.ready-boxes li')
    .first()
    .evaluate((item) => {
      const { borderTopWidth, content } = getComputedStyle(item, '::before');
      return { width: borderTopWidth, content };
    });
}
