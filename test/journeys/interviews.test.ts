import axe from 'axe-core';
import type { SubjectId } from '@patuh/shared/domain/assessment';
import { questionnaireOf } from '@patuh/shared/sync/questionnaire';
import { sectionsOf } from '@patuh/shared/sync/sections';
import type { AssessmentSubject } from '@patuh/shared/sync/subjects';
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';

import { HEALTH, pulled, pushAll } from '../support/assessments.ts';
import { aVisitedSite, DESK, textOn, type Visited } from '../support/browser.ts';
import { aDevice, aUserId } from '../support/changes.ts';
import { aFieldTeam, allSent, type FieldTeam, openField } from '../support/field-phone.ts';
import { instrumentOf } from '../support/reference-instruments.ts';

/** Interviews as they are held: one person after the other, in one hand or by keys alone. */

const TOUCH = { hasTouch: true } as const;
const INSTRUMENT = instrumentOf(2023);
const ASKED = sectionsOf(INSTRUMENT)
  .flatMap(({ indicators }) => indicators)
  .filter(({ subject }) => subject === 'user')
  .map(({ id }) => id);

let visited: Visited;
beforeAll(async () => {
  visited = await aVisitedSite();
});
afterEach(async () => await visited.closeReaders());
afterAll(async () => await visited.close());

/** The users of the unit as the server holds them for a colleague. */
async function usersOn({ enumerator, assessment }: FieldTeam): Promise<readonly AssessmentSubject[]> {
  const { cells } = await pulled(enumerator, assessment.id);
  return questionnaireOf(INSTRUMENT, HEALTH, cells).subjects.filter(({ kind }) => kind === 'user');
}

async function levelsOf(
  { enumerator, assessment }: FieldTeam,
  user: SubjectId | undefined,
): Promise<readonly unknown[]> {
  const { values } = questionnaireOf(INSTRUMENT, HEALTH, (await pulled(enumerator, assessment.id)).cells);
  return ASKED.map((id) => {
    const answer = user === undefined ? null : values.answer(id, user);
    return answer?.kind === 'level' ? answer.level : null;
  });
}

/** What has the focus: the step it stands in. */
async function stepWithFocus(page: Page): Promise<string> {
  return await page.evaluate(() => document.activeElement?.closest('.mark, .question')?.id ?? '');
}

/** Taps an answer in the step to which the page came by itself. */
async function tapInStep(page: Page, step: string, answer: string): Promise<void> {
  await expect.poll(async () => await stepWithFocus(page), { timeout: 20_000 }).toBe(step);
  await page.locator(`[id="${step}"]`).locator(`label:has(input[value="${answer}"])`).tap();
}

const PROFILE = [
  ['ciri-gender', 'female'],
  ['ciri-ageBand', '26-35'],
  ['ciri-education', 'upper-secondary'],
  ['ciri-work', 'farmer-fisher'],
] as const;

async function tapThrough(page: Page, level: number): Promise<void> {
  await page.getByRole('button', { name: 'Bersedia', exact: true }).tap();
  for (const [step, answer] of PROFILE) await tapInStep(page, step, answer);
  for (const question of ASKED) await tapInStep(page, question, String(level));
  await page.getByText('Wawancara lengkap.').first().waitFor();
}

async function newPerson(page: Page): Promise<void> {
  await page.getByRole('heading', { level: 1, name: 'Pengguna baru' }).waitFor();
}

async function faultsOn(page: Page): Promise<readonly string[]> {
  const faults: string[] = [];
  for (const viewport of [{ width: 390, height: 844 }, DESK, { width: 320, height: 700 }]) {
    await page.setViewportSize(viewport);
    await page.evaluate(axe.source);
    const found = await page.evaluate<readonly { id: string; nodes: readonly { html: string }[] }[]>(
      'axe.run().then((result) => result.violations)',
    );
    const tooWide = await page.evaluate(() => document.documentElement.scrollWidth > window.innerWidth);
    faults.push(...found.map(({ id, nodes }) => `${id}: ${nodes[0]?.html ?? ''}`));
    if (tooWide) faults.push(`wider than ${viewport.width}`);
  }
  await page.setViewportSize({ width: 390, height: 844 });
  return faults;
}

