import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';

import { GovernmentCode } from '@patuh/shared/domain/government';
import type { PeriodId } from '@patuh/shared/domain/ids';

import { violationsOn } from '../support/accessibility.ts';
import { aPeriod, aUnit, pulled } from '../support/assessments.ts';
import { aVisitedSite, DESK, textOn, type Visited } from '../support/browser.ts';
import { choose, showEvidence, tilesIn } from '../support/evidence-phone.ts';
import { FIELD_PASSWORD, openField, tapLevel } from '../support/field-phone.ts';
import { aPerson, grant, signedIn, type TestPerson } from '../support/people.ts';
import { aPhotoFile, type FilesToPick, filesToPick } from '../support/photos.ts';
import { aPageOf } from '../support/signed-in-page.ts';

/** The head plans who visits which unit, and the phones of the teams follow, also one that was away. */

const SHOTS = process.env['SHOTS'];

let visited: Visited;
let files: FilesToPick;
beforeAll(async () => {
  visited = await aVisitedSite();
  files = await filesToPick();
});
afterEach(async () => await visited.closeReaders());
afterAll(async () => {
  await visited.close();
  await files.close();
});

interface Scene {
  readonly periodId: PeriodId;
  readonly ani: TestPerson;
  readonly cici: TestPerson;
}

/** Seven units in a plan, and two assessors whom nobody has given anything. */
async function aScene(year: number): Promise<Scene> {
  const { db } = visited.site;
  const periodId = await aPeriod(db, { year });
  const units = [];
  for (let n = 1; n <= 7; n += 1) {
    units.push(await aUnit(db, { name: `Puskesmas ${year} ke-${n}`, government: n < 5 ? '53.14' : '53.20' }));
  }
  await db
    .insertInto('period_unit')
    .values(units.map(({ id }) => ({ period_id: periodId, unit_id: id, team_id: null, first_time: false })))
    .execute();
  const password = FIELD_PASSWORD;
  const ani = await aPerson(db, { name: 'Ani Asesor', grants: [grant('assessor', '53')], password });
  const cici = await aPerson(db, { name: 'Cici Asesor', grants: [grant('assessor', '53')], password });
  return { periodId, ani, cici };
}

/** The desk of the head, signed in. */
async function aHead(): Promise<Page> {
  const person = await aPerson(visited.site.db, { name: 'Kepala Perwakilan', grants: [grant('head', '53')] });
  return await aPageOf(visited, person, DESK);
}

async function look(page: Page, name: string): Promise<void> {
  for (const [width, colorScheme] of [
    [390, 'light'],
    [1280, 'dark'],
    [1280, 'light'],
  ] as const) {
    await page.setViewportSize({ width, height: width === 390 ? 844 : 900 });
    await page.emulateMedia({ colorScheme });
    if (SHOTS !== undefined)
      await page.screenshot({ path: `${SHOTS}/${name}-${width}-${colorScheme}.png`, fullPage: true });
    expect(await violationsOn(page)).toEqual([]);
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(width);
  }
}

/** Only once everything a later screen needs lies on the phone. */
async function goneOffline(page: Page): Promise<void> {
  const isPacked = async (): Promise<boolean> =>
    (await navigator.serviceWorker.getRegistration('/lapangan'))?.active?.state === 'activated';
  await expect.poll(async () => await page.evaluate(isPacked), { timeout: 20_000 }).toBe(true);
  await page.context().setOffline(true);
}

async function backOnline(page: Page): Promise<void> {
  await page.context().setOffline(false);
  await page.evaluate(() => window.dispatchEvent(new Event('online')));
}

