import { UNIT_SUBJECT } from '@patuh/shared/domain/assessment';
import { currentValues } from '@patuh/shared/sync/values';
import type { Locator, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';

import { violationsOn } from '../support/accessibility.ts';
import { HEALTH, pulled, pushAll } from '../support/assessments.ts';
import { aVisitedSite, DESK, textOn, type Visited } from '../support/browser.ts';
import { aDevice, fullAnswers } from '../support/changes.ts';
import { aFieldTeam, allSent, type FieldTeam, handInHere, openField } from '../support/field-phone.ts';
import { signedIn } from '../support/people.ts';
import { instrumentOf } from '../support/reference-instruments.ts';

/** “Boleh pulang?”: what is missing, what a verifier would ask, and the sentence that answers it. */

const INSTRUMENT = instrumentOf(2023);
const SENTENCE = 'Diperlihatkan di loket, tetapi tidak boleh difoto.';

let visited: Visited;
beforeAll(async () => {
  visited = await aVisitedSite();
});
afterEach(async () => await visited.closeReaders());
afterAll(async () => await visited.close());

const leavePath = ({ assessment }: FieldTeam): string => `/lapangan/${assessment.id}/pulang`;
const group = (page: Page, name: RegExp): Locator => page.getByRole('region', { name });
const farewell = async (page: Page): Promise<string> => await textOn(page, '.go-home [role=status]');

/**
 * Everything is answered and nothing shown: a standard that covers every product and a product without requirements, and
 * thirty users who say the same.
 */
async function everythingAnswered({ enumerator, assessment }: FieldTeam): Promise<void> {
  const level = ({ id, maximum }: { readonly id: string; readonly maximum: number }, subjectId: string): number =>
    id === 'persyaratan' && subjectId === 'product-1' ? 0 : maximum;
  const all = fullAnswers(INSTRUMENT, HEALTH, { assessmentId: assessment.id, device: aDevice(), level });
  const said = all.filter(({ entry }) => entry.field !== 'explanations');
  await pushAll(
    enumerator,
    said.map((change, index) => ({ ...change, seq: index + 1 })),
  );
}

/** Says a sentence in the form that is open there. */
async function say(where: Locator, text: string): Promise<void> {
  await where.getByRole('textbox').fill(text);
  await where.getByRole('button', { name: /^Simpan/ }).click();
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

describe('a unit in which everything is answered and nothing is shown', () => {
  it('may be left and handed in once every question of a verifier has its sentence', async () => {
    const team = await aFieldTeam(visited);
    await everythingAnswered(team);
    const { page } = await visited.reader();
    await openField(page, team.assessor, leavePath(team));
    await allSent(page);
    const papers = group(page, /^Jawaban tanpa bukti: belum ada dokumen/);
    const photos = group(page, /^Jawaban tanpa bukti: belum ada foto/);
    const contradiction = group(page, /^Jawaban yang tampak bertentangan/);
    const alike = group(page, /^Wawancara dengan jawaban yang sama persis/);
    const visit = group(page, /^Berita acara kunjungan/);
    for (const one of [papers, photos, contradiction, alike, visit]) await one.waitFor();
    expect(await farewell(page)).toMatch(/Belum: 4\d hal masih kurang\./);
    expect(await page.getByRole('link', { name: 'Lanjut menyerahkan' }).count()).toBe(0);
    // A door to where it is mended stands beside every one.
    expect(await contradiction.getByRole('link', { name: 'Periksa jawabannya' }).getAttribute('href')).toContain(
      '/product-1#persyaratan',
    );
    expect(await visit.getByRole('link', { name: 'Isi berita acara' }).count()).toBe(1);

    // One sentence for many, which outlives a reload before it is kept.
    await papers.getByRole('button', { name: /^Satu kalimat untuk \d+ hal ini$/ }).click();
    await say(papers, 'Pendek');
    await papers.getByText('Tulis sedikitnya 10 huruf').waitFor();
    await papers.getByRole('textbox').fill(SENTENCE);
    await page.reload();
    expect(await papers.getByRole('textbox').inputValue()).toBe(SENTENCE);
    await papers.getByRole('button', { name: /^Simpan untuk \d+ hal$/ }).click();
    await papers.waitFor({ state: 'detached' });

    // One for one.
    await allSent(page);
    await contradiction.getByRole('button', { name: 'Jelaskan' }).click();
    await contradiction.getByRole('textbox').fill('Produk ini baru, standarnya menyusul.');
    await page.reload();
    expect(await contradiction.getByRole('textbox').inputValue()).toBe('Produk ini baru, standarnya menyusul.');
    await contradiction.getByRole('button', { name: 'Simpan penjelasan' }).click();
    await contradiction.waitFor({ state: 'detached' });

    await photos.getByRole('button', { name: /^Satu kalimat/ }).click();
    await say(photos, SENTENCE);
    await photos.waitFor({ state: 'detached' });
    await alike.getByRole('button', { name: 'Jelaskan' }).click();
    await say(alike, 'Semua menunggu di loket yang sama.');
    await alike.waitFor({ state: 'detached' });
    expect(await farewell(page)).toMatch(/Belum: .*1 hal masih kurang/);
    await visit.getByRole('button', { name: 'Jelaskan' }).click();
    await say(visit, 'Berita acara ditulis di kertas.');
    await visit.waitFor({ state: 'detached' });

    // A sentence that is taken back leaves the question open again.
    await page.getByText(/^Sudah dijelaskan \(4\d\)$/).click();
    const said = page.locator('.warning-item', { hasText: 'Berita acara ditulis di kertas.' });
    await said.getByRole('button', { name: 'Ubah penjelasan' }).click();
    await page.getByRole('button', { name: 'Hapus penjelasan' }).click();
    await visit.waitFor();
    expect(await page.getByRole('link', { name: 'Lanjut menyerahkan' }).count()).toBe(0);
    expect(await farewell(page)).not.toContain('Boleh pulang: ');
    await visit.getByRole('button', { name: 'Jelaskan' }).click();
    await say(visit, 'Berita acara ditulis di kertas.');
    await allSent(page);
    await expect.poll(async () => await farewell(page)).toContain('Boleh pulang: ');

    // Whoever looks from another phone sees what was said.
    const { page: colleague } = await visited.reader();
    await openField(colleague, team.colleague, leavePath(team));
    await colleague.getByText(/^Sudah dijelaskan \(4\d\)$/).click();
    await colleague.getByText('Produk ini baru, standarnya menyusul.').waitFor();
    expect(await farewell(colleague)).toContain('Boleh pulang: ');
    expect(await colleague.getByRole('link', { name: 'Lanjut menyerahkan' }).count()).toBe(0);

    await page.getByRole('link', { name: 'Lanjut menyerahkan' }).click();
    await handInHere(page);
    const { cells, state } = await pulled(team.enumerator, team.assessment.id);
    expect(state).toBe('submitted');
    const values = currentValues(cells);
    const { indicatorId, subjectId } = cells.find(
      (cell) => cell.indicatorId === 'persyaratan' && cell.subjectId === 'product-1',
    )!;
    expect(values.explanation('contradiction', indicatorId, subjectId)).toBe('Produk ini baru, standarnya menyusul.');
  });

  it('is said to be left only once the server has it, and says what a colleague explained without being asked', async () => {
    const team = await aFieldTeam(visited);
    await everythingAnswered(team);
    const { page } = await visited.reader();
    await openField(page, team.assessor, leavePath(team));
    await allSent(page);
    const visit = group(page, /^Berita acara kunjungan/);
    await visit.waitFor();
    await pushAll(team.enumerator, [
      aDevice().change(
        team.assessment.id,
        {},
        {
          field: 'explanations',
          value: [
            { kind: 'answers-alike', text: 'Mereka satu keluarga.' },
            { kind: 'visit-not-recorded', text: 'Kantor unit kebanjiran.' },
          ],
        },
      ),
    ]);
    await page.evaluate(() => window.dispatchEvent(new Event('online')));
    await visit.waitFor({ state: 'detached' });
    await page.context().setOffline(true);
    for (const name of [/belum ada dokumen/, /belum ada foto/]) {
      const missing = group(page, name);
      await missing.getByRole('button', { name: /^Satu kalimat/ }).click();
      await say(missing, SENTENCE);
      await missing.waitFor({ state: 'detached' });
    }
    const contradiction = group(page, /bertentangan/);
    await contradiction.getByRole('button', { name: 'Jelaskan' }).click();
    await say(contradiction, SENTENCE);
    await contradiction.waitFor({ state: 'detached' });
    expect(await farewell(page)).not.toContain('Boleh pulang: ');
    await page.context().setOffline(false);
    await page.evaluate(() => window.dispatchEvent(new Event('online')));
    await allSent(page);
    await expect.poll(async () => await farewell(page)).toContain('Boleh pulang: ');
  });

  it('may be left once somebody chose between two sentences that were written without hearing of each other', async () => {
    const team = await aFieldTeam(visited);
    await everythingAnswered(team);
    const written = (text: string) => [
      aDevice().change(
        team.assessment.id,
        {},
        { field: 'explanations', value: [{ kind: 'visit-not-recorded', text }] },
      ),
    ];
    await pushAll(team.enumerator, written('Kantor unit kebanjiran.'));
    await pushAll(await signedIn(visited.site, team.assessor), written('Kepala kantor menolak tanda tangan.'));
    const { page } = await visited.reader();
    await openField(page, team.assessor, leavePath(team));
    await page.getByRole('button', { name: 'Pakai “Kantor unit kebanjiran.”' }).click();
    await page.getByRole('group', { name: 'Ada dua isian berbeda' }).waitFor({ state: 'detached' });
    const said = async () =>
      currentValues((await pulled(team.enumerator, team.assessment.id)).cells).explanation(
        'visit-not-recorded',
        null,
        UNIT_SUBJECT,
      );
    await expect.poll(said, { timeout: 20_000 }).toBe('Kantor unit kebanjiran.');
  });

  it('is accessible with its questions open, being answered and answered, in light and dark', async () => {
    const team = await aFieldTeam(visited);
    await everythingAnswered(team);
    for (const colorScheme of ['light', 'dark'] as const) {
      const { page } = await visited.reader({ colorScheme });
      await openField(page, team.assessor, leavePath(team));
      const visit = group(page, /^Berita acara kunjungan/);
      await visit.waitFor();
      await visit.getByRole('button', { name: 'Jelaskan' }).click();
      await say(visit, 'Pendek');
      await visit.getByText('Tulis sedikitnya 10 huruf').waitFor();
      expect(await faultsOn(page), `asked, ${colorScheme}`).toEqual([]);
      await say(visit, 'Berita acara ditulis di kertas.');
      await visit.waitFor({ state: 'detached' });
      await page.getByText(/^Sudah dijelaskan/).click();
      await page.getByRole('button', { name: 'Ubah penjelasan' }).click();
      expect(await faultsOn(page), `said, ${colorScheme}`).toEqual([]);
      await page.getByRole('button', { name: 'Hapus penjelasan' }).click();
      await visit.waitFor();
      await allSent(page);
    }
  });
});
