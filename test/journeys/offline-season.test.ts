import { readFile } from 'node:fs/promises';

import { questionnaireOf } from '@patuh/shared/sync/questionnaire';
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';

import { explainAll, HEALTH, pulled, pushAll } from '../support/assessments.ts';
import { aVisitedSite, DESK, textOn, type Visited } from '../support/browser.ts';
import { aDevice, aUserId } from '../support/changes.ts';
import { aFieldCrew, type FieldCrew } from '../support/field-crew.ts';
import { allSent, givePassword, openField, tapLevel, typePin } from '../support/field-phone.ts';
import { anOwnPhone, type OwnPhone } from '../support/own-phone.ts';
import { aPerson, grant } from '../support/people.ts';
import { instrumentOf } from '../support/reference-instruments.ts';

/**
 * A visit to islands without a network: three units, two people on one phone and a third on another, both phones killed
 * on the way, a file handed over on the ferry, and then a network again.
 */

const INSTRUMENT = instrumentOf(2023);
const SECTION = 'sarana-prasarana';
const PIN = '290471';
const PATIENT = { timeout: 20_000 };
const VERIFIER = { email: 'verifikator.pulau@contoh.example', password: 'kapal kayu menyeberang selat' };

let visited: Visited;
const phones: OwnPhone[] = [];
beforeAll(async () => {
  visited = await aVisitedSite();
});
afterEach(async () => {
  await Promise.all(phones.splice(0).map(async (phone) => await phone.close()));
  await visited.closeReaders();
});
afterAll(async () => await visited.close());

async function aPhone(): Promise<OwnPhone> {
  const phone = await anOwnPhone(visited);
  phones.push(phone);
  return phone;
}

const sectionPath = (id: string): string => `/lapangan/${id}/bagian/${SECTION}/unit`;
const overview = (page: Page): Promise<string> => textOn(page, 'main');

/** Everything a later start without a network needs is on the phone. */
async function packed(page: Page, units: number): Promise<void> {
  await expect.poll(async () => await page.locator('.unit-card').count(), PATIENT).toBe(units);
  await allSent(page);
  const isKept = async (): Promise<boolean> =>
    await page.evaluate(async () => {
      const worker = await navigator.serviceWorker.getRegistration('/lapangan');
      return worker?.active?.state === 'activated';
    });
  await expect.poll(isKept, PATIENT).toBe(true);
}

async function signInAnother(page: Page, email: string): Promise<void> {
  await page.getByRole('button', { name: 'Kunci', exact: true }).click();
  await page.getByRole('button', { name: 'Ganti orang' }).click();
  await page.getByRole('button', { name: 'Masuk dengan akun lain' }).click();
  await page.getByLabel('Alamat surel').fill(email);
  await givePassword(page);
  await typePin(page, PIN);
}

/** Somebody else takes the phone: their name, their PIN. */
async function handTo(page: Page, name: string): Promise<void> {
  await page.getByRole('button', { name: 'Kunci', exact: true }).click();
  await page.getByRole('button', { name }).click();
  await typePin(page, PIN);
  await page.getByRole('region', { name: 'Pengiriman' }).waitFor();
}

/** Back after the browser was killed: at the same place, with the PIN if it is asked for. */
async function backAt(phone: OwnPhone, path: string): Promise<Page> {
  await phone.context().setOffline(true);
  const page = phone.page();
  await page.goto(path);
  const field = page.getByRole('region', { name: 'Pengiriman' });
  const pin = page.getByLabel('PIN', { exact: true });
  await field.or(pin).first().waitFor();
  if (await pin.isVisible()) await typePin(page, PIN);
  await field.waitFor();
  return page;
}

/** Taps a level of the questions there, one after the other; answers how many are said to be on the device. */
async function answer(page: Page, level: number, from = 0, to = 99): Promise<number> {
  await page.locator('.question').first().waitFor();
  const questions = await page.locator('.question').all();
  const wanted = questions.slice(from, to);
  for (const question of wanted) await tapLevel(question, level);
  await wanted.at(-1)!.getByText('Tersimpan di perangkat ini').waitFor();
  return await page.getByText('Tersimpan di perangkat ini').count();
}

