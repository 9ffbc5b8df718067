import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';

import { violationsOn } from '../support/accessibility.ts';
import { aVisitedSite, open, type Visited } from '../support/browser.ts';

/** What must hold on every kind of page, for every reader. */

let visited: Visited;
beforeAll(async () => {
  visited = await aVisitedSite();
});
afterEach(async () => await visited.closeReaders());
afterAll(async () => await visited.close());

const PAGES = [
  '/',
  '/?cari=rotte+ndao',
  '/?cari=xyzzy',
  '/peringkat/53/2024',
  '/peringkat/53/2024?cari=xyzzy',
  '/peringkat/53/2022?urut=nama&jenis=kabupaten',
  '/peringkat/53/2023',
  '/peringkat/19/2025',
  '/pemda/53.09/2022',
  '/pemda/19.04/2023',
  '/pemda/53.05/2021',
  '/pemda/53/2022',
  '/pemda/11.01',
  '/nasional/2022',
  '/metodologi/2021',
  '/metodologi/2024',
  '/metodologi/2025',
  '/siap-dikunjungi/2025',
  '/siap-dikunjungi/2024/puskesmas',
  '/siap-dikunjungi/2021/polres',
  '/siap-dikunjungi/2025/dpmptsp',
  '/data',
  '/verifikasi',
];
const PROBLEMS = [
  ['/tidak/ada', 404],
  ['/peringkat/53/2020', 404],
  ['/peringkat/53/abc', 400],
] as const;

const WIDTHS = [320, 390, 768, 1280, 1440];

describe('every page', () => {
  it.each([...PAGES.map((path) => [path, 200] as const), ...PROBLEMS])(
    '%s is accessible on a phone and at a desk, by day and by night, and nothing leaves the screen',
    async (path, status) => {
      const { page, complaints } = await visited.reader();
      expect(await open(page, path)).toBe(status);
      for (const [width, colorScheme] of [
        [390, 'light'],
        [390, 'dark'],
        [1280, 'light'],
        [1280, 'dark'],
      ] as const) {
        await page.setViewportSize({ width, height: 800 });
        await page.emulateMedia({ colorScheme });
        // In the dark the same elements are there: only their colours can be wrong.
        expect(
          await violationsOn(page, { coloursOnly: colorScheme === 'dark' }),
          `${width} px, ${colorScheme}`,
        ).toEqual([]);
      }
      expect(await tooWide(page)).toEqual([]);
      await page.waitForLoadState('networkidle');
      const own = status === 200 ? [] : [expect.stringContaining(`status of ${status}`)];
      expect(complaints).toEqual(own);
    },
  );
});

describe('the API page', () => {
  it('shows every address, from files of this server alone and within its security policy', async () => {
    const { page, complaints } = await visited.reader();
    const elsewhere: string[] = [];
    page.on('request', (request) => {
      if (!request.url().startsWith(visited.address) && !request.url().startsWith('data:'))
        elsewhere.push(request.url());
    });
    await open(page, '/api/docs');
    await page.getByText('/api/rankings/{province}/{year}', { exact: false }).first().waitFor();
    await page.locator('.opblock-summary').first().click();
    await page.locator('.opblock-body').first().waitFor();
    await page.waitForLoadState('networkidle');
    // Of a long description the page draws only what is in sight.
    await expect
      .poll(
        async () => {
          await page.mouse.wheel(0, 5_000);
          return await page.getByText('/api/uploads/{uploadId}', { exact: false }).count();
        },
        { timeout: 20_000 },
      )
      .toBeGreaterThan(0);
    expect(elsewhere).toEqual([]);
    expect(complaints).toEqual([]);
  });
});

/** Widths at which the page is wider than its screen. */
async function tooWide(page: Page): Promise<readonly string[]> {
  const found: string[] = [];
  for (const width of WIDTHS) {
    await page.setViewportSize({ width, height: 800 });
    const needed = await page.evaluate(() => document.scrollingElement?.scrollWidth ?? 0);
    if (needed > width) found.push(`${needed} on ${width} px`);
  }
  return found;
}
