import { generateSync } from 'otplib';
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';

import { violationsOn } from '../support/accessibility.ts';
import { aVisitedSite, DESK, textOn, type Visited } from '../support/browser.ts';
import { aPerson, grant } from '../support/people.ts';

const PASSWORD = 'kuda laut menanam padi';

let visited: Visited;
beforeAll(async () => {
  visited = await aVisitedSite();
});
afterEach(async () => await visited.closeReaders());
afterAll(async () => await visited.close());

async function signIn(page: Page, email: string, password = PASSWORD): Promise<void> {
  await page.getByLabel('Alamat surel').fill(email);
  await page.getByLabel('Kata sandi', { exact: true }).fill(password);
  await page.getByRole('button', { name: 'Masuk', exact: true }).click();
}

async function heading(page: Page, name: string): Promise<void> {
  await page.getByRole('heading', { level: 1, name }).waitFor();
}

/** What axe finds on the screen as it is, at both widths. */
async function faultsOn(page: Page): Promise<readonly string[]> {
  const faults: string[] = [];
  for (const viewport of [{ width: 390, height: 844 }, DESK]) {
    await page.setViewportSize(viewport);
    const found = await violationsOn(page);
    const tooWide = await page.evaluate(() => document.documentElement.scrollWidth > window.innerWidth);
    faults.push(...found, ...(tooWide ? [`wider than ${viewport.width}`] : []));
  }
  return faults;
}

describe('somebody who works with Patuh', () => {
  it('is asked to sign in, told plainly what is wrong, and led to where they wanted to go', async () => {
    const { email } = await aPerson(visited.site.db, { grants: [grant('verifier', '53')], password: PASSWORD });
    const { page, complaints } = await visited.reader();
    await page.goto('/akun');
    await heading(page, 'Masuk');
    expect(new URL(page.url()).search).toBe('?lanjut=%2Fakun');
    expect(await faultsOn(page)).toEqual([]);
    await page.getByRole('button', { name: 'Masuk', exact: true }).click();
    await page.getByText('Wajib diisi.').first().waitFor();
    await signIn(page, email, 'bukan kata sandinya');
    await page.getByText('Alamat surel, kata sandi, atau kode salah').waitFor();
    expect(await faultsOn(page)).toEqual([]);
    await signIn(page, email);
    await heading(page, 'Akun saya');
    // Names of places come a moment after the page.
    await page.getByText('Verifikator · Provinsi Nusa Tenggara Timur').waitFor();
    expect(await faultsOn(page)).toEqual([]);
    await page.reload();
    await heading(page, 'Akun saya');
    await page.getByRole('button', { name: 'Keluar', exact: true }).click();
    await heading(page, 'Masuk');
    await page.goto('/akun');
    await heading(page, 'Masuk');
    // That somebody is signed out, and that there is no demo here, the browser logs as failed loads.
    expect(complaints.filter((text) => !/status of 40[14]/.test(text))).toEqual([]);
  });

  it('sends what is pressed twice only once', async () => {
    const { email } = await aPerson(visited.site.db, { grants: [grant('verifier', '53')], password: PASSWORD });
    const { page } = await visited.reader();
    const sent: string[] = [];
    page.on('request', (request) => sent.push(`${request.method()} ${new URL(request.url()).pathname}`));
    await page.goto('/masuk');
    await page.getByLabel('Alamat surel').fill(email);
    await page.getByLabel('Kata sandi', { exact: true }).fill(PASSWORD);
    await page.getByRole('button', { name: 'Masuk', exact: true }).dblclick();
    await page.waitForURL('**/kantor');
    expect(sent.filter((one) => one === 'POST /api/session')).toEqual(['POST /api/session']);
  });

  it('never follows an address that somebody slipped in', async () => {
    const { email } = await aPerson(visited.site.db, { grants: [grant('verifier', '53')], password: PASSWORD });
    const { page } = await visited.reader();
    await page.goto('/masuk?lanjut=%2F%2Fjahat.example%2F');
    await signIn(page, email);
    await page.waitForURL('**/kantor');
  });

  it('throws a device out from another one, at its next request', async () => {
    const { email } = await aPerson(visited.site.db, { grants: [grant('observer', '53')], password: PASSWORD });
    const [one, other] = [await visited.reader(), await visited.reader()];
    for (const { page } of [other, one]) {
      await page.goto('/masuk?lanjut=/akun');
      await signIn(page, email);
      await heading(page, 'Akun saya');
    }
    await one.page.getByRole('button', { name: /^Keluarkan / }).click();
    await one.page.getByRole('dialog').getByRole('button', { name: 'Keluarkan' }).click();
    await one.page.getByRole('dialog').waitFor({ state: 'detached' });
    await other.page.reload();
    await heading(other.page, 'Masuk');
    await one.page.reload();
    await heading(one.page, 'Akun saya');
  });
});

