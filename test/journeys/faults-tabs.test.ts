import { appendFile, cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';

import { aVisitedSite, type Visited } from '../support/browser.ts';
import { chanceFrom, FaultCount, many, PATIENCE, SEED } from '../support/faults.ts';
import { aFieldTeam, allSent, answerPage, type FieldTeam, openField, tapLevel } from '../support/field-phone.ts';
import { expectNumbersWithoutGaps, historyOf } from '../support/history.ts';
import { isKept } from '../support/kept-shell.ts';
import { anOwnPhone, type OwnPhone } from '../support/own-phone.ts';
import { WEB_DIST } from '../support/site.ts';
import { keepTapping, type SavedTap } from '../support/tapping.ts';

/** Two tabs at once, a new version in mid-queue, and a page that the device throws away. */

let visited: Visited;
let webDist: string;
const phones: OwnPhone[] = [];
const faults = new FaultCount();
let lost = 0;
beforeAll(async () => {
  webDist = await mkdtemp(join(tmpdir(), 'patuh-build-'));
  await cp(WEB_DIST, webDist, { recursive: true });
  visited = await aVisitedSite({ history: false, webDist });
});
afterEach(async () => {
  await Promise.all(phones.splice(0).map(async (phone) => await phone.close()));
});
afterAll(async () => {
  await visited.close();
  await rm(webDist, { recursive: true });
  faults.say('tabs, versions and pages thrown away', lost);
});

const pathIn = ({ assessment }: FieldTeam, section: string): string => `/lapangan/${assessment.id}/bagian/${section}`;
const facilities = (team: FieldTeam): string => pathIn(team, 'sarana-prasarana/unit');

async function aPhone(team: FieldTeam): Promise<OwnPhone> {
  const phone = await anOwnPhone(visited);
  phones.push(phone);
  await openField(phone.page(), team.assessor, facilities(team));
  await allSent(phone.page());
  return phone;
}

describe('two tabs of one person', () => {
  it(
    'tap and send at once: nothing twice, nothing lost, and numbers without a gap',
    { timeout: PATIENCE },
    async () => {
      const team = await aFieldTeam(visited);
      const phone = await aPhone(team);
      const [one, other] = [phone.page(), await phone.context().newPage()];
      await other.goto(pathIn(team, 'kompetensi-pelaksana/officer-1'));
      const chance = chanceFrom(SEED);
      const order = Array.from({ length: 64 }, () => Math.floor(chance() * 2 ** 16));
      const tabs = await Promise.all([one, other].map(async (page) => await keepTapping(page, order)));
      await Promise.all(tabs.map(async (taps) => await taps.heard(many(40))));
      for (const taps of tabs) await taps.stop();
      const saved = tabs.flatMap((taps) => taps.result().saved);
      faults.add('taps in two tabs', saved.length);
      await Promise.all([allSent(one), allSent(other)]);
      const history = await historyOf(visited, team);
      const levels = (taps: readonly SavedTap[]): string =>
        taps
          .map(({ question, level }) => `${question} ${level}`)
          .toSorted()
          .join();
      lost += Math.max(0, saved.length - history.length);
      expect(levels(history)).toBe(levels(saved));
      await expectNumbersWithoutGaps(visited, team);
    },
  );
});

describe('a new version of the app', () => {
  it('comes while answers wait, and they are there and are sent once', async () => {
    const team = await aFieldTeam(visited);
    const phone = await aPhone(team);
    const page = phone.page();
    // Signed in on another page; from now on the app comes from the device.
    await page.goto(facilities(team));
    await isKept(page);
    await page.locator('.question').first().waitFor();
    await phone.context().route('**/api/**', async (route) => await route.abort('internetdisconnected'));
    expect(await answerPage(page, 3)).toBe(9);
    await page.getByText('Belum terkirim: 9 jawaban').first().waitFor();
    await page.locator('.question').first().getByRole('button', { name: 'Tambah catatan' }).tap();
    await page.locator('.question').first().getByRole('textbox').fill('Catatan setengah jadi');
    await Promise.all(['br', 'gz'].map(async (form) => await rm(`${webDist}/client/sw.js.${form}`)));
    await appendFile(`${webDist}/client/sw.js`, '\n// the next one\n');
    await page.evaluate(() => document.dispatchEvent(new Event('visibilitychange')));
    const loaded = page.waitForEvent('load');
    await page.getByRole('button', { name: 'Perbarui sekarang' }).tap();
    await loaded;
    faults.add('new version with a full queue');
    await page.locator('.question').first().waitFor();
    const kept = await page.locator('.question input[value="3"]:checked').count();
    lost += 9 - kept;
    expect(kept).toBe(9);
    expect(await page.locator('.question').first().getByRole('textbox').inputValue()).toBe('Catatan setengah jadi');
    await phone.context().unroute('**/api/**');
    await page.evaluate(() => window.dispatchEvent(new Event('online')));
    await allSent(page);
    expect((await historyOf(visited, team)).map(({ level }) => level)).toEqual(Array.from({ length: 9 }, () => 3));
  });
});

describe('a page that the device throws away, because the camera is in front', () => {
  it('comes back at its place with everything that was saved, and what was being typed', async () => {
    const team = await aFieldTeam(visited);
    const phone = await aPhone(team);
    await phone.context().route('**/api/**', async (route) => await route.abort('internetdisconnected'));
    for (let time = 0; time < many(3); time += 1) {
      const page = phone.context().pages().at(-1)!;
      const question = page.locator('.question').nth(time % 9);
      const level = time % 4;
      await tapLevel(question, level);
      await question.getByText('Tersimpan di perangkat ini').waitFor();
      const address = page.url();
      const thrownAway = page.waitForEvent('crash');
      const devtools = await phone.context().newCDPSession(page);
      // It never answers: there is nobody left to.
      void devtools.send('Page.crash').catch(() => undefined);
      await thrownAway;
      faults.add('page thrown away');
      const again = await phone.context().newPage();
      await page.close();
      await again.goto(address);
      const back = again.locator('.question').nth(time % 9);
      await back.waitFor();
      const kept = await back.locator(`input[value="${level}"]`).isChecked();
      lost += kept ? 0 : 1;
      expect(kept).toBe(true);
    }
  });
});
