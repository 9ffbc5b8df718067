import { readFile } from 'node:fs/promises';

import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';

import { violationsOn } from '../support/accessibility.ts';
import { HEALTH, pulled, pushAll } from '../support/assessments.ts';
import { aVisitedSite, DESK, textOn, type Visited } from '../support/browser.ts';
import { fullAnswers } from '../support/changes.ts';
import { aFieldTeam, allSent, answerPage, type FieldTeam, openField } from '../support/field-phone.ts';
import type { TestPerson } from '../support/people.ts';
import { instrumentOf } from '../support/reference-instruments.ts';

/** What people see of where their data is: lights, files, reminders, and what the server did not take. */

const HAND = { hasTouch: true, viewport: { width: 360, height: 740 } } as const;
const HOURS = 60 * 60_000;

let visited: Visited;
beforeAll(async () => {
  visited = await aVisitedSite();
});
afterEach(async () => await visited.closeReaders());
afterAll(async () => await visited.close());

/** Somebody with their phone, on the page of nine questions about the unit. */
async function atWork(person: TestPerson, { assessment }: FieldTeam): Promise<Page> {
  const { page } = await visited.reader(HAND);
  await openField(page, person, `/lapangan/${assessment.id}/bagian/sarana-prasarana/unit`);
  await page.locator('.question').first().waitFor();
  await allSent(page);
  return page;
}

/** Only once everything a later screen needs lies on the phone. */
async function goneOffline(page: Page): Promise<void> {
  const isPacked = async (): Promise<boolean> =>
    (await navigator.serviceWorker.getRegistration('/lapangan'))?.active?.state === 'activated';
  await expect.poll(async () => await page.evaluate(isPacked), { timeout: 20_000 }).toBe(true);
  await page.context().setOffline(true);
}

async function backOnline(page: Page): Promise<void> {
  await page.context().setOffline(false);
  await page.evaluate(() => window.dispatchEvent(new Event('online')));
}

async function toFiles(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Rincian' }).tap();
  await page.getByRole('link', { name: 'Simpan atau terima berkas' }).tap();
  await page.getByRole('button', { name: 'Tutup' }).last().tap();
}

async function savedFile(page: Page): Promise<{ readonly name: string; readonly buffer: Buffer }> {
  const downloading = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Simpan berkas' }).tap();
  const download = await downloading;
  return { name: download.suggestedFilename(), buffer: await readFile(await download.path()) };
}

async function takesIn(page: Page, name: string, buffer: Buffer): Promise<void> {
  await page.getByLabel('Terima berkas').setInputFiles([{ name, mimeType: 'text/plain', buffer }]);
}

/** Everything of the unit, by Budi’s own device, which is not heard from afterwards. */
async function fillEverything({ enumerator, assessment }: FieldTeam): Promise<void> {
  await pushAll(enumerator, fullAnswers(instrumentOf(2023), HEALTH, { assessmentId: assessment.id }));
}

/** The clock of the device alone; timers go on as they do. */
async function withClockToSet(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const RealDate = Date;
    const now = (): number => RealDate.now() + Number(sessionStorage.getItem('clock-ahead') ?? 0);
    globalThis.Date = new Proxy(RealDate, {
      construct: (target, given: number[]) => new target(given[0] ?? now()),
      get: (target, name) => (name === 'now' ? now : Reflect.get(target, name)),
    });
  });
}

/** The office gives the assessor another team, while they are away. */
async function leavesTheTeam({ assessor, assessment }: FieldTeam): Promise<void> {
  await visited.site.db
    .deleteFrom('team_member')
    .where('team_id', '=', assessment.teamId)
    .where('person_id', '=', assessor.id)
    .execute();
}

async function faultsOn(page: Page): Promise<readonly string[]> {
  const faults: string[] = [];
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    for (const viewport of [{ width: 360, height: 740 }, { width: 390, height: 844 }, DESK]) {
      await page.setViewportSize(viewport);
      const found = await violationsOn(page);
      faults.push(...found.map((fault) => `${colorScheme} ${viewport.width} ${fault}`));
      if (await page.evaluate(() => document.documentElement.scrollWidth > window.innerWidth)) {
        faults.push(`wider than ${viewport.width}`);
      }
    }
  }
  return faults;
}

