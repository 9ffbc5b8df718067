import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';

import { pulled } from '../support/assessments.ts';
import { aVisitedSite, textOn, type Visited } from '../support/browser.ts';
import {
  aFieldTeam,
  allSent,
  type FieldTeam,
  givePassword,
  givePin,
  openField,
  tapLevel,
  typePin,
} from '../support/field-phone.ts';
import { isKept } from '../support/kept-shell.ts';
import { anOwnPhone, type OwnPhone } from '../support/own-phone.ts';

/** Who sits at this phone: a store of each person, opened with a PIN, with a network and without. */

let visited: Visited;
let phones: OwnPhone[] = [];
beforeAll(async () => {
  visited = await aVisitedSite();
});
afterEach(async () => {
  await Promise.all(phones.map(async (phone) => await phone.close()));
  phones = [];
});
afterAll(async () => await visited.close());

async function aPhone(): Promise<OwnPhone> {
  const phone = await anOwnPhone(visited);
  phones.push(phone);
  return phone;
}

const QUESTION = 'frekuensi-pengawasan-internal';
const sectionPath = ({ assessment }: FieldTeam): string => `/lapangan/${assessment.id}/bagian/sarana-prasarana/unit`;

/** Answers one question and waits until the device has it. */
async function answer(page: Page, level: number): Promise<void> {
  const question = page.locator(`#${QUESTION}`);
  await tapLevel(question, level);
  await question.getByText(/Tersimpan di perangkat ini|Terkirim/).waitFor();
}

/** The level that the server holds for the question; undefined before one arrived. */
async function onServer({ enumerator, assessment }: FieldTeam): Promise<unknown> {
  const { cells } = await pulled(enumerator, assessment.id);
  return cells.find(({ indicatorId }) => indicatorId === QUESTION)?.current.entry.value;
}

/** Nothing of the server can be reached: what is asked of it fails, and is written down. */
async function withoutServer(phone: OwnPhone): Promise<string[]> {
  const asked: string[] = [];
  await phone.context().route('**/api/**', async (route) => {
    asked.push(route.request().url());
    await route.abort('internetdisconnected');
  });
  return asked;
}

async function withServer(phone: OwnPhone): Promise<void> {
  await phone.context().unroute('**/api/**');
  await phone.page().evaluate(() => window.dispatchEvent(new Event('online')));
}

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

const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });

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
    await page.getByText('Belum dapat dihapus: 1 isian belum terkirim.').waitFor();
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

describe('a sign-in that ran out in mid-work', () => {
  it('is renewed in place: nothing typed is lost, and sending goes on by itself', async () => {
    const team = await aFieldTeam(visited);
    const phone = await aPhone();
    const page = phone.page();
    await openField(page, team.assessor, sectionPath(team));
    await allSent(page);
    const { db } = visited.site;
    const hers = db.updateTable('device_session').where('person_id', '=', team.assessor.id);
    await hers.set({ revoked_at: new Date() }).execute();
    const question = page.locator(`#${QUESTION}`);
    await answer(page, 2);
    await page.getByText('1 isian menunggu. Masuk lagi untuk mengirim.').waitFor();
    await question.getByRole('button', { name: 'Tambah catatan' }).tap();
    await question.getByRole('textbox').fill('Pengawas datang tiap');
    await button(page, 'Masuk lagi').tap();
    expect(await page.getByLabel('Alamat surel').inputValue()).toBe(team.assessor.email);
    await givePassword(page);
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    await allSent(page);
    expect(await question.getByRole('textbox').inputValue()).toBe('Pengawas datang tiap');
    expect(new URL(page.url()).pathname).toBe(sectionPath(team));
    expect(await onServer(team)).toEqual({ kind: 'level', level: 2 });
  });
});

describe('signing out without a network', () => {
  it('locks the store at once, and the server hears of it before anything else', async () => {
    const team = await aFieldTeam(visited);
    const phone = await aPhone();
    const page = phone.page();
    await openField(page, team.assessor);
    await page.getByRole('link', { name: team.unitName }).waitFor();
    await withoutServer(phone);
    await button(page, 'Keluar').tap();
    await page.getByRole('heading', { name: 'Ani Asesor' }).waitFor();
    await phone.context().unroute('**/api/**');
    const told = page.waitForResponse('**/api/session/end');
    await page.goto('/akun');
    expect((await told).status()).toBe(200);
    await page.getByRole('heading', { name: 'Masuk', exact: true }).waitFor();
    const { db } = visited.site;
    const hers = db.selectFrom('device_session').select('revoked_at').where('person_id', '=', team.assessor.id);
    expect((await hers.executeTakeFirstOrThrow()).revoked_at).not.toBeNull();
  });
});

describe('a browser that keeps nothing', () => {
  it('says so before the first question, and sends from the page', async () => {
    const team = await aFieldTeam(visited);
    const phone = await aPhone();
    await phone.context().addInitScript(() => {
      IDBFactory.prototype.open = () => {
        throw new DOMException('The operation is insecure.', 'SecurityError');
      };
    });
    const page = phone.page();
    await page.goto(`/masuk?lanjut=${encodeURIComponent(sectionPath(team))}`);
    await page.getByLabel('Alamat surel').fill(team.assessor.email);
    await givePassword(page);
    await page.getByRole('heading', { name: 'Peramban ini tidak menyimpan isian' }).waitFor();
    await button(page, 'Saya mengerti, lanjut').tap();
    await tapLevel(page.locator(`#${QUESTION}`), 3);
    await allSent(page);
    expect(await onServer(team)).toEqual({ kind: 'level', level: 3 });
  });
});

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

describe('a phone on which nobody has worked', () => {
  it('says without a network what is needed, once', async () => {
    const phone = await aPhone();
    await withoutServer(phone);
    const page = phone.page();
    await page.goto('/masuk');
    await page.evaluate(() => localStorage.setItem('patuh-signed-in', '1'));
    await page.goto('/lapangan');
    await page.getByRole('heading', { name: 'Belum ada yang dapat dibuka di sini' }).waitFor();
  });
});
