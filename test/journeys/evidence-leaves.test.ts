import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';

import { aVisitedSite, type Visited } from '../support/browser.ts';
import { choose, evidenceAt, showEvidence, tilesIn } from '../support/evidence-phone.ts';
import { aFieldTeam, type FieldTeam, openField } from '../support/field-phone.ts';
import { anOwnPhone, type OwnPhone } from '../support/own-phone.ts';
import { sectionPath, withoutServer, withServer } from '../support/phone-at-a-question.ts';
import { aPhotoFile, type FilesToPick, filesToPick } from '../support/photos.ts';

/** Photos that are on the phone no more: because the server has them, or because the phone lost them. */

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

async function atTheQuestion(): Promise<FieldTeam> {
  const team = await aFieldTeam(visited);
  phone = await anOwnPhone(visited);
  await openField(phone.page(), team.assessor, sectionPath(team));
  await showEvidence(phone.page());
  await phone.page().getByText('Semua jawaban sudah di server').waitFor();
  return team;
}

/** How many photos lie in the stores of the phone, whole. */
async function wholePhotos(): Promise<number> {
  return await phone.page().evaluate(async () => {
    let count = 0;
    for (const { name = '' } of await indexedDB.databases()) {
      if (!/^patuh-field-[0-9a-f]{8}-/.test(name)) continue;
      const { promise, resolve } = Promise.withResolvers<IDBDatabase>();
      const opening = indexedDB.open(name);
      opening.addEventListener('success', () => resolve(opening.result));
      const db = await promise;
      const counted = Promise.withResolvers<number>();
      const counting = db.transaction('contents').objectStore('contents').count();
      counting.addEventListener('success', () => counted.resolve(counting.result));
      count += await counted.promise;
      db.close();
    }
    return count;
  });
}

describe('a photo that the server has', () => {
  it('leaves a phone that runs low, is still seen small, and is said to be at the server', async () => {
    const team = await atTheQuestion();
    const page = phone.page();
    await choose(page, 'Pilih dari galeri', [await files.put('papan.jpg', await aPhotoFile())]);
    await expect.poll(() => tilesIn(page, 'sampai di server').count(), { timeout: 30_000 }).toBe(1);
    expect(await wholePhotos()).toBe(1);
    await phone.context().addInitScript(() => {
      const gigabyte = 1024 ** 3;
      StorageManager.prototype.estimate = async () =>
        await Promise.resolve({ quota: gigabyte, usage: gigabyte - 50 * 1024 ** 2 });
    });
    await page.goto(sectionPath(team));
    await showEvidence(page);
    await expect.poll(wholePhotos, { timeout: 30_000 }).toBe(0);
    await tilesIn(page, 'sampai di server').first().click();
    await page.getByText('Berkas utuhnya sudah di server').waitFor();
    await page.locator('img.evidence-large').waitFor();
  });
});

describe('a photo that was lost with the database of the phone', () => {
  it('is not said to be on a colleague’s phone, and the way to take it again stands beside it', async () => {
    const team = await atTheQuestion();
    const page = phone.page();
    await withoutServer(phone);
    await choose(page, 'Pilih dari galeri', [await files.put('papan.jpg', await aPhotoFile())]);
    await expect.poll(() => tilesIn(page, 'di HP ini').count()).toBe(1);
    await page.goto('/healthz');
    await page.evaluate(async () => {
      for (const { name = '' } of await indexedDB.databases()) {
        if (!/^patuh-field-[0-9a-f]{8}-/.test(name)) continue;
        const { promise, resolve } = Promise.withResolvers<void>();
        indexedDB.deleteDatabase(name).addEventListener('success', () => resolve());
        await promise;
      }
    });
    await withServer(phone);
    await page.goto(sectionPath(team));
    await showEvidence(page);
    await expect.poll(() => tilesIn(page, 'hilang dari HP ini').count(), { timeout: 30_000 }).toBe(1);
    expect(await evidenceAt(page).getByText('di HP rekan').count()).toBe(0);
    await tilesIn(page, 'hilang dari HP ini').first().click();
    await page
      .getByRole('alert')
      .getByText('Foto ini hilang dari HP ini sebelum sampai di server. Ambil ulang')
      .waitFor();
    await page.getByRole('button', { name: 'Ambil ulang', exact: true }).waitFor();
  });
});
