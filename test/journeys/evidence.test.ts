import { readFile, readdir } from 'node:fs/promises';
import { join } from 'node:path';

import { UPLOAD_CHUNK } from '@patuh/shared/contracts/evidence';
import { PHOTO_BYTES } from '@patuh/shared/domain/evidence';
import sharp from 'sharp';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';

import { aVisitedSite, type Visited } from '../support/browser.ts';
import {
  choose,
  evidenceAt,
  evidenceOf,
  photosOf,
  showEvidence,
  tilesIn,
  WITH_CAMERA,
} from '../support/evidence-phone.ts';
import { aFieldTeam, type FieldTeam, openField } from '../support/field-phone.ts';
import { anOwnPhone, type OwnPhone } from '../support/own-phone.ts';
import { answer, button, QUESTION, sectionPath, withoutServer, withServer } from '../support/phone-at-a-question.ts';
import { allSentAtLast } from '../support/sent-at-last.ts';
import { aPhotoFile, type FilesToPick, filesToPick } from '../support/photos.ts';
import { aPng, HEIC, HTML, HUGE_PNG, PDF, PDF_WITH_SCRIPT, SVG } from '../web/evidence/bad-files.ts';

/** Evidence is gathered on a phone, with a network and without. */

let visited: Visited;
let phone: OwnPhone;
let files: FilesToPick;
beforeAll(async () => {
  visited = await aVisitedSite({ history: false });
  files = await filesToPick();
});
afterEach(async () => await phone.close());
afterAll(async () => {
  await files.close();
  await visited.close();
});

/** Every so manieth part of a file is lost on the way; the others are counted. */
async function aLineThatBreaks(on: OwnPhone, each: number) {
  let [parts, bytes] = [0, 0];
  await on.context().route('**/api/uploads/**', async (route) => {
    const isPart = route.request().method() === 'PATCH';
    parts += isPart ? 1 : 0;
    if (isPart && parts % each === 0) return await route.abort('connectionreset');
    bytes += isPart ? (route.request().postDataBuffer()?.length ?? 0) : 0;
    await route.continue();
  });
  return { parts: () => parts, bytes: () => bytes };
}

/** At a question of a unit, signed in; the answers of the server are on the phone. */
async function atTheQuestion(args: readonly string[] = WITH_CAMERA): Promise<FieldTeam> {
  const team = await aFieldTeam(visited);
  phone = await anOwnPhone(visited, args);
  await openField(phone.page(), team.assessor, sectionPath(team));
  await showEvidence(phone.page());
  return team;
}

async function storedFile(sha256: string): Promise<Buffer> {
  const all = await readdir(visited.site.evidenceDir, { recursive: true });
  const found = all.find((name) => name.endsWith(sha256));
  return await readFile(join(visited.site.evidenceDir, found ?? sha256));
}

