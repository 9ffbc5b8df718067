import type { Locator, Page } from 'playwright-core';

import { anAssessment, aPeriod, aTeam, aUnit, type TestAssessment } from './assessments.ts';
import type { Visited } from './browser.ts';
import { aPerson, type Client, grant, signedIn, type TestPerson } from './people.ts';

/** A team in the field: an assessor who signs in with a password, and an enumerator with a device of their own. */
export interface FieldTeam {
  readonly assessor: TestPerson;
  /** Budi, for whoever hands him a phone. */
  readonly colleague: TestPerson;
  /** Budi’s own device, without a screen. */
  readonly enumerator: Client;
  readonly assessment: TestAssessment;
  readonly unitName: string;
}

/** Of everybody in the field. */
export const FIELD_PASSWORD = 'kuda laut menanam padi';

let teams = 0;

export async function aFieldTeam({ site }: Visited): Promise<FieldTeam> {
  const { db } = site;
  teams += 1;
  const unitName = `Dinas Kesehatan Contoh ${teams}`;
  const assessor = await aPerson(db, {
    name: 'Ani Asesor',
    grants: [grant('assessor', '53')],
    password: FIELD_PASSWORD,
  });
  const colleague = await aPerson(db, {
    name: 'Budi Enumerator',
    grants: [grant('enumerator', '53')],
    password: FIELD_PASSWORD,
  });
  const periodId = await aPeriod(db);
  const members = [
    { personId: assessor.id, role: 'assessor' },
    { personId: colleague.id, role: 'enumerator' },
  ] as const;
  const teamId = await aTeam(db, { periodId, members });
  const unit = await aUnit(db, { name: unitName });
  const assessment = await anAssessment(db, { periodId, teamId, unit });
  return { assessor, colleague, enumerator: await signedIn(site, colleague), assessment, unitName };
}

/** Signs in on the sign-in page, gives the PIN and waits for the field app. */
export async function openField(page: Page, person: TestPerson, path = '/lapangan'): Promise<void> {
  await page.goto(`/masuk?lanjut=${encodeURIComponent(path)}`);
  await page.getByLabel('Alamat surel').fill(person.email);
  await givePassword(page);
  await givePin(page);
}

/** The password of everybody in the field, wherever it is asked for. */
export async function givePassword(page: Page): Promise<void> {
  await page.getByLabel('Kata sandi', { exact: true }).fill(FIELD_PASSWORD);
  await page.getByRole('button', { name: 'Masuk', exact: true }).click();
}

const PIN = '290471';

/** The PIN, on the page that asks for it: made there by whoever is new on the device. Waits for the field app. */
export async function givePin(page: Page, pin = PIN): Promise<void> {
  await typePin(page, pin);
  await page.getByRole('region', { name: 'Pengiriman' }).waitFor();
}

export async function typePin(page: Page, pin: string): Promise<void> {
  const field = page.getByLabel('PIN', { exact: true });
  await field.fill(pin);
  const repeat = page.getByLabel('Ulangi PIN');
  if ((await repeat.count()) > 0) await repeat.fill(pin);
  await field.press('Enter');
}

/** Taps a level of every question on the page, one after the other; answers how many there were. */
export async function answerPage(page: Page, level: number): Promise<number> {
  await page.locator('.question').first().waitFor();
  const questions = await page.locator('.question').all();
  for (const question of questions) await tapLevel(question, level);
  return questions.length;
}

export async function tapLevel(question: Locator, level: number): Promise<void> {
  await question.locator(`label:has(input[value="${level}"])`).tap();
}

/** Waits until the server has everything that was entered. */
export async function allSent(page: Page): Promise<void> {
  await page.getByText('Semua jawaban sudah di server').waitFor();
}

/** As the page stands now; a colleague’s sentence may come in at any moment. */
async function firstTitle(groups: Locator): Promise<string | undefined> {
  const [title] = await groups.getByRole('heading').allInnerTexts();
  return title;
}

/** Says a sentence to everything that a verifier would ask, on the page that lists it; to all of a kind at once. */
export async function explainHere(page: Page): Promise<void> {
  const groups = page.locator('.warning-group');
  await page.getByRole('button', { name: 'Serahkan sekarang' }).or(groups.first()).first().waitFor();
  for (let title = await firstTitle(groups); title !== undefined; title = await firstTitle(groups)) {
    const group = groups.filter({ has: page.getByRole('heading', { name: title, exact: true }) });
    const toAll = group.getByRole('button', { name: /^Satu kalimat untuk/ });
    await toAll
      .or(group.getByRole('button', { name: 'Jelaskan' }))
      .last()
      .click();
    await group.getByRole('textbox').fill('Diperlihatkan di tempat, tidak boleh difoto.');
    await group.getByRole('button', { name: /^Simpan/ }).click();
    await group.waitFor({ state: 'detached' });
  }
  await page.getByText(/^Menyimpan \d+ penjelasan/).waitFor({ state: 'detached' });
}

/**
 * Hands in from the page where nothing is missing; to what will be asked a sentence is said, of devices that were not heard
 * from one is sure.
 */
export async function handInHere(page: Page): Promise<void> {
  await explainHere(page);
  const button = page.getByRole('button', { name: 'Serahkan sekarang' });
  await button.waitFor();
  const sure = page.getByLabel('Sudah saya pastikan');
  if ((await sure.count()) > 0) await sure.check();
  await button.click();
  await page.getByRole('heading', { level: 1, name: 'Unit sudah diserahkan' }).waitFor();
}
