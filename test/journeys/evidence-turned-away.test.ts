import { deflateSync } from 'node:zlib';

import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';

import { aVisitedSite, type Visited } from '../support/browser.ts';
import { pdf } from '../support/evidence-files.ts';
import { choose, evidenceOf, showEvidence, tilesIn } from '../support/evidence-phone.ts';
import { aFieldTeam, type FieldTeam, openField } from '../support/field-phone.ts';
import { anOwnPhone, type OwnPhone } from '../support/own-phone.ts';
import { answer, button, sectionPath, withoutServer } from '../support/phone-at-a-question.ts';
import { aPhotoFile, type FilesToPick, filesToPick } from '../support/photos.ts';

/** Files that do not come through, and what the phone says of them; they stay on it. */

let visited: Visited;
let phone: OwnPhone;
let files: FilesToPick;
let team: FieldTeam;
beforeAll(async () => {
  visited = await aVisitedSite({ history: false });
  files = await filesToPick();
});
beforeEach(async () => {
  team = await aFieldTeam(visited);
  phone = await anOwnPhone(visited);
  await openField(phone.page(), team.assessor, sectionPath(team));
  await showEvidence(phone.page());
});
afterEach(async () => await phone.close());
afterAll(async () => {
  await files.close();
  await visited.close();
});

/** A script that only whoever unpacks the document finds. */
function packedScript(): Buffer {
  const head = '9 0 obj\n<< /Type /ObjStm /N 1 /First 4 /Filter /FlateDecode >>\nstream\n';
  const body = deflateSync('5 0 << /S /JavaScript /JS (app.alert(1)) >>');
  return pdf(Buffer.concat([Buffer.from(head), body, Buffer.from('\nendstream\nendobj')]));
}

describe('a file', () => {
  it('that the server turns away stays on the phone, which says why in plain words', async () => {
    const page = phone.page();
    await choose(page, 'Pilih berkas PDF', [await files.put('sk.pdf', packedScript())]);
    await tilesIn(page, 'tidak diterima server').click({ timeout: 30_000 });
    await page.getByText('Server menolak isi berkas ini. Berkas tetap di HP ini.').waitFor();
    const saving = page.waitForEvent('download');
    await page.getByRole('button', { name: /^Unduh dokumen/ }).click();
    expect((await saving).suggestedFilename()).toBe('sk.pdf');
    expect((await evidenceOf(team)).map(({ file }) => file)).toEqual([null]);
  });

  it('that changed on the way stays on the phone, which says so, and arrives once nothing changes it', async () => {
    const page = phone.page();
    await phone.context().route('**/api/uploads/**', async (route) => {
      const bytes = route.request().postDataBuffer();
      if (bytes === null || bytes.length === 0) return await route.continue();
      bytes[bytes.length >> 1] = (bytes[bytes.length >> 1] ?? 0) ^ 1;
      await route.continue({ postData: bytes });
    });
    await choose(page, 'Pilih dari galeri', [await files.put('papan.jpg', await aPhotoFile())]);
    await tilesIn(page, 'di HP ini').waitFor();
    await button(page, 'Rincian').click();
    await page.getByText(/Isi yang sampai tidak sama dengan berkas di perangkat/).waitFor();
    expect((await evidenceOf(team)).map(({ file }) => file)).toEqual([null]);
    await phone.context().unroute('**/api/uploads/**');
    await page.evaluate(() => window.dispatchEvent(new Event('online')));
    await expect.poll(() => tilesIn(page, 'sampai di server').count(), { timeout: 30_000 }).toBe(1);
  });
});

describe('signing out', () => {
  it('says how many photos are not at the server, also where every answer is', async () => {
    const page = phone.page();
    await phone.context().route('**/api/uploads**', async (route) => await route.abort('internetdisconnected'));
    await choose(page, 'Pilih dari galeri', [
      await files.put('satu.jpg', await aPhotoFile()),
      await files.put('dua.jpg', await aPhotoFile()),
    ]);
    await page.getByText('Belum terkirim: 2 foto.').waitFor();
    await button(page, 'Keluar').click();
    const dialog = page.getByRole('dialog');
    await dialog.getByText('2 foto atau dokumen belum terkirim').waitFor();
    await dialog.getByText('Isian dan foto itu tetap aman di perangkat ini').waitFor();
    await dialog.getByRole('button', { name: 'Tetap di sini' }).click();
    await withoutServer(phone);
    await answer(page, 2);
    await button(page, 'Keluar').click();
    await dialog.getByText('1 isian dan 2 foto atau dokumen belum terkirim').waitFor();
  });
});