describe('photos with the camera in the page', () => {
  it('are taken several in a row without a network, and all arrive when there is one', async () => {
    const team = await atTheQuestion();
    const page = phone.page();
    await page.getByText('Semua jawaban sudah di server').waitFor();
    await withoutServer(phone);
    await evidenceAt(page)
      .getByRole('button', { name: /^Kamera untuk bukti/ })
      .click();
    for (const count of [1, 2, 3]) {
      await button(page, 'Potret').click();
      await page.getByText(`${count} foto tersimpan.`).waitFor();
    }
    await button(page, 'Selesai').click();
    await expect.poll(() => tilesIn(page, 'di HP ini').count()).toBe(3);
    await withServer(phone);
    await expect.poll(() => tilesIn(page, 'sampai di server').count(), { timeout: 30_000 }).toBe(3);
    const pieces = await evidenceOf(team);
    expect(pieces.map(({ file }) => file?.type)).toEqual(Array(3).fill('image/jpeg'));
    for (const photo of photosOf(pieces)) {
      expect(photo).toMatchObject({ source: 'camera', proves: [{ indicatorId: QUESTION, subjectId: 'unit' }] });
      expect(photo.clockAhead).not.toBeNull();
    }
  });

  it('are taken again, with what was written of the first one', async () => {
    const team = await atTheQuestion();
    const page = phone.page();
    await choose(page, 'Pilih dari galeri', [await files.put('papan.jpg', await aPhotoFile())]);
    await tilesIn(page, 'sampai di server').first().click();
    await page.getByLabel('Keterangan').fill('Maklumat di samping loket');
    await button(page, 'Ambil ulang').click();
    await button(page, 'Potret').click();
    await page.getByText('1 foto tersimpan.').waitFor();
    await button(page, 'Selesai').click();
    await expect
      .poll(async () => photosOf(await evidenceOf(team)).map(({ caption, source }) => [caption, source]))
      .toEqual([['Maklumat di samping loket', 'camera']]);
  });

  it('are counted without the one that was taken again', async () => {
    const team = await atTheQuestion();
    const page = phone.page();
    const ids = async () => (await evidenceOf(team)).map(({ subjectId }) => subjectId).toSorted();
    await evidenceAt(page)
      .getByRole('button', { name: /^Kamera untuk bukti/ })
      .click();
    await button(page, 'Potret').click();
    await page.getByText('1 foto tersimpan.').waitFor();
    await button(page, 'Potret').click();
    await page.getByText('2 foto tersimpan.').waitFor();
    await expect.poll(async () => (await ids()).length, { timeout: 20_000 }).toBe(2);
    const [, second] = await ids();
    await button(page, 'Ulangi yang terakhir').click();
    await button(page, 'Potret').click();
    await expect.poll(async () => (await ids()).includes(second!), { timeout: 20_000 }).toBe(false);
    expect(await ids()).toHaveLength(2);
    expect(await page.locator('.camera__status').textContent()).toBe('2 foto tersimpan.');
  });

  it('are taken again with the camera app where the one in the page is not allowed', async () => {
    const team = await atTheQuestion(['--use-fake-device-for-media-stream']);
    const page = phone.page();
    await choose(page, 'Pilih dari galeri', [await files.put('papan.jpg', await aPhotoFile())]);
    await tilesIn(page, 'sampai di server').first().click();
    await page.getByLabel('Keterangan').fill('Papan di depan');
    await button(page, 'Ambil ulang').click();
    await page.getByText(/Izin kamera ditolak/).waitFor();
    const chooser = page.waitForEvent('filechooser');
    await button(page, 'Pakai aplikasi kamera HP').click();
    await (await chooser).setFiles([await files.put('lebih-jelas.jpg', await aPhotoFile())]);
    await expect
      .poll(async () => photosOf(await evidenceOf(team)).map(({ caption, source }) => [caption, source]), {
        timeout: 20_000,
      })
      .toEqual([['Papan di depan', 'camera']]);
  });

  it('are asked for another way where the camera is not allowed', async () => {
    await atTheQuestion(['--use-fake-device-for-media-stream']);
    const page = phone.page();
    await evidenceAt(page)
      .getByRole('button', { name: /^Kamera untuk bukti/ })
      .click();
    await page.getByText(/Izin kamera ditolak/).waitFor();
    const chooser = page.waitForEvent('filechooser');
    await button(page, 'Pakai aplikasi kamera HP').click();
    await (await chooser).setFiles([await files.put('dari-kamera.jpg', await aPhotoFile())]);
    await expect.poll(() => tilesIn(page, 'sampai di server').count(), { timeout: 30_000 }).toBe(1);
  });
});

describe('a phone that ends the browser behind the camera', () => {
  it('reopens at the question and says that the last photo is missing, once', async () => {
    const team = await atTheQuestion();
    await evidenceAt(phone.page())
      .getByRole('button', { name: /^Kamera untuk bukti/ })
      .click();
    await phone.page().locator('video').waitFor();
    // The note is on the disk before the camera shows anything.
    await phone.page().waitForTimeout(500);
    await phone.kill();
    await phone.page().goto('/lapangan');
    await phone.page().getByText('Foto terakhir belum tersimpan. Ambil lagi.').waitFor();
    expect(new URL(phone.page().url()).pathname).toBe(sectionPath(team));
    await expect.poll(() => phone.page().locator(`#${QUESTION}`).isVisible()).toBe(true);
    await phone.page().goto('/lapangan');
    await phone.page().getByRole('heading', { level: 1 }).waitFor();
    expect(await phone.page().getByText('Foto terakhir belum tersimpan').count()).toBe(0);
  });
});

