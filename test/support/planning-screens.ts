import type { Locator, Page } from 'playwright-core';

/** What a head does on the screens of a plan, as the hand goes. */

/** Chooses a workbook and has it checked; nothing is taken by that. */
export async function checkWorkbook(page: Page, bytes: Uint8Array): Promise<void> {
  const mimeType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
  await page
    .getByLabel('Berkas CSV atau XLSX')
    .setInputFiles({ name: 'rencana.xlsx', mimeType, buffer: Buffer.from(bytes) });
  await page.getByRole('button', { name: 'Periksa', exact: true }).click();
}

/** Makes a team; each of its people is the first that the office lets them be. */
export async function makeTeam(page: Page, name: string, people: readonly string[]): Promise<void> {
  await page.getByRole('button', { name: 'Bentuk tim' }).click();
  await page.getByLabel('Nama tim').fill(name);
  await page.keyboard.press('Enter');
  const panel = page.getByRole('listitem', { name, exact: true });
  for (const person of people) {
    await panel.getByRole('button', { name: `Tambah anggota ${name}` }).click();
    const dialog = page.getByRole('dialog');
    await choose(dialog.getByLabel('Orang', { exact: true }), `${person} (`);
    await dialog.getByRole('button', { name: 'Masukkan ke tim' }).click();
    await panel.getByText(`${person}, `).waitFor();
  }
}

/** Gives everything that is ticked to a team. */
export async function giveChosen(page: Page, count: number, team: string): Promise<void> {
  await page.getByText(`${count} unit dipilih`).waitFor();
  await choose(page.getByLabel('Tugaskan ke'), `${team} (`);
  await page.getByRole('button', { name: `Tugaskan ${count} unit` }).click();
  await page.getByText(`${count} unit ditugaskan ke ${team}.`).waitFor();
}

/** The choice whose words begin so. */
async function choose(list: Locator, words: string): Promise<void> {
  await list.selectOption(await list.locator('option', { hasText: words }).getAttribute('value'));
}

/** The days of a phase in the form that is open, counted from today. */
export async function setDays(page: Page, phase: string, first: number, last: number): Promise<void> {
  const fields = page.getByRole('group', { name: phase });
  await fields.getByLabel('Hari pertama').fill(dayFromToday(first));
  await fields.getByLabel('Hari terakhir').fill(dayFromToday(last));
}

const DAY_MS = 24 * 60 * 60 * 1000;

function dayFromToday(days: number): string {
  return new Date(Date.now() + days * DAY_MS).toISOString().slice(0, 10);
}