async function makesTeam(page: Page, name: string, member: string): Promise<void> {
  await page.getByRole('button', { name: 'Bentuk tim' }).click();
  await page.getByLabel('Nama tim').fill(name);
  await page.keyboard.press('Enter');
  const panel = page.getByRole('listitem', { name });
  await panel.getByRole('button', { name: `Tambah anggota ${name}` }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Orang', { exact: true }).selectOption({ label: `${member} (asesor, enumerator)` });
  await dialog.getByRole('button', { name: 'Masukkan ke tim' }).click();
  await panel.getByText(`${member}, asesor`).waitFor();
}

/** Chooses so many units from the first that is shown, and gives them to the team; no mouse is touched. */
async function assignsByKeyboard(page: Page, count: number, team: string): Promise<void> {
  await page.locator('.assignment-table input[tabindex="0"]').focus();
  await page.keyboard.press('Space');
  for (let n = 1; n < count; n += 1) await page.keyboard.press('Shift+ArrowDown');
  await page.getByText(`${count} unit dipilih`).waitFor();
  await page.keyboard.press('Tab');
  expect(await page.evaluate(() => document.activeElement?.tagName)).toBe('SELECT');
  await page.keyboard.type(team);
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await page.getByText(`${count} unit ditugaskan ke ${team}.`).waitFor();
}

describe('the head of an office', () => {
  it('makes two teams, gives seven units by keyboard, and moves one while its phone is away: nothing is lost', async () => {
    const { periodId, ani, cici } = await aScene(2031);
    const page = await aHead();
    await page.goto(`/kantor/rencana/${periodId}/tim`);
    await page.getByText('Belum ada tim', { exact: true }).first().waitFor();
    await look(page, 'empty');
    await makesTeam(page, 'Rote', 'Ani Asesor');
    await makesTeam(page, 'Sabu', 'Cici Asesor');
    await assignsByKeyboard(page, 7, 'Rote');
    await look(page, 'assigned');

    const { page: phone } = await visited.reader({ hasTouch: true, viewport: { width: 360, height: 740 } });
    await openField(phone, ani);
    await phone.getByText('7 unit ditugaskan kepada tim Anda.').waitFor();
    const id = await assessmentOf('Puskesmas 2031 ke-1');
    await phone.goto(`/lapangan/${id}/bagian/sarana-prasarana/unit`);
    const question = phone.locator('.question').first();
    await question.waitFor();
    await goneOffline(phone);
    await tapLevel(question, 2);
    await question.getByText('Tersimpan').waitFor();
    await showEvidence(phone);
    await choose(phone, 'Pilih dari galeri', [await files.put('papan.jpg', await aPhotoFile())]);
    await tilesIn(phone, 'di HP ini').first().waitFor();

    // Meanwhile the office.
    await page.getByLabel('Cari unit').fill('2031 ke-1');
    await assignsByKeyboard(page, 1, 'Sabu');
    await page.getByText('sebelumnya Rote').waitFor();
    await look(page, 'moved');

    await backOnline(phone);
    await phone.getByText('Puskesmas 2031 ke-1 tidak lagi pada tim Anda').waitFor();
    if (SHOTS !== undefined) await phone.screenshot({ path: `${SHOTS}/phone-open.png` });
    await phone.goto('/lapangan');
    await phone.getByText('6 unit ditugaskan kepada tim Anda.').waitFor();
    await phone.getByText('Semua yang Anda isi sudah di server dan tetap dihitung.').waitFor();
    expect(await violationsOn(phone)).toEqual([]);
    if (SHOTS !== undefined) await phone.screenshot({ path: `${SHOTS}/phone-list.png` });
    await phone.getByRole('button', { name: 'Mengerti' }).tap();
    await phone.getByText('tidak lagi pada tim Anda').waitFor({ state: 'detached' });

    const { cells, files: arrived } = await pulled(await signedIn(visited.site, cici), id);
    expect(arrived).toHaveLength(1);
    expect(cells.map(({ current }) => [current.by, current.entry])).toContainEqual([
      'Ani Asesor',
      { field: 'answer', value: { kind: 'level', level: 2 } },
    ]);
    // The office sees that it came after the unit had gone.
    await page.reload();
    await page.getByText(/\d+ isian masih masuk sesudah unitnya tidak lagi dipegang/).waitFor();
  });

  it('says with one sentence why units go to somebody at home, right where they were given', async () => {
    const { periodId, cici } = await aScene(2033);
    const home = GovernmentCode.parse('53.14');
    await visited.site.db.updateTable('person').set({ home_government: home }).where('name', '=', cici.name).execute();
    const page = await aHead();
    await page.goto(`/kantor/rencana/${periodId}/tim`);
    await makesTeam(page, 'Sabu', 'Cici Asesor');
    await assignsByKeyboard(page, 7, 'Sabu');
    const asked = page.getByRole('form', { name: '4 hal pada unit yang baru ditugaskan perlu dijelaskan' });
    await asked.waitFor();
    await look(page, 'reasons');
    await asked.getByRole('button', { name: 'Simpan penjelasan' }).click();
    await asked.getByText('Alasan sedikitnya 5 huruf').waitFor();
    await asked.getByLabel(/Mengapa tetap begitu/).fill('Tidak ada asesor lain di pulau ini.');
    await asked.getByRole('button', { name: 'Simpan penjelasan' }).click();
    await asked.waitFor({ state: 'detached' });
    await page.getByRole('heading', { name: 'Peringatan sudah dijawab' }).waitFor();
    expect(await page.getByText(/“Tidak ada asesor lain di pulau ini.”/).count()).toBe(4);
  });

  it('is told what another head changed, keeps the choice, and says why a warning stands', async () => {
    const { periodId } = await aScene(2032);
    const [one, other] = [await aHead(), await aHead()];
    await one.goto(`/kantor/rencana/${periodId}/tim`);
    await makesTeam(one, 'Rote', 'Ani Asesor');
    await makesTeam(one, 'Sabu', 'Cici Asesor');
    await other.goto(`/kantor/rencana/${periodId}/tim`);
    await other.getByRole('listitem', { name: 'Sabu' }).waitFor();
    await assignsByKeyboard(one, 2, 'Rote');
    await other
      .getByLabel(/^Pilih semua di /)
      .first()
      .check();
    const chosen = await other.locator('.assignment-table input:checked').count();
    await other.getByLabel('Tugaskan ke').selectOption({ index: 2 });
    await other.getByRole('button', { name: /^Tugaskan \d+ unit$/ }).click();
    await other.getByText('Rencana baru saja diubah orang lain').waitFor();
    expect(await textOn(other, '.assignment__bar')).toMatch(/Puskesmas 2032 ke-\d: sekarang Rote/);
    await look(other, 'second-head');
    expect(await other.locator('.assignment-table input:checked').count()).toBe(chosen);
    await other.getByRole('button', { name: /^Tugaskan \d+ unit$/ }).click();
    await other.getByText(/unit ditugaskan ke Sabu/).waitFor();

    await other.getByRole('button', { name: 'Keluarkan Cici Asesor dari Sabu' }).click();
    await other.getByRole('dialog').getByRole('button', { name: 'Keluarkan' }).click();
    await other.getByRole('button', { name: /^Jelaskan: Sabu mempunyai unit/ }).click();
    await other.getByLabel('Mengapa tetap begitu?').fill('Asesor baru datang pekan depan.');
    await look(other, 'reason');
    await other.getByRole('button', { name: 'Simpan penjelasan' }).click();
    await other.getByText(/“Asesor baru datang pekan depan.” \(Kepala Perwakilan/).waitFor();
  });
});

async function assessmentOf(name: string) {
  const { id } = await visited.site.db
    .selectFrom('assessment')
    .innerJoin('unit', 'unit.id', 'assessment.unit_id')
    .select('assessment.id')
    .where('unit.name', '=', name)
    .executeTakeFirstOrThrow();
  return id;
}
