import { Instrument } from '@patuh/shared/domain/instrument';
import type { Locator, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';

import { violationsOn } from '../support/accessibility.ts';
import { anAssessment, aPeriod, aTeam, handIn, HEALTH, pulled, pushAll } from '../support/assessments.ts';
import { aVisitedSite, DESK, textOn, type Visited } from '../support/browser.ts';
import { aDevice, aUserId, fullAnswers } from '../support/changes.ts';
import { aFieldTeam, allSent, FIELD_PASSWORD, openField, tapLevel } from '../support/field-phone.ts';
import { aPerson, grant, signedIn } from '../support/people.ts';
import { instrumentOf } from '../support/reference-instruments.ts';
import { aCrew, aVerifiedUnit } from '../support/results.ts';

/** The form itself: finding a question, answering by keyboard, paper, a local language, and every light. */

const HAND = { hasTouch: true, viewport: { width: 360, height: 740 } } as const;
const USER_QUESTIONS = 5;

let visited: Visited;
beforeAll(async () => {
  visited = await aVisitedSite();
  await aPeriod(visited.site.db, { instrument: inTetunToo() });
});
afterEach(async () => await visited.closeReaders());
afterAll(async () => await visited.close());

/** The instrument of 2023 with consent and one question worded in Tetun as well. */
function inTetunToo(): Instrument {
  const wording = {
    language: 'Tetun',
    tag: 'tet',
    question: 'Serbisu ne’ebé Ita simu remata tuir tempu ne’ebé promete?',
    levels: ['Lae, no la hatene tanbasá.', 'Lae, no la fó hatene.', 'Lae, maibé fó hatene.', 'Sin, tuir tempu.'],
  };
  const text = JSON.stringify(instrumentOf(2023), (_, value: unknown) =>
    typeof value === 'object' && value !== null && 'id' in value && value.id === 'penundaan-berlarut'
      ? { ...value, wordings: [wording] }
      : value,
  );
  const consentWordings = [{ language: 'Tetun', tag: 'tet', text: 'Ita aseita atu hatán ka?' }];
  return { ...Instrument.parse(JSON.parse(text)), version: 99, consentWordings };
}

function section(id: string, name: string, subject = 'unit'): string {
  return `/lapangan/${id}/bagian/${name}/${subject}`;
}

/** The choice that has the focus now, and what is chosen in its group. */
async function focused(page: Page): Promise<string> {
  return await page.evaluate(() => {
    const radio = document.activeElement;
    const question = radio?.closest('.question');
    const chosen = question?.querySelector<HTMLInputElement>('input[type="radio"]:checked');
    const value = radio instanceof HTMLInputElement ? radio.value : '';
    return `${question?.id ?? ''}: focus ${value}, chosen ${chosen?.value ?? 'nothing'}`;
  });
}

/** Targets of the bar at the lower edge: their sizes, and whether each lies within the screen. */
async function barTargets(page: Page): Promise<readonly { name: string; least: number; inside: boolean }[]> {
  return await page.locator('.step-bar').evaluate((bar) =>
    [...bar.querySelectorAll<HTMLElement>('a, button')].map((target) => {
      const { width, height, top, bottom, right } = target.getBoundingClientRect();
      const inside = top > window.innerHeight / 2 && bottom <= window.innerHeight + 1 && right <= window.innerWidth;
      return { name: target.ariaLabel ?? target.innerText, least: Math.min(width, height), inside };
    }),
  );
}

async function isWithinView(target: Locator): Promise<boolean> {
  return await target.evaluate((element) => {
    const { top } = element.getBoundingClientRect();
    return top >= -20 && top < window.innerHeight / 2;
  });
}

describe('searching in a unit', () => {
  it('leads from a part of a word to the question of each product, answered or not', async () => {
    const team = await aFieldTeam(visited);
    const { id } = team.assessment;
    const { page, complaints } = await visited.reader(HAND);
    await openField(page, team.assessor, section(id, 'standar-pelayanan', 'product-1'));
    const charter = page.locator('#maklumat-layanan');
    await tapLevel(charter, 2);
    const before = complaints.length;
    await page.getByRole('button', { name: 'Cari', exact: true }).tap();
    const sheet = page.getByRole('dialog', { name: 'Pindah ke pertanyaan lain' });
    await sheet.getByLabel('Cari pertanyaan').fill('MAKLU');
    await sheet.getByText(/butir cocok/).waitFor();
    expect(
      await sheet
        .getByRole('link', { name: /^Produk 1/ })
        .first()
        .innerText(),
    ).toContain('Tingkat 2');
    expect(
      await sheet
        .getByRole('link', { name: /^Produk 2/ })
        .first()
        .innerText(),
    ).toContain('belum dijawab');
    await sheet
      .getByRole('link', { name: /^Produk 2/ })
      .first()
      .tap();
    await page.getByText('Produk 2', { exact: true }).first().waitFor();
    await sheet.waitFor({ state: 'detached' });
    await expect.poll(() => focused(page)).toBe('maklumat-layanan: focus 0, chosen nothing');
    expect(await isWithinView(charter)).toBe(true);
    expect(complaints.slice(before)).toEqual([]);
  });

  it('goes by / and Enter to the first open question, also on the page where one is', async () => {
    const team = await aFieldTeam(visited);
    const { id } = team.assessment;
    const { page } = await visited.reader({ viewport: DESK });
    await openField(page, team.assessor, `/lapangan/${id}`);
    await page.getByRole('button', { name: 'Cari pertanyaan' }).waitFor();
    await page.keyboard.press('/');
    await page.keyboard.type('berkebutuhan khusus');
    await page.keyboard.press('Enter');
    await expect.poll(() => focused(page)).toBe('sarana-berkebutuhan-khusus: focus 0, chosen nothing');
    await page.keyboard.press('/');
    await page.keyboard.type('jumlah pelaksana');
    await page.keyboard.press('Enter');
    await expect.poll(() => focused(page)).toBe('kecukupan-pelaksana: focus 0, chosen nothing');
    expect(await isWithinView(page.locator('#kecukupan-pelaksana'))).toBe(true);
  });
});

describe('finding one’s way', () => {
  it('keeps the place over the contents and over other pages', async () => {
    const team = await aFieldTeam(visited);
    const { id } = team.assessment;
    const { page } = await visited.reader(HAND);
    await openField(page, team.assessor, section(id, 'sarana-prasarana'));
    await page.goto(`${section(id, 'sarana-prasarana')}#frekuensi-pengawasan-internal`);
    const sixth = page.locator('#dasar-hukum-standar');
    await tapLevel(sixth, 1);
    await page.getByRole('button', { name: 'Daftar isi' }).tap();
    await page.getByRole('dialog').getByRole('button', { name: 'Tutup' }).tap();
    expect((await isWithinView(sixth.locator('.levels'))) || (await sixth.isVisible())).toBe(true);
    const top = await page.evaluate(
      () =>
        [...document.querySelectorAll('.question')].find((question) => question.getBoundingClientRect().bottom > 0)?.id,
    );
    await page.getByRole('button', { name: 'Daftar isi' }).tap();
    await page
      .getByRole('dialog')
      .getByRole('link', { name: /^Pengelola pengaduan 1/ })
      .tap();
    await page.getByRole('heading', { level: 1, name: 'Pengelolaan Pengaduan' }).waitFor();
    await page.goBack();
    await page.getByRole('heading', { level: 1, name: 'Sarana Prasarana' }).waitFor();
    await expect.poll(() => focused(page)).toContain(`${top}:`);
    expect(top).not.toBe('frekuensi-pengawasan-internal');
  });

  it('needs one hand on a small phone: everything within reach, large enough, and nothing to the side', async () => {
    const team = await aFieldTeam(visited);
    const { id } = team.assessment;
    const { page } = await visited.reader(HAND);
    await openField(page, team.assessor, section(id, 'standar-pelayanan', 'product-1'));
    for (const path of [section(id, 'standar-pelayanan', 'product-1'), `/lapangan/${id}/pengguna/${aUserId()}`]) {
      await page.goto(path);
      await page.locator('.question, .consent').first().waitFor();
      const agrees = page.getByRole('button', { name: 'Bersedia', exact: true });
      if ((await agrees.count()) > 0) await agrees.tap();
      await page.locator('.question').first().waitFor();
      const targets = await barTargets(page);
      expect(targets.map(({ name }) => name)).toEqual(expect.arrayContaining(['Daftar isi', 'Cari']));
      expect(targets.filter(({ least, inside }) => least < 44 || !inside)).toEqual([]);
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
    }
    await page.getByRole('button', { name: 'Daftar isi' }).tap();
    const low = await page.getByRole('dialog').evaluate((sheet) => sheet.getBoundingClientRect().bottom);
    expect(low).toBe(740);
  });
});

describe('a section by keyboard alone', () => {
  it('chooses by digits and never by passing', async () => {
    const team = await aFieldTeam(visited);
    const { id } = team.assessment;
    const { page } = await visited.reader({ viewport: DESK });
    await openField(page, team.assessor, section(id, 'sarana-prasarana'));
    await page.getByRole('navigation', { name: 'Daftar isi' }).waitFor();
    await page.keyboard.press('j');
    const first = 'frekuensi-pengawasan-internal';
    expect(await focused(page)).toBe(`${first}: focus 0, chosen nothing`);
    for (const key of ['ArrowDown', 'ArrowDown', 'ArrowUp']) await page.keyboard.press(key);
    expect(await focused(page)).toBe(`${first}: focus 1, chosen nothing`);
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press(' ');
    expect(await focused(page)).toBe(`${first}: focus 2, chosen 2`);
    await page.keyboard.press('ArrowUp');
    await page.keyboard.press('Enter');
    expect(await focused(page)).toBe(`${first}: focus 1, chosen 1`);
    for (const digit of ['3', '0', '2', '1', '3', '2', '0', '1']) {
      await page.keyboard.press('j');
      await page.keyboard.press(digit);
    }
    await page.keyboard.press('k');
    expect(await focused(page)).toBe('sarana-berkebutuhan-khusus: focus 0, chosen 0');
    await allSent(page);
    const { cells } = await pulled(team.enumerator, id);
    const levels = cells.map(({ current }) => JSON.stringify(current.entry.value)).toSorted();
    expect(levels.map((value) => value.replaceAll(/\D/g, ''))).toEqual(['0', '0', '1', '1', '1', '2', '2', '3', '3']);
    // What was passed left no trace: nine questions and one that was changed once.
    const { count } = await visited.site.db
      .selectFrom('answer_change')
      .select((eb) => eb.fn.countAll().as('count'))
      .where('assessment_id', '=', id)
      .executeTakeFirstOrThrow();
    expect(Number(count)).toBe(10);
  });

  it('leaves digits and letters to whoever types a note, and single letters off where somebody wants them off', async () => {
    const team = await aFieldTeam(visited);
    const { id } = team.assessment;
    const { page } = await visited.reader({ viewport: DESK });
    await openField(page, team.assessor, section(id, 'sarana-prasarana'));
    const question = page.locator('#kecukupan-pelaksana');
    await question.getByRole('button', { name: 'Tambah catatan' }).click();
    await page.keyboard.type('2 jk / 3');
    expect(await question.getByLabel('Catatan').inputValue()).toBe('2 jk / 3');
    expect(await question.locator('input:checked').count()).toBe(0);
    await page.getByText('Pintasan', { exact: true }).click();
    await page.getByLabel('Pintasan satu huruf dipakai').uncheck();
    await page.keyboard.press('/');
    await page.keyboard.press('j');
    expect(await page.getByRole('dialog').count()).toBe(0);
    await page.reload();
    await question.waitFor();
    await page.keyboard.press('/');
    expect(await page.getByRole('dialog').count()).toBe(0);
  });
});

/** A unit that was assessed in 2023, everything with 1, and is the team’s again in 2024. */
async function aUnitAssessedBefore({ site }: Visited) {
  const { db } = site;
  const crew = await aCrew(site);
  const before = await aVerifiedUnit(crew, {
    periodId: await aPeriod(db, { year: 2023 }),
    government: '53.14',
    level: () => 1,
  });
  const assessor = await aPerson(db, { grants: [grant('assessor', '53')], password: FIELD_PASSWORD });
  const periodId = await aPeriod(db);
  const teamId = await aTeam(db, { periodId, members: [{ personId: assessor.id, role: 'assessor' }] });
  const assessment = await anAssessment(db, { periodId, teamId, unit: before.unit });
  return { assessor, assessment, client: await signedIn(site, assessor) };
}

describe('last year', () => {
  it('is told beside one’s own answer and nowhere before it, and its score only after handing in', async () => {
    const { assessor, assessment, client } = await aUnitAssessedBefore(visited);
    const { id } = assessment;
    const { page } = await visited.reader(HAND);
    await openField(page, assessor, section(id, 'sarana-prasarana'));
    const question = page.locator('#kecukupan-pelaksana');
    await question.waitFor();
    await allSent(page);
    expect(await textOn(page, 'main')).not.toContain('2023');
    await tapLevel(question, 2);
    await question.getByText('Tahun 2023: tingkat 1').waitFor();
    const [, rubric] = await question.locator('.choice__text').allInnerTexts();
    expect(await question.innerText()).not.toContain('periksa kembali bukti');
    expect(await question.locator('.last-year').innerText()).toContain(rubric);
    await tapLevel(question, 3);
    await question.getByText('periksa kembali bukti').waitFor();
    expect(await page.locator('.last-year').count()).toBe(1);
    await question.getByRole('button', { name: 'Kosongkan jawaban' }).tap();
    await question.getByText('Tahun 2023').waitFor({ state: 'detached' });
    await page.goto(`/lapangan/${id}`);
    await page.locator('.contents').waitFor();
    expect(await textOn(page, 'main')).not.toContain('2023');

    const device = aDevice();
    await pushAll(client, fullAnswers(instrumentOf(2023), HEALTH, { assessmentId: id, device, level: () => 3 }));
    expect((await handIn(client, id)).status).toBe(200);
    await page.reload();
    const score = page.getByRole('region', { name: 'Nilai tahun 2023' });
    await score.waitFor();
    expect(await score.innerText()).toMatch(/\d+,\d\d[\s\S]*Merah/);
  });
});

describe('answers from paper', () => {
  it('are marked at the interview, and how fast they came is no remark then', async () => {
    const team = await aFieldTeam(visited);
    const { id } = team.assessment;
    const { page } = await visited.reader({ viewport: DESK });
    const user = aUserId();
    await openField(page, team.assessor, `/lapangan/${id}/pengguna/${user}`);
    await page.getByRole('button', { name: 'Bersedia', exact: true }).click();
    await page.locator('#ciri-gender input').first().focus();
    for (const digit of ['1', '2', '4', '3', '3', '3', '2', '3', '1']) {
      await page.keyboard.press(digit);
      await page.keyboard.press('j');
    }
    await page.getByText(/Wawancara ini tercatat dalam \d+ detik/).waitFor();
    await page.getByLabel('Diisi dari kertas').check();
    await page.getByText(/Wawancara ini tercatat/).waitFor({ state: 'detached' });
    await allSent(page);
    const { cells } = await pulled(team.enumerator, id);
    expect(cells.find(({ current }) => current.entry.field === 'from-paper')).toMatchObject({
      subjectId: user,
      indicatorId: null,
      current: { entry: { value: true } },
    });
    // The next interview of the same unit, copied digit after digit.
    await page.goto(`/lapangan/${id}/pengguna/${aUserId()}`);
    await page.getByRole('button', { name: 'Bersedia', exact: true }).click();
    await page.getByLabel('Diisi dari kertas').check();
    await page.locator('#ciri-gender input').first().focus();
    await page.keyboard.type('154232101');
    expect(await page.locator('.mark input:checked').count()).toBe(4);
    expect(await page.locator('.question input:checked').count()).toBe(USER_QUESTIONS);
    expect(await page.locator('#tidak-patut-diskriminasi input:checked').getAttribute('value')).toBe('1');
  });

  it('of a whole unit are said once, and stand at each interview', async () => {
    const team = await aFieldTeam(visited);
    const { id } = team.assessment;
    const { page } = await visited.reader(HAND);
    await openField(page, team.assessor, `/lapangan/${id}`);
    await page.getByLabel('Diisi dari kertas').check();
    await allSent(page);
    await page.goto(`/lapangan/${id}/pengguna/${aUserId()}`);
    await page.getByRole('button', { name: 'Bersedia', exact: true }).tap();
    await page.getByText('Unit ini ditandai diisi dari kertas.').waitFor();
  });
});

describe('a question in a local language', () => {
  it('stands above the official one, is marked as what it is, and stays chosen on the device', async () => {
    const team = await aFieldTeam(visited);
    const { id } = team.assessment;
    const { page } = await visited.reader(HAND);
    const path = `/lapangan/${id}/pengguna/${aUserId()}`;
    await openField(page, team.assessor, path);
    await page.getByLabel('Bahasa pertanyaan').selectOption('Tetun');
    // Consent is read out in it too, with the official sentences below.
    const consent = page.locator('.consent__words');
    expect(await consent.locator('[lang="tet"]').innerText()).toBe('Ita aseita atu hatán ka?');
    expect(await consent.locator('[lang="id"]').innerText()).toContain('Ombudsman Republik Indonesia');
    await page.getByLabel('Bahasa pertanyaan').selectOption('');
    expect(await consent.locator('[lang="tet"]').count()).toBe(0);
    await page.getByRole('button', { name: 'Bersedia', exact: true }).tap();
    const question = page.locator('#penundaan-berlarut');
    const official = 'Apakah layanan Bapak/Ibu selesai sesuai dengan waktu yang dijanjikan?';
    await question.getByText(official).waitFor();
    expect(await question.locator('[lang="tet"]').count()).toBe(0);
    await page.getByLabel('Bahasa pertanyaan').selectOption('Tetun');
    await question.getByText('Serbisu ne’ebé Ita simu').waitFor();
    expect(await question.locator('legend [lang="tet"]').count()).toBe(1);
    expect(await question.getByText(official).isVisible()).toBe(true);
    expect(await question.locator('.choice [lang="tet"]').count()).toBe(4);
    // What has no wording is asked as before.
    expect(await page.locator('#permintaan-imbalan [lang]').count()).toBe(0);
    await page.reload();
    await question.getByText('Serbisu ne’ebé Ita simu').waitFor();
    await question.getByText('Sin, tuir tempu.').tap();
    expect(await question.locator('input:checked').getAttribute('value')).toBe('3');
  });
});

describe('in every light', () => {
  it.each([
    ['light', {}],
    ['dark', { colorScheme: 'dark' }],
    ['strong contrast', { contrast: 'more' }],
    ['few colours', { forcedColors: 'active' }],
  ] as const)('%s has no fault, and what is chosen is to be seen', async (_, wish) => {
    const team = await aFieldTeam(visited);
    const { id } = team.assessment;
    const { page } = await visited.reader({ viewport: DESK, hasTouch: true, ...wish });
    await openField(page, team.assessor, section(id, 'sarana-prasarana'));
    const [chosen, other] = [
      page.locator('#kecukupan-pelaksana .choice').nth(2),
      page.locator('#kecukupan-pelaksana .choice').nth(1),
    ];
    await chosen.tap();
    const look = (element: Element): string => {
      const { borderColor, borderWidth, boxShadow, backgroundColor } = getComputedStyle(element);
      return [borderColor, borderWidth, boxShadow, backgroundColor].join(' ');
    };
    expect(await chosen.evaluate(look)).not.toBe(await other.evaluate(look));
    expect(await violationsOn(page)).toEqual([]);
    await page.keyboard.press('/');
    await page.getByRole('dialog').getByLabel('Cari pertanyaan').fill('pengaduan');
    await page.getByText(/butir cocok/).waitFor();
    expect(await violationsOn(page)).toEqual([]);
    await page.goto(`/lapangan/${id}/pengguna/${aUserId()}`);
    await page.getByRole('button', { name: 'Bersedia', exact: true }).tap();
    await page.locator('.pill').first().waitFor();
    expect(await violationsOn(page)).toEqual([]);
    await page.goto(`/lapangan/${id}`);
    await page.locator('.contents').waitFor();
    expect(await violationsOn(page)).toEqual([]);
    expect(await textOn(page, 'main')).toContain('Diisi dari kertas');
  });
});
