import { checkAssessment } from '@patuh/shared/checks/check-assessment';
import { questionnaireOf } from '@patuh/shared/sync/questionnaire';
import { currentValues } from '@patuh/shared/sync/values';
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';

import { violationsOn } from '../support/accessibility.ts';
import { explainAll, HEALTH, handIn, pulled, pushAll } from '../support/assessments.ts';
import { aVisitedSite, DESK, textOn, type Visited } from '../support/browser.ts';
import { buildManifest, bytesOnTheWire, partsNamed, scriptsOf } from '../support/built-scripts.ts';
import { aDevice, aUserId } from '../support/changes.ts';
import {
  aFieldTeam,
  allSent,
  answerPage,
  type FieldTeam,
  handInHere,
  openField,
  tapLevel,
} from '../support/field-phone.ts';
import { aPerson, grant, signedIn } from '../support/people.ts';
import { instrumentOf } from '../support/reference-instruments.ts';

/** The assessor's day, on a phone, by tapping. */

const INSTRUMENT = instrumentOf(2023);
const TOUCH = { hasTouch: true } as const;

let visited: Visited;
beforeAll(async () => {
  visited = await aVisitedSite();
});
afterEach(async () => await visited.closeReaders());
afterAll(async () => await visited.close());

async function heading(page: Page, name: string): Promise<void> {
  await page.getByRole('heading', { level: 1, name }).waitFor();
}

/** What the colleague's device adds: every open question, profiles, names, and users up to the target. */
async function colleagueFillsTheRest({ enumerator, assessment }: FieldTeam): Promise<void> {
  const device = aDevice();
  const { id } = assessment;
  const before = questionnaireOf(INSTRUMENT, HEALTH, (await pulled(enumerator, id)).cells);
  const missing = 30 - before.subjects.filter(({ kind }) => kind === 'user').length;
  const users = Array.from({ length: missing }, aUserId).map((subjectId) =>
    device.change(id, { subjectId }, { field: 'presence', value: { state: 'present' } }),
  );
  await pushAll(enumerator, users);
  const { subjects, questions } = questionnaireOf(INSTRUMENT, HEALTH, (await pulled(enumerator, id)).cells);
  const profile = { gender: 'female', ageBand: '26-35', education: 'diploma', work: 'private' } as const;
  await pushAll(enumerator, [
    ...subjects
      .filter((subject) => subject.kind === 'user' && subject.profile === null)
      .map((subject) => device.change(id, { subjectId: subject.id }, { field: 'profile', value: profile })),
    ...subjects
      .filter((subject) => subject.kind === 'product' && subject.name === null)
      .map((subject) => device.change(id, { subjectId: subject.id }, { field: 'name', value: 'Rawat jalan' })),
    ...questions
      .filter(({ answer }) => answer === null)
      .map(({ indicator, subject }) => device.level(id, { indicatorId: indicator.id, subjectId: subject.id }, 2)),
  ]);
  await explainAll(enumerator, id, INSTRUMENT);
}

async function faultsOn(page: Page): Promise<readonly string[]> {
  const faults: string[] = [];
  for (const viewport of [{ width: 390, height: 844 }, DESK, { width: 320, height: 700 }]) {
    await page.setViewportSize(viewport);
    const tooWide = await page.evaluate(() => document.documentElement.scrollWidth > window.innerWidth);
    faults.push(...(await violationsOn(page)));
    if (tooWide) faults.push(`wider than ${viewport.width}`);
  }
  return faults;
}

/** What the list of units is made of: these sources, and what they import. */
const FIRST_SCREEN = ['src/entry-app.tsx', 'src/features/identity/field-gate.tsx', 'src/features/field/field-area.tsx'];
const UNIT_SCREENS = 'src/features/field/unit-area.tsx';

