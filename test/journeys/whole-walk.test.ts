import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { keyIdOf } from '@patuh/shared/publication/sign';
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';

import { handIn } from '../support/assessments.ts';
import { aVisitedSite, DESK, textOn, type Visited } from '../support/browser.ts';
import { acceptEverything, openPoint } from '../support/desk.ts';
import { handInHere } from '../support/field-phone.ts';
import type { Client } from '../support/people.ts';
import { run } from '../support/processes.ts';
import { TEST_DEMO_KEY } from '../support/site.ts';
import {
  acceptAll,
  allSent,
  deviceOf,
  finishUnit,
  scoredByHand,
  signInAs,
  tapAll,
  tapLevel,
  unitByHand,
  UNITS,
  UNTOUCHED,
} from '../support/walk.ts';

/** One government of seven units, from the first tap to the public page: each test is one stretch of the way. */

const PHONE = { width: 390, height: 844 };
const [first, ...others] = UNITS;
if (first === undefined) throw new RangeError('There is no unit to begin with');

let visited: Visited;
let assessor: Client;
let verifier: Client;
let folder: string;
beforeAll(async () => {
  visited = await aVisitedSite({ demo: UNTOUCHED });
  assessor = await deviceOf(visited.site, 'assessorEast');
  verifier = await deviceOf(visited.site, 'verifierOne');
  folder = await mkdtemp(join(tmpdir(), 'patuh-walk-'));
});
afterEach(async () => await visited.closeReaders());
afterAll(async () => {
  await visited.close();
  await rm(folder, { recursive: true, force: true });
});

/** With LOOK=FOLDER in the environment, pictures of every stretch of the way. */
async function look(page: Page, name: string): Promise<void> {
  const into = process.env['LOOK'];
  if (into !== undefined) await page.screenshot({ path: `${into}/walk-${name}.png`, fullPage: true });
}

async function publicScore(): Promise<string> {
  const { body, statusCode } = await visited.site.app.inject('/api/rankings/99/2024');
  if (statusCode !== 200) return '';
  const { rows } = JSON.parse(body) as { rows: { government: { code: string }; score: string }[] };
  return rows.find(({ government }) => government.code === '99.01')?.score.replace('.', ',') ?? '';
}

/** The command that anybody can run, over the files that anybody can fetch. */
async function verify(...ids: readonly string[]): Promise<{ readonly code: number | null; readonly stdout: string }> {
  const files: string[] = [];
  for (const id of ids) {
    const { body } = await visited.site.app.inject(`/api/publications/${id}`);
    files.push(join(folder, `${id}.json`));
    await writeFile(join(folder, `${id}.json`), body);
  }
  return await run(['server/src/commands/verify.ts', ...files, '--key', keyIdOf(TEST_DEMO_KEY)]).ended;
}

/** The head prepares, somebody else approves; both look at the preview. */
async function publish(correction?: string): Promise<void> {
  const head = await signInAs(visited, 'head', DESK);
  await head.goto('/kantor/penerbitan');
  await head
    .getByRole('link', { name: /Contoh/ })
    .first()
    .click();
  await head.getByLabel('Nomor Keputusan Ketua').fill('CONTOH/1/2024');
  await head.getByLabel('Tanggal keputusan').fill('2024-12-02');
  if (correction !== undefined) await head.getByLabel(/^Alasan koreksi/).fill(correction);
  await look(head, 'prepare');
  await head.getByRole('button', { name: 'Siapkan dan lihat pratinjau' }).click();
  await head.locator('.release-preview').waitFor();
  expect(await head.getByRole('button', { name: 'Setujui dan terbitkan' }).count()).toBe(0);
  const address = new URL(head.url()).pathname;
  await head.context().close();

  const admin = await signInAs(visited, 'admin', PHONE);
  await admin.goto(address);
  await admin.locator('.release-preview').waitFor();
  await look(admin, 'preview');
  await admin.getByRole('button', { name: 'Setujui dan terbitkan' }).click();
  const dialog = admin.getByRole('dialog');
  await dialog.getByRole('checkbox').check();
  await dialog.getByRole('button', { name: 'Setujui dan terbitkan' }).click();
  await admin.getByText('Sudah terbit').first().waitFor();
  await look(admin, 'published');
}