describe('an assessor without a network', () => {
  it('sees how many answers wait, in all and in the unit, and every light turn green when they are sent', async () => {
    const team = await aFieldTeam(visited);
    const page = await atWork(team.assessor, team);
    await goneOffline(page);
    expect(await answerPage(page, 2)).toBe(9);
    await page.getByText('Belum terkirim: 9 jawaban, sejak hari ini').waitFor();
    await page.getByText('Aman di perangkat ini. Cari sinyal atau simpan berkas.').waitFor();
    await page.getByRole('button', { name: 'Rincian' }).tap();
    const details = page.getByRole('region', { name: 'Di mana data saya?' });
    await details.getByText('Server belum dapat dihubungi.').waitFor();
    await details.getByText(/Belum: 9 jawaban belum terkirim · \d+ hal masih kurang/).waitFor();
    await page.getByRole('link', { name: team.unitName }).first().tap();
    const unit = page.getByRole('region', { name: 'Boleh pulang?' });
    await unit.getByText('9 belum terkirim, sejak hari ini').waitFor();
    await unit.getByText('belum ada foto').waitFor();
    await backOnline(page);
    await allSent(page);
    await unit.getByText(/^semua, hari ini/).waitFor();
    expect(await textOn(page, 'main')).not.toMatch(/outbox|sync|sinkron|konflik|cache/i);
  });

  it('saves a file that a colleague takes in and delivers, and what is sent again later is stored once', async () => {
    const team = await aFieldTeam(visited);
    const { id } = team.assessment;
    const [ani, budi] = [await atWork(team.assessor, team), await atWork(team.colleague, team)];
    await goneOffline(ani);
    await goneOffline(budi);
    await answerPage(ani, 3);
    await ani.getByText('Belum terkirim: 9 jawaban').waitFor();
    await toFiles(ani);
    await ani.getByText('Belum pernah ada berkas').waitFor();
    const { name, buffer } = await savedFile(ani);
    expect(name).toMatch(/^patuh-titipan-ani-asesor-.*-9\.txt$/);
    await ani.getByText(/^Berkas terakhir: hari ini .*, berisi 9 jawaban/).waitFor();

    await toFiles(budi);
    await takesIn(budi, name, buffer);
    await budi.getByText('9 jawaban dari Ani Asesor diterima').waitFor();
    await budi.getByText('Jawabannya sudah terlihat di unit tim Anda.').waitFor();
    await takesIn(budi, name, buffer);
    await budi.getByText('Berkas dari Ani Asesor ini sudah pernah diterima').waitFor();
    await budi.getByText('Ada berkas titipan rekan yang menunggu jaringan.').waitFor();
    await takesIn(budi, 'foto.jpg', Buffer.from('bukan berkas'));
    await budi.getByText('foto.jpg: ini bukan berkas jawaban Patuh.').waitFor();
    await budi.getByRole('link', { name: 'Unit tim saya' }).tap();
    await budi.getByText('9 dari 217 jawaban').waitFor();

    await backOnline(budi);
    await allSent(budi);
    await budi.getByText('Ada berkas titipan').waitFor({ state: 'detached' });
    await toFiles(budi);
    await budi.getByText(/^Sampai di server hari ini/).waitFor();
    const delivered = (await pulled(team.enumerator, id)).cells;
    expect(delivered.map(({ current }) => current.by)).toEqual(Array(9).fill('Ani Asesor'));

    await backOnline(ani);
    await allSent(ani);
    const after = (await pulled(team.enumerator, id)).cells;
    expect(after).toEqual(delivered);
    const stored = await visited.site.db
      .selectFrom('answer_change')
      .select(({ fn }) => fn.countAll<number>().as('count'))
      .where('assessment_id', '=', id)
      .executeTakeFirstOrThrow();
    expect(stored.count).toBe(9);
  });

  it('is reminded after a day, not again on the day it was put away, and again the next', async () => {
    const team = await aFieldTeam(visited);
    const { page } = await visited.reader(HAND);
    await withClockToSet(page);
    await openField(page, team.assessor, `/lapangan/${team.assessment.id}/bagian/sarana-prasarana/unit`);
    await page.locator('.question').first().waitFor();
    await allSent(page);
    await goneOffline(page);
    await answerPage(page, 1);
    await page.getByText('Belum terkirim: 9 jawaban').waitFor();
    const reminder = page.getByText('9 jawaban sudah lebih dari sehari hanya ada di perangkat ini');
    const lookAgain = async (hours: number): Promise<void> => {
      await page.evaluate((ahead) => sessionStorage.setItem('clock-ahead', String(ahead)), hours * HOURS);
      await page.getByRole('button', { name: 'Rincian' }).tap();
      await page.getByRole('button', { name: 'Tutup' }).last().tap();
    };
    await lookAgain(20);
    expect(await reminder.count()).toBe(0);
    await lookAgain(26);
    await reminder.waitFor();
    await page.getByRole('button', { name: 'Ingatkan lagi besok' }).tap();
    await reminder.waitFor({ state: 'detached' });
    await lookAgain(50);
    await reminder.waitFor();
    await page.getByRole('link', { name: 'Simpan berkas' }).tap();
    await savedFile(page);
    await page.getByText(/^Berkas terakhir/).waitFor();
    await lookAgain(51);
    await reminder.waitFor({ state: 'detached' });
  });
});