async function levelsShown(page: Page): Promise<readonly (string | null)[]> {
  await page.locator('.question').first().waitFor();
  const questions = await page.locator('.question').all();
  return await Promise.all(
    questions.map(async (question) => {
      const chosen = question.locator('input[type=radio]:checked');
      return (await chosen.count()) === 0 ? null : await chosen.getAttribute('value');
    }),
  );
}

async function networkBack(phone: OwnPhone): Promise<void> {
  await phone.context().setOffline(false);
}

/** Where the sign-in is somebody else’s, or a killed browser forgot it, it is asked for in place and all goes on. */
async function sendsAll(page: Page): Promise<void> {
  const again = page.getByRole('button', { name: 'Masuk lagi' }).first();
  const sent = page.getByText('Semua jawaban sudah di server');
  await again.or(sent).first().waitFor();
  if (await again.isVisible()) {
    await again.click();
    await givePassword(page);
  }
  await allSent(page);
}

async function storedBy({ id }: { readonly id: string }): Promise<number> {
  const { rows } = await visited.site.db.executeQuery<{ count: string }>(
    visited.site.db
      .selectFrom('answer_change')
      .select(({ fn }) => fn.countAll<string>().as('count'))
      .where('person_id', '=', id as never)
      .compile(),
  );
  return Number(rows[0]?.count);
}

/** What nobody shows on a screen here: the rest of one unit, from a device of Budi’s own. */
async function fillTheRest(
  { colleague: client }: Pick<FieldCrew, 'colleague'>,
  id: FieldCrew['units'][number]['id'],
): Promise<void> {
  const device = aDevice();
  const users = Array.from({ length: 30 }, aUserId);
  await pushAll(
    client,
    users.map((subjectId) => device.change(id, { subjectId }, { field: 'presence', value: { state: 'present' } })),
  );
  const { subjects, questions } = questionnaireOf(INSTRUMENT, HEALTH, (await pulled(client, id)).cells);
  const profile = { gender: 'female', ageBand: '26-35', education: 'diploma', work: 'private' } as const;
  await pushAll(client, [
    ...subjects
      .filter((subject) => subject.kind === 'user')
      .map((subject) => device.change(id, { subjectId: subject.id }, { field: 'profile', value: profile })),
    ...subjects
      .filter((subject) => subject.kind === 'product')
      .map((subject) => device.change(id, { subjectId: subject.id }, { field: 'name', value: 'Rawat jalan' })),
    ...questions
      .filter((question) => question.answer === null)
      .map(({ indicator, subject }) => device.level(id, { indicatorId: indicator.id, subjectId: subject.id }, 2)),
  ]);
  await explainAll(client, id, INSTRUMENT);
}

