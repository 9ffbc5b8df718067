import { readFile } from 'node:fs/promises';

import type { Visit } from '@patuh/shared/domain/visit';
import { canonicalText } from '@patuh/shared/publication/canonical';
import { sha256Hex } from '@patuh/shared/publication/hash';
import { currentValues } from '@patuh/shared/sync/values';
import type { Locator, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';

import { violationsOn } from '../support/accessibility.ts';
import { pulled } from '../support/assessments.ts';
import { aVisitedSite, DESK, textOn, type Visited } from '../support/browser.ts';
import { buildManifest } from '../support/built-scripts.ts';
import {
  aFieldTeam,
  allSent,
  FIELD_PASSWORD,
  type FieldTeam,
  givePassword,
  openField,
  typePin,
} from '../support/field-phone.ts';
import { isKept, keptFiles } from '../support/kept-shell.ts';
import { pdfText } from '../support/pdf-text.ts';
import { phones } from '../support/phone-at-a-question.ts';
import { aPerson, grant } from '../support/people.ts';
import { allSentAtLast } from '../support/sent-at-last.ts';
import { aHandedInUnit } from '../support/verification.ts';

/** The record of a visit: written, signed and handed over at the unit, where there is no network. */

let visited: Visited;
const owned = phones();
beforeAll(async () => {
  visited = await aVisitedSite();
});
afterEach(async () => {
  await owned.closeAll();
  await visited.closeReaders();
});
afterAll(async () => await visited.close());

const visitPath = ({ assessment }: FieldTeam): string => `/lapangan/${assessment.id}/kunjungan`;
const button = (page: Page, name: string): Locator => page.getByRole('button', { name, exact: true });
const kept = (page: Page): Locator => page.locator('.visit').getByText(/Tersimpan di perangkat ini|Terkirim/);

/** The records that the server holds for a colleague. */
async function visitsOn({ enumerator, assessment }: FieldTeam): Promise<readonly Visit[]> {
  return currentValues((await pulled(enumerator, assessment.id)).cells).visits.map(({ visit }) => visit);
}

async function begin(page: Page): Promise<void> {
  await button(page, 'Mulai berita acara').click();
  await page.getByLabel('Mulai', { exact: true }).fill('08:30');
}

/** Leaves a field: what is in it is kept, or told why not. */
async function fill(page: Page, label: string, text: string): Promise<void> {
  const field = page.getByLabel(label, { exact: true });
  await field.fill(text);
  await field.blur();
}

/** Two strokes on the field of the signature, with the mouse. */
async function draw(page: Page): Promise<void> {
  const canvas = page.locator('.signature__field');
  await canvas.scrollIntoViewIfNeeded();
  const box = (await canvas.boundingBox())!;
  for (const [from, to] of [
    [0.1, 0.4],
    [0.5, 0.9],
  ] as const) {
    await page.mouse.move(box.x + box.width * from, box.y + box.height * 0.3);
    await page.mouse.down();
    await page.mouse.move(box.x + box.width * to, box.y + box.height * 0.7, { steps: 8 });
    await page.mouse.up();
  }
}

/** Opens the page after its browser ended, with the network off. */
async function again(page: Page, path: string): Promise<void> {
  await page.goto(path);
  const field = page.getByRole('region', { name: 'Pengiriman' });
  const pin = page.getByLabel('PIN', { exact: true });
  await field.or(pin).first().waitFor();
  if (await pin.isVisible()) await typePin(page, '290471');
  await field.waitFor();
}

async function faultsOn(page: Page): Promise<readonly string[]> {
  const faults: string[] = [];
  for (const viewport of [{ width: 360, height: 740 }, DESK]) {
    await page.setViewportSize(viewport);
    faults.push(...(await violationsOn(page)));
    if (await page.evaluate(() => document.documentElement.scrollWidth > window.innerWidth)) {
      faults.push(`wider than ${viewport.width}`);
    }
  }
  return faults;
}

describe('a visit without a network', () => {
  it('has on the phone what makes the paper, and nothing that the paper does not need', async () => {
    const manifest = await buildManifest();
    const urls = (await keptFiles()).map(({ url }) => url);
    for (const source of ['src/features/field/visit-page.tsx', 'src/platform/visit-paper/visit-pdf.ts']) {
      expect(urls).toContain(`/${manifest[source]?.file}`);
    }
    const forPagesOfHtml = /html2canvas|canvg|purify/;
    expect(Object.keys(manifest).filter((source) => forPagesOfHtml.test(source))).toEqual([]);
    expect(urls.filter((url) => forPagesOfHtml.test(url))).toEqual([]);
  });

  it('is written, survives a dead battery, is signed, handed over as a PDF, and arrives later as it was', async () => {
    const team = await aFieldTeam(visited);
    const path = visitPath(team);
    const phone = await owned.one(visited);
    await openField(phone.page(), team.assessor, path);
    await allSent(phone.page());
    await isKept(phone.page());
    await phone.context().setOffline(true);
    await begin(phone.page());
    await fill(phone.page(), 'Nomor surat tugas', 'ST/12/III/2026');
    await fill(phone.page(), 'Jabatan yang ditemui', 'Kepala Puskesmas\n\nPetugas loket');
    await kept(phone.page()).waitFor();
    // What cannot be kept is told where it is, and waits.
    await fill(phone.page(), 'Selesai', '08:10');
    await phone.page().getByText('Jam selesai harus sesudah jam mulai.').waitFor();
    await phone.page().getByLabel('Catatan dari unit').fill('Loket kedua dibuka mulai April, menunggu peti');

    await phone.kill();
    await phone.context().setOffline(true);
    const page = phone.page();
    await again(page, path);
    const shown = async (label: string) => await page.getByLabel(label, { exact: true }).inputValue();
    expect(await shown('Jabatan yang ditemui')).toBe('Kepala Puskesmas\nPetugas loket');
    expect(await shown('Selesai')).toBe('08:10');
    expect(await shown('Catatan dari unit')).toBe('Loket kedua dibuka mulai April, menunggu peti');
    await page.getByText('Jam selesai harus sesudah jam mulai.').waitFor();
    await page.getByText('Isi jam selesai dulu').waitFor();

    await fill(page, 'Selesai', '11:15');
    await fill(page, 'Catatan dari unit', 'Loket kedua dibuka mulai April.');
    await fill(page, 'Yang diserahkan', `Salinan surat tugas\n${'x'.repeat(201)}`);
    await page.getByText('Satu baris paling banyak 200 huruf.').waitFor();
    await fill(page, 'Yang diserahkan', 'Salinan surat tugas');
    expect(await page.locator('.visit-form .field__error').count()).toBe(0);

    await button(page, 'Tanda tangani').click();
    await page.getByText('Belum ada tanda tangan.').or(page.getByText('Isi jabatan yang menandatangani.')).waitFor();
    await draw(page);
    await page.getByLabel('Jabatan yang menandatangani').fill('Kepala Puskesmas');
    await button(page, 'Tanda tangani').click();
    await page.getByText('Berita acara yang sudah ditandatangani tidak diubah lagi.').waitFor();
    expect(await page.locator('.visit-form').count()).toBe(0);

    const downloads = page.waitForEvent('download');
    await button(page, 'Unduh PDF').click();
    const download = await downloads;
    expect(download.suggestedFilename()).toMatch(/^berita-acara-dinas-kesehatan-contoh-\d+-\d{4}-\d\d-\d\d\.pdf$/);
    const paper = pdfText(await readFile(await download.path()));
    await kept(page).waitFor();
    expect(await visitsOn(team)).toEqual([]);

    await phone.context().setOffline(false);
    await page.evaluate(() => window.dispatchEvent(new Event('online')));
    await allSentAtLast(page);
    const [visit] = await visitsOn(team);
    expect(visit).toMatchObject({
      from: '08:30',
      until: '11:15',
      letter: { number: 'ST/12/III/2026', date: null },
      team: ['Ani Asesor', 'Budi Enumerator'],
      met: ['Kepala Puskesmas', 'Petugas loket'],
      handedOver: ['Salinan surat tugas'],
      unitRemarks: 'Loket kedua dibuka mulai April.',
      unsignedReason: null,
      signature: { post: 'Kepala Puskesmas', strokes: [expect.any(Array), expect.any(Array)] },
    });
    // Whoever holds the paper can tell that it is of this very record.
    expect(paper.replaceAll('\n', '')).toContain(sha256Hex(canonicalText(visit!)));
    for (const words of [
      team.unitName,
      'BERITA ACARA KUNJUNGAN',
      '08.30 sampai 11.15',
      'Petugas loket',
      'Budi Enumerator',
    ])
      expect(paper).toContain(words);
  });
});

describe('a signed record', () => {
  it('is opened again only by taking the signature away', async () => {
    const team = await aFieldTeam(visited);
    const { page } = await visited.reader();
    await openField(page, team.assessor, visitPath(team));
    await begin(page);
    await fill(page, 'Selesai', '10:00');
    await draw(page);
    await page.getByLabel('Jabatan yang menandatangani').fill('Sekretaris');
    await button(page, 'Tanda tangani').click();
    await page.getByRole('img', { name: /^Ditandatangani Sekretaris/ }).waitFor();

    await button(page, 'Buka lagi (tanda tangan dihapus)').click();
    await page.getByRole('dialog').getByRole('button', { name: 'Batal' }).click();
    expect(await page.getByRole('img', { name: /^Ditandatangani/ }).count()).toBe(1);
    await button(page, 'Buka lagi (tanda tangan dihapus)').click();
    await button(page, 'Hapus tanda tangan').click();
    await fill(page, 'Selesai', '10:45');
    await kept(page).waitFor();
    await allSent(page);
    expect(await visitsOn(team)).toMatchObject([{ until: '10:45', signature: null }]);
  });

  it('says what stands above it: with a field that could not be kept nothing is signed', async () => {
    const team = await aFieldTeam(visited);
    const { page } = await visited.reader();
    await openField(page, team.assessor, visitPath(team));
    await begin(page);
    await fill(page, 'Selesai', '10:00');
    await fill(page, 'Jabatan yang ditemui', 'y'.repeat(201));
    await draw(page);
    await page.getByLabel('Jabatan yang menandatangani').fill('Sekretaris');
    await button(page, 'Tanda tangani').click();
    await page.getByText('Belum semua isian di atas tersimpan.').waitFor();
    expect(await page.getByRole('img', { name: /^Ditandatangani/ }).count()).toBe(0);
    expect(await page.getByLabel('Jabatan yang ditemui').inputValue()).toBe('y'.repeat(201));
  });
});

describe('two phones', () => {
  it('write one record together: each sees what the other wrote, and neither wipes it out', async () => {
    const team = await aFieldTeam(visited);
    const { page } = await visited.reader();
    const { page: colleague } = await visited.reader();
    await openField(page, team.assessor, visitPath(team));
    await begin(page);
    await fill(page, 'Nomor surat tugas', 'ST/7');
    await allSent(page);
    await openField(colleague, team.colleague, visitPath(team));
    await colleague.locator('.visit').waitFor();
    expect(await colleague.getByLabel('Nomor surat tugas').inputValue()).toBe('ST/7');
    await fill(colleague, 'Yang diserahkan', 'Lembar informasi');
    await allSent(colleague);
    await page.evaluate(() => window.dispatchEvent(new Event('online')));
    await expect.poll(async () => await page.getByLabel('Yang diserahkan').inputValue()).toBe('Lembar informasi');
    await fill(page, 'Jabatan yang ditemui', 'Petugas loket');
    await kept(page).waitFor();
    await allSent(page);
    expect(await visitsOn(team)).toMatchObject([
      { letter: { number: 'ST/7' }, handedOver: ['Lembar informasi'], met: ['Petugas loket'] },
    ]);
  });

  it('that wrote different things without a network are told what differs, and somebody chooses', async () => {
    const team = await aFieldTeam(visited);
    const { page } = await visited.reader();
    const { page: colleague } = await visited.reader();
    await openField(page, team.assessor, visitPath(team));
    await begin(page);
    await fill(page, 'Nomor surat tugas', 'ST/7');
    await allSent(page);
    await openField(colleague, team.colleague, visitPath(team));
    await colleague.locator('.visit').waitFor();
    await page.context().setOffline(true);
    await fill(page, 'Selesai', '11:00');
    await kept(page).waitFor();
    await fill(colleague, 'Selesai', '12:00');
    await allSent(colleague);
    await page.context().setOffline(false);
    await page.evaluate(() => window.dispatchEvent(new Event('online')));
    const versions = page.locator('.visit .notice--caution');
    await versions.waitFor();
    const words = await textOn(page, '.visit .notice--caution');
    expect(words).toContain('11:00');
    expect(words).toContain('12:00');
    expect(words).not.toContain('ST/7');
    await versions.getByRole('button', { name: 'Pakai yang diisi Budi Enumerator' }).click();
    await versions.waitFor({ state: 'detached' });
    await allSent(page);
    expect(await visitsOn(team)).toMatchObject([{ until: '12:00', letter: { number: 'ST/7' } }]);
  });
});

const SIGNED: Visit = {
  date: '2026-11-20',
  from: '09:00',
  until: '11:30',
  letter: { number: '12/ST/2026', date: '2026-11-18' },
  team: ['Maria Asesor'],
  met: ['Sekretaris Dinas'],
  handedOver: ['Salinan surat tugas'],
  unitRemarks: 'Papan baru sedang dicetak.',
  unsignedReason: null,
  signature: { strokes: [[20, 100, 200, 40, 380, 160]], post: 'Sekretaris Dinas', at: '2026-11-20T03:30:00.000Z' },
};

describe('the office', () => {
  it('makes the same paper of the same record', async () => {
    const { db } = visited.site;
    const where = { subjectId: 'visit-01930000-0000-7000-8000-000000000001' };
    const scene = await aHandedInUnit(visited.site, {
      users: 12,
      more: (device, id) => [device.change(id, where, { field: 'visit', value: SIGNED })],
    });
    const verifier = await aPerson(db, { grants: [grant('verifier', '53')], password: FIELD_PASSWORD });
    const { page } = await visited.reader({ viewport: DESK });
    await page.goto(`/kantor/unit/${scene.unit.id}`);
    await page.getByLabel('Alamat surel').fill(verifier.email);
    await givePassword(page);
    const panel = page.locator('.office-visits');
    await panel.getByText('Papan baru sedang dicetak.').waitFor();
    const downloads = page.waitForEvent('download');
    await panel.getByRole('button', { name: 'Unduh PDF' }).click();
    const paper = pdfText(await readFile(await (await downloads).path()));
    expect(paper.replaceAll('\n', '')).toContain(sha256Hex(canonicalText(SIGNED)));
    expect(paper).toContain('Nomor 12/ST/2026, tanggal 18 November 2026');
  });
});

describe('the page of the record', () => {
  it('is filled by keys alone, with the reason of a unit where nobody signs', async () => {
    const team = await aFieldTeam(visited);
    const { page } = await visited.reader({ viewport: DESK });
    await openField(page, team.assessor, visitPath(team));
    await button(page, 'Mulai berita acara').focus();
    await page.keyboard.press('Enter');
    await page.locator('.visit').waitFor();
    await fill(page, 'Mulai', '08:30');
    await fill(page, 'Selesai', '09:30');
    await page.getByLabel('Catatan dari unit').focus();
    await page.keyboard.press('Tab');
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Tidak ada yang menandatangani');
    await page.keyboard.press('Enter');
    await page.keyboard.press('Tab');
    await page.keyboard.type('Pimpinan sedang rapat di kabupaten.');
    const reached: string[] = [];
    for (let step = 0; step < 8 && !reached.includes('Hapus berita acara ini'); step += 1) {
      await page.keyboard.press('Tab');
      reached.push(await page.evaluate(() => document.activeElement?.textContent ?? ''));
    }
    expect(reached).toEqual(expect.arrayContaining(['Ulangi', 'Tanda tangani', 'Unduh PDF', 'Hapus berita acara ini']));
    await allSent(page);
    expect(await visitsOn(team)).toMatchObject([
      { unsignedReason: 'Pimpinan sedang rapat di kabupaten.', signature: null },
    ]);
  });

  it('is accessible while it is written and once it is signed, in light and dark', async () => {
    const team = await aFieldTeam(visited);
    for (const colorScheme of ['light', 'dark'] as const) {
      const { page } = await visited.reader({ colorScheme });
      await openField(page, team.assessor, visitPath(team));
      const start = button(page, 'Mulai berita acara');
      await start.or(button(page, 'Kunjungan lain')).waitFor();
      if (await start.isVisible()) await start.click();
      else
        await button(page, 'Buka lagi (tanda tangan dihapus)')
          .click()
          .then(async () => await button(page, 'Hapus tanda tangan').click());
      await fill(page, 'Mulai', '08:30');
      await fill(page, 'Selesai', '08:00');
      await page.getByText('Jam selesai harus sesudah jam mulai.').waitFor();
      await page.getByText('Tidak ada yang menandatangani').click();
      expect(await faultsOn(page), `writing, ${colorScheme}`).toEqual([]);
      await fill(page, 'Selesai', '09:30');
      await draw(page);
      await page.getByLabel('Jabatan yang menandatangani').fill('Petugas loket');
      await button(page, 'Tanda tangani').click();
      await page.getByRole('img', { name: /^Ditandatangani/ }).waitFor();
      expect(await faultsOn(page), `signed, ${colorScheme}`).toEqual([]);
      await allSent(page);
    }
  });
});
