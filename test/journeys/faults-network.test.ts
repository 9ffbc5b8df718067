import type { Page, Route } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';

import { aVisitedSite, type Visited } from '../support/browser.ts';
import { FaultCount } from '../support/faults.ts';
import { aFieldTeam, allSent, answerPage, type FieldTeam, givePassword, openField } from '../support/field-phone.ts';
import { expectNumbersWithoutGaps, historyOf } from '../support/history.ts';
import { isKept } from '../support/kept-shell.ts';
import { anOwnPhone, type OwnPhone } from '../support/own-phone.ts';

/** Whatever answers in place of the server, a phone believes only the server, and everything arrives once. */

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
  faults.say('answers that are none', lost);
});

const LEVEL = 1;
const PATIENT = { timeout: 20_000, interval: 500 };
const sectionPath = ({ assessment }: FieldTeam): string => `/lapangan/${assessment.id}/bagian/sarana-prasarana/unit`;

async function aPhone(team: FieldTeam): Promise<OwnPhone> {
  const phone = await anOwnPhone(visited);
  phones.push(phone);
  await openField(phone.page(), team.assessor, sectionPath(team));
  await allSent(phone.page());
  return phone;
}

async function tryAgain(page: Page): Promise<void> {
  await page.evaluate(() => window.dispatchEvent(new Event('online')));
}

async function expectAllArrived(team: FieldTeam): Promise<void> {
  const history = await historyOf(visited, team);
  lost += 9 - new Set(history.map(({ question }) => question)).size;
  expect(history.map(({ level }) => level)).toEqual(Array.from({ length: 9 }, () => LEVEL));
  await expectNumbersWithoutGaps(visited, team);
}

const portal = async (route: Route): Promise<void> =>
  await route.fulfill({
    status: 200,
    contentType: 'text/html',
    body: '<html><body>Selamat datang di Wi-Fi</body></html>',
  });

/** A problem as the platform words it. */
const problem = (status: number, code: string) => async (route: Route) =>
  await route.fulfill({
    status,
    contentType: 'application/problem+json',
    headers: { 'x-patuh-answer': '1', 'retry-after': '0' },
    body: JSON.stringify({ type: `urn:patuh:problem:${code}`, code, title: code, status }),
  });

/** A server on the way that is not ours: the status and a page of its own. */
const foreign = (status: number) => async (route: Route) =>
  await route.fulfill({ status, contentType: 'text/html', body: `<h1>${status}</h1>` });

describe('a phone whose questions somebody else answers', () => {
  it('believes no page of a Wi-Fi that says 200 to everything, and sends when it is through', async () => {
    const team = await aFieldTeam(visited);
    const phone = await aPhone(team);
    const page = phone.page();
    await phone.context().route('**/api/**', portal);
    await answerPage(page, LEVEL);
    for (let time = 0; time < 3; time += 1) {
      const asked = page.waitForResponse('**/api/sync/push');
      await tryAgain(page);
      await asked;
      faults.add('login page of a Wi-Fi');
    }
    await page.getByText('Belum terkirim: 9 jawaban').first().waitFor();
    expect(await page.getByText('Tersimpan di perangkat ini').count()).toBe(9);
    await phone.context().unroute('**/api/**');
    await tryAgain(page);
    await allSent(page);
    await expectAllArrived(team);
  });

  it('keeps the form on the screen when a lesser part of it cannot be fetched', async () => {
    const team = await aFieldTeam(visited);
    const phone = await anOwnPhone(visited);
    phones.push(phone);
    // The first visit, and the line broke before everything was on the device.
    await phone.context().route(/assets\/(?:reminder-notice|status-details)-/, async (route) => await route.abort());
    const page = phone.page();
    await openField(page, team.assessor, sectionPath(team));
    await allSent(page);
    await phone.context().setOffline(true);
    expect(await answerPage(page, LEVEL)).toBe(9);
    await page.getByText('Belum terkirim: 9 jawaban').first().waitFor();
    await page.getByRole('button', { name: 'Rincian' }).first().tap();
    faults.add('part of the app missing');
    expect(await page.locator(`.question input[value="${LEVEL}"]:checked`).count()).toBe(9);
    await phone.context().setOffline(false);
    await tryAgain(page);
    await allSent(page);
    await expectAllArrived(team);
  });

  it.each([
    ['413 of ours', problem(413, 'request-too-large'), 1],
    ['413 on the way', foreign(413), 1],
    ['429', problem(429, 'too-many-requests'), 2],
    ['503 of ours', problem(503, 'not-ready'), 2],
    ['502 on the way', foreign(502), 2],
  ] as const)('goes on after %s in mid-queue, and sends each answer once', async (name, answer, times) => {
    const team = await aFieldTeam(visited);
    const phone = await aPhone(team);
    const page = phone.page();
    await phone.context().setOffline(true);
    await answerPage(page, LEVEL);
    let left: number = times;
    await phone.context().route('**/api/sync/push', async (route) => {
      if (left === 0) return await route.continue();
      left -= 1;
      faults.add(name);
      return await answer(route);
    });
    await phone.context().setOffline(false);
    // The phone also tries by itself: what counts is that the refusals were met and that everything is sent after them.
    await expect
      .poll(async () => {
        await tryAgain(page);
        return left;
      }, PATIENT)
      .toBe(0);
    await tryAgain(page);
    await allSent(page);
    await expectAllArrived(team);
  });

  it('asks for the password in place after a 401 in mid-queue, and goes on by itself', async () => {
    const team = await aFieldTeam(visited);
    const phone = await aPhone(team);
    const page = phone.page();
    await phone.context().setOffline(true);
    await answerPage(page, LEVEL);
    await visited.site.db
      .updateTable('device_session')
      .set({ revoked_at: new Date() })
      .where('person_id', '=', team.assessor.id)
      .execute();
    await phone.context().setOffline(false);
    await tryAgain(page);
    faults.add('401');
    await page.getByRole('button', { name: 'Masuk lagi', exact: true }).tap();
    await givePassword(page);
    await allSent(page);
    await expectAllArrived(team);
  });

  it.each([-1, 1])('whose clock is wrong by %i year keeps, sends and reads like any other', async (years) => {
    const team = await aFieldTeam(visited);
    const phone = await anOwnPhone(visited);
    phones.push(phone);
    await phone.context().addInitScript(
      (shift) => {
        const Right = Date;
        class Wrong extends Right {
          constructor(...parts: []) {
            super(...((parts.length === 0 ? [Right.now() + shift] : parts) as []));
          }
          static override now(): number {
            return Right.now() + shift;
          }
        }
        globalThis.Date = Wrong as DateConstructor;
      },
      years * 365 * 24 * 3_600_000,
    );
    const page = phone.page();
    await openField(page, team.assessor, sectionPath(team));
    await allSent(page);
    await page.goto(sectionPath(team));
    await isKept(page);
    await page.locator('.question').first().waitFor();
    await phone.context().setOffline(true);
    await answerPage(page, LEVEL);
    faults.add('clock wrong by a year');
    await page.getByText('Belum terkirim: 9 jawaban').first().waitFor();
    // What waits is counted while it is still being saved; only what was called saved is owed after a reload.
    await expect.poll(async () => await page.getByText('Tersimpan di perangkat ini').count()).toBe(9);
    await page.reload();
    await page.locator('.question').first().waitFor();
    expect(await page.locator(`.question input[value="${LEVEL}"]:checked`).count()).toBe(9);
    await phone.context().setOffline(false);
    await tryAgain(page);
    await allSent(page);
    await expectAllArrived(team);
  });
});