describe('an assessor with a phone', () => {
  it('waits for no more than 150 KB of script', async () => {
    expect(await bytesOnTheWire(scriptsOf(await buildManifest(), FIRST_SCREEN))).toBeLessThanOrEqual(150_000);
  });

  it('uses the list of units before the script of the forms is there, and has it soon after', async () => {
    const team = await aFieldTeam(visited);
    const { page } = await visited.reader(TOUCH);
    await openField(page, team.assessor);
    const manifest = await buildManifest();
    const first = scriptsOf(manifest, FIRST_SCREEN);
    const later = new Set([...scriptsOf(manifest, [UNIT_SCREENS])].filter((script) => !first.has(script)));
    // What worries about the device: fetched beside the list where there is something to worry about.
    const worries = scriptsOf(manifest, ['src/features/field/concerns-notice.tsx']);
    // What the server has leaves the device once nothing else is to be done.
    const tidying = scriptsOf(manifest, partsNamed(manifest, ['let-go', 'idb-forget']));
    // Not a name only: the forms and what they are made of.
    expect(await bytesOnTheWire(later)).toBeGreaterThan(20_000);
    const forms = `/${manifest[UNIT_SCREENS]!.file}`;
    const fetched: string[] = [];
    const held = Promise.withResolvers<void>();
    await page.route(`**${forms}`, async (route) => {
      await held.promise;
      await route.continue();
    });
    page.on('request', (request) => {
      const { pathname } = new URL(request.url());
      if (request.resourceType() === 'script') fetched.push(pathname);
    });
    const asked = page.waitForRequest(`**${forms}`);
    await page.reload();
    await page.getByRole('link', { name: team.unitName }).waitFor();
    await asked;
    expect(fetched.filter((script) => ![first, later, worries, tidying].some((known) => known.has(script)))).toEqual(
      [],
    );
    expect([...first].filter((script) => !fetched.includes(script))).toEqual([]);
    held.resolve();
    await page.getByRole('link', { name: team.unitName }).tap();
    await heading(page, team.unitName);
  });

  it('goes on with one tap from the list, at the next open question, and comes to the contents with one more', async () => {
    const team = await aFieldTeam(visited);
    const { page } = await visited.reader(TOUCH);
    await openField(page, team.assessor);
    const card = page.locator('.unit-card');
    await card.getByRole('link', { name: /^Mulai mengisi .* · Pelaksana 1$/ }).tap();
    await tapLevel(page.locator('#komponen-standar-pelayanan'), 2);
    await tapLevel(page.locator('#tugas-dan-wewenang'), 2);
    await allSent(page);
    await page.goto('/lapangan');
    await card.getByRole('link', { name: /^Lanjutkan .* · Pelaksana 1$/ }).tap();
    const chosen = page.locator('.question:focus-within');
    await chosen.waitFor();
    expect(await chosen.getAttribute('class')).not.toContain('question--answered');
    expect(await page.locator('.question').nth(2).getAttribute('id')).toBe(await chosen.getAttribute('id'));
    await page.getByRole('link', { name: team.unitName }).tap();
    await heading(page, team.unitName);
  });

  it('answers a unit by tapping, is told what is missing, and hands it in', async () => {
    const team = await aFieldTeam(visited);
    const { page, complaints } = await visited.reader(TOUCH);
    await openField(page, team.assessor);
    // The sign-in page asks for demo sign-ins and for a session; here is neither.
    const before = complaints.length;
    await heading(page, 'Unit tim saya');
    await page.locator('.unit-card').getByText('0 dari 217 jawaban').waitFor();
    await page.getByRole('link', { name: team.unitName }).tap();
    await page.getByRole('link', { name: /^Mulai mengisi/ }).tap();
    await heading(page, 'Kompetensi Pelaksana');
    expect(await answerPage(page, 3)).toBe(6);
    await page.getByRole('link', { name: 'Lanjut: Pelaksana 2' }).tap();
    await page.getByText('Pelaksana 2: Kepala seksi layanan').waitFor();
    await page.getByText('Dapat diwawancarai:').tap();
    await page.getByText('Jabatan kosong', { exact: true }).tap();
    await page.getByText('Tidak ada pertanyaan untuk yang tidak dapat ditanya').waitFor();
    await allSent(page);

    await page.getByRole('link', { name: team.unitName }).tap();
    await page.getByRole('link', { name: /^Unit layanan/ }).tap();
    await heading(page, 'Sarana Prasarana');
    expect(await answerPage(page, 2)).toBe(9);
    await page.getByRole('link', { name: 'Lanjut: Standar Pelayanan, Produk 1' }).tap();
    await heading(page, 'Standar Pelayanan');
    await page.getByLabel('Nama produk layanan').fill('Rawat jalan');
    expect(await answerPage(page, 3)).toBe(11);
    const integrated = page.locator('#pelayanan-terpadu');
    await integrated.getByText('Tidak berlaku', { exact: true }).tap();
    await integrated.getByLabel('Alasan tidak berlaku').fill('Hanya satu layanan di kantor ini');
    await integrated.getByRole('button', { name: 'Tambah catatan' }).tap();
    await allSent(page);
    await integrated.getByRole('status').filter({ hasText: 'Terkirim' }).first().waitFor();

    await page.getByRole('link', { name: team.unitName }).tap();
    await page.getByRole('link', { name: /^Pengelola pengaduan 1/ }).tap();
    await heading(page, 'Pengelolaan Pengaduan');
    expect(await answerPage(page, 1)).toBe(6);
    await page.getByRole('link', { name: team.unitName }).tap();
    await page.getByRole('link', { name: 'Pengguna: 0 dari 30' }).tap();
    await page.getByRole('button', { name: 'Mulai wawancara' }).tap();
    await heading(page, 'Pengguna baru');
    await page.getByRole('button', { name: 'Bersedia', exact: true }).tap();
    for (const mark of ['Perempuan', '26–35', 'SMA/SMK', 'Petani/nelayan']) {
      await page.locator('.pill', { hasText: mark }).tap();
    }
    expect(await answerPage(page, 3)).toBe(5);
    await page.getByText('Wawancara lengkap.').first().waitFor();
    await heading(page, 'Pengguna 1');
    await allSent(page);

    await page.reload();
    await page.getByText('Wawancara lengkap.').first().waitFor();
    expect(await page.locator('.question input:checked').count()).toBe(5);
    await page.goto(`/lapangan/${team.assessment.id}/serahkan`);
    await page.getByRole('heading', { name: 'Belum dapat diserahkan' }).waitFor();
    const blocked = await textOn(page, 'main');
    expect(blocked).toContain('Baru 1 pengguna diwawancarai; sedikitnya 10');
    expect(blocked).toContain('Produk 2');
    expect(await page.getByRole('button', { name: 'Serahkan sekarang' }).count()).toBe(0);
    expect(blocked).not.toMatch(/nilai sementara|zona/i);

    await colleagueFillsTheRest(team);
    await page.reload();
    // What the colleague entered and explained has to come first.
    await allSent(page);
    await page.getByRole('heading', { name: /^Jawaban tanpa bukti/ }).waitFor({ state: 'detached' });
    await handInHere(page);
    const view = await pulled(team.enumerator, team.assessment.id);
    expect(view.state).toBe('submitted');
    const { cells, points } = view;
    const left = checkAssessment({ instrument: INSTRUMENT, unitKind: HEALTH, cells, points, coordinates: null });
    expect(left.filter(({ weight }) => weight === 'blocks')).toEqual([]);
    expect(complaints.slice(before)).toEqual([]);
  });

  it('sees at the question why it came back, and mends it there', async () => {
    const team = await aFieldTeam(visited);
    await colleagueFillsTheRest(team);
    const { id } = team.assessment;
    const assessor = await signedIn(visited.site, team.assessor);
    expect((await handIn(assessor, id)).status).toBe(200);
    const verifier = await signedIn(
      visited.site,
      await aPerson(visited.site.db, { grants: [grant('verifier', '53')] }),
    );
    const { version } = await pulled(assessor, id);
    const point = { indicatorId: 'kecukupan-pelaksana', subjectId: 'unit', reason: 'Dokumen ABK belum terlihat.' };
    const returned = await verifier.post(`/api/office/assessments/${id}/return`, { version, points: [point] });
    expect(returned.status).toBe(200);

    const { page } = await visited.reader(TOUCH);
    await openField(page, team.assessor);
    await page.getByText('1 butir dikembalikan').first().waitFor();
    await page.getByRole('link', { name: team.unitName }).tap();
    await page
      .getByRole('link', { name: /^Kecukupan jumlah pelaksana.*Unit layanan/ })
      .first()
      .tap();
    const question = page.locator('#kecukupan-pelaksana');
    await question.getByText('Dokumen ABK belum terlihat.').waitFor();
    await tapLevel(question, 1);
    await question.getByText('Sudah ditanggapi; menunggu verifikator.').waitFor();
    await page.goto(`/lapangan/${id}/serahkan`);
    await handInHere(page);
    await page.goto(`/lapangan/${id}`);
    await page.getByText('Nilai sementara menurut jawaban').waitFor();
  });

  it('goes on without a network, and chooses where a colleague entered something else', async () => {
    const team = await aFieldTeam(visited);
    const { id } = team.assessment;
    const { page } = await visited.reader(TOUCH);
    const path = `/lapangan/${id}/bagian/sarana-prasarana/unit`;
    await openField(page, team.assessor, path);
    const question = page.locator('#frekuensi-pengawasan-internal');
    await question.waitFor();
    await allSent(page);
    await page.context().setOffline(true);
    await tapLevel(question, 3);
    await page.getByText('Belum terkirim: 1 jawaban').waitFor();
    await question.getByText('Tersimpan di perangkat ini').waitFor();
    await page.getByRole('button', { name: 'Keluar' }).tap();
    await page.getByRole('dialog').getByText('Isian itu tetap aman di perangkat ini').waitFor();
    await page.getByRole('button', { name: 'Tetap di sini' }).tap();
    const where = { indicatorId: 'frekuensi-pengawasan-internal', subjectId: 'unit' };
    await pushAll(team.enumerator, [aDevice().level(id, where, 1)]);
    await page.context().setOffline(false);
    await page.evaluate(() => window.dispatchEvent(new Event('online')));
    await question.getByText('Ada dua isian berbeda').waitFor();
    expect(await question.innerText()).toMatch(/Tingkat 1[\s\S]*Budi Enumerator/);
    await question.getByRole('button', { name: 'Pakai “Tingkat 1”' }).tap();
    await question.getByText('Ada dua isian berbeda').waitFor({ state: 'detached' });
    const held = async () => {
      const { cells } = await pulled(team.enumerator, id);
      return cells.find(({ indicatorId }) => indicatorId === where.indicatorId);
    };
    await expect.poll(async () => (await held())?.others, { timeout: 20_000 }).toEqual([]);
    await allSent(page);
    expect((await held())?.current.entry.value).toEqual({ kind: 'level', level: 1 });
  });

  it('can only read what is handed in, and sees what came too late', async () => {
    const team = await aFieldTeam(visited);
    await colleagueFillsTheRest(team);
    const { id } = team.assessment;
    expect((await handIn(await signedIn(visited.site, team.assessor), id)).status).toBe(200);
    const where = { indicatorId: 'kecukupan-pelaksana', subjectId: 'unit' };
    const [answer] = await pushAll(team.enumerator, [aDevice().level(id, where, 0)]);
    expect(answer?.outcome).toBe('late');
    const { page } = await visited.reader(TOUCH);
    await openField(page, team.assessor, `/lapangan/${id}`);
    await page.getByText('Isian terlambat (1)').waitFor();
    expect(await textOn(page, 'main')).toContain('Budi Enumerator');
    await page.goto(`/lapangan/${id}/bagian/sarana-prasarana/unit`);
    await page.locator('#kecukupan-pelaksana').waitFor();
    expect(await page.locator('#kecukupan-pelaksana input:enabled').count()).toBe(0);
    expect(await page.locator('#kecukupan-pelaksana input:checked').getAttribute('value')).toBe('2');
  });

  it('records a unit as not assessed only with something that shows it, and a reason that somebody chose', async () => {
    const team = await aFieldTeam(visited);
    const { page } = await visited.reader(TOUCH);
    await openField(page, team.assessor, `/lapangan/${team.assessment.id}/tidak-dinilai`);
    await page.getByText('Tambahkan dulu sedikitnya satu bukti').waitFor();
    const record = page.getByRole('button', { name: 'Catat tidak dinilai' });
    expect(await record.count()).toBe(0);
    await page.getByLabel('Penjelasan').fill('Kapal tidak berlayar selama seminggu');
    await page.getByText('Lainnya', { exact: true }).tap();
    await page.getByRole('button', { name: 'Alamat web' }).tap();
    await page.getByRole('dialog').getByLabel('Alamat', { exact: true }).fill('https://cuaca.contoh.example/gelombang');
    await page.getByRole('button', { name: 'Simpan alamat' }).tap();
    // What was written before is still there once the evidence has been sent.
    await record.tap();
    expect(await page.getByLabel('Penjelasan').inputValue()).toBe('Kapal tidak berlayar selama seminggu');
    await page.getByText('Pilih satu alasan.').waitFor();
    await page.getByText('Tidak dapat dijangkau').tap();
    await record.tap();
    await page.getByRole('dialog').getByRole('button', { name: 'Catat tidak dinilai' }).tap();
    await page.getByText('Dicatat tidak dinilai').waitFor();
    const { state, cells } = await pulled(team.enumerator, team.assessment.id);
    expect(state).toBe('not-assessed');
    expect(currentValues(cells).evidence).toMatchObject([{ piece: { kind: 'web-address', proves: [] } }]);
  });

  it('finds every screen accessible, on a small phone and at a desk', async () => {
    const team = await aFieldTeam(visited);
    const { page } = await visited.reader(TOUCH);
    await openField(page, team.assessor);
    await page.locator('.unit-card').waitFor();
    const { id } = team.assessment;
    for (const [path, sign] of [
      ['', '.unit-card'],
      [`/${id}`, '.contents'],
      [`/${id}/bagian/kompetensi-pelaksana/officer-1`, '.question'],
      [`/${id}/bagian/standar-pelayanan/product-2`, '.question'],
      [`/${id}/pengguna`, '.add-user'],
      [`/${id}/pengguna/${aUserId()}`, '.consent'],
      [`/${id}/serahkan`, '.findings'],
      [`/${id}/tidak-dinilai`, 'form'],
    ] as const) {
      await page.setViewportSize({ width: 390, height: 844 });
      await page.goto(`/lapangan${path}`);
      await page.locator(sign).first().waitFor();
      expect(await faultsOn(page), `/lapangan${path}`).toEqual([]);
    }
  });
});
