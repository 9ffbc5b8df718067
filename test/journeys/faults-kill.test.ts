import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { aVisitedSite, type Visited } from '../support/browser.ts';
import { chanceFrom, FaultCount, many, PATIENCE, SEED } from '../support/faults.ts';
import { aFieldTeam, allSent, type FieldTeam, openField } from '../support/field-phone.ts';
import { allSentAtLast } from '../support/sent-at-last.ts';
import { anOwnPhone, type OwnPhone } from '../support/own-phone.ts';
import { expectNumbersWithoutGaps, historyOf, isWithin } from '../support/history.ts';
import { keepTapping, type SavedTap } from '../support/tapping.ts';

/** The whole browser is killed while somebody taps, again and again. */

let visited: Visited;
let phone: OwnPhone;
const faults = new FaultCount();
let lost = 0;
beforeAll(async () => {
  visited = await aVisitedSite({ history: false });
  phone = await anOwnPhone(visited);
});
afterAll(async () => {
  await phone.close();
  await visited.close();
  faults.say('browser killed while tapping', lost);
});

const sectionPath = ({ assessment }: FieldTeam): string => `/lapangan/${assessment.id}/bagian/sarana-prasarana/unit`;

/** What is on the screen now, by question. */
async function shown(): Promise<ReadonlyMap<string, number>> {
  const page = phone.page();
  await page.locator('.question').first().waitFor();
  const pairs = await page.evaluate(() =>
    [...document.querySelectorAll('.question')].flatMap((question) => {
      const input = question.querySelector<HTMLInputElement>('input[type="radio"]:checked');
      return input === null ? [] : [[question.id, Number(input.value)] as const];
    }),
  );
  return new Map(pairs);
}

describe('a browser that is killed while somebody taps', () => {
  it(
    'has every answer it had called saved when it starts again, and sends each of them once',
    { timeout: PATIENCE },
    async () => {
      const team = await aFieldTeam(visited);
      const chance = chanceFrom(SEED);
      await openField(phone.page(), team.assessor, sectionPath(team));
      await allSent(phone.page());
      const saved: SavedTap[] = [];
      const perhaps: SavedTap[] = [];
      // Also what nobody heard to be saved, where it was: from the next start on it is there for good.
      let standing: ReadonlyMap<string, number> = new Map();
      for (let round = 0; round < many(6); round += 1) {
        const isOffline = round % 3 !== 2;
        if (isOffline)
          await phone.context().route('**/api/**', async (route) => await route.abort('internetdisconnected'));
        await phone.page().goto(sectionPath(team));
        if (!isOffline) await allSentAtLast(phone.page());
        const order = Array.from({ length: 64 }, () => Math.floor(chance() * 2 ** 16));
        const taps = await keepTapping(phone.page(), order);
        if (isOffline) await taps.heard(1 + Math.floor(chance() * 20));
        else await phone.page().waitForRequest('**/api/sync/push');
        await phone.kill();
        faults.add(isOffline ? 'kills without a network' : 'kills while sending');
        const { saved: here, unheard } = taps.result();
        saved.push(...here);
        if (unheard !== undefined) perhaps.push(unheard);
        await phone.page().goto(sectionPath(team));
        const screen = await shown();
        for (const question of new Set([...standing.keys(), ...here.map((tap) => tap.question)])) {
          const last = here.findLast((tap) => tap.question === question)?.level ?? standing.get(question);
          const levels = [last, ...(unheard?.question === question ? [unheard.level] : [])];
          if (!levels.includes(screen.get(question))) lost += 1;
          expect(levels, `${question} after kill ${round + 1}`).toContain(screen.get(question));
        }
        standing = screen;
      }
      await allSentAtLast(phone.page());
      const history = await historyOf(visited, team);
      const missing = [...new Set(saved.map(({ question }) => question))].filter(
        (question) =>
          !isWithin(
            saved.filter((tap) => tap.question === question),
            history.filter((tap) => tap.question === question),
          ),
      );
      lost += missing.length;
      expect(missing).toEqual([]);
      expect(history.length).toBeLessThanOrEqual(saved.length + perhaps.length);
      await expectNumbersWithoutGaps(visited, team);
    },
  );
});
