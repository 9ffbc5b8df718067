import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';

import fastifyStatic from '@fastify/static';
import type { PushAnswer } from '@patuh/shared/contracts/sync';
import type { Change } from '@patuh/shared/domain/change';
import type { AssessmentId } from '@patuh/shared/domain/ids';
import { sectionsOf } from '@patuh/shared/sync/sections';
import Fastify from 'fastify';
import { type BrowserContext, chromium, type Page } from 'playwright-core';

import { anAssessment, aPeriod, aTeam, HEALTH } from '../support/assessments.ts';
import { aDevice, fullAnswers } from '../support/changes.ts';
import { chromiumPath } from '../support/chromium.ts';
import { instrumentOf } from '../support/reference-instruments.ts';
import { type BenchLine, median } from './compare.ts';
import { aCaller, type Caller, FIELD_PASSWORD, withField } from './field.ts';
import { type AskedQuestion, buildSurvey } from './survey/build.ts';

/**
 * The form on a phone four times slower than this machine, a whole unit in it (217 answers, each with a note), against
 * SurveyJS with the same questions, answers and notes, twenty to a page. Both are running, stand still, and have not shown
 * the unit since they started: opening is from the tap to the frame that shows the first question one can answer. In the
 * app that is the one tap on the card of the unit that leads to where one goes on; the two taps over its contents are a
 * figure of their own, and so is what it takes from the address, with everything that has to start first.
 */

const INSTRUMENT = instrumentOf(2023);
const ROUNDS = 5;
/** Of the first and the last interview: what is small against its noise is measured more often. */
const USER_ROUNDS = 24;
const TAPS = 20;
const SLOWER = 4;
const PHONE = { width: 360, height: 740 } as const;
const PIN = '270593';
const PUSH = 400;
/** Milliseconds after which a page that was opened has nothing left to do: the app compares what it holds after 1.5 s. */
const STILL = 2_500;
/** The same between two taps within the app. */
const CALM = 400;
/** Bytes on the wire for the answers of one unit. */
const WIRE_BUDGET = 20 * 1024;