describe('a head of office', () => {
  it('sets up the second factor before anything else, and signs in with its code from then on', async () => {
    const wish = { grants: [grant('head', '53')], password: PASSWORD, secondFactor: false };
    const { email } = await aPerson(visited.site.db, wish);
    const { page } = await visited.reader();
    await page.goto('/kantor/orang');
    await signIn(page, email);
    await heading(page, 'Akun saya');
    expect(await textOn(page, 'main')).toContain('Peran Anda mewajibkan kode masuk dua langkah');
    await page.getByRole('button', { name: 'Aktifkan' }).click();
    await page.getByLabel('Kata sandi Anda sekarang').fill(PASSWORD);
    await page.getByRole('button', { name: 'Lanjut' }).click();
    const secret = (await textOn(page, 'code')).replaceAll(' ', '');
    expect(await faultsOn(page)).toEqual([]);
    await page.getByLabel('Kode enam angka').fill(generateSync({ secret }));
    await page.getByRole('button', { name: 'Aktifkan kode ini' }).click();
    const codes = await page.getByLabel('Kode pemulihan').inputValue();
    expect(await page.getByRole('button', { name: 'Selesai' }).isDisabled()).toBe(true);
    await page.getByLabel('Sudah saya simpan').check();
    await page.getByRole('button', { name: 'Selesai' }).click();
    await page.getByText('Lainnya', { exact: true }).click();
    await page.getByRole('link', { name: 'Jejak audit' }).click();
    await heading(page, 'Jejak audit');
    await page.getByText('mengaktifkan kode masuk dua langkah').waitFor();
    expect(await faultsOn(page)).toEqual([]);
    await page.getByRole('button', { name: 'Keluar', exact: true }).click();
    await signIn(page, email);
    await heading(page, 'Kode masuk dua langkah');
    expect(await faultsOn(page)).toEqual([]);
    await page.getByRole('button', { name: 'Pakai kode pemulihan' }).click();
    await page.getByLabel('Kode pemulihan').fill(codes.split('\n')[0] ?? '');
    await page.getByRole('button', { name: 'Masuk', exact: true }).click();
    await page.waitForURL('**/kantor');
  });

  it('invites somebody, who sets a password with the link and finds the own work', async () => {
    // People of the demo need no second factor, which is not what this is about.
    const wish = { grants: [grant('head', '53')], password: PASSWORD, secondFactor: false, demo: true };
    const head = await aPerson(visited.site.db, wish);
    const { page } = await visited.reader();
    await page.goto('/masuk?lanjut=/kantor/orang/undang');
    await signIn(page, head.email);
    await heading(page, 'Undang orang');
    await page.getByLabel('Nama').fill('Maria Bunga');
    await page.getByLabel('Alamat surel').fill('maria.bunga@contoh.example');
    await page.getByLabel('Peran').selectOption('assessor');
    await page.getByLabel('Provinsi').selectOption('53');
    await page.getByRole('button', { name: 'Tambahkan peran' }).click();
    expect(await faultsOn(page)).toEqual([]);
    await page.getByRole('button', { name: 'Undang dan buat tautan' }).click();
    const link = new URL(await page.getByLabel('Tautan').inputValue());
    const { page: hers } = await visited.reader();
    await hers.goto(`${link.pathname}${link.hash}`);
    await heading(hers, 'Selamat datang di Patuh');
    expect(await faultsOn(hers)).toEqual([]);
    await hers.getByLabel('Kata sandi baru').fill('gunung mutis berkabut');
    await hers.getByLabel('Ulangi kata sandi').fill('gunung mutis berkabut');
    await hers.getByRole('button', { name: 'Simpan dan masuk' }).click();
    // The field begins with a page of its own, which asks for a PIN.
    await hers.getByLabel('PIN', { exact: true }).waitFor();
    await hers.goto(`/akun`);
    await heading(hers, 'Akun saya');
    await hers.getByText('Asesor · Provinsi Nusa Tenggara Timur').waitFor();
  });
});