describe('three users, one after the other', () => {
  it('are interviewed by taps alone, without the network, and none is there before anything was said', async () => {
    const team = await aFieldTeam(visited);
    const { page, complaints } = await visited.reader(TOUCH);
    await openField(page, team.assessor, `/lapangan/${team.assessment.id}/pengguna`);
    const before = complaints.length;
    await allSent(page);
    await page.context().setOffline(true);
    await page.getByRole('button', { name: 'Mulai wawancara' }).tap();
    for (const level of [3, 1, 2]) {
      await newPerson(page);
      // Nothing is asked before the person agreed.
      expect(await page.locator('.mark, .question').count()).toBe(0);
      await tapThrough(page, level);
      await page.getByRole('button', { name: 'Orang berikutnya' }).tap();
    }
    await newPerson(page);
    await page.getByRole('link', { name: 'Selesai' }).tap();
    await page.getByText('3 dari 30 pengguna diwawancarai').waitFor();
    expect(await page.locator('.user-list li').count()).toBe(3);
    expect(await page.locator('.user-list').innerText()).toMatch(/(?:Pengguna \d[\s\S]*?lengkap[\s\S]*?){3}/);
    expect(complaints.slice(before).filter((complaint) => !complaint.includes('ERR_INTERNET_DISCONNECTED'))).toEqual(
      [],
    );

    await page.context().setOffline(false);
    await page.evaluate(() => window.dispatchEvent(new Event('online')));
    await allSent(page);
    const users = await usersOn(team);
    expect(users).toHaveLength(3);
    const profile = { gender: 'female', ageBand: '26-35', education: 'upper-secondary', work: 'farmer-fisher' };
    for (const user of users) {
      expect(user).toMatchObject({ presence: { state: 'present' }, consent: true, profile });
    }
    const levels = await Promise.all(users.map(async ({ id }) => await levelsOf(team, id)));
    expect(levels).toEqual([3, 1, 2].map((level) => ASKED.map(() => level)));
  });

  it('are interviewed by keys alone, and the focus moves only where keys move it', async () => {
    const team = await aFieldTeam(visited);
    const { page } = await visited.reader({ viewport: DESK });
    await openField(page, team.assessor, `/lapangan/${team.assessment.id}/pengguna`);
    await page.getByRole('button', { name: 'Mulai wawancara' }).focus();
    await page.keyboard.press('Enter');
    for (const digits of ['1245', '2111', '1777']) {
      await newPerson(page);
      await page.keyboard.press('Tab');
      expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Bersedia');
      await page.keyboard.press('Enter');
      await expect.poll(async () => await stepWithFocus(page), { timeout: 20_000 }).toBe('ciri-gender');
      for (const [index, digit] of digits.split('').entries()) {
        const step = PROFILE[index]?.[0] ?? '';
        const most = await page.locator(`[id="${step}"] input`).count();
        await page.keyboard.press(String(Math.min(Number(digit), most)));
        // A key chooses, and only a key goes on.
        expect(await stepWithFocus(page)).toBe(step);
        await page.keyboard.press('j');
      }
      for (const question of ASKED) {
        expect(await stepWithFocus(page)).toBe(question);
        await page.keyboard.press('2');
        expect(await stepWithFocus(page)).toBe(question);
        await page.keyboard.press('j');
      }
      await page.getByText('Wawancara lengkap.').first().waitFor();
      expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Orang berikutnya');
      await page.keyboard.press('Enter');
    }
    await newPerson(page);
    await allSent(page);
    const users = await usersOn(team);
    expect(users.map(({ profile, consent }) => [profile?.gender, profile?.ageBand, profile?.work, consent])).toEqual([
      ['female', '26-35', 'student', true],
      ['male', '17-25', 'civil-servant', true],
      ['female', '56+', 'other', true],
    ]);
  });
});

