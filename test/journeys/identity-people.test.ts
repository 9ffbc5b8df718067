import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';

import { aVisitedSite, textOn, type Visited } from '../support/browser.ts';
import { aFieldTeam, allSent, givePassword, givePin, openField, tapLevel, typePin } from '../support/field-phone.ts';
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

/** People who share a phone or a browser: each has a store of their own, and one is at work at a time. */

let visited: Visited;
const inHand = phones();
beforeAll(async () => {
  visited = await aVisitedSite();
});
afterEach(async () => await inHand.closeAll());
afterAll(async () => await visited.close());

const aPhone = async (): Promise<OwnPhone> => await inHand.one(visited);

describe('two people with one phone', () => {
  it('never see each other’s units, and change places in two taps', async () => {
    const [one, other] = [await aFieldTeam(visited), await aFieldTeam(visited)];
    const phone = await aPhone();
    const page = phone.page();
    await openField(page, one.assessor);
    await page.getByRole('link', { name: one.unitName }).waitFor();
    await button(page, 'Kunci').tap();
    await button(page, 'Ganti orang').tap();
    await button(page, 'Masuk dengan akun lain').tap();
    await page.getByLabel('Alamat surel').fill(other.assessor.email);
    await givePassword(page);
    await givePin(page, '580213');
    await page.getByRole('link', { name: other.unitName }).waitFor();
    expect(await textOn(page)).not.toContain(one.unitName);
    await button(page, 'Kunci').tap();
    await page.getByRole('button', { name: 'Ani Asesor' }).first().waitFor();
    const names = await page.locator('.people-here__person').allInnerTexts();
    expect(names).toEqual(['Ani Asesor', 'Ani Asesor']);
    for (const [pin, seen, unseen] of [
      ['290471', one.unitName, other.unitName],
      ['580213', other.unitName, one.unitName],
    ] as const) {
      await openWhoeverHas(page, pin);
      await page.getByRole('link', { name: seen }).waitFor();
      expect(await textOn(page)).not.toContain(unseen);
      await button(page, 'Kunci').tap();
    }
  });

  it('never see what was left open a moment ago, also while the server is slow to say who sits there', async () => {
    const team = await aFieldTeam(visited);
    const phone = await aPhone();
    await openField(phone.page(), team.assessor);
    await phone.restart();
    await phone.context().clearCookies();
    const page = phone.page();
    await page.goto('/masuk?lanjut=%2Flapangan');
    const { promise: said, resolve: say } = Promise.withResolvers<void>();
    await page.getByLabel('Alamat surel').fill(team.colleague.email);
    await phone.context().route('**/api/session/refresh', async (route) => {
      await said;
      await route.continue();
    });
    await givePassword(page);
    await page.getByLabel('PIN', { exact: true }).waitFor();
    expect(await page.getByText(team.unitName).count()).toBe(0);
    say();
    await page.getByRole('heading', { name: 'Buat PIN' }).waitFor();
    await phone.context().unroute('**/api/session/refresh');
  });

  it('sends under the name of whoever’s store is open, not of whoever signed in', async () => {
    const [one, other] = [await aFieldTeam(visited), await aFieldTeam(visited)];
    const phone = await aPhone();
    const page = phone.page();
    await openField(page, other.assessor);
    await page.getByRole('link', { name: other.unitName }).waitFor();
    await button(page, 'Kunci').tap();
    await button(page, 'Ganti orang').tap();
    await button(page, 'Masuk dengan akun lain').tap();
    await page.getByLabel('Alamat surel').fill(one.assessor.email);
    await givePassword(page);
    await givePin(page, '580213');
    await button(page, 'Kunci').tap();
    await openWhoeverHas(page, '290471');
    await page.getByRole('link', { name: other.unitName }).waitFor();
    await page.goto(sectionPath(other));
    await answer(page, 3);
    await page.getByText('Masuk lagi untuk mengirim.').waitFor();
    expect(await onServer(other)).toBeUndefined();
    await button(page, 'Masuk lagi').tap();
    expect(await page.getByLabel('Alamat surel').inputValue()).toBe(other.assessor.email);
    await givePassword(page);
    await allSent(page);
    expect(await onServer(other)).toEqual({ kind: 'level', level: 3 });
  });

  it('leave one at a time, and only when nothing of theirs is unsent', async () => {
    const team = await aFieldTeam(visited);
    const phone = await aPhone();
    const page = phone.page();
    await openField(page, team.assessor, sectionPath(team));
    await allSent(page);
    await withoutServer(phone);
    await answer(page, 3);
    await button(page, 'Kunci').tap();
    await button(page, 'Ganti orang').tap();
    await button(page, 'Hapus orang dari perangkat ini').tap();
    await page.getByText('Belum dapat dihapus: 1 isian, foto, atau berkas titipan belum terkirim.').waitFor();
    expect(await page.getByRole('button', { name: 'Hapus Ani Asesor' }).count()).toBe(0);
    await button(page, 'Kembali').tap();
    await withServer(phone);
    await page.getByRole('button', { name: 'Ani Asesor' }).tap();
    await givePin(page);
    await allSent(page);
    await button(page, 'Kunci').tap();
    await button(page, 'Ganti orang').tap();
    await button(page, 'Hapus orang dari perangkat ini').tap();
    await page.getByRole('button', { name: 'Hapus Ani Asesor' }).tap();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('PIN', { exact: true }).fill('580213');
    await dialog.getByRole('button', { name: 'Hapus' }).tap();
    await dialog.getByText('PIN salah').waitFor();
    await dialog.getByLabel('PIN', { exact: true }).fill('290471');
    await dialog.getByRole('button', { name: 'Hapus' }).tap();
    await page.getByText('Ani Asesor sudah dihapus dari perangkat ini.').waitFor();
    const left = await page.evaluate(async () => (await indexedDB.databases()).map(({ name }) => name));
    expect(left.filter((name) => name?.startsWith('patuh-field-'))).toEqual([]);
  });
});

