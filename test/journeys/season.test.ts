import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';

import { expectAccessible } from '../support/accessibility.ts';
import { anAssessment, aUnit } from '../support/assessments.ts';
import { aVisitedSite, DESK, textOn, type Visited } from '../support/browser.ts';
import { aFieldTeam, allSent, type FieldTeam, openField } from '../support/field-phone.ts';
import { answer, QUESTION, sectionPath } from '../support/phone-at-a-question.ts';
import { aPerson, grant } from '../support/people.ts';

let visited: Visited;
let team: FieldTeam;
beforeAll(async () => {
  visited = await aVisitedSite({ history: false });
  team = await aFieldTeam(visited);
  const { periodId, teamId } = team.assessment;
  const { db } = visited.site;
  await anAssessment(db, { periodId, teamId, unit: await aUnit(db, { government: '53.71' }), state: 'verified' });
  await anAssessment(db, { periodId, teamId, unit: await aUnit(db, { government: '53.01' }), state: 'submitted' });
});
afterEach(async () => await visited.closeReaders());
afterAll(async () => await visited.close());

const PASSWORD = 'kapal kayu menyeberang selat';

async function signIn(page: Page, email: string): Promise<void> {
  await page.getByLabel('Alamat surel').fill(email);
  await page.getByLabel('Kata sandi', { exact: true }).fill(PASSWORD);
  await page.getByRole('button', { name: 'Masuk', exact: true }).click();
}

describe('who watches the season', () => {
  it('sees what an assessor’s phone sends, without asking for it, and stays where they were', async () => {
    const wish = { name: 'Theresia', email: 'theresia@contoh.example', password: PASSWORD };
    await aPerson(visited.site.db, { ...wish, grants: [grant('verifier', '53')] });
    const office = await visited.reader({ viewport: DESK });
    const { page } = office;
    await page.clock.install();
    await page.goto('/masuk?lanjut=/kantor/musim');
    await signIn(page, wish.email);
    await page.getByText('1 dari 3 unit selesai').waitFor();
    // The sign-in page asked whether there is a demo.
    const before = office.complaints.length;
    const tile = page.getByRole('link', { name: /Rote Ndao/ });
    await tile.getByText('Belum dimulai', { exact: true }).waitFor();
    await expectAccessible(page, 'season-tiles');

    // From the keyboard: the focus arrives at the units of the government.
    await tile.focus();
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: /^Unit di .*Rote Ndao/ }).waitFor();
    expect(await page.evaluate(() => document.activeElement?.textContent)).toMatch(/^Unit di /);
    const row = page.getByRole('row', { name: new RegExp(team.unitName) });
    expect(await row.innerText()).toContain('0 / 217');
    await row.getByRole('link').focus();

    const phone = await visited.reader({ hasTouch: true });
    await openField(phone.page, team.assessor, sectionPath(team));
    await phone.page.locator(`#${QUESTION}`).waitFor();
    await answer(phone.page, 2);
    await allSent(phone.page);

    await page.clock.fastForward(30_000);
    await row.getByText('1 / 217').waitFor();
    await tile.getByText('Di lapangan', { exact: true }).waitFor();
    // Nothing that moved took the focus away.
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe(team.unitName);
    await expectAccessible(page, 'season-units');
    expect(office.complaints.slice(before)).toEqual([]);
  });

  it('is told in words when it cannot be brought up to date, and keeps what there was', async () => {
    const wish = { name: 'Ibu Kepala', email: 'kepala@contoh.example', password: PASSWORD };
    await aPerson(visited.site.db, { ...wish, grants: [grant('verifier', '53')] });
    const { page } = await visited.reader({ viewport: DESK });
    await page.clock.install();
    await page.goto('/masuk?lanjut=/kantor/musim');
    await signIn(page, wish.email);
    await page.getByText(/^Diperbarui /).waitFor();
    await page.route('**/api/office/season*', async (route) => await route.abort('internetdisconnected'));
    for (let round = 0; round < 8; round += 1) await page.clock.fastForward(10_000);
    await page.getByText(/^Belum dapat diperbarui; yang tampil adalah keadaan/).waitFor();
    expect(await textOn(page, 'main')).toContain('1 dari 3 unit selesai');
    expect(await page.getByRole('alert').count()).toBe(0);
    await page.unroute('**/api/office/season*');
    await page.clock.fastForward(30_000);
    await page.getByText(/^Diperbarui /).waitFor();
  });
});