describe('one government, from the first tap to the public page', () => {
  it('begins with an assessor who answers a unit by tapping and hands it in', async () => {
    const page = await signInAs(visited, 'assessorEast', PHONE);
    await page.getByRole('heading', { level: 1, name: 'Unit tim saya' }).waitFor();
    await page.locator('.unit-card').first().waitFor();
    expect(await page.locator('.unit-card').count()).toBe(7);
    await look(page, 'units');

    const pages = [
      ...[1, 2, 3, 4].map((number) => `kompetensi-pelaksana/officer-${number}`),
      'sarana-prasarana/unit',
      ...[1, 2].map((number) => `standar-pelayanan/product-${number}`),
      ...[1, 2].map((number) => `pengelolaan-pengaduan/complaint-officer-${number}`),
    ];
    let tapped = 0;
    for (const path of pages) {
      await page.goto(`/lapangan/${first.id}/bagian/${path}`);
      if (path.includes('product')) await page.getByLabel('Nama produk layanan').fill(`Produk ${path.at(-1)}`);
      tapped += await tapAll(page, (index) => (index % 4 === 3 ? 1 : 3));
      await allSent(page);
    }
    expect(tapped).toBe(4 * 6 + 9 + 2 * 11 + 2 * 6);
    await look(page, 'questions');

    await page.goto(`/lapangan/${first.id}/pengguna`);
    for (let user = 1; user <= 10; user += 1) {
      await page.getByRole('button', { name: 'Mulai wawancara' }).click();
      await page.getByRole('heading', { level: 1, name: 'Pengguna baru' }).waitFor();
      await page.getByRole('button', { name: 'Bersedia', exact: true }).click();
      for (const mark of ['Perempuan', '26–35', 'SMA/SMK', 'Petani/nelayan']) {
        await page.locator('.pill', { hasText: mark }).click();
      }
      tapped += await tapAll(page, () => (user % 3 === 0 ? 2 : 3));
      await page.getByText('Wawancara lengkap.').first().waitFor();
      await allSent(page);
      await page.goto(`/lapangan/${first.id}/pengguna`);
    }
    expect(tapped).toBe(67 + 50);
    await page.getByLabel(/^Alasan/).fill('Hari pasar: hanya sepuluh orang datang ke kantor.');
    await page.getByLabel(/^Alasan/).blur();
    await allSent(page);
    await look(page, 'users');

    await page.goto(`/lapangan/${first.id}/serahkan`);
    await handInHere(page);
    await look(page, 'handed-in');
  });

  it('goes on with a verifier who gives one point back, and an assessor who mends it', async () => {
    const desk = await signInAs(visited, 'verifierOne', DESK);
    await desk.goto(`/kantor/unit/${first.id}`);
    await openPoint(desk, /^Persyaratan, /);
    await desk.keyboard.press('r');
    await desk.keyboard.type('Daftar persyaratan tidak tampak di catatan.');
    await desk.keyboard.press('Control+Enter');
    await desk.getByText('1 butir ditandai').waitFor();
    await desk.keyboard.press('s');
    await desk.getByRole('dialog').getByRole('button', { name: 'Kembalikan 1 butir' }).press('Enter');
    await desk.getByRole('dialog').waitFor({ state: 'detached' });
    await openPoint(desk, /^Persyaratan, /);
    await desk.getByText('Dikembalikan, menunggu jawaban tim').waitFor();
    await look(desk, 'returned');

    const phone = await signInAs(visited, 'assessorEast', PHONE);
    await phone.getByText('1 butir dikembalikan').waitFor();
    await phone.goto(`/lapangan/${first.id}/bagian/standar-pelayanan/product-1`);
    const question = phone.locator('#persyaratan');
    await question.getByText('Daftar persyaratan tidak tampak di catatan.').waitFor();
    await tapLevel(question, 2);
    await question.getByText('Sudah ditanggapi; menunggu verifikator.').waitFor();
    await look(phone, 'mended');
    await phone.goto(`/lapangan/${first.id}/serahkan`);
    await handInHere(phone);

    await desk.reload();
    await desk.getByText('Dikembalikan, sudah dijawab tim').waitFor();
    await acceptEverything(desk);
    expect(await textOn(desk, '.office-score')).toContain(await unitByHand(assessor, first.id));
    await look(desk, 'accepted');
  });

  it('shows the Sekda nothing before the last unit is final, then the score of shared/scoring', async () => {
    for (const [index, { id }] of others.slice(0, -1).entries()) {
      await finishUnit(assessor, verifier, { id, quality: 9 - index });
    }
    const early = await signInAs(visited, 'sekdaEast', PHONE);
    await early
      .getByText(/6 dari 7 unit/)
      .first()
      .waitFor();
    expect(await textOn(early, 'main')).not.toMatch(/\d,\d\d/);
    await look(early, 'sekda-early');
    await early.context().close();

    const [last] = others.slice(-1);
    await finishUnit(assessor, verifier, { id: last?.id ?? first.id, quality: 3 });
    const expected = await scoredByHand(assessor);
    const page = await signInAs(visited, 'sekdaEast', PHONE);
    await page.getByRole('link', { name: 'Lihat alasannya' }).first().click();
    await page.getByRole('heading', { level: 1 }).waitFor();
    await page.getByText(expected.government).first().waitFor();
    const shown = await textOn(page, 'main');
    for (const score of expected.units.values()) expect(shown).toContain(score);
    await look(page, 'sekda');
    await page.getByRole('link', { name: first.name }).first().click();
    await page
      .getByText(expected.units.get(first.id) ?? '')
      .first()
      .waitFor();
    await look(page, 'sekda-unit');
  });

  it('is published by two people, and everybody can recompute it', async () => {
    expect(await publicScore()).toBe('');
    await publish();
    const expected = await scoredByHand(assessor);
    await expect.poll(publicScore, { timeout: 10_000 }).toBe(expected.government);
    const { page } = await visited.reader();
    await page.goto('/peringkat/99/2024');
    const shown = await textOn(page);
    expect(shown).toContain(expected.government);
    expect(shown).toContain('Data contoh');
    await look(page, 'public');
    const verified = await verify('99-2024-1');
    expect(verified.stdout).toContain('everything holds');
    expect(verified.code).toBe(0);
  });

  it('is corrected with a reason; what it replaces stays readable and the chain holds', async () => {
    const before = await publicScore();
    const path = `/api/office/assessments/${first.id}`;
    const office = (await verifier.get(path)).body as { assessment: { version: number } };
    const point = { indicatorId: 'motto', subjectId: 'product-1', reason: 'Motto ternyata tidak dipajang.' };
    const returned = await verifier.post(`${path}/return`, { version: office.assessment.version, points: [point] });
    expect(returned.status).toBe(200);

    const phone = await signInAs(visited, 'assessorEast', PHONE);
    await phone.goto(`/lapangan/${first.id}/bagian/standar-pelayanan/product-1`);
    const question = phone.locator('#motto');
    await question.getByText(point.reason).waitFor();
    await tapLevel(question, 0);
    await question.getByText('Terkirim').waitFor();
    await allSent(phone);
    expect((await handIn(assessor, first.id)).status).toBe(200);
    await acceptAll(verifier, first.id);

    await publish('Satu indikator Dinas Kesehatan ternyata keliru dinilai.');
    const expected = await scoredByHand(assessor);
    expect(expected.government).not.toBe(before);
    await expect.poll(publicScore, { timeout: 10_000 }).toBe(expected.government);
    const old = await visited.site.app.inject('/api/publications/99-2024-1');
    expect(old.body).toContain(before.replace(',', '.'));
    const verified = await verify('99-2024-1', '99-2024-2');
    expect(verified.stdout).toContain('chain demo unbroken');
    expect(verified.code).toBe(0);
  });
});
