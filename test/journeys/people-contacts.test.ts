import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';

import { violationsOn } from '../support/accessibility.ts';
import { aUnit } from '../support/assessments.ts';
import { aVisitedSite, textOn, type Visited } from '../support/browser.ts';
import { aPerson, grant } from '../support/people.ts';
import { aPageOf } from '../support/signed-in-page.ts';

/** A Sekda office says who its units are reached by. */

let visited: Visited;
beforeAll(async () => {
  visited = await aVisitedSite({ history: false });
});
afterEach(async () => await visited.closeReaders());
afterAll(async () => await visited.close());

describe('a Sekda office', () => {
  it('invites the contact of a unit of its own, who comes in with the link', async () => {
    const { site } = visited;
    await aUnit(site.db, { government: '53.14', name: 'Dinas Kesehatan Rote Ndao' });
    await aUnit(site.db, { government: '53.14', name: 'Puskesmas Baa' });
    await aUnit(site.db, { government: '53.09', name: 'Dinas Kesehatan Ngada' });
    await aPerson(site.db, { name: 'Orang lain', grants: [grant('assessor', '53')] });
    const page = await aPageOf(visited, await aPerson(site.db, { grants: [grant('sekda', '53.14')] }));
    await page.goto('/sekda/kontak');
    await page.getByText('2 unit belum mempunyai narahubung').waitFor();
    expect(await textOn(page)).not.toContain('Ngada');
    expect(await textOn(page)).not.toContain('Orang lain');

    await page.getByRole('link', { name: 'Undang narahubung' }).click();
    await page.getByLabel('Nama').fill('Marselina Taneo');
    await page.getByLabel('Alamat surel').fill('marselina@contoh.example');
    await page.getByLabel('Puskesmas Baa').check();
    for (const width of [360, 390, 1280]) {
      await page.setViewportSize({ width, height: 800 });
      expect(await violationsOn(page)).toEqual([]);
      expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(width);
    }
    await page.getByRole('button', { name: 'Undang dan buat tautan' }).click();
    await page.getByRole('link', { name: 'Kirim lewat WhatsApp' }).waitFor();
    const link = await page.getByLabel('Tautan', { exact: true }).inputValue();

    const { page: phone } = await visited.reader();
    await phone.goto(`/masuk/tautan#${link.split('#')[1]}`);
    await phone.getByLabel('Kata sandi baru').fill('gunung mutis berkabut');
    await phone.getByLabel('Ulangi kata sandi').fill('gunung mutis berkabut');
    await phone.getByRole('button', { name: 'Simpan dan masuk' }).click();
    await phone.getByRole('heading', { name: 'Akun saya' }).waitFor();
    expect(await textOn(phone)).toContain('Narahubung unit');

    await page.getByRole('link', { name: 'Sudah saya berikan' }).click();
    await page.getByText('Satu unit belum mempunyai narahubung').waitFor();
    await page.getByRole('link', { name: 'Marselina Taneo' }).click();
    await page.getByRole('button', { name: 'Tutup akun' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Tutup akun' }).click();
    await page.getByText('ditutup').waitFor();
    await phone.reload();
    await phone.getByLabel('Alamat surel').waitFor();
  });
});
