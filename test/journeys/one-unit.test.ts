import { readFile } from 'node:fs/promises';

import { listEvidence } from '@patuh/shared/contracts/evidence';
import { sectionsOf } from '@patuh/shared/sync/sections';
import type { Locator, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';

import { aVisitedSite, DESK, type Visited } from '../support/browser.ts';
import { WITH_CAMERA } from '../support/evidence-phone.ts';
import {
  aFieldTeam,
  allSent,
  answerPage,
  explainHere,
  type FieldTeam,
  handInHere,
  openField,
} from '../support/field-phone.ts';
import { anOwnPhone, type OwnPhone } from '../support/own-phone.ts';
import { aPerson, grant, signedIn } from '../support/people.ts';
import { aPhotoFile, type FilesToPick, filesToPick } from '../support/photos.ts';
import { instrumentOf } from '../support/reference-instruments.ts';

/**
 * One unit on an island, from the first question to the ferry and from the ferry to the verifier: 217 answers, 20 photos,
 * two documents, three web addresses, thirty interviews and a signed record of the visit without a network; then a network
 * that breaks again and again.
 */

const INSTRUMENT = instrumentOf(2023);
const SECTIONS = sectionsOf(INSTRUMENT);
const PATIENT = { timeout: 120_000 };
const VERIFIER = { email: 'verifikator.satu@contoh.example', password: 'perahu layar menuju rote' };

const UNIT = 'sarana-prasarana/unit';
const product = (number: number): string => `standar-pelayanan/product-${number}`;
/** Ten questions, two photos each. */
const PHOTOGRAPHED = [
  [UNIT, 'photo', 3],
  [product(1), 'photo', 4],
  [product(2), 'photo', 3],
] as const;

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

/** Ids of questions of a page of the form whose rubric wants this kind of evidence. */
function wanting(path: string, kind: 'photo' | 'document' | 'web-address'): readonly string[] {
  const [sectionId, subjectId = ''] = path.split('/');
  const subject = subjectId.replace(/-\d+$/, '');
  return (SECTIONS.find(({ id }) => id === sectionId)?.indicators ?? [])
    .filter((indicator) => indicator.subject === subject && indicator.evidence.includes(kind))
    .map(({ id }) => id);
}

async function toForm(page: Page, { assessment }: FieldTeam, path: string): Promise<void> {
  await page.goto(`/lapangan/${assessment.id}/bagian/${path}`);
  await page.locator('.question').first().waitFor();
}

async function answerEverything(page: Page, team: FieldTeam): Promise<void> {
  const pages = [
    ...[1, 2, 3, 4].map((number) => `kompetensi-pelaksana/officer-${number}`),
    UNIT,
    product(1),
    product(2),
    ...[1, 2].map((number) => `pengelolaan-pengaduan/complaint-officer-${number}`),
  ];
  for (const path of pages) {
    await toForm(page, team, path);
    if (path.includes('product')) await page.getByLabel('Nama produk layanan').fill(`Produk ${path.at(-1)}`);
    await answerAndKeep(page, 1);
  }
}

/** Leaves the page only when it says of each answer that it is kept. */
async function answerAndKeep(page: Page, level: number): Promise<void> {
  const count = await answerPage(page, level);
  const kept = page.locator('.question .keeping').getByText('Tersimpan di perangkat ini');
  await expect.poll(async () => await kept.count(), PATIENT).toBe(count);
}

async function interviewThirty(page: Page, { assessment }: FieldTeam): Promise<void> {
  await page.goto(`/lapangan/${assessment.id}/pengguna`);
  await page.getByRole('button', { name: 'Mulai wawancara' }).tap();
  for (let user = 1; user <= 30; user += 1) {
    await page.getByRole('heading', { level: 1, name: 'Pengguna baru' }).waitFor();
    await page.getByRole('button', { name: 'Bersedia', exact: true }).tap();
    for (const mark of ['Perempuan', '26–35', 'SMA/SMK', 'Petani/nelayan']) {
      await page.locator('.pill', { hasText: mark }).tap();
    }
    await answerAndKeep(page, user % 2 === 0 ? 2 : 1);
    await page.getByText('Wawancara lengkap.').first().waitFor();
    if (user < 30) await page.getByRole('button', { name: 'Orang berikutnya' }).tap();
  }
}

/** Evidence is drawn once it comes near. */
async function evidenceOf(page: Page, question: string): Promise<Locator> {
  await page.locator(`#${question} .evidence`).first().scrollIntoViewIfNeeded();
  return page.locator(`#${question}`).getByRole('region', { name: /^Bukti:/ });
}

async function attach(
  page: Page,
  question: string,
  way: 'Pilih dari galeri' | 'Pilih berkas PDF',
  chosen: string[],
): Promise<void> {
  const block = await evidenceOf(page, question);
  await block.getByText('Lainnya').click();
  const chooser = page.waitForEvent('filechooser');
  await block.getByRole('button', { name: way }).click();
  await (await chooser).setFiles(chosen);
  await expect
    .poll(async () => await block.getByRole('button', { name: /: di HP ini\. Buka/ }).count(), PATIENT)
    .toBe(chosen.length);
}

async function gatherEvidence(page: Page, team: FieldTeam): Promise<void> {
  let taken = 0;
  for (const [path, kind, count] of PHOTOGRAPHED) {
    await toForm(page, team, path);
    for (const question of wanting(path, kind).slice(0, count)) {
      const two = [`foto-${taken}.jpg`, `foto-${taken + 1}.jpg`];
      taken += 2;
      await attach(
        page,
        question,
        'Pilih dari galeri',
        await Promise.all(two.map(async (name) => await files.put(name, await aPhotoFile()))),
      );
    }
  }
  await toForm(page, team, UNIT);
  for (const question of wanting(UNIT, 'document').slice(0, 2)) {
    await attach(page, question, 'Pilih berkas PDF', [await files.put(`${question}.pdf`, aDocument(question))]);
  }
  await toForm(page, team, product(1));
  for (const question of wanting(product(1), 'web-address').slice(0, 3)) {
    const block = await evidenceOf(page, question);
    await block.getByText('Lainnya').click();
    await block.getByRole('button', { name: 'Alamat web' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('Alamat', { exact: true }).fill(`https://${question}.contoh.invalid/layanan`);
    await dialog.getByRole('button', { name: 'Simpan alamat' }).click();
    await dialog.waitFor({ state: 'detached' });
  }
}

function aDocument(title: string): Uint8Array {
  return Buffer.from(
    `%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[]/Count 0>>endobj\n` +
      `3 0 obj<</Title(${title})>>endobj\ntrailer<</Root 1 0 R/Info 3 0 R>>\n%%EOF\n`,
    'latin1',
  );
}

async function recordVisit(page: Page, { assessment }: FieldTeam): Promise<void> {
  await page.goto(`/lapangan/${assessment.id}/kunjungan`);
  await page.getByRole('button', { name: 'Mulai berita acara' }).tap();
  await page.getByLabel('Mulai', { exact: true }).fill('08:30');
  await page.getByLabel('Selesai').fill('15:10');
  await page.getByLabel('Nomor surat tugas').fill('ST-12/2026');
  await page.getByLabel('Jabatan yang ditemui').fill('Kepala Puskesmas\nPetugas loket');
  await page.getByLabel('Catatan dari unit').fill('Papan biaya sedang dicetak ulang.');
  await page.getByLabel('Catatan dari unit').blur();
  const field = page.locator('canvas');
  await field.scrollIntoViewIfNeeded();
  const box = await field.boundingBox();
  if (box === null) throw new Error('Nowhere to sign');
  await page.mouse.move(box.x + 20, box.y + 60);
  await page.mouse.down();
  for (let step = 1; step < 20; step += 1) await page.mouse.move(box.x + 20 + step * 12, box.y + 60 + (step % 3) * 15);
  await page.mouse.up();
  await page.getByLabel('Jabatan yang menandatangani').fill('Kepala Puskesmas');
  await page.getByRole('button', { name: 'Tanda tangani' }).tap();
  await page.getByText(/^Ditandatangani Kepala Puskesmas/).waitFor();
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Unduh PDF' }).tap();
  const paper = await readFile(await (await download).path());
  expect(paper.subarray(0, 5).toString()).toBe('%PDF-');
}

/** Every fourth request of a file breaks off on its way. */
async function breakingLine(): Promise<() => number> {
  let requests = 0;
  let broken = 0;
  await phone.context().route('**/api/uploads/**', async (route) => {
    requests += 1;
    if (requests % 4 !== 0) return await route.continue();
    broken += 1;
    return await route.abort('connectionreset');
  });
  return () => broken;
}

it(
  'is finished without a network, sent over a breaking one, and seen by the verifier with all that proves it',
  { timeout: 600_000 },
  async () => {
    const team = await aFieldTeam(visited);
    const unit = `/lapangan/${team.assessment.id}`;
    phone = await anOwnPhone(visited, WITH_CAMERA);
    const page = phone.page();
    await openField(page, team.assessor);
    await page.locator('.unit-card').first().waitFor();
    await allSent(page);
    await page.evaluate(async () => await navigator.serviceWorker.ready);
    await phone.context().setOffline(true);

    await page.goto(`${unit}/pulang`);
    await page.getByRole('heading', { name: 'Harus dilengkapi' }).waitFor();
    await answerEverything(page, team);
    await gatherEvidence(page, team);
    await page.goto(`${unit}/pulang`);
    await page.getByText(/Baru 0 pengguna diwawancarai/).waitFor();
    await interviewThirty(page, team);
    await page.goto(`${unit}/pulang`);
    await page.getByRole('heading', { name: 'Yang akan ditanyakan verifikator' }).waitFor();
    expect((await page.getByRole('region', { name: 'Harus dilengkapi' }).allInnerTexts()).join()).toBe('');
    await page.getByRole('heading', { name: /^Berita acara kunjungan/ }).waitFor();
    await recordVisit(page, team);
    await page.goto(`${unit}/serahkan`);
    await explainHere(page);
    await page.goto(`${unit}/pulang`);
    const farewell = async (): Promise<string> => await page.locator('.go-home [role=status]').innerText();
    await expect.poll(farewell, PATIENT).toMatch(/Tidak ada yang kurang\. Tinggal terkirim: \d+ jawaban dan 22 foto/);

    const broken = await breakingLine();
    await phone.context().setOffline(false);
    await page.evaluate(() => window.dispatchEvent(new Event('online')));
    await expect.poll(farewell, PATIENT).toMatch(/^\s*Boleh pulang: /);
    expect(broken()).toBeGreaterThan(0);
    await page.goto(`${unit}/serahkan`);
    await handInHere(page);

    const verifier = await aPerson(visited.site.db, {
      name: 'Yosef Verifikator',
      grants: [grant('verifier', '53')],
      ...VERIFIER,
    });
    const client = await signedIn(visited.site, verifier);
    const { body } = await client.get(`/api/assessments/${team.assessment.id}/evidence`);
    const { pieces } = listEvidence.ok.parse(body);
    const of = (kind: string) => pieces.filter(({ piece }) => piece.kind === kind);
    expect([of('photo').length, of('document').length, of('web-address').length]).toEqual([20, 2, 3]);
    expect([...of('photo'), ...of('document')].every(({ file }) => file !== null)).toBe(true);
    expect(of('web-address').every(({ webCopy }) => webCopy !== null)).toBe(true);

    const desk = await visited.reader({ viewport: DESK });
    await desk.page.goto(`/masuk?lanjut=/kantor/unit/${team.assessment.id}`);
    await desk.page.getByLabel('Alamat surel').fill(VERIFIER.email);
    await desk.page.getByLabel('Kata sandi', { exact: true }).fill(VERIFIER.password);
    await desk.page.getByRole('button', { name: 'Masuk', exact: true }).click();
    await desk.page.getByText('Kepala Puskesmas').first().waitFor();
    await desk.page.getByLabel('Instrumen').check();
    await desk.page.getByLabel(/^Tampilkan juga \d+ butir/).check();
    const entries = desk.page
      .getByRole('navigation', { name: 'Daftar butir' })
      .getByRole('listitem')
      .getByRole('button');
    const seen = new Set<string>();
    let explained = 0;
    for (const entry of await entries.all()) {
      await entry.click();
      explained += await desk.page.getByText('Diperlihatkan di tempat, tidak boleh difoto.').count();
      for (const photo of await desk.page.locator('main img[src*="/api/evidence-files/"]').all()) {
        await photo.scrollIntoViewIfNeeded();
        await expect
          .poll(async () => await photo.evaluate((image: HTMLImageElement) => image.naturalWidth))
          .toBeGreaterThan(0);
        seen.add((await photo.getAttribute('src')) ?? '');
      }
    }
    expect(seen.size).toBe(20);
    expect(explained).toBeGreaterThan(0);
  },
);