describe('the page of an interview', () => {
  it('stays where it is for who mends an answer, and for who wants it so', async () => {
    const team = await aFieldTeam(visited);
    const { page } = await visited.reader(TOUCH);
    await openField(page, team.assessor, `/lapangan/${team.assessment.id}/pengguna/${aUserId()}`);
    await page.getByRole('button', { name: 'Bersedia', exact: true }).tap();
    await tapInStep(page, 'ciri-gender', 'female');
    await expect.poll(async () => await stepWithFocus(page), { timeout: 20_000 }).toBe('ciri-ageBand');
    await page.locator('[id="ciri-gender"] label:has(input[value="male"])').tap();
    expect(await stepWithFocus(page)).toBe('ciri-gender');
    await page.getByLabel('Setelah ketukan, langsung ke pertanyaan berikutnya').uncheck();
    await page.locator('[id="ciri-ageBand"] label:has(input[value="56+"])').tap();
    await page.getByText('2 dari 9').waitFor();
    expect(await stepWithFocus(page)).toBe('ciri-ageBand');
    await page.reload();
    await page.getByText('2 dari 9').waitFor();
    await page.locator('[id="ciri-work"] label:has(input[value="student"])').tap();
    await page.getByText('3 dari 9').waitFor();
    expect(await stepWithFocus(page)).toBe('ciri-work');
  });

  it('is accessible before consent, during the interview and after it, in light and dark', async () => {
    const team = await aFieldTeam(visited);
    const { id } = team.assessment;
    for (const colorScheme of ['light', 'dark'] as const) {
      const { page } = await visited.reader({ ...TOUCH, colorScheme });
      await openField(page, team.assessor, `/lapangan/${id}/pengguna/${aUserId()}`);
      await page.locator('.consent').waitFor();
      expect(await faultsOn(page), `consent, ${colorScheme}`).toEqual([]);
      await tapThrough(page, 3);
      expect(await faultsOn(page), `interview, ${colorScheme}`).toEqual([]);
      await page.getByRole('button', { name: 'Orangnya menarik kembali jawaban' }).tap();
      await page.getByRole('dialog').waitFor();
      expect(await faultsOn(page), `asking, ${colorScheme}`).toEqual([]);
      await page.getByRole('button', { name: 'Tarik wawancara' }).tap();
      await page.getByText('Wawancara ditarik').waitFor();
      expect(await faultsOn(page), `withdrawn, ${colorScheme}`).toEqual([]);
      await page.getByRole('link', { name: 'Selesai' }).tap();
      await page.locator('.user-list').waitFor();
      expect(await faultsOn(page), `list, ${colorScheme}`).toEqual([]);
    }
  });
});

describe('somebody who does not agree', () => {
  it('is remembered as that and nothing else, and is no interview', async () => {
    const team = await aFieldTeam(visited);
    const { page } = await visited.reader(TOUCH);
    await openField(page, team.assessor, `/lapangan/${team.assessment.id}/pengguna`);
    await page.getByRole('button', { name: 'Mulai wawancara' }).tap();
    await page.getByRole('button', { name: 'Tidak bersedia' }).tap();
    await page.getByText('Orang ini tidak bersedia diwawancarai').waitFor();
    expect(await page.locator('.mark, .question').count()).toBe(0);
    await page.getByRole('button', { name: 'Orang berikutnya' }).tap();
    await newPerson(page);
    await tapThrough(page, 3);
    await page.getByRole('link', { name: 'Selesai' }).tap();
    await page.getByText('1 dari 30 pengguna diwawancarai').waitFor();
    await page.getByText('1 orang tidak bersedia.').waitFor();
    await allSent(page);
    const { cells } = await pulled(team.enumerator, team.assessment.id);
    const refused = (await usersOn(team)).find(({ consent }) => consent === false);
    const said = cells.filter(({ subjectId }) => subjectId === refused?.id).map(({ current }) => current.entry);
    expect(said).toEqual(
      expect.arrayContaining([
        { field: 'presence', value: { state: 'absent' } },
        { field: 'consent', value: false },
      ]),
    );
    expect(said).toHaveLength(2);
  });
});

