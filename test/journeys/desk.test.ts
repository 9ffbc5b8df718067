import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';

import { handIn, pushAll } from '../support/assessments.ts';
import { aVisitedSite, DESK, textOn, type Visited } from '../support/browser.ts';
import { acceptEverything, expectAccessible, openPoint, openUnit, pointOn, pressOn, saidOn } from '../support/desk.ts';
import { aPerson, grant } from '../support/people.ts';
import { aHandedInUnit, ok } from '../support/verification.ts';

let visited: Visited;
beforeAll(async () => {
  visited = await aVisitedSite();
});
afterEach(async () => await visited.closeReaders());
afterAll(async () => await visited.close());

let theresias = 0;

async function aVerifier() {
  theresias += 1;
  const person = {
    name: 'Theresia',
    email: `theresia.${theresias}@contoh.example`,
    password: 'kapal kayu menyeberang selat',
  };
  await aPerson(visited.site.db, { ...person, grants: [grant('verifier', '53')] });
  return person;
}

const PLACE = { indicatorId: 'persyaratan', subjectId: 'product-1' };
const REASON = 'Foto menunjukkan persyaratan tidak dipasang di ruang tunggu.';

describe('a verifier at the desk', () => {
  it('verifies a whole unit from the keyboard alone, and hears where they are', async () => {
    const scene = await aHandedInUnit(visited.site, { users: 12 });
    const { page, complaints } = await visited.reader({ viewport: DESK });
    await openUnit(page, scene.unit.id, await aVerifier());
    await expectAccessible(page, 'desk');

    const first = await pointOn(page);
    const second = await pressOn(page, 'j');
    expect(await saidOn(page)).toMatch(/^Butir 2 dari \d+: /);
    expect(await page.locator('#desk-point').evaluate((heading) => heading === document.activeElement)).toBe(true);
    expect(await pressOn(page, 'ArrowUp')).toBe(first);
    expect(await pressOn(page, 'Enter')).toBe(second);
    expect(await saidOn(page)).toMatch(/^Diterima\. Butir 2 dari \d+: /);

    await page.keyboard.press('?');
    await page.getByRole('dialog', { name: 'Pintasan papan ketik' }).waitFor();
    await expectAccessible(page, 'help');
    await page.keyboard.press('Escape');

    await acceptEverything(page);
    const office = await scene.office();
    expect(office.score).not.toBeNull();
    expect(office.placeAcceptances).toHaveLength(office.review!.required);
    expect(office.placeAcceptances.every(({ by, holds }) => by === 'Theresia' && holds)).toBe(true);

    // What was looked at and what the rule accepted is said, and by which lot.
    await openPoint(page, /^Terima bagian Kompetensi Pelaksana/);
    expect(await textOn(page, '.desk-tally')).toMatch(/^\d+ jawaban dilihat dan diterima \d+ jawaban menurut aturan/);
    await page.getByText('Aturan pemeriksaan', { exact: true }).click();
    expect(await textOn(page, '.desk-rule')).toContain(office.review!.seed);
    await expectAccessible(page, 'verified');
    expect(complaints.filter((line) => !/status of (401|404)/.test(line))).toEqual([]);
  });

  it('sees the same question at every product side by side, and goes to one of them', async () => {
    const scene = await aHandedInUnit(visited.site, {
      users: 12,
      level: ({ id, maximum }, subject) => (id === 'motto' && subject === 'product-2' ? 0 : maximum),
    });
    const { page } = await visited.reader({ viewport: DESK });
    await openUnit(page, scene.unit.id, await aVerifier());
    await page.goto(`/kantor/unit/${scene.unit.id}?butir=motto~product-1`);
    const others = page.getByRole('table', { name: 'Jawaban lain untuk pertanyaan ini' });
    await others.waitFor();
    const products = scene.answers.filter(
      ({ indicatorId, entry }) => indicatorId === 'motto' && entry.field === 'answer',
    ).length;
    expect(await others.getByRole('row').count()).toBe(1 + products);
    expect(await others.locator('[aria-current]').innerText()).toContain('butir ini');
    const lowest = others.getByRole('row').filter({ hasText: 'Tingkat 0 dari' });
    expect(await lowest.count()).toBe(1);
    await lowest.getByRole('button').click();
    await page.waitForFunction(() => document.activeElement?.id === 'desk-point');
    expect(await others.locator('[aria-current]').innerText()).toContain('Tingkat 0 dari');
    expect(page.url()).toContain('butir=');
    await expectAccessible(page, 'others');
  });

  it('walks through the interviews by the arrows, and sees why one of them is odd', async () => {
    const scene = await aHandedInUnit(visited.site, { users: 12 });
    const { page } = await visited.reader({ viewport: DESK });
    await openUnit(page, scene.unit.id, await aVerifier());
    await openPoint(page, /^Wawancara pengguna/);
    const grid = page.getByRole('grid', { name: 'Semua wawancara' });
    expect(await grid.getByRole('row').count()).toBe(1 + 12 + 1);
    await grid.locator('[data-cell="0 0"]').focus();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('End');
    const pane = page.getByRole('region', { name: 'Wawancara yang dipilih' });
    expect(await pane.getByRole('heading', { level: 3 }).innerText()).toBe('Pengguna 2');
    const questions = await grid.getByRole('columnheader').allInnerTexts();
    expect(await pane.getByRole('heading', { level: 4 }).innerText()).toBe(questions.at(-1));
    await grid.getByText('janggal: satu tingkat semua').first().waitFor();
    await pane.getByText('Semua pertanyaan dijawab dengan tingkat yang sama.').waitFor();
    await expectAccessible(page, 'grid');

    // What is typed is text, not a command; Escape leads back to the cell.
    await page.keyboard.press('r');
    await page.keyboard.type('jangan diterima');
    expect(await pointOn(page)).toMatch(/^Wawancara/);
    expect((await scene.office()).placeAcceptances).toEqual([]);
    await page.keyboard.press('Escape');
    expect(await page.evaluate(() => document.activeElement?.getAttribute('data-cell'))).toBe('1 5');
  });

  it('goes on to the next unit by one key', async () => {
    const [one, other] = [await aHandedInUnit(visited.site, { users: 12 }), await aHandedInUnit(visited.site)];
    const { page } = await visited.reader({ viewport: DESK });
    await openUnit(page, one.unit.id, await aVerifier());
    const following = page.getByRole('link', { name: /^Unit berikutnya: / });
    const href = (await following.getAttribute('href')) ?? '';
    await page.keyboard.press('u');
    await page.waitForURL((url) => url.pathname === href);
    await page.getByRole('navigation', { name: 'Daftar butir' }).waitFor();
    expect(href).not.toContain(one.unit.id);
    expect((await other.office()).assessment.state).toBe('submitted');
  });

  it('keeps the words that were typed when somebody was faster, and after a reload', async () => {
    const scene = await aHandedInUnit(visited.site, { users: 12 });
    const { page } = await visited.reader({ viewport: DESK });
    await openUnit(page, scene.unit.id, await aVerifier());
    await openPoint(page, /^Persyaratan, Produk layanan 1/);
    await page.keyboard.press('r');
    await page.keyboard.type(REASON);
    await page.keyboard.press('Control+Enter');
    await page.getByText('1 butir ditandai').waitFor();
    await page.reload();
    await page.getByText('1 butir ditandai').waitFor();

    // Meanwhile somebody else gives another point back, which takes the unit to the field.
    const other = { indicatorId: 'motto', subjectId: 'product-1', reason: 'Motto tidak tampak di ruang tunggu.' };
    ok(await scene.decide('/return', { points: [other] }));
    await page.keyboard.press('s');
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('button', { name: 'Kembalikan 1 butir' }).press('Enter');
    await dialog.getByRole('alert').waitFor();
    expect(await dialog.getByRole('textbox').inputValue()).toBe(REASON);
    expect((await scene.office()).assessment.points).toHaveLength(1);
  });

  it('is told plainly when an acceptance is refused, and finds the point in the queue again', async () => {
    const scene = await aHandedInUnit(visited.site, { users: 12 });
    const { page } = await visited.reader({ viewport: DESK });
    await openUnit(page, scene.unit.id, await aVerifier());
    await openPoint(page, /^Persyaratan, Produk layanan 1/);
    ok(await scene.decide('/return', { points: [{ ...PLACE, reason: REASON }] }));
    await pressOn(page, 'a');
    await page.getByText('Ada butir yang belum diterima').waitFor();
    await page.getByRole('button', { name: /^Buka Persyaratan, Produk layanan 1/ }).press('Enter');
    await page.getByText('Dikembalikan, menunggu jawaban tim').waitFor();
    expect((await scene.office()).placeAcceptances).toEqual([]);
  });

  it('has only that to look at again which changed after it was accepted, by name', async () => {
    const scene = await aHandedInUnit(visited.site, { users: 12 });
    const { review } = await scene.office();
    ok2(await scene.acceptPlaces(review!.places));
    ok(await scene.decide('/return', { points: [{ ...PLACE, reason: REASON }] }));
    const former = (subjectId: string) =>
      scene.answers.find((one) => one.indicatorId === 'persyaratan' && one.subjectId === subjectId)!;
    await pushAll(scene.assessor, [
      scene.device.level(scene.unit.id, PLACE, 1, [former('product-1').id]),
      scene.device.level(scene.unit.id, { ...PLACE, subjectId: 'product-2' }, 2, [former('product-2').id]),
    ]);
    expect((await handIn(scene.assessor, scene.unit.id)).status).toBe(200);

    const { page } = await visited.reader({ viewport: DESK });
    await openUnit(page, scene.unit.id, await aVerifier());
    const notice = page.getByRole('note').filter({ hasText: 'berubah sesudah diterima' });
    expect(await notice.getByRole('button').allInnerTexts()).toEqual([
      expect.stringMatching(/^Buka Persyaratan, Produk layanan 2/),
    ]);
    expect(await textOn(page, '.desk-queue__left')).toBe('7 dari 54 belum selesai');
    await expectAccessible(page, 'changed');
    expect(await acceptEverything(page)).toBe(7);
  });
});

function ok2({ status, body }: { readonly status: number; readonly body: unknown }): void {
  if (status !== 200) throw new Error(JSON.stringify(body));
}
