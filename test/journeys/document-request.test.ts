import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';

import { indicatorsOf } from '@patuh/shared/scoring/weights';

import { violationsOn } from '../support/accessibility.ts';
import { aVisitedSite, DESK, type Visited } from '../support/browser.ts';
import { pdf, photo } from '../support/evidence-files.ts';
import { aPerson, grant } from '../support/people.ts';
import { aPageOf } from '../support/signed-in-page.ts';
import { aHandedInUnit, type HandedIn } from '../support/verification.ts';

let visited: Visited;
let scene: HandedIn;
beforeAll(async () => {
  visited = await aVisitedSite({ history: false });
  scene = await aHandedInUnit(visited.site);
});
afterEach(async () => await visited.closeReaders());
afterAll(async () => await visited.close());

const WANTED = 'Surat keputusan penunjukan pejabat pengelola pengaduan';
const path = (rest = ''): string => `/api/office/assessments/${scene.unit.id}/document-requests${rest}`;

/** Where the link leads, without the address of the server. */
async function aLink(): Promise<string> {
  const { id: indicatorId } = indicatorsOf(scene.instrument.tree).find(({ subject }) => subject === 'unit')!;
  const wish = { indicatorId, subjectId: 'unit', wanted: WANTED, dueOn: '2099-01-31' };
  const made = await scene.verifier.post(path(), wish);
  const url = new URL((made.body as { link: { url: string } }).link.url);
  return `${url.pathname}${url.hash}`;
}

describe('one missing document', () => {
  it('is asked for at the desk by a key, sent by the unit, and accepted with a reason', async () => {
    const { id: indicatorId } = indicatorsOf(scene.instrument.tree).find(({ subject }) => subject === 'unit')!;
    const desk = await aPageOf(visited, scene.people.verifier, DESK);
    await desk.goto(`/kantor/unit/${scene.unit.id}?butir=${indicatorId}~unit`);
    await desk.getByRole('button', { name: 'Minta dokumen' }).waitFor();
    await desk.keyboard.press('m');
    await desk.getByLabel('Dokumen yang diminta').fill(WANTED);
    await desk.getByLabel('Tenggat').fill('2099-01-31');
    expect(await violationsOn(desk)).toEqual([]);
    await desk.keyboard.press('Enter');
    const link = new URL(await desk.getByRole('textbox', { name: 'Tautan', exact: true }).inputValue());
    const whatsApp = await desk.getByRole('link', { name: 'Kirim lewat WhatsApp' }).getAttribute('href');
    expect(decodeURIComponent(whatsApp ?? '')).toContain(link.href);
    await desk.getByRole('button', { name: 'Selesai' }).click();
    await desk.getByText('menunggu unit').waitFor();

    const { page } = await visited.reader();
    await page.goto(`${link.pathname}${link.hash}`);
    const chooser = page.waitForEvent('filechooser');
    await page.getByRole('button', { name: 'Pilih foto atau PDF' }).click();
    await (await chooser).setFiles([{ name: 'SK.pdf', mimeType: 'application/pdf', buffer: pdf() }]);
    await page.getByText('Terima kasih. Dokumen sudah diterima').waitFor();

    await desk.reload();
    const news = desk.getByRole('note').filter({ hasText: 'Dokumen yang diminta sudah datang' });
    await news.getByRole('button', { name: /^Buka / }).click();
    await desk.getByText('diterima setelah kunjungan, belum diputuskan').waitFor();
    await desk.getByRole('button', { name: 'Dokumen menjawab', exact: true }).click();
    await desk.getByLabel('Alasan').fill('SK itu menunjuk dua orang dan masih berlaku.');
    await desk.getByRole('dialog').getByRole('button', { name: 'Dokumen menjawab' }).click();
    await desk.getByText('diterima verifikator').waitFor();
    expect(await news.count()).toBe(0);
    await page.reload();
    await page.getByRole('heading', { name: 'Permintaan ini sudah selesai' }).waitFor();
  });
});

describe('what was asked of a unit', () => {
  it('is no business of whoever looks after every office: the desk says nothing of it, and nothing is wrong', async () => {
    const admin = await aPerson(visited.site.db, { grants: [grant('national-admin')] });
    const { id: indicatorId } = indicatorsOf(scene.instrument.tree).find(({ subject }) => subject === 'unit')!;
    const desk = await aPageOf(visited, admin, DESK);
    await desk.goto(`/kantor/unit/${scene.unit.id}?butir=${indicatorId}~unit`);
    await desk.getByRole('navigation', { name: 'Daftar butir' }).waitFor();
    await desk.waitForLoadState('networkidle');
    expect(await desk.getByRole('alert').allInnerTexts()).toEqual([]);
    expect(await desk.getByRole('region', { name: 'Dokumen susulan' }).count()).toBe(0);
  });
});

describe('the page behind the link for one missing document', () => {
  it('takes a photo and a PDF from the phone of the unit, goes on after a broken line, and thanks', async () => {
    const link = await aLink();
    const { page, complaints } = await visited.reader();
    await page.goto(link);
    await page.getByRole('heading', { name: 'Kirim dokumen yang diminta' }).waitFor();
    await page.getByText(WANTED).waitFor();
    expect(await violationsOn(page)).toEqual([]);

    // The first part meets a line that breaks: the page waits and goes on by itself.
    let isBroken = true;
    await page.route('**/parts', async (route) => {
      if (!isBroken) return await route.continue();
      isBroken = false;
      return await route.abort();
    });
    const chooser = page.waitForEvent('filechooser');
    await page.getByRole('button', { name: 'Pilih foto atau PDF' }).click();
    const large = await photo(7, { width: 3000, height: 2000, quality: 95 });
    await (
      await chooser
    ).setFiles([
      { name: 'SK hal 1.jpg', mimeType: 'image/jpeg', buffer: large },
      { name: 'SK lengkap.pdf', mimeType: 'application/pdf', buffer: pdf() },
    ]);
    await page.getByText('Terima kasih. Dokumen sudah diterima').waitFor();
    expect(await page.getByText('SK lengkap.pdf', { exact: false }).count()).toBeGreaterThan(0);
    expect(complaints.filter((one) => !one.includes('ERR_FAILED'))).toEqual([]);

    const { requests } = (await scene.verifier.get(path())).body as {
      requests: { state: string; files: { name: string; file: { size: number } }[] }[];
    };
    expect(requests.at(-1)?.state).toBe('received');
    expect(
      requests
        .at(-1)
        ?.files.map(({ name }) => name)
        .toSorted(),
    ).toEqual(['SK hal 1.jpg', 'SK lengkap.pdf']);
    expect(requests.at(-1)?.files.every(({ file }) => file.size <= 250 * 1024)).toBe(true);
  });

  it('says in plain words what cannot be taken, and where a link ended', async () => {
    const link = await aLink();
    const { page } = await visited.reader();
    await page.goto(link);
    const chooser = page.waitForEvent('filechooser');
    await page.getByRole('button', { name: 'Pilih foto atau PDF' }).click();
    const script = pdf('4 0 obj\n<< /S /JavaScript /JS (app.alert(1)) >>\nendobj');
    await (await chooser).setFiles([{ name: 'aneh.pdf', mimeType: 'application/pdf', buffer: script }]);
    await page.getByText('PDF ini berisi skrip', { exact: false }).waitFor();
    expect(await page.getByText('Belum ada berkas yang diterima.').isVisible()).toBe(true);

    await page.goto(`/dokumen#${'A'.repeat(43)}`);
    await page.reload();
    await page.getByRole('heading', { name: 'Permintaan ini sudah selesai' }).waitFor();
  });
});