/** Both have the same name here: opens with the PIN that fits one of them. */
async function openWhoeverHas(page: Page, pin: string): Promise<void> {
  const people = page.locator('.people-here__person');
  await people.first().waitFor();
  for (let index = 0; index < (await people.count()); index += 1) {
    await people.nth(index).tap();
    await typePin(page, pin);
    const opened = page.getByRole('region', { name: 'Pengiriman' });
    const wrong = page.getByText('PIN salah');
    await opened.or(wrong).waitFor();
    if (await opened.isVisible()) return;
    await button(page, 'Ganti orang').tap();
  }
  throw new Error('nobody has this PIN');
}

describe('two tabs', () => {
  it('are locked together', async () => {
    const team = await aFieldTeam(visited);
    const phone = await aPhone();
    const page = phone.page();
    await openField(page, team.assessor);
    const second = await phone.context().newPage();
    await second.goto('/lapangan');
    await second.getByRole('link', { name: team.unitName }).waitFor();
    await button(page, 'Kunci').tap();
    await second.getByRole('heading', { name: 'Ani Asesor' }).waitFor();
    expect(await textOn(second)).not.toContain(team.unitName);
  });
});

describe('an answer that the device cannot keep', () => {
  it('is asked about before one locks, stays on the screen meanwhile, and is found again behind the PIN', async () => {
    const team = await aFieldTeam(visited);
    const page = (await aPhone()).page();
    await page.clock.install();
    await openField(page, team.assessor, sectionPath(team));
    await allSent(page);
    await page.evaluate(() => {
      const stores = IDBObjectStore.prototype;
      const whole = Object.getOwnPropertyDescriptor(stores, 'add') ?? {};
      stores.add = () => {
        throw new DOMException('No room', 'QuotaExceededError');
      };
      window.addEventListener('room-again', () => Object.defineProperty(stores, 'add', whole));
    });
    await tapLevel(page.locator(`#${QUESTION}`), 3);
    await page.getByText('1 jawaban tidak dapat disimpan!').waitFor();
    await button(page, 'Kunci').tap();
    await page.getByRole('dialog', { name: '1 isian belum tersimpan' }).waitFor();
    await button(page, 'Tetap di sini').tap();
    await page.locator(`#${QUESTION} input:checked[value="3"]`).waitFor({ state: 'attached' });
    await button(page, 'Kunci').tap();
    await button(page, 'Kunci juga').tap();
    await page.getByRole('heading', { name: 'Ani Asesor' }).waitFor();
    // What goes on behind the locked page is over by then.
    await page.clock.runFor(5_000);
    await givePin(page);
    await page.getByText('1 jawaban tidak dapat disimpan!').waitFor();
    await page.evaluate(() => window.dispatchEvent(new Event('room-again')));
    await page.evaluate(() => window.dispatchEvent(new Event('focus')));
    await allSent(page);
    expect(await onServer(team)).toEqual({ kind: 'level', level: 3 });
  });
});
