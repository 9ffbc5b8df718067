import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';

import { expectAccessible } from '../support/accessibility.ts';
import { handIn, pushAll } from '../support/assessments.ts';
import { aVisitedSite, DESK, textOn, type Visited } from '../support/browser.ts';
import { aPerson, grant } from '../support/people.ts';
import { openPoint } from '../support/desk.ts';
import { aHandedInUnit, type HandedIn } from '../support/verification.ts';

let visited: Visited;
beforeAll(async () => {
  visited = await aVisitedSite();
});
afterEach(async () => await visited.closeReaders());
afterAll(async () => await visited.close());

const EMAIL = 'theresia@contoh.example';
const PASSWORD = 'kapal kayu menyeberang selat';
const REASON = 'Foto menunjukkan persyaratan tidak dipasang di ruang tunggu.';

/** The field looks at what came back, changes it and hands the unit in again; no screen of the office is asked. */
async function correct({ assessor, device, unit, answers }: HandedIn): Promise<void> {
  const former = answers.find(
    ({ indicatorId, subjectId }) => indicatorId === 'persyaratan' && subjectId === 'product-1',
  )!;
  const place = { indicatorId: 'persyaratan', subjectId: 'product-1' };
  await pushAll(assessor, [device.level(unit.id, place, 1, [former.id])]);
  expect((await handIn(assessor, unit.id)).status).toBe(200);
}

describe('a verifier at the desk', () => {
  it('finds the unit, gives a point back, and accepts it point by point once it is corrected', async () => {
    const { site } = visited;
    const scene = await aHandedInUnit(site, { users: 12 });
    await aPerson(site.db, { name: 'Theresia', email: EMAIL, password: PASSWORD, grants: [grant('verifier', '53')] });
    const { page, complaints } = await visited.reader({ viewport: DESK });
    await page.goto('/kantor/unit');
    await page.getByLabel('Alamat surel').fill(EMAIL);
    await page.getByLabel('Kata sandi', { exact: true }).fill(PASSWORD);
    await page.getByRole('button', { name: 'Masuk', exact: true }).click();

    await page.getByRole('heading', { name: 'Verifikasi', level: 1 }).waitFor();
    await page.getByLabel('Hanya yang menunggu saya').check();
    await page.getByRole('link', { name: /^Unit / }).waitFor();
    expect(await textOn(page)).toContain('12 / 30 di bawah target');
    await expectAccessible(page, 'office-1');
    await page.getByRole('link', { name: /^Unit / }).click();

    // The interviews: one grid, every user a row.
    await openPoint(page, /^Wawancara pengguna/);
    const grid = page.getByRole('grid', { name: 'Semua wawancara' });
    expect(await grid.getByRole('row').count()).toBe(1 + 12 + 1);
    await expectAccessible(page, 'office-2');

    // A point goes back; without a reason it does not.
    await openPoint(page, /^Persyaratan, Produk layanan 1/);
    await page.getByRole('button', { name: 'Kembalikan…' }).click();
    const panel = page.getByRole('region', { name: 'Alasan mengembalikan' });
    await panel.getByRole('button', { name: 'Tandai dan lanjut' }).click();
    await panel.getByText('Alasan sedikitnya 10 huruf').waitFor();
    await panel.getByRole('textbox').fill(REASON);
    await expectAccessible(page, 'office-3');
    await panel.getByRole('button', { name: 'Tandai dan lanjut' }).click();
    await page.getByRole('button', { name: 'Kembalikan 1 butir' }).click();
    const dialog = page.getByRole('dialog');
    expect(await dialog.getByRole('textbox').inputValue()).toBe(REASON);
    await expectAccessible(page, 'office-4');
    await dialog.getByRole('button', { name: 'Kembalikan 1 butir' }).click();
    await dialog.waitFor({ state: 'detached' });
    await openPoint(page, /^Persyaratan, Produk layanan 1/);
    await page.getByText('Dikembalikan, menunggu jawaban tim').waitFor();
    expect(await textOn(page, '#isi')).toContain(REASON);

    // What one looks at stands in the address a moment later.
    await page.waitForURL(({ search }) => search.includes('product-1'));
    await correct(scene);
    await page.reload();
    await page.getByText('Dikembalikan, sudah dijawab tim').waitFor();
    await page.getByText('Riwayat (2 nilai)').click();
    expect(await textOn(page, '.office-history')).toContain('Tingkat 3 dari 3');

    // One after the other by pointer, as whoever has no keyboard does.
    const point = page.locator('#desk-point');
    const last = page.getByRole('button', { name: 'Terima dan selesaikan verifikasi' });
    while (!(await last.isVisible())) {
      const before = await point.innerText();
      await page
        .getByRole('button', { name: /^Terima (dan lanjut|bagian)/ })
        .last()
        .click();
      await page.waitForFunction((name) => document.querySelector('#desk-point')?.textContent !== name, before);
    }
    await last.click();
    await dialog.getByRole('button', { name: 'Terima dan selesaikan verifikasi' }).click();
    await page.getByRole('heading', { name: 'Nilai unit' }).waitFor();
    const { score } = await scene.office();
    await page.getByText('Dari mana nilai ini datang').first().click();
    expect(await textOn(page, '.office-score')).toContain(score!.points.replace('.', ','));
    await expectAccessible(page, 'office-5');

    const unexpected = complaints.filter((line) => !/status of (401|404)/.test(line));
    expect(unexpected).toEqual([]);
  });
});
