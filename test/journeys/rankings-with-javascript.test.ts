import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';

import { aVisitedSite, DESK, open, textOn, type Visited } from '../support/browser.ts';

/** A Sekda under pressure looks for her regency, and a journalist takes a sentence away. */

let visited: Visited;
beforeAll(async () => {
  visited = await aVisitedSite();
});
afterEach(async () => await visited.closeReaders());
afterAll(async () => await visited.close());

async function reading(path: string): Promise<Page> {
  const { page } = await visited.reader({ viewport: DESK });
  await open(page, path);
  await page.getByRole('button', { name: 'Salin kalimat' }).waitFor();
  // Lost by every load of a page, so its being there proves that there was none.
  await page.evaluate(() => (document.body.dataset['sameLoad'] = 'yes'));
  return page;
}

async function sameLoad(page: Page): Promise<boolean> {
  return (await page.locator('body').getAttribute('data-same-load')) === 'yes';
}

async function shown(page: Page): Promise<readonly string[]> {
  return await page.locator('.ranking-table tbody th > a:first-child').allInnerTexts();
}

function queryOf(page: Page): string {
  return decodeURIComponent(new URL(page.url()).search);
}

describe('looking through the list', () => {
  it('searches while she types, says what it understood, and keeps the address in step', async () => {
    const page = await reading('/peringkat/53/2022');
    await page.getByRole('searchbox', { name: 'Cari nama atau hasil' }).pressSequentially('rapor merah');
    await expect.poll(async () => (await shown(page)).length).toBe(6);
    expect(await textOn(page, '[role=status]')).toContain(
      'Menampilkan 6 dari 22 kabupaten/kota. Pencarian dibaca sebagai: zona merah.',
    );
    expect(queryOf(page)).toBe('?cari=rapor+merah');

    await page.getByRole('searchbox', { name: 'Cari nama atau hasil' }).fill('predikat kurang');
    await expect.poll(async () => (await shown(page)).length).toBe(6);
    await page.getByRole('searchbox', { name: 'Cari nama atau hasil' }).fill('ngda');
    await expect.poll(async () => await shown(page)).toEqual(['Kabupaten Ngada']);
    await page.keyboard.press('Enter');
    expect(await sameLoad(page)).toBe(true);
  });

  it('filters and sorts without loading the page again', async () => {
    const page = await reading('/peringkat/53/2024');
    await page.getByRole('link', { name: /^Pemerintah daerah/ }).click();
    await expect.poll(async () => (await shown(page))[0]).toBe('Kabupaten Alor');
    expect(queryOf(page)).toBe('?urut=nama');
    await page.getByLabel('Jenis').selectOption('kota');
    await expect.poll(async () => await shown(page)).toEqual(['Kota Kupang']);
    expect(queryOf(page)).toBe('?urut=nama&jenis=kota');
    expect(await textOn(page, '[role=status]')).toContain('Menampilkan 1 dari 22');
    await page.getByRole('link', { name: 'Tampilkan semua' }).click();
    await expect.poll(async () => (await shown(page)).length).toBe(22);
    expect(queryOf(page)).toBe('');
    expect(await sameLoad(page)).toBe(true);
  });

  it('finds the list as she left it when she comes back from a government', async () => {
    const page = await reading('/peringkat/53/2022');
    await page.getByRole('searchbox', { name: 'Cari nama atau hasil' }).fill('rapor merah');
    await expect.poll(async () => (await shown(page)).length).toBe(6);
    await page.getByRole('link', { name: 'Kabupaten Ngada' }).click();
    await page.getByRole('heading', { level: 1, name: 'Kabupaten Ngada 2022' }).waitFor();
    await page.goBack();
    await expect.poll(async () => (await shown(page)).length).toBe(6);
    expect(await page.getByRole('searchbox', { name: 'Cari nama atau hasil' }).inputValue()).toBe('rapor merah');
    await page.goForward();
    await page.getByRole('heading', { level: 1, name: 'Kabupaten Ngada 2022' }).waitFor();
  });

  it('says it when nothing fits, and leads back to all', async () => {
    const page = await reading('/peringkat/53/2024');
    await page.getByRole('searchbox', { name: 'Cari nama atau hasil' }).fill('xyzzy');
    await page.getByText('Tidak ada yang cocok dengan pencarian ini.').waitFor();
    await page.getByRole('link', { name: 'tampilkan semua', exact: true }).click();
    await expect.poll(async () => (await shown(page)).length).toBe(22);
  });
});

