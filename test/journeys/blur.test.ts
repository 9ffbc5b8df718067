import type { Locator, Page } from 'playwright-core';
import sharp from 'sharp';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';

import { type Area, HIDDEN_GREY, hiddenPixels, WHOLE } from '@patuh/shared/domain/clearance';
import type { AssessmentId, PeriodId } from '@patuh/shared/domain/ids';

import { violationsOn } from '../support/accessibility.ts';
import { aPeriod } from '../support/assessments.ts';
import { aVisitedSite, textOn, type Visited } from '../support/browser.ts';
import { aPhotoOfFinished, clear, photosOf } from '../support/clearances.ts';
import { openPoint } from '../support/desk.ts';
import { photo } from '../support/evidence-files.ts';
import { aPoint } from '../support/evidence-pieces.ts';
import { aPerson, grant, type TestPerson } from '../support/people.ts';
import { aCrew, aVerifiedUnit, type TestCrew } from '../support/results.ts';
import { aPageOf } from '../support/signed-in-page.ts';

const ROTE = '53.14';
const POINT = aPoint('persyaratan', 'product-1');
const PHONE = { width: 390, height: 844 };

let visited: Visited;
let crew: TestCrew;
let verifier: TestPerson;
let sekda: TestPerson;
let year = 2024;
beforeAll(async () => {
  visited = await aVisitedSite();
  const { site } = visited;
  crew = await aCrew(site);
  verifier = await aPerson(site.db, { name: 'Theresia', grants: [grant('verifier', '53')] });
  sekda = await aPerson(site.db, { name: 'Sekretariat Daerah', grants: [grant('sekda', ROTE)] });
});
afterEach(async () => await visited.closeReaders());
afterAll(async () => await visited.close());

interface Scene {
  readonly id: AssessmentId;
  readonly periodId: PeriodId;
  /** As they were sent, in the order in which they are gone through. */
  readonly photos: readonly Buffer[];
}

/** A finished unit with photos of one point; the second was taken with the phone held upright. */
async function aScene(count = 3): Promise<Scene> {
  year += 1;
  const periodId = await aPeriod(visited.site.db, { year });
  const { id } = await aVerifiedUnit(crew, { periodId, government: ROTE, name: `Dinas Kesehatan ${year}` });
  const photos = [];
  for (let number = 1; number <= count; number += 1) {
    const plain = await photo(year * 10 + number, { width: 800, height: 600 });
    const bytes = number === 2 ? await sharp(plain).withMetadata({ orientation: 6 }).jpeg().toBuffer() : plain;
    photos.push(bytes);
    await aPhotoOfFinished(crew, id, bytes, { points: [POINT], caption: `Loket ${number}` });
  }
  return { id, periodId, photos };
}

async function decided(id: AssessmentId): Promise<readonly (readonly Area[] | null | undefined)[]> {
  return (await photosOf(crew.verifier, id)).photos.map(({ clearance }) => clearance?.areas);
}

/** Of a picture that stands whole in the middle of its frame: where its parts are on the screen. */
async function pictureOn(page: Page): Promise<(x: number, y: number) => { x: number; y: number }> {
  const box = await page.locator('.area-stage image').boundingBox();
  if (box === null) throw new Error('no photo on the screen');
  return (x, y) => ({ x: box.x + (box.width * x) / WHOLE, y: box.y + (box.height * y) / WHOLE });
}

async function draw(page: Page, from: readonly [number, number], to: readonly [number, number]): Promise<void> {
  const spot = await pictureOn(page);
  const [start, end] = [spot(...from), spot(...to)];
  await page.mouse.move(start.x, start.y);
  await page.mouse.down();
  await page.mouse.move((start.x + end.x) / 2, (start.y + end.y) / 2);
  await page.mouse.move(end.x, end.y);
  await page.mouse.up();
}

/** A photo is decided about once it stood on the screen for a moment. */
async function look(page: Page): Promise<void> {
  const decides = (key: string): string => `[aria-keyshortcuts="${key}"]:not([aria-disabled="true"])`;
  await page
    .locator(`${decides('S')}, ${decides('T')}`)
    .first()
    .waitFor();
}

const openPhotos = async (page: Page, id: AssessmentId): Promise<void> => {
  await page.goto(`/kantor/unit/${id}/foto`);
  await page.getByRole('heading', { name: 'Foto 1 dari' }).waitFor();
};

/** To a hundredth of the picture: where a pointer is cannot be said more exactly. */
function expectNear(area: Area | undefined, wished: Area): void {
  for (const side of ['left', 'top', 'width', 'height'] as const) {
    expect(Math.abs((area?.[side] ?? Number.NaN) - wished[side])).toBeLessThan(100);
  }
}

