import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';

import { aVisitedSite, textOn, type Visited } from '../support/browser.ts';
import { aFieldTeam, allSent, givePassword, givePin, openField, typePin } from '../support/field-phone.ts';
import { isKept } from '../support/kept-shell.ts';
import type { OwnPhone } from '../support/own-phone.ts';
import {
  answer,
  button,
  onServer,
  phones,
  QUESTION,
  sectionPath,
  withoutServer,
  withServer,
} from '../support/phone-at-a-question.ts';

/** What a PIN opens on one phone, with a network and without, and what it does not. */

let visited: Visited;
const inHand = phones();
beforeAll(async () => {
  visited = await aVisitedSite();
});
afterEach(async () => await inHand.closeAll());
afterAll(async () => await visited.close());

const aPhone = async (): Promise<OwnPhone> => await inHand.one(visited);

/** In the page: brings a database to that version, as a newer app does; answers with how many entries it holds. */
async function openInVersion({ name, version }: { readonly name: string; readonly version: number }): Promise<number> {
  const asked = <Value>(request: IDBRequest<Value>): Promise<Value> =>
    new Promise((resolve, reject) => {
      request.addEventListener('success', () => resolve(request.result));
      request.addEventListener('error', () => reject(request.error as DOMException));
    });
  const database = await asked(indexedDB.open(name, version));
  const entries = await asked(database.transaction('journal').objectStore('journal').count());
  database.close();
  return entries;
}

describe('an assessor who is new on a phone', () => {
  it('makes a PIN that nobody guesses, and is told what it is for and what came from the server', async () => {
    const team = await aFieldTeam(visited);
    const page = (await aPhone()).page();
    await page.goto('/masuk?lanjut=%2Flapangan');
    await page.getByLabel('Alamat surel').fill(team.assessor.email);
    await givePassword(page);
    await page.getByRole('heading', { name: 'Buat PIN' }).waitFor();
    expect(await textOn(page, 'main')).toMatch(/PIN mengunci isian Anda.*Lupa PIN tidak menghapus apa pun/);
    for (const easy of ['123456', '111111']) {
      await typePin(page, easy);
      await page.getByText('PIN ini mudah ditebak').waitFor();
    }
    await page.getByLabel('PIN', { exact: true }).fill('290471');
    await page.getByLabel('Ulangi PIN').fill('290472');
    await button(page, 'Simpan PIN dan mulai').tap();
    await page.getByText('Kedua PIN belum sama.').waitFor();
    await givePin(page);
    await page.getByText('Dari server diambil 1 unit dengan 0 isian').waitFor();
    // It asks for nothing, so it goes with the first step, and stands above no question.
    await page.getByRole('link', { name: team.unitName }).tap();
    await page.getByRole('heading', { level: 1, name: team.unitName }).waitFor();
    expect(await page.getByText('Dari server diambil').count()).toBe(0);
    await page.goBack();
    await page.getByRole('link', { name: team.unitName }).waitFor();
    expect(await page.getByText('Dari server diambil').count()).toBe(0);
  });

  it('opens their answers with the PIN after a restart, without asking any server', async () => {
    const team = await aFieldTeam(visited);
    const phone = await aPhone();
    await openField(phone.page(), team.assessor, sectionPath(team));
    await allSent(phone.page());
    // The worker stands behind pages that began in the field, not behind the sign-in page.
    await phone.page().reload();
    await isKept(phone.page());
    await phone.context().setOffline(true);
    await answer(phone.page(), 3);
    await button(phone.page(), 'Kunci').tap();
    await phone.page().getByRole('heading', { name: 'Ani Asesor' }).waitFor();
    await phone.restart();
    await phone.context().setOffline(true);
    await phone.page().goto(sectionPath(team));
    await givePin(phone.page());
    const chosen = phone.page().locator(`#${QUESTION} input:checked`);
    await chosen.waitFor({ state: 'attached' });
    expect(await chosen.getAttribute('value')).toBe('3');
    expect(await textOn(phone.page(), 'header')).toContain('Ani Asesor');
    await phone.context().setOffline(false);
    await phone.page().evaluate(() => window.dispatchEvent(new Event('online')));
    await allSent(phone.page());
    expect(await onServer(team)).toEqual({ kind: 'level', level: 3 });
  });

  it('goes on where they were, without a PIN, when the browser was killed behind the camera', async () => {
    const team = await aFieldTeam(visited);
    const phone = await aPhone();
    await openField(phone.page(), team.assessor, sectionPath(team));
    await allSent(phone.page());
    await withoutServer(phone);
    await answer(phone.page(), 2);
    await phone.restart();
    await withoutServer(phone);
    await phone.page().goto(sectionPath(team));
    await phone.page().locator(`#${QUESTION} input:checked[value="2"]`).waitFor({ state: 'attached' });
  });
});