describe('the sentence for the press', () => {
  it('is copied as it stands, with counts, source, publication and address', async () => {
    const page = await reading('/peringkat/53/2024');
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write'], { origin: visited.address });
    await page.getByRole('button', { name: 'Salin kalimat' }).click();
    await page.getByText('Kalimat sudah disalin.').waitFor();
    const copied = await page.evaluate(async () => await navigator.clipboard.readText());
    expect(copied).toBe(await page.getByLabel(/Kalimat yang angkanya/).inputValue());
    expect(copied).toContain(
      'dari 22 pemerintah daerah yang dinilai (kabupaten/kota), 12 (54,55 %) di zona hijau, 10 (45,45 %) di zona kuning, dan 0 (0,00 %) di zona merah.',
    );
    expect(copied).toContain('publikasi 53-2024-1');
    expect(copied).toMatch(/https:\/\/patuh\.example\/peringkat\/53\/2024$/);
  });

  it('is selected where the browser does not let a page copy', async () => {
    const page = await reading('/peringkat/53/2024');
    await page.evaluate(() => {
      Object.defineProperty(navigator, 'clipboard', { value: undefined });
    });
    await page.getByRole('button', { name: 'Salin kalimat' }).click();
    await page.getByText('Kalimat sudah dipilih.').waitFor();
    expect(await page.evaluate(() => document.getSelection()?.toString() ?? '')).toContain(
      '12 (54,55 %) di zona hijau',
    );
  });
});

describe('without a mouse', () => {
  it('Tab reaches every control once, in the order in which the page is read, and shows where it is', async () => {
    const page = await reading('/peringkat/53/2024');
    const expected = await page.evaluate(() => {
      const controls = document.querySelectorAll<HTMLElement>('a[href], button, input, select, textarea, summary');
      return [...controls].filter((control) => control.checkVisibility()).length;
    });
    const stops: { readonly position: number; readonly outlined: boolean; readonly name: string }[] = [];
    for (let stop = 0; stop < expected; stop += 1) {
      await page.keyboard.press('Tab');
      stops.push(
        await page.evaluate(() => {
          const here = document.activeElement ?? document.body;
          const all = [...document.querySelectorAll('*')];
          const { outlineStyle } = getComputedStyle(here);
          return {
            position: all.indexOf(here),
            outlined: outlineStyle !== 'none',
            name: here.textContent === '' ? here.id : here.textContent,
          };
        }),
      );
    }
    const positions = stops.map(({ position }) => position);
    expect(positions).toEqual(positions.toSorted((a, b) => a - b));
    expect(new Set(positions).size).toBe(expected);
    expect(stops[0]?.name).toBe('Langsung ke isi');
    expect(stops.filter(({ outlined }) => !outlined)).toEqual([]);
  });

  it('the list is searched, narrowed and left by keys alone', async () => {
    const page = await reading('/peringkat/53/2024');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    expect(await page.evaluate(() => location.hash)).not.toBe('');
    await page.getByRole('searchbox', { name: 'Cari nama atau hasil' }).focus();
    await page.keyboard.type('zona hijau');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Tab');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowDown');
    await expect.poll(async () => await shown(page)).toEqual(['Kota Kupang']);
  });
});

describe('on paper', () => {
  it('stands the table with all rows, and none of what only a screen can use', async () => {
    const page = await reading('/peringkat/53/2024?urut=nama');
    await page.emulateMedia({ media: 'print' });
    expect(await page.locator('.ranking-table tbody tr').count()).toBe(22);
    expect(await page.locator('.ranking-table thead').isVisible()).toBe(true);
    expect(await page.getByText('91,82').first().isVisible()).toBe(true);
    const hidden = ['form', '.ranking-status a', '.site-nav', '.years', '.breadcrumb', 'button', '.sort__mark'];
    expect(await page.locator(hidden.map((part) => `${part}:visible`).join(', ')).count()).toBe(0);
  });
});