const areaButton = (page: Page, number: number): Locator =>
  page.getByRole('button', { name: new RegExp(`^Bidang ${number} dari`) });

async function expectAccessible(page: Page, name: string): Promise<void> {
  for (const [width, colorScheme] of [
    [390, 'light'],
    [1280, 'dark'],
    [1280, 'light'],
  ] as const) {
    await page.setViewportSize({ width, height: 900 });
    await page.emulateMedia({ colorScheme });
    const folder = process.env['SHOTS'];
    if (folder !== undefined) await page.screenshot({ path: `${folder}/${name}-${width}-${colorScheme}.png` });
    expect(await violationsOn(page)).toEqual([]);
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(width);
  }
}

describe('whoever verifies', () => {
  it('hides faces with the mouse, by keys, and says where there are none; a Sekda then sees that and nothing more', async () => {
    const { id, periodId, photos } = await aScene();
    const page = await aPageOf(visited, verifier);
    await page.goto(`/kantor/unit/${id}`);
    await textOf(page, '0 dari 3 foto siap diperlihatkan; 3 belum diputuskan.');
    await page.getByRole('link', { name: 'Putuskan 3 foto' }).click();
    await page.getByRole('heading', { name: 'Foto 1 dari 3' }).waitFor();

    // By mouse: drawn, then taken by a corner.
    await draw(page, [2_000, 2_000], [4_000, 5_000]);
    await areaButton(page, 1).waitFor();
    await draw(page, [4_000, 5_000], [5_000, 6_000]);
    await page.keyboard.press('v');
    await page.getByRole('region', { name: 'Foto seperti yang dilihat orang luar' }).waitFor();
    await page.keyboard.press('v');
    await expectAccessible(page, 'blur-drawn');
    await page.getByRole('button', { name: 'Simpan dan lanjut' }).click();
    await page.getByRole('heading', { name: 'Foto 2 dari 3' }).waitFor();

    // By keys alone, on a photo that is stored lying and was turned by the one who looks.
    await page.keyboard.press('n');
    await areaButton(page, 1).waitFor();
    for (const key of ['ArrowRight', 'ArrowRight', 'ArrowUp', 'Shift+ArrowLeft', 'Shift+ArrowDown'])
      await page.keyboard.press(key);
    await page.keyboard.press('n');
    await areaButton(page, 2).waitFor();
    await page.keyboard.press('Delete');
    await areaButton(page, 2).waitFor({ state: 'detached' });
    await look(page);
    await page.keyboard.press('s');
    await page.getByRole('heading', { name: 'Foto 3 dari 3' }).waitFor();
    await look(page);
    await page.keyboard.press('t');
    await textOf(page, '3 dari 3 foto siap diperlihatkan.');

    const [first, second, third] = await decided(id);
    expectNear(first?.[0], { left: 2_000, top: 2_000, width: 3_000, height: 4_000 });
    expect(second).toEqual([{ left: 3_700, top: 3_400, width: 1_900, height: 2_100 }]);
    expect(third).toEqual([]);

    const outside = await aPageOf(visited, sekda);
    const bodies = photoBodies(outside);
    await outside.goto(`/sekda/${periodId}/${ROTE}/unit/${id}`);
    await textOf(outside, '3 foto diperlihatkan, di indikatornya masing-masing.');
    await outside.getByRole('link', { name: 'Persyaratan', exact: true }).click();
    const gallery = outside.getByRole('list', { name: 'Foto bukti: Persyaratan' });
    expect(await gallery.getByRole('listitem').count()).toBe(3);
    expect(await gallery.innerText()).toContain('Foto: Produk 1');
    expect(await textOn(outside, 'main')).not.toContain('Loket 1');
    await gallery.getByRole('button').nth(1).click();
    const whole = outside.getByRole('img', { name: 'Foto bukti: Persyaratan, sebagian ditutup' });
    await whole.evaluate(async (image: HTMLImageElement) => await image.decode());
    await expectAccessible(outside, 'blur-sekda-whole');
    await outside.keyboard.press('Escape');
    await expectAccessible(outside, 'blur-sekda');

    const seen = await bodies();
    expect(seen.length).toBeGreaterThanOrEqual(2);
    for (const bytes of seen) for (const original of photos) expect(bytes.equals(original)).toBe(false);
    const shown = seen.find((bytes) => bytes.length === Math.max(...seen.map(({ length }) => length)))!;
    const { width, height } = await sharp(shown).metadata();
    expect([width, height]).toEqual([600, 800]);
    const { left, top, right, bottom } = hiddenPixels(second![0]!, { width: 600, height: 800 });
    // Packed anew in squares of 16, grey and photo mix at the edge of the grey.
    const inside = { left: left + 16, top: top + 16, width: right - left - 32, height: bottom - top - 32 };
    const hidden = await sharp(shown).extract(inside).raw().toBuffer();
    expect(hidden.every((value) => Math.abs(value - HIDDEN_GREY) <= 3)).toBe(true);
  });

  it('draws where the photo is, however it is turned and enlarged, and by finger on a phone', async () => {
    const { id } = await aScene(2);
    const page = await aPageOf(visited, verifier);
    await openPhotos(page, id);
    await page.keyboard.press('p');
    // A quarter clockwise: what is drawn at the upper right lies at the upper left of the photo.
    await draw(page, [7_000, 1_000], [9_000, 3_000]);
    await areaButton(page, 1).waitFor();
    await page.keyboard.press('ArrowDown');
    await look(page);
    await page.keyboard.press('s');
    await page.getByRole('heading', { name: 'Foto 2 dari 2' }).waitFor();
    await expect.poll(async () => (await decided(id))[0]?.length).toBe(1);
    const [turned] = await decided(id);
    expectNear(turned?.[0], { left: 1_100, top: 1_000, width: 2_000, height: 2_000 });

    await page.setViewportSize(PHONE);
    await page.locator('.area-stage').scrollIntoViewIfNeeded();
    const spot = await pictureOn(page);
    const touch = await page.context().newCDPSession(page);
    const finger = async (
      type: 'touchStart' | 'touchMove' | 'touchEnd',
      at?: { x: number; y: number },
    ): Promise<void> => {
      await touch.send('Input.dispatchTouchEvent', { type, touchPoints: at === undefined ? [] : [at] });
    };
    await finger('touchStart', spot(1_000, 1_000));
    await finger('touchMove', spot(2_500, 2_500));
    await finger('touchMove', spot(5_000, 4_000));
    await finger('touchEnd');
    await areaButton(page, 1).waitFor();
    await page.getByRole('button', { name: 'Simpan dan lanjut' }).click();
    await textOf(page, '2 dari 2 foto siap diperlihatkan.');
    const [, touched] = await decided(id);
    expectNear(touched?.[0], { left: 1_000, top: 1_000, width: 4_000, height: 3_000 });
  });

  it('loses nothing by a reload or a refusal, and overwrites no colleague', async () => {
    const { id } = await aScene(2);
    const page = await aPageOf(visited, verifier);
    await openPhotos(page, id);
    await draw(page, [2_000, 2_000], [4_000, 5_000]);
    await areaButton(page, 1).waitFor();
    await page.reload();
    await areaButton(page, 1).waitFor();

    const { sha256 } = (await photosOf(crew.verifier, id)).photos[0]!;
    await clear(crew.verifier, id, sha256, { areas: null });
    await page.getByRole('button', { name: 'Simpan dan lanjut' }).click();
    await page.getByRole('button', { name: 'Buka foto 1 dari 2' }).click();
    await textOf(page, 'Foto ini sudah diputuskan orang lain');
    await expectAccessible(page, 'blur-changed');
    expect(await decided(id)).toEqual([null, undefined]);
    await page.getByRole('button', { name: 'Tetap pakai punya saya' }).click();
    await page.getByRole('button', { name: 'Simpan dan lanjut' }).click();
    await expect.poll(async () => (await decided(id))[0]?.length).toBe(1);

    // “Nobody sees it” is a decision like one that was drawn: refused, it does not leave the photo seen in silence.
    await page.reload();
    await page.getByRole('button', { name: /^Foto 1 dari 2/ }).click();
    await look(page);
    await page.route('**/clearance', async (route) => await route.abort());
    await page.keyboard.press('x');
    await page.getByRole('button', { name: 'Buka foto 1 dari 2' }).waitFor();
    await page.unroute('**/clearance');
    await page.reload();
    await page.getByRole('button', { name: 'Buka foto 1 dari 2' }).click();
    await page.getByRole('heading', { name: 'Foto 1 dari 2' }).waitFor();
    await look(page);
    await page.keyboard.press('x');
    await expect.poll(async () => (await decided(id))[0]).toBeNull();
    await page.getByRole('button', { name: 'Buka foto 1 dari 2' }).waitFor({ state: 'detached' });
  });

  it('decides about no photo that nobody can have seen: not by pressing twice, nor while its picture is not there', async () => {
    const { id } = await aScene(4);
    const page = await aPageOf(visited, verifier);
    await openPhotos(page, id);
    await page.getByRole('button', { name: 'Tidak ada yang perlu disamarkan' }).dblclick();
    await page.getByRole('heading', { name: 'Foto 2 dari 4' }).waitFor();
    await look(page);
    await page.keyboard.press('t');
    await page.keyboard.press('t');
    await page.getByRole('heading', { name: 'Foto 3 dari 4' }).waitFor();
    await look(page);
    await textOf(page, '2 dari 4 foto siap diperlihatkan; 2 belum diputuskan.');
    expect(await decided(id)).toEqual([[], [], undefined, undefined]);

    await page.route('**/api/evidence-files/**', async (route) => await route.abort());
    await page.reload();
    await textOf(page, 'Foto ini tidak dapat ditampilkan.');
    await page.locator('[aria-keyshortcuts="X"]:not([aria-disabled="true"])').waitFor();
    await page.keyboard.press('t');
    await page.keyboard.press('x');
    await textOf(page, '2 dari 4 foto siap diperlihatkan; 1 belum diputuskan, 1 tidak diperlihatkan.');
    expect(await decided(id)).toEqual([[], [], null, undefined]);
  });

  it('leaves an area where it is under a hand that only trembles, and moves it under one that pulls', async () => {
    const { id } = await aScene(1);
    const page = await aPageOf(visited, verifier);
    await openPhotos(page, id);
    await draw(page, [2_000, 2_000], [6_000, 7_000]);
    await areaButton(page, 1).waitFor();
    const area = page.locator('.area-stage__area');
    const leftOf = async (): Promise<number> => Number(await area.getAttribute('x'));
    const before = await leftOf();
    const { x, y } = (await pictureOn(page))(4_000, 4_500);
    const pull = async (by: number): Promise<void> => {
      await page.mouse.move(x, y);
      await page.mouse.down();
      await page.mouse.move(x + by, y + by);
      await page.mouse.up();
    };
    await pull(3);
    expect(await leftOf()).toBe(before);
    await pull(12);
    await expect.poll(leftOf).toBeGreaterThan(before);
  });

  it('takes one area away with one key, however long it is held', async () => {
    const { id } = await aScene(1);
    const page = await aPageOf(visited, verifier);
    await openPhotos(page, id);
    for (const number of [1, 2, 3]) {
      await page.keyboard.press('n');
      await areaButton(page, number).waitFor();
    }
    for (let held = 0; held < 3; held += 1) await page.keyboard.down('Delete');
    await page.keyboard.up('Delete');
    await areaButton(page, 3).waitFor({ state: 'detached' });
    await areaButton(page, 2).waitFor();
  });

  it('comes to it from the desk by one key, and is back at the same point', async () => {
    const { id } = await aScene(1);
    const page = await aPageOf(visited, verifier);
    await page.goto(`/kantor/unit/${id}`);
    await page.getByRole('navigation', { name: 'Daftar butir' }).waitFor();
    const others = page.getByRole('checkbox', { name: /Tampilkan juga/ });
    if ((await others.count()) > 0) await others.check();
    await openPoint(page, /^Persyaratan, Produk layanan 1/);
    const evidence = page.getByRole('region', { name: /^Bukti untuk Persyaratan/ });
    await evidence.getByRole('button', { name: 'Samarkan wajah dan pelat' }).waitFor();
    await page.keyboard.press('b');
    const dialog = page.getByRole('dialog', { name: 'Samarkan wajah dan pelat' });
    await dialog.getByRole('heading', { name: 'Foto 1 dari 1' }).waitFor();
    // Also where what had the focus is gone: the desk behind the dialog hears no key.
    await page.keyboard.press('n');
    await areaButton(page, 1).waitFor();
    await page.keyboard.press('Delete');
    await areaButton(page, 1).waitFor({ state: 'detached' });
    await page.keyboard.press('ArrowDown');
    await look(page);
    await page.keyboard.press('x');
    await dialog.getByText('1 tidak diperlihatkan').waitFor();
    await expectAccessible(page, 'blur-dialog');
    await page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'hidden' });
    expect(await decided(id)).toEqual([null]);
    expect(await page.locator('#desk-point').innerText()).toMatch(/^Persyaratan/);
  });
});

async function textOf(page: Page, wanted: string): Promise<void> {
  await page.waitForFunction((words) => document.body.innerText.replaceAll(/\s+/g, ' ').includes(words), wanted);
}

/** The bytes of every photo that the page has fetched. */
function photoBodies(page: Page): () => Promise<readonly Buffer[]> {
  const bodies: Promise<Buffer>[] = [];
  page.on('response', (response) => {
    if (response.headers()['content-type'] === 'image/jpeg') bodies.push(response.body());
  });
  return async () => await Promise.all(bodies);
}