describe('a photo of the gallery', () => {
  it('becomes small, stands upright and tells nothing of the camera', async () => {
    const team = await atTheQuestion();
    const original = await aPhotoFile({ width: 4_000, height: 3_000, orientation: 6, grain: 30 });
    await choose(phone.page(), 'Pilih dari galeri', [await files.put('tegak.jpg', original)]);
    await expect.poll(() => tilesIn(phone.page(), 'sampai di server').count(), { timeout: 60_000 }).toBe(1);
    const [photo] = photosOf(await evidenceOf(team));
    expect(photo).toMatchObject({ width: 1_200, height: 1_600, source: 'gallery', position: null });
    expect(photo!.file.originalSha256).not.toBe(photo!.file.sha256);
    const stored = await storedFile(photo!.file.sha256);
    expect(stored.length).toBeLessThanOrEqual(PHOTO_BYTES);
    const { width, height, orientation, exif } = await sharp(stored).metadata();
    expect([width, height, orientation, exif]).toEqual([1_200, 1_600, undefined, undefined]);
  });

  it('lies on the phone after it was killed, twenty of them, and each arrives once', { timeout: 180_000 }, async () => {
    const team = await atTheQuestion();
    await phone.page().getByText('Semua jawaban sudah di server').waitFor();
    await withoutServer(phone);
    const names = await Promise.all(
      Array.from({ length: 20 }, async (_, i) => await files.put(`foto-${i}.jpg`, await aPhotoFile())),
    );
    await choose(phone.page(), 'Pilih dari galeri', names);
    await expect.poll(() => tilesIn(phone.page(), 'di HP ini').count(), { timeout: 90_000 }).toBe(20);
    await phone.kill();
    const line = await aLineThatBreaks(phone, 7);
    await phone.page().goto(sectionPath(team));
    await allSentAtLast(phone.page());
    await expect.poll(line.parts, { timeout: 60_000 }).toBeGreaterThan(15);
    await phone.kill();
    await phone.page().goto(sectionPath(team));
    await allSentAtLast(phone.page());
    const again = await aLineThatBreaks(phone, 5);
    await showEvidence(phone.page());
    await expect.poll(() => tilesIn(phone.page(), 'sampai di server').count(), { timeout: 120_000 }).toBe(20);
    const pieces = await evidenceOf(team);
    expect(pieces.every(({ file }) => file !== null)).toBe(true);
    const photos = photosOf(pieces).map(({ file }) => file);
    expect(new Set(photos.map(({ sha256 }) => sha256)).size).toBe(20);
    const needed = photos.reduce((sum, { size }) => sum + size, 0);
    // What was on its way when the phone died is sent once more, and nothing else.
    expect(line.bytes() + again.bytes()).toBeLessThanOrEqual(needed + UPLOAD_CHUNK);
  });
});