describe('an interview that is taken back', () => {
  it('is gone from every device of the team at once, also where it happened without the network', async () => {
    const team = await aFieldTeam(visited);
    const { id } = team.assessment;
    const { page } = await visited.reader(TOUCH);
    await openField(page, team.assessor, `/lapangan/${id}/pengguna`);
    await page.getByRole('button', { name: 'Mulai wawancara' }).tap();
    await newPerson(page);
    await tapThrough(page, 3);
    await allSent(page);
    const { page: colleague } = await visited.reader(TOUCH);
    const [user] = await usersOn(team);
    await openField(colleague, team.colleague, `/lapangan/${id}/pengguna/${user?.id ?? ''}`);
    await colleague.locator('.question input:checked').first().waitFor();

    await page.context().setOffline(true);
    await page.getByRole('button', { name: 'Orangnya menarik kembali jawaban' }).tap();
    await page.getByRole('dialog').getByRole('button', { name: 'Tarik wawancara' }).tap();
    await page.getByText('Wawancara ditarik').waitFor();
    expect(await page.locator('.mark, .question').count()).toBe(0);
    await page.getByRole('link', { name: 'Selesai' }).tap();
    await page.getByText('0 dari 30 pengguna diwawancarai').waitFor();
    expect(await textOn(page, '.user-list')).toBe('Pengguna 1 wawancara ditarik');
    await page.goto(`/lapangan/${id}`, { waitUntil: 'commit' }).catch(() => undefined);

    // Meanwhile the colleague changes an answer of the same person.
    await colleague.locator('[id="penundaan-berlarut"] label:has(input[value="0"])').tap();
    await allSent(colleague);
    await page.context().setOffline(false);
    await page.goto(`/lapangan/${id}/pengguna`);
    await allSent(page);
    await colleague.evaluate(() => window.dispatchEvent(new Event('online')));
    await colleague.getByText('Wawancara ditarik').waitFor();
    expect(await colleague.locator('.mark, .question').count()).toBe(0);

    const { cells } = await pulled(team.enumerator, id);
    expect(cells.filter(({ subjectId }) => subjectId === user?.id).map(({ current }) => current.entry)).toEqual([
      { field: 'presence', value: { state: 'withdrawn' } },
    ]);
    // Somebody who was not there yet counts the interview again: it stays withdrawn.
    await pushAll(team.enumerator, [
      aDevice().change(id, { subjectId: user?.id ?? '' }, { field: 'presence', value: { state: 'present' } }),
    ]);
    expect((await usersOn(team)).map(({ presence }) => presence.state)).toEqual(['withdrawn']);
  });
});

describe('an officer who holds two posts', () => {
  it('is one of those who are there, and nobody is entered before they are chosen', async () => {
    const team = await aFieldTeam(visited);
    const { id } = team.assessment;
    const where = (officer: number) => `/lapangan/${id}/bagian/kompetensi-pelaksana/officer-${officer}`;
    const { page } = await visited.reader(TOUCH);
    await openField(page, team.assessor, where(2));
    await page.getByText('Dapat diwawancarai:').tap();
    await page.getByText('Jabatan kosong', { exact: true }).tap();
    await page.getByText('Tidak ada pertanyaan untuk yang tidak dapat ditanya').waitFor();
    await allSent(page);
    await page.goto(where(3));
    await page.getByText('Dapat diwawancarai:').tap();
    await page.getByText('Orang yang sama', { exact: true }).tap();
    const same = page.getByRole('radiogroup', { name: 'Orang yang sama dengan' });
    expect(await same.locator('.choice').allInnerTexts()).toEqual([
      'Pelaksana 1: Pimpinan unit',
      'Pelaksana 4: Petugas loket',
    ]);
    await allSent(page);
    const presenceOf = async (subjectId: string) =>
      (await pulled(team.enumerator, id)).cells.find((cell) => cell.subjectId === subjectId)?.current.entry.value;
    expect(await presenceOf('officer-3')).toBeUndefined();
    await same.getByText('Pelaksana 4: Petugas loket').tap();
    await expect
      .poll(async () => await presenceOf('officer-3'), { timeout: 20_000 })
      .toEqual({ state: 'same-person', sameAs: 4 });
    await page.goto(where(4));
    await page.getByText('Dapat diwawancarai:').tap();
    await page.getByText('Tidak hadir', { exact: true }).tap();
    await page.getByText('Tidak ada pertanyaan untuk yang tidak dapat ditanya').waitFor();
  });
});