describe('a season without a network', () => {
  it(
    'loses nothing of three units, two phones and three people, and ends at the verifier',
    { timeout: 300_000 },
    async () => {
      const crew = await aFieldCrew(visited);
      const [first, second, third] = crew.units;
      const { assessor: ani, helper: budi, other: citra } = crew.people;
      const shared = await aPhone();
      const own = await aPhone();
      await openField(shared.page(), ani);
      await packed(shared.page(), 3);
      await signInAnother(shared.page(), budi.email);
      await packed(shared.page(), 3);
      await openField(own.page(), citra);
      await packed(own.page(), 3);

      // The ferry leaves. From here on no phone has a network.
      await shared.context().setOffline(true);
      await own.context().setOffline(true);
      await handTo(shared.page(), ani.name);
      await shared.page().goto(sectionPath(first.id));
      expect(await answer(shared.page(), 2)).toBe(9);
      await shared.kill();
      let page = await backAt(shared, sectionPath(first.id));
      expect(await levelsShown(page)).toEqual(Array<string>(9).fill('2'));
      await page.goto(sectionPath(second.id));
      expect(await answer(page, 1, 0, 4)).toBe(4);

      await handTo(page, budi.name);
      await page.goto(sectionPath(second.id));
      // Budi does not see what Ani entered on this phone: it is hers until it is sent.
      expect((await levelsShown(page)).every((level) => level === null)).toBe(true);
      expect(await answer(page, 3, 4, 9)).toBe(5);
      await shared.kill();
      page = await backAt(shared, sectionPath(second.id));
      expect((await levelsShown(page)).filter((level) => level === '3')).toHaveLength(5);
      await page.goto(sectionPath(third.id));
      expect(await answer(page, 2)).toBe(9);

      await own.page().goto(sectionPath(first.id));
      expect(await answer(own.page(), 1, 0, 1)).toBe(1);
      await own.page().goto(`/lapangan/${first.id}/bagian/kompetensi-pelaksana/officer-1`);
      expect(await answer(own.page(), 2)).toBe(6);
      await own.kill();
      const citras = await backAt(own, '/lapangan/berkas');
      const saving = citras.waitForEvent('download');
      await citras.getByText('7 jawaban belum terkirim').first().waitFor();
      await citras.getByRole('button', { name: 'Simpan berkas' }).click();
      const file = await (await saving).path();
      expect(await readFile(file, 'utf8')).not.toContain('kompetensi');

      // On the ferry: Citra's file onto Ani's phone. What both entered is seen by both, and Ani chooses.
      await handTo(page, ani.name);
      await page.goto('/lapangan/berkas');
      const input = page.getByLabel('Terima berkas');
      await input.setInputFiles(file);
      await page.getByText(`7 jawaban dari ${citra.name} diterima.`).waitFor();
      await input.setInputFiles(file);
      await page.getByText('sudah pernah diterima').waitFor();
      await page.goto(sectionPath(first.id));
      const question = page.locator('.question').first();
      await question.getByText('Ada dua isian berbeda').waitFor();
      expect(await question.innerText()).toContain(citra.name);
      await question.getByRole('button', { name: /Pakai “Tingkat 1”/ }).click();
      await question.getByText('Tersimpan di perangkat ini').waitFor();
      await shared.kill();
      page = await backAt(shared, '/lapangan');

      // A network again, for the shared phone first. Its sign-in is Budi's; Ani's answers wait for Ani.
      await networkBack(shared);
      await sendsAll(page);
      expect(await overview(page)).toContain(first.name);
      await handTo(page, budi.name);
      await sendsAll(page);
      const stored = { ani: await storedBy(ani), budi: await storedBy(budi), citra: await storedBy(citra) };
      expect(stored).toEqual({ ani: 9 + 4 + 1, budi: 5 + 9, citra: 1 + 6 });
      const { cells } = await pulled(crew.colleague, first.id);
      const levels = cells.map(({ current }) => current.entry.value);
      expect(levels.filter((value) => JSON.stringify(value) === '{"kind":"level","level":1}')).toHaveLength(1);
      expect(cells.flatMap(({ others }) => others)).toEqual([]);

      // Citra's phone comes back days later and sends the same: it is there already, once.
      await networkBack(own);
      await sendsAll(citras);
      expect(await storedBy(citra)).toBe(stored.citra);

      // The rest of the first unit, then Ani hands in; the phone names the device that was not heard from.
      await fillTheRest(crew, first.id);
      await handTo(page, ani.name);
      await sendsAll(page);
      await page.goto(`/lapangan/${first.id}/serahkan`);
      await page.getByText('Mungkin masih ada jawaban di perangkat rekan').waitFor();
      expect(await overview(page)).toContain(budi.name);
      await page.getByLabel('Sudah saya pastikan').check();
      await page.getByRole('button', { name: 'Serahkan sekarang' }).click();
      await page.getByRole('heading', { name: 'Unit sudah diserahkan' }).waitFor();

      await aPerson(visited.site.db, { name: 'Theresia', ...VERIFIER, grants: [grant('verifier', '53')] });
      const desk = await visited.reader({ viewport: DESK });
      await desk.page.goto('/kantor/unit');
      await desk.page.getByLabel('Alamat surel').fill(VERIFIER.email);
      await desk.page.getByLabel('Kata sandi', { exact: true }).fill(VERIFIER.password);
      await desk.page.getByRole('button', { name: 'Masuk', exact: true }).click();
      await desk.page.getByLabel('Hanya yang menunggu saya').check();
      await desk.page.getByRole('link', { name: first.name }).click();
      await desk.page
        .getByRole('button', { name: /Sarana Prasarana/ })
        .first()
        .click();
      expect(await textOn(desk.page)).toContain(citra.name);
    },
  );
});