describe('a file that is no evidence', () => {
  it('is turned away with a sentence that says what to do, and nothing of it is stored', async () => {
    await atTheQuestion();
    const page = phone.page();
    await withoutServer(phone);
    const bad: readonly (readonly [string, Uint8Array, RegExp])[] = [
      ['kosong.jpg', new Uint8Array(), /kosong\.jpg: berkas ini kosong/],
      ['besar.png', HUGE_PNG, /besar\.png: gambar ini terlalu besar/],
      ['gambar.svg', SVG, /gambar\.svg: ini bukan foto dan bukan PDF/],
      ['halaman.jpg', HTML, /halaman\.jpg: ini bukan foto/],
      ['iphone.heic', HEIC, /iphone\.heic: foto ini berformat HEIC/],
      ['terpotong.jpg', (await aPhotoFile()).subarray(0, 120), /terpotong\.jpg: berkas ini rusak/],
    ];
    for (const [name, content, sentence] of bad) {
      await choose(page, 'Pilih dari galeri', [await files.put(name, content)]);
      await evidenceAt(page).getByText(sentence).waitFor();
    }
    await choose(page, 'Pilih berkas PDF', [await files.put('jahat.pdf', PDF_WITH_SCRIPT)]);
    await evidenceAt(page)
      .getByText(/jahat\.pdf: PDF ini berisi skrip/)
      .waitFor();
    expect(await evidenceAt(page).getByRole('listitem').count()).toBe(0);
    await choose(page, 'Pilih dari galeri', [await files.put('layar.png', aPng(40, 30))]);
    await expect.poll(() => tilesIn(page, 'di HP ini').count()).toBe(1);
  });

  it('is not kept where the room ends, not even half, and answers are', async () => {
    const team = await atTheQuestion();
    await answer(phone.page(), 1);
    // What is started anew remembers no more how much room there was.
    await phone.restart();
    const page = phone.page();
    await withoutServer(phone);
    const devtools = await phone.context().newCDPSession(page);
    await page.goto(sectionPath(team));
    await showEvidence(page);
    const { usage } = await devtools.send('Storage.getUsageAndQuota', { origin: visited.address });
    // Room for many answers, and for no photo.
    const quotaSize = usage + 60_000;
    await devtools.send('Storage.overrideQuotaForOrigin', { origin: visited.address, quotaSize });
    await choose(page, 'Pilih dari galeri', [
      await files.put('penuh.jpg', await aPhotoFile({ width: 1_600, height: 1_200 })),
    ]);
    await evidenceAt(page)
      .getByText(/penuh\.jpg: ruang HP hampir habis dan disisakan untuk jawaban/)
      .waitFor();
    await answer(page, 3);
    await page.reload();
    await expect.poll(() => page.locator(`#${QUESTION} input[value="3"]`).isChecked()).toBe(true);
    await showEvidence(page);
    expect(await evidenceAt(page).getByRole('listitem').count()).toBe(0);
  });
});

describe('documents and web addresses', () => {
  it('are evidence beside photos, and prove other points of the page as well', async () => {
    const team = await atTheQuestion();
    const page = phone.page();
    await choose(page, 'Pilih berkas PDF', [await files.put('SK petugas.pdf', PDF)]);
    await tilesIn(page, 'di HP ini').or(tilesIn(page, 'sampai di server')).first().waitFor();
    await evidenceAt(page).getByText('Lainnya').click();
    await evidenceAt(page).getByRole('button', { name: 'Alamat web' }).click();
    await page.getByLabel('Alamat', { exact: true }).fill('dinkes');
    await button(page, 'Simpan alamat').click();
    await page.getByText('Alamat ini tidak dikenal.').waitFor();
    await page.getByLabel('Alamat', { exact: true }).fill('https://dinkes.example/layanan');
    await button(page, 'Simpan alamat').click();
    await evidenceAt(page).getByText('dinkes.example/layanan').click();
    await page.getByRole('dialog').getByRole('checkbox').nth(1).click();
    await expect.poll(() => page.getByRole('dialog').getByRole('checkbox').nth(1).isChecked()).toBe(true);
    await button(page, 'Tutup').click();
    await expect
      .poll(async () => (await evidenceOf(team)).map(({ piece }) => [piece.kind, piece.proves.length]))
      .toEqual([
        ['document', 1],
        ['web-address', 2],
      ]);
    await evidenceAt(page).getByText('dinkes.example/layanan').click();
    await button(page, 'Hapus bukti').click();
    await page.getByRole('dialog', { name: 'Hapus bukti ini?' }).getByRole('button', { name: 'Hapus bukti' }).click();
    await expect
      .poll(async () => (await evidenceOf(team)).map(({ piece }) => piece.kind), { timeout: 20_000 })
      .toEqual(['document']);
  });
});