describe('a PIN', () => {
  it('opens nothing that a newer app brought to its version, says so, and leaves it as it is', async () => {
    const team = await aFieldTeam(visited);
    const page = (await aPhone()).page();
    await openField(page, team.assessor, sectionPath(team));
    await answer(page, 3);
    await button(page, 'Kunci').tap();
    await page.getByRole('heading', { name: 'Ani Asesor' }).waitFor();
    const name = `patuh-field-${team.assessor.id}`;
    await page.evaluate(openInVersion, { name, version: 99 });
    await typePin(page, '290471');
    await page.getByText('versi aplikasi yang lebih baru').waitFor();
    expect(await page.evaluate(openInVersion, { name, version: 99 })).toBeGreaterThan(0);
  });

  it('that was wrong five times makes one wait, and wipes nothing', async () => {
    const team = await aFieldTeam(visited);
    const phone = await aPhone();
    const page = phone.page();
    await page.clock.install();
    await openField(page, team.assessor, sectionPath(team));
    await allSent(page);
    await withoutServer(phone);
    await answer(page, 3);
    await button(page, 'Kunci').tap();
    for (const left of [4, 3, 2, 1]) {
      await typePin(page, '580213');
      await page.getByText(`Masih ${left} kali`).waitFor();
    }
    await typePin(page, '580213');
    await page.getByRole('timer').waitFor();
    expect(await textOn(page, 'main')).toMatch(/Coba lagi dalam (30|29) detik.*tidak ada yang dihapus/);
    await page.reload();
    await page.getByRole('timer').waitFor();
    expect(await button(page, 'Buka').isDisabled()).toBe(true);
    await page.clock.fastForward(31_000);
    await page.getByRole('timer').waitFor({ state: 'detached' });
    await givePin(page);
    await page.locator(`#${QUESTION} input:checked[value="3"]`).waitFor({ state: 'attached' });
  });

  it('that was forgotten is made anew after the password, and what was not sent is still there', async () => {
    const team = await aFieldTeam(visited);
    const phone = await aPhone();
    const page = phone.page();
    await openField(page, team.assessor, sectionPath(team));
    await allSent(page);
    await withoutServer(phone);
    await answer(page, 1);
    await button(page, 'Keluar').tap();
    await page.getByText('Isian itu tetap aman di perangkat ini').waitFor();
    await page.getByRole('dialog').getByRole('button', { name: 'Keluar', exact: true }).tap();
    await button(page, 'Lupa PIN?').tap();
    const saving = page.waitForEvent('download');
    await button(page, 'Simpan ke berkas').tap();
    expect((await saving).suggestedFilename()).toMatch(/ani-asesor.*-1\.txt$/);
    await withServer(phone);
    await page.getByLabel('Alamat surel').fill(team.assessor.email);
    await givePassword(page);
    await page.getByRole('heading', { name: 'Buat PIN baru' }).waitFor();
    await givePin(page, '580213');
    await allSent(page);
    expect(await onServer(team)).toEqual({ kind: 'level', level: 1 });
    await button(page, 'Kunci').tap();
    await typePin(page, '290471');
    await page.getByText('PIN salah').waitFor();
    await givePin(page, '580213');
  });

  it('that was forgotten after the office lost its key leaves a way: words, and a file for the office', async () => {
    const team = await aFieldTeam(visited);
    const phone = await aPhone();
    const page = phone.page();
    await openField(page, team.assessor, sectionPath(team));
    await allSent(page);
    await phone.context().route('**/api/sync/**', async (route) => await route.abort('internetdisconnected'));
    await answer(page, 1);
    await button(page, 'Kunci').tap();
    await button(page, 'Lupa PIN?').tap();
    await givePassword(page);
    await page.getByRole('heading', { name: 'Buat PIN baru' }).waitFor();
    await phone.context().route('**/api/field-keys/custody', async (route) => {
      const code = 'custody-unknown';
      const problem = { type: `urn:patuh:problem:${code}`, code, title: 'x', status: 422 };
      const headers = { 'content-type': 'application/problem+json' };
      await route.fulfill({ status: 422, headers, body: JSON.stringify(problem) });
    });
    await typePin(page, '580213');
    await page.getByText('minta administrator memasang kembali kunci kantor yang lama').waitFor();
    const saving = page.waitForEvent('download');
    await button(page, 'Simpan ke berkas').tap();
    await page.getByText('Berkas berisi 1 isian sudah dibuat').waitFor();
    expect((await saving).suggestedFilename()).toMatch(/ani-asesor/);
    await button(page, 'Kembali ke PIN').tap();
    await givePin(page);
    await page.locator(`#${QUESTION} input:checked[value="1"]`).waitFor({ state: 'attached' });
  });

  it('is not made anew by whoever finds the phone while its owner is still signed in', async () => {
    const team = await aFieldTeam(visited);
    const page = (await aPhone()).page();
    await openField(page, team.assessor);
    await button(page, 'Kunci').tap();
    await button(page, 'Lupa PIN?').tap();
    await page.getByLabel('Kata sandi', { exact: true }).fill('salah sama sekali');
    await button(page, 'Masuk').tap();
    await page.getByRole('alert').waitFor();
    expect(await page.getByLabel('Ulangi PIN').count()).toBe(0);
    await givePassword(page);
    await page.getByLabel('Ulangi PIN').waitFor();
  });

  it('that was lost with the list of people leaves everything to be found again', async () => {
    const team = await aFieldTeam(visited);
    const phone = await aPhone();
    const page = phone.page();
    await openField(page, team.assessor, sectionPath(team));
    await allSent(page);
    await withoutServer(phone);
    await answer(page, 2);
    await phone.restart();
    const again = phone.page();
    await again.goto('/verifikasi');
    await again.evaluate(async () => {
      for (const { name = '' } of await indexedDB.databases()) indexedDB.deleteDatabase(name);
    });
    await again.goto('/lapangan');
    await again.getByText('Isian Anda ditemukan di perangkat ini').waitFor();
    await givePin(again);
    await allSent(again);
    expect(await onServer(team)).toEqual({ kind: 'level', level: 2 });
  });
});
