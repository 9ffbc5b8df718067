import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';

import { aVisitedSite, type Visited } from '../support/browser.ts';
import { aFieldTeam, allSent, givePassword, openField, tapLevel } from '../support/field-phone.ts';
import type { OwnPhone } from '../support/own-phone.ts';
import {
  answer,
  button,
  onServer,
  phones,
  QUESTION,
  sectionPath,
  withoutServer,
} from '../support/phone-at-a-question.ts';

/** A sign-in and an open store are two things: one may be missing while the other is there. */

let visited: Visited;
const inHand = phones();
beforeAll(async () => {
  visited = await aVisitedSite();
});
afterEach(async () => await inHand.closeAll());
afterAll(async () => await visited.close());

const aPhone = async (): Promise<OwnPhone> => await inHand.one(visited);

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

describe('the account of somebody else', () => {
  it('is turned away where a person’s own is asked for, also if the network goes away in that moment', async () => {
    const team = await aFieldTeam(visited);
    const phone = await aPhone();
    const page = phone.page();
    await openField(page, team.assessor);
    await button(page, 'Keluar').tap();
    await page.getByRole('heading', { name: 'Ani Asesor' }).waitFor();
    await button(page, 'Lupa PIN?').tap();
    await page.getByLabel('Alamat surel').fill(team.colleague.email);
    await phone.context().route('**/api/session/end', async (route) => await route.abort('internetdisconnected'));
    await givePassword(page);
    await page.getByText('Akun itu bukan akun Ani Asesor').waitFor();
    await phone.context().unroute('**/api/session/end');
    const told = page.waitForResponse('**/api/session/end');
    await page.goto('/akun');
    expect((await told).status()).toBe(200);
    await page.getByRole('heading', { name: 'Masuk', exact: true }).waitFor();
    const { db } = visited.site;
    const signedInAs = db.selectFrom('device_session').select('revoked_at');
    const his = await signedInAs.where('person_id', '=', team.colleague.id).orderBy('created_at', 'desc').execute();
    expect(his[0]?.revoked_at).not.toBeNull();
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