export async function benchForm(): Promise<readonly BenchLine[]> {
  return await withField(async (bench) => {
    const caller = await aCaller(bench, 'assessor');
    const periodId = await aPeriod(bench.db, { year: 2031 });
    const teamId = await aTeam(bench.db, { periodId, members: [{ personId: caller.personId, role: 'assessor' }] });
    const { id } = await anAssessment(bench.db, { periodId, teamId });
    const changes = wholeUnit(id);
    await pushAll(caller, changes);
    const folder = await mkdtemp(join(tmpdir(), 'patuh-form-'));
    const anchor = Fastify();
    try {
      await buildSurvey(INSTRUMENT, askedIn(changes), folder);
      await anchor.register(fastifyStatic, { root: join(folder, 'built') });
      const survey = await anchor.listen({ host: '127.0.0.1', port: 0 });
      const context = await aPhone(join(folder, 'profile'));
      try {
        const page = await context.newPage();
        await settleIn(page, bench.origin, caller);
        const place = `${bench.origin}/lapangan/${id}`;
        return [...(await contests(context, page, { place, survey, id })), wireLine(changes)];
      } finally {
        await context.close();
      }
    } finally {
      await anchor.close();
      // The browser may still be writing its last file.
      await rm(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
    }
  });
}

interface Places {
  /** Address of the unit in the app. */
  readonly place: string;
  readonly survey: string;
  readonly id: AssessmentId;
}

async function contests(
  context: BrowserContext,
  page: Page,
  { place, survey, id }: Places,
): Promise<readonly BenchLine[]> {
  const section = `${place}/bagian/${firstSection()}/officer-1`;
  const anchorPage = await slowPage(context);
  await page.close();
  const own = await slowPage(context);
  const opened: Pair[] = [];
  const overContents: Pair[] = [];
  const fromAddress: Pair[] = [];
  const tapped: Pair[] = [];
  const starts: Pair[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    await opening(anchorPage, survey, '#open');
    const anchorStart = await anchorPage.evaluate(() => performance.now());
    const anchorOpen = await stepsTo(anchorPage, ['#open'], SURVEY_CHOICE);
    await opening(own, `${new URL(place).origin}/lapangan`, GO_ON);
    opened.push({ bare: anchorOpen, own: await stepsTo(own, [GO_ON], OWN_CHOICE) });
    await opening(own, `${new URL(place).origin}/lapangan`, GO_ON);
    const steps = [`a[href="${new URL(place).pathname}"]`, `.contents a[href="${new URL(section).pathname}"]`];
    overContents.push({ bare: anchorOpen, own: await stepsTo(own, steps, OWN_CHOICE) });
    fromAddress.push({ bare: anchorStart + anchorOpen, own: await opening(own, section, OWN_CHOICE) });
    tapped.push({ bare: await tapping(anchorPage, SURVEY_CHOICE), own: await tapping(own, OWN_CHOICE) });
    const withNetwork = await opening(own, `${new URL(place).origin}/lapangan`, '.unit-card');
    await context.setOffline(true);
    starts.push({ bare: withNetwork, own: await opening(own, `${new URL(place).origin}/lapangan`, '.unit-card') });
    await context.setOffline(false);
  }
  return [
    line('form of 217 questions with notes opens, 4x slower CPU, against SurveyJS', 'ms', opened),
    line('the same over the contents of the unit, two taps', 'ms', overContents),
    line('the same from the address, the app on the phone and started cold', 'ms', fromAddress),
    line('tap to paint in the form, 4x slower CPU, against SurveyJS', 'ms', tapped),
    line('field app starts without network, 4x slower CPU, against with network', 'ms', starts),
    line('30th user opens, 4x slower CPU, against the first', 'ms', await users(own, place, id)),
  ];
}

/** Milliseconds, each against its baseline of the same round. */
interface Pair {
  readonly own: number;
  readonly bare: number;
}

function line(name: string, unit: string, rounds: readonly Pair[]): BenchLine {
  return {
    name,
    value: Math.round(median(rounds.map(({ own }) => own))),
    unit,
    baseline: Math.round(median(rounds.map(({ bare }) => bare))),
    ratio: Math.round(median(rounds.map(({ own, bare }) => own / bare)) * 1000) / 1000,
  };
}

const GO_ON = '.unit-card .go-on';
const OWN_CHOICE = '.question input[type=radio]';
const SURVEY_CHOICE = '.sd-question input[type=radio]';

export async function slowPage(context: BrowserContext): Promise<Page> {
  const page = await context.newPage();
  const devtools = await context.newCDPSession(page);
  await devtools.send('Emulation.setCPUThrottlingRate', { rate: SLOWER });
  return page;
}

/** From the address until something that fits the selector is laid out, by the clock of the page. */
async function opening(page: Page, url: string, selector: string): Promise<number> {
  await page.goto('about:blank');
  await page.goto(url, { waitUntil: 'commit' });
  return await page.evaluate(async (wanted) => {
    for (;;) {
      const found = document.querySelector(wanted);
      if (found !== null && found.getClientRects().length > 0) return performance.now();
      await new Promise(requestAnimationFrame);
    }
  }, selector);
}

/** Taps one thing after the other, each as soon as it is there, and times it to the end of the frame that shows the last. */
async function stepsTo(page: Page, steps: readonly string[], last: string): Promise<number> {
  await page
    .locator(steps[0] ?? last)
    .first()
    .waitFor();
  await standsStill(page, STILL);
  return await page.evaluate(
    async ({ taps, wanted }) => {
      const laidOut = async (selector: string): Promise<HTMLElement> => {
        for (;;) {
          const found = document.querySelector<HTMLElement>(selector);
          if (found !== null && found.getClientRects().length > 0) return found;
          await new Promise(requestAnimationFrame);
        }
      };
      const from = performance.now();
      for (const tap of taps) (await laidOut(tap)).click();
      await laidOut(wanted);
      await new Promise((resolve) => {
        requestAnimationFrame(() => setTimeout(resolve));
      });
      return performance.now() - from;
    },
    { taps: steps, wanted: last },
  );
}

/** Waits until there is nothing left to do on the page. */
async function standsStill(page: Page, milliseconds: number): Promise<void> {
  await page.evaluate(async (pause) => {
    await new Promise((resolve) => setTimeout(resolve, pause));
    await new Promise((resolve) => requestIdleCallback(resolve));
  }, milliseconds);
}

/** Median from a tap on a choice that was not chosen to the end of the frame that shows it. */
async function tapping(page: Page, selector: string): Promise<number> {
  const times = await page.evaluate(
    async ({ wanted, taps }) => {
      const found: number[] = [];
      const choices = [...document.querySelectorAll<HTMLInputElement>(wanted)];
      for (let tap = 0; tap < taps; tap += 1) {
        const choice = choices[(tap * 3) % choices.length];
        if (choice === undefined || choice.checked) continue;
        await new Promise(requestAnimationFrame);
        const from = performance.now();
        choice.click();
        await new Promise((resolve) => {
          requestAnimationFrame(() => {
            const channel = new MessageChannel();
            channel.port1.addEventListener('message', resolve, { once: true });
            channel.port1.start();
            channel.port2.postMessage(null);
          });
        });
        found.push(performance.now() - from);
        await new Promise((resolve) => setTimeout(resolve, 100));
      }
      return found;
    },
    { wanted: selector, taps: TAPS },
  );
  return median(times);
}

/** The first and the last interview, opened from the list, each as often before the other as after it. */
async function users(page: Page, place: string, id: AssessmentId): Promise<readonly Pair[]> {
  const links = `a[href^="/lapangan/${id}/pengguna/user-"]`;
  await opening(page, `${place}/pengguna`, links);
  const open = async (which: 'first' | 'last'): Promise<number> => {
    await standsStill(page, CALM);
    const took = await page.evaluate(
      async ({ wanted, question, from }) => {
        const all = [...document.querySelectorAll<HTMLAnchorElement>(wanted)];
        const began = performance.now();
        (from === 'first' ? all[0] : all.at(-1))?.click();
        while (document.querySelector(question) === null) await new Promise(requestAnimationFrame);
        await new Promise((resolve) => {
          requestAnimationFrame(() => setTimeout(resolve));
        });
        return performance.now() - began;
      },
      { wanted: links, question: OWN_CHOICE, from: which },
    );
    await standsStill(page, CALM);
    await page.goBack();
    await page.locator(links).first().waitFor();
    return took;
  };
  const both = async (round: number): Promise<Pair> => {
    if (round % 2 === 0) return { bare: await open('first'), own: await open('last') };
    const own = await open('last');
    return { bare: await open('first'), own };
  };
  // Warmed up: what is compiled during the first few is not of either of them.
  for (let round = 0; round < 4; round += 1) await both(round);
  const rounds: Pair[] = [];
  for (let round = 0; round < USER_ROUNDS; round += 1) rounds.push(await both(round));
  return rounds;
}

/** What a phone sends for one unit, as it sends it. */
function wireLine(changes: readonly Change[]): BenchLine {
  const answers = changes.filter(({ entry }) => entry.field !== 'note');
  const value = gzipSync(JSON.stringify({ changes: answers })).length;
  return {
    name: `answers of one unit on the wire (${answers.length} changes)`,
    value,
    unit: 'bytes (gzip)',
    baseline: WIRE_BUDGET,
    ratio: Math.round((1000 * value) / WIRE_BUDGET) / 1000,
  };
}

/** Everything answered, and a note to every answer. */
function wholeUnit(assessmentId: AssessmentId): readonly Change[] {
  const device = aDevice();
  const answers = fullAnswers(INSTRUMENT, HEALTH, { assessmentId, device });
  const notes = answers.flatMap(({ indicatorId, subjectId, entry }, index) =>
    indicatorId === null || entry.field !== 'answer'
      ? []
      : [device.change(assessmentId, { indicatorId, subjectId }, { field: 'note', value: noteOf(index) })],
  );
  return [...answers, ...notes];
}

function noteOf(index: number): string {
  return `Dilihat di loket ${index % 4}, papan di dinding sebelah kiri pintu masuk, difoto dari depan.`;
}

function askedIn(changes: readonly Change[]): readonly AskedQuestion[] {
  const notes = new Map(
    changes.flatMap(({ indicatorId, subjectId, entry }) =>
      entry.field === 'note' ? [[`${indicatorId} ${subjectId}`, entry.value ?? '']] : [],
    ),
  );
  return changes.flatMap(({ indicatorId, subjectId, entry }) =>
    indicatorId !== null && entry.field === 'answer' && entry.value?.kind === 'level'
      ? [{ indicatorId, subjectId, level: entry.value.level, note: notes.get(`${indicatorId} ${subjectId}`) ?? '' }]
      : [],
  );
}

function firstSection(): string {
  const section = sectionsOf(INSTRUMENT).find(({ indicators }) =>
    indicators.some(({ subject }) => subject === 'officer'),
  );
  if (section === undefined) throw new RangeError('The instrument asks no officer');
  return section.id;
}

async function pushAll(caller: Caller, changes: readonly Change[]): Promise<void> {
  for (let from = 0; from < changes.length; from += PUSH) {
    const body = JSON.stringify({ changes: changes.slice(from, from + PUSH) });
    const { answers } = (await caller.post('/api/sync/push', body)) as PushAnswer;
    if (answers.some(({ outcome }) => outcome !== 'applied')) throw new Error('A change of the bench was not applied');
  }
}

export async function aPhone(profile: string): Promise<BrowserContext> {
  return await chromium.launchPersistentContext(profile, {
    executablePath: chromiumPath(),
    args: ['--no-sandbox'],
    viewport: PHONE,
    locale: 'id-ID',
  });
}

/** Signs in, gives the store its PIN, and waits until the unit is on the phone and the shell is kept. */
export async function settleIn(page: Page, origin: string, { email }: Caller): Promise<void> {
  await page.goto(`${origin}/masuk?lanjut=/lapangan`);
  await page.getByLabel('Alamat surel').fill(email);
  await page.getByLabel('Kata sandi', { exact: true }).fill(FIELD_PASSWORD);
  await page.getByRole('button', { name: 'Masuk', exact: true }).click();
  await page.getByLabel('PIN', { exact: true }).fill(PIN);
  await page.getByLabel('Ulangi PIN').fill(PIN);
  await page.getByLabel('Ulangi PIN').press('Enter');
  await page.locator('.unit-card').first().waitFor();
  // The sign-in lies outside what the worker serves; from here on it is asked.
  await page.goto(`${origin}/lapangan`);
  await page.evaluate(async () => await navigator.serviceWorker.ready);
  await page.locator('.unit-card').first().waitFor();
}
