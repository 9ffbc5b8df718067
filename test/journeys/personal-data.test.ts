import { sql } from 'kysely';
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';

import { violationsOn } from '../support/accessibility.ts';
import { aVisitedSite, type Visited } from '../support/browser.ts';
import { aPerson, grant, type TestPerson } from '../support/people.ts';
import { aPublishedSeason, purgeDeps, purgeNow } from '../support/personal-data.ts';
import { aPageOf } from '../support/signed-in-page.ts';

const PATH = '/kantor/data-pribadi';

let visited: Visited;
let head: TestPerson;
let admin: TestPerson;
beforeAll(async () => {
  visited = await aVisitedSite({ history: false });
  const { db } = visited.site;
  await aPublishedSeason(visited.site);
  // It became public thirteen months ago.
  await sql`update release set decided_at = decided_at - interval '13 months'`.execute(db);
  head = await aPerson(db, { name: 'Ibu Kepala Kedua', grants: [grant('head', '53')] });
  admin = await aPerson(db, { name: 'Orang Pusat', grants: [grant('national-admin')] });
}, 120_000);
afterEach(async () => await visited.closeReaders());
afterAll(async () => await visited.close());

async function opened(person: TestPerson, path = PATH): Promise<Page> {
  const page = await aPageOf(visited, person);
  await page.goto(path);
  await page.getByRole('heading', { name: 'Data pribadi', level: 1 }).waitFor();
  return page;
}

async function rowOf(page: Page, name: string): Promise<string> {
  return await page.getByRole('row', { name }).first().innerText();
}

describe('who answers for personal data', () => {
  it('sees of the own province what is held, until when, and what is due', async () => {
    const page = await opened(head);
    await page.getByRole('row', { name: /Data dan kata-kata responden.*Sudah waktunya dihapus/ }).waitFor();
    expect(await rowOf(page, 'Foto dan dokumen')).toContain('Belum waktunya');
    expect(await page.getByRole('button', { name: 'Simpan lama penyimpanan' }).count()).toBe(0);
    for (const width of [360, 1280]) {
      await page.setViewportSize({ width, height: 800 });
      expect(await violationsOn(page)).toEqual([]);
      expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(width);
    }
  });

  it('sees what was purged and when, with its event in the audit', async () => {
    await purgeNow(
      purgeDeps(visited.site, () => new Date()),
      'respondents',
    );
    const page = await opened(head);
    await page.getByRole('link', { name: 'Lihat di jejak audit' }).first().click();
    await page.getByText('menghapus data pribadi sesuai jadwal retensi').first().waitFor();
  });

  it('of the national office keeps a kind for another time, and is told when somebody else was quicker', async () => {
    const page = await opened(admin, `${PATH}?provinsi=53`);
    await page.getByLabel('Jenis data').selectOption('visits');
    await page.getByLabel('Lama dalam bulan').fill('6');
    await page.getByText('Antara 12 dan 120 bulan.').last().waitFor();
    await page.getByLabel('Lama dalam bulan').fill('48');
    await page.getByRole('button', { name: 'Simpan lama penyimpanan' }).click();
    await page.getByText('Berita acara kunjungan: disimpan 48 bulan.').waitFor();
    await sql`update retention set months = 72, version = version + 1 where kind = 'visits'`.execute(visited.site.db);
    await page.getByLabel('Lama dalam bulan').fill('24');
    await page.getByRole('button', { name: 'Simpan lama penyimpanan' }).click();
    await page.getByRole('alert').waitFor();
    await page.getByText('Sekarang 72 bulan.').waitFor();
    expect(await page.getByLabel('Lama dalam bulan').inputValue()).toBe('24');
  });
});
