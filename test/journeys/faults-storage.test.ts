import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';

import { aVisitedSite, type Visited } from '../support/browser.ts';
import { FaultCount } from '../support/faults.ts';
import {
  aFieldTeam,
  allSent,
  answerPage,
  type FieldTeam,
  givePassword,
  givePin,
  openField,
} from '../support/field-phone.ts';
import { historyOf } from '../support/history.ts';
import { anOwnPhone, type OwnPhone } from '../support/own-phone.ts';

/** Storage of a phone that is taken away or full, with answers that nobody has yet. */

let visited: Visited;
const phones: OwnPhone[] = [];
const faults = new FaultCount();
let lost = 0;
beforeAll(async () => {
  visited = await aVisitedSite({ history: false });
});
afterEach(async () => {
  await Promise.all(phones.splice(0).map(async (phone) => await phone.close()));
});
afterAll(async () => {
  await visited.close();
  faults.say('storage taken away', lost);
});

const LEVEL = 2;
const sectionPath = ({ assessment }: FieldTeam): string => `/lapangan/${assessment.id}/bagian/sarana-prasarana/unit`;

/** Nine answers on a phone, without a network; the app is closed then. */
async function aPhoneWithAnswers(team: FieldTeam): Promise<OwnPhone> {
  const phone = await anOwnPhone(visited);
  phones.push(phone);
  await openField(phone.page(), team.assessor, sectionPath(team));
  await allSent(phone.page());
  await phone.context().route('**/api/**', async (route) => await route.abort('internetdisconnected'));
  expect(await answerPage(phone.page(), LEVEL)).toBe(9);
  await phone.page().getByText('Belum terkirim: 9 jawaban').first().waitFor();
  await phone.page().goto('/healthz');
  return phone;
}

/** A page of the same origin without the app: what browsers clear, they clear of the whole origin. */
async function forget(page: Page, what: 'journal' | 'databases' | 'second copy'): Promise<void> {
  await page.evaluate(async (chosen) => {
    if (chosen === 'second copy') {
      const folder = await navigator.storage.getDirectory();
      await folder.removeEntry('patuh-field', { recursive: true });
      return;
    }
    const names = (await indexedDB.databases()).map(({ name }) => name ?? '');
    const gone = names.filter((name) => chosen === 'databases' || /^patuh-field-[0-9a-f]{8}-/.test(name));
    if (gone.length === 0) throw new Error('Nothing to delete');
    for (const name of gone) {
      const { promise, resolve, reject } = Promise.withResolvers<void>();
      const request = indexedDB.deleteDatabase(name);
      request.addEventListener('success', () => resolve());
      request.addEventListener('error', () => reject(new Error(name)));
      await promise;
    }
  }, what);
}

/** Something that is no answer: what comes of it, in the words of the browser. */
async function storeFourMegabytes(): Promise<string> {
  const { promise, resolve } = Promise.withResolvers<string>();
  const request = indexedDB.open('something-else', 1);
  request.addEventListener('upgradeneeded', () => request.result.createObjectStore('things'));
  request.addEventListener('error', () => resolve(request.error?.name ?? 'refused'));
  request.addEventListener('success', () => {
    const tx = request.result.transaction('things', 'readwrite');
    const noise = Array.from({ length: 64 }, () => crypto.getRandomValues(new Uint8Array(65_536)));
    tx.objectStore('things').put(noise, 'one');
    tx.addEventListener('abort', () => resolve(tx.error?.name ?? 'refused'));
    tx.addEventListener('complete', () => resolve('stored'));
  });
  return await promise;
}

async function expectAllThere(page: Page): Promise<void> {
  await page.locator('.question').first().waitFor();
  const kept = await page.locator(`.question input[value="${LEVEL}"]:checked`).count();
  lost += 9 - kept;
  expect(kept).toBe(9);
}

async function expectAllArrive(phone: OwnPhone, team: FieldTeam): Promise<void> {
  await phone.context().unroute('**/api/**');
  await phone.page().evaluate(() => window.dispatchEvent(new Event('online')));
  await allSent(phone.page());
  const history = await historyOf(visited, team);
  expect(history.map(({ level }) => level)).toEqual(Array.from({ length: 9 }, () => LEVEL));
}

describe('a phone with answers that nobody has yet', () => {
  it.each([
    ['journal', 'second copy'],
    ['second copy', 'journal'],
  ] as const)('has them all when its %s is gone, later its %s too, and sends each once', async (one, other) => {
    const team = await aFieldTeam(visited);
    const phone = await aPhoneWithAnswers(team);
    const page = phone.page();
    for (const what of [one, other]) {
      await page.goto('/healthz');
      await forget(page, what);
      faults.add(`${what} deleted`);
      await page.goto('/lapangan');
      // What came back lies in both places again.
      await page.getByText('2 salinan').first().waitFor();
      await page.getByText('Belum terkirim: 9 jawaban').first().waitFor();
    }
    await expectAllArrive(phone, team);
    await page.goto(sectionPath(team));
    await expectAllThere(page);
  });

  it('gets them back with the password when every database is gone, the one with the PIN too', async () => {
    const team = await aFieldTeam(visited);
    const phone = await aPhoneWithAnswers(team);
    const page = phone.page();
    await forget(page, 'databases');
    faults.add('all databases deleted');
    await phone.context().unroute('**/api/**');
    await page.goto(`/masuk?lanjut=${encodeURIComponent(sectionPath(team))}`);
    const signIn = page.getByLabel('Alamat surel');
    const pin = page.getByLabel('PIN', { exact: true });
    await signIn.or(pin).first().waitFor();
    if (await signIn.isVisible()) {
      await signIn.fill(team.assessor.email);
      await givePassword(page);
    }
    await page.getByText('Isian Anda ditemukan di perangkat ini').waitFor();
    await givePin(page);
    await page.goto(sectionPath(team));
    await expectAllThere(page);
    await allSent(page);
    expect(await historyOf(visited, team)).toHaveLength(9);
  });

  it('keeps every further answer when there is no room left, and starts again without any', async () => {
    const team = await aFieldTeam(visited);
    const phone = await aPhoneWithAnswers(team);
    // What is started anew remembers no more how much room there was.
    await phone.restart();
    await phone.context().route('**/api/**', async (route) => await route.abort('internetdisconnected'));
    const page = phone.page();
    const devtools = await phone.context().newCDPSession(page);
    const { usage } = await devtools.send('Storage.getUsageAndQuota', { origin: visited.address });
    // What is put by for this moment is part of what is used.
    await devtools.send('Storage.overrideQuotaForOrigin', { origin: visited.address, quotaSize: usage });
    await page.goto(sectionPath(team));
    await expectAllThere(page);
    expect(await page.evaluate(storeFourMegabytes)).toBe('QuotaExceededError');
    faults.add('quota used up');
    for (const level of [0, 1, 3, 0, 1, 3]) {
      for (const question of await page.locator('.question').all()) {
        await question.locator(`label:has(input[value="${level}"])`).tap();
        faults.add('answers on a full device');
        await question.getByText('Tersimpan di perangkat ini').waitFor();
      }
    }
    await page.reload();
    await page.locator('.question').first().waitFor();
    const kept = await page.locator('.question input[value="3"]:checked').count();
    lost += 9 - kept;
    expect(kept).toBe(9);
  });
});