describe('what the server did not take', () => {
  it('stays on the device, in words, with what to do', async () => {
    const team = await aFieldTeam(visited);
    const page = await atWork(team.assessor, team);
    await goneOffline(page);
    await answerPage(page, 1);
    await page.getByText('Belum terkirim: 9 jawaban').waitFor();
    await leavesTheTeam(team);
    await backOnline(page);
    await page.getByText('9 jawaban tidak diterima server.').waitFor();
    await page.getByRole('button', { name: 'Rincian' }).tap();
    const refused = page.getByRole('region', { name: '9 jawaban tidak diterima server' });
    await refused.getByText('Tidak ada yang dihapus').waitFor();
    const words = await refused.innerText();
    expect(words).toContain('Tingkat 1');
    expect(words).toContain('unit ini tidak (lagi) menjadi tugas tim Anda');
    expect(words).toContain('serahkan kepada kantor: dari berkas, jawaban ini diterima lagi');
    expect(await faultsOn(page)).toEqual([]);
  });
});

describe('handing in', () => {
  it('names the device that was not heard from since its last edit, and asks to be sure', async () => {
    const team = await aFieldTeam(visited);
    const { id } = team.assessment;
    await fillEverything(team);
    const page = await atWork(team.assessor, team);
    await page.goto(`/lapangan/${id}/serahkan`);
    const warning = page.getByRole('heading', { name: 'Mungkin masih ada jawaban di perangkat rekan' });
    await warning.waitFor();
    const text = await textOn(page, 'main');
    expect(text).toContain('Budi Enumerator');
    expect(text).toContain('Hubungi Budi Enumerator: buka Patuh di tempat bersinyal');
    expect(await faultsOn(page)).toEqual([]);
    const button = page.getByRole('button', { name: 'Serahkan sekarang' });
    expect(await button.isDisabled()).toBe(true);
    await page.getByLabel('Sudah saya pastikan').check();
    await button.click();
    await page.getByRole('heading', { level: 1, name: 'Unit sudah diserahkan' }).waitFor();
  });

  it('says without a network that neither the devices can be asked nor the unit handed in', async () => {
    const team = await aFieldTeam(visited);
    await fillEverything(team);
    const page = await atWork(team.assessor, team);
    await page.getByRole('link', { name: team.unitName }).tap();
    await page.getByRole('region', { name: 'Boleh pulang?' }).getByText('Boleh pulang: semua jawaban').waitFor();
    await goneOffline(page);
    await page.getByRole('link', { name: 'Serahkan ke verifikator' }).tap();
    await page.getByText('Menyerahkan juga perlu jaringan').waitFor();
    expect(await page.getByRole('button', { name: 'Serahkan sekarang' }).count()).toBe(0);
  });
});

describe('the pages about one’s data', () => {
  it('are accessible on small and large screens, by day and by night', async () => {
    const team = await aFieldTeam(visited);
    const page = await atWork(team.assessor, team);
    await goneOffline(page);
    await answerPage(page, 2);
    await page.getByRole('link', { name: team.unitName }).tap();
    await page.getByRole('region', { name: 'Boleh pulang?' }).getByText('9 belum terkirim').waitFor();
    expect(await faultsOn(page)).toEqual([]);
    await page.getByRole('button', { name: 'Rincian' }).click();
    await page.getByRole('region', { name: 'Di mana data saya?' }).getByText('hal masih kurang').waitFor();
    expect(await faultsOn(page)).toEqual([]);
    await page.getByRole('link', { name: 'Simpan atau terima berkas' }).click();
    await page.getByRole('button', { name: 'Simpan berkas' }).waitFor();
    expect(await faultsOn(page)).toEqual([]);
  });
});
