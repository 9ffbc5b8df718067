import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';

import { aVisitedSite, type Visited } from '../support/browser.ts';
import { evidenceAt, evidenceOf, showEvidence, tilesIn, WITH_CAMERA } from '../support/evidence-phone.ts';
import { aFieldTeam, type FieldTeam, openField } from '../support/field-phone.ts';
import { anOwnPhone, type OwnPhone } from '../support/own-phone.ts';
import { button, sectionPath } from '../support/phone-at-a-question.ts';

/** The camera in the page, on a slow phone and on one where a call comes in. */

let visited: Visited;
let phone: OwnPhone;
let team: FieldTeam;
beforeAll(async () => {
  visited = await aVisitedSite({ history: false });
});
beforeEach(async () => {
  team = await aFieldTeam(visited);
  phone = await anOwnPhone(visited, WITH_CAMERA);
  const page = phone.page();
  await openField(page, team.assessor, sectionPath(team));
  await showEvidence(page);
  await evidenceAt(page)
    .getByRole('button', { name: /^Kamera untuk bukti/ })
    .click();
  await button(page, 'Potret').and(page.locator(':enabled')).waitFor();
});
afterEach(async () => await phone.close());
afterAll(async () => await visited.close());

/** What the system does with the camera of the page. */
const cameraIs = async (event: 'mute' | 'unmute' | 'ended'): Promise<void> =>
  await phone.page().evaluate((name) => {
    const { srcObject } = document.querySelector('video') ?? {};
    if (srcObject instanceof MediaStream) srcObject.getVideoTracks()[0]?.dispatchEvent(new Event(name));
  }, event);

describe('the camera in the page', () => {
  it('has three photos in hand at most, however quickly somebody taps, and takes more once they are kept', async () => {
    const page = phone.page();
    await button(page, 'Potret').evaluate((shutter: HTMLElement) => {
      for (let tap = 0; tap < 12; tap += 1) shutter.click();
    });
    await page.getByText('3 foto tersimpan.').waitFor();
    await button(page, 'Potret').click();
    await page.getByText('4 foto tersimpan.').waitFor();
    await button(page, 'Selesai').click();
    await expect.poll(() => tilesIn(page, 'sampai di server').count(), { timeout: 30_000 }).toBe(4);
    expect(await evidenceOf(team)).toHaveLength(4);
  });

  it('says that its picture stands still, takes none of it, and goes on when it moves again', async () => {
    const page = phone.page();
    await cameraIs('mute');
    await page.getByText(/Gambar kamera berhenti, mungkin karena telepon masuk/).waitFor();
    expect(await button(page, 'Potret').isDisabled()).toBe(true);
    await cameraIs('unmute');
    await button(page, 'Potret').click();
    await page.getByText('1 foto tersimpan.').waitFor();
    expect(await page.getByText(/Gambar kamera berhenti/).count()).toBe(0);
  });

  it('says that it ended, and what was taken before is kept', async () => {
    const page = phone.page();
    await button(page, 'Potret').click();
    await page.getByText('1 foto tersimpan.').waitFor();
    await cameraIs('ended');
    await page.getByText(/Kamera berhenti\. Ketuk Selesai, lalu buka Kamera lagi/).waitFor();
    expect(await button(page, 'Potret').isDisabled()).toBe(true);
    await button(page, 'Selesai').click();
    await expect.poll(() => tilesIn(page, 'sampai di server').count(), { timeout: 30_000 }).toBe(1);
  });

  it('is left in peace by a second tab, and its last photo is still missed by the app that starts after it was ended', async () => {
    const second = await phone.context().newPage();
    await second.goto(`${visited.address}/lapangan`);
    await second.getByText('Semua jawaban sudah di server').waitFor();
    expect(await second.getByText('Foto terakhir belum tersimpan').count()).toBe(0);
    await phone.kill();
    await phone.page().goto('/lapangan');
    await phone.page().getByText('Foto terakhir belum tersimpan. Ambil lagi.').waitFor();
  });
});
