import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import type { Page } from 'playwright-core';

import { anAssessment, aPeriod, aTeam } from '../support/assessments.ts';
import { choose, showEvidence, tilesIn } from '../support/evidence-phone.ts';
import { aPhotoFile } from '../support/photos.ts';
import { type BenchLine, median } from './compare.ts';
import { aPhone, settleIn, slowPage } from './form.ts';
import { aCaller, withField } from './field.ts';

/**
 * A photo of 12 megapixels becomes evidence on a phone four times slower than this machine: how long no frame was drawn, and
 * how long the main thread was busy at one stretch, both against the budget; and how long it took until the photo was kept.
 */

const ROUNDS = 5;
/** Milliseconds. */
const BUDGET = 100;

export async function benchPhotos(): Promise<readonly BenchLine[]> {
  return await withField(async (bench) => {
    const caller = await aCaller(bench, 'assessor');
    const periodId = await aPeriod(bench.db, { year: 2031 });
    const teamId = await aTeam(bench.db, { periodId, members: [{ personId: caller.personId, role: 'assessor' }] });
    const { id } = await anAssessment(bench.db, { periodId, teamId });
    const folder = await mkdtemp(join(tmpdir(), 'patuh-photos-'));
    const context = await aPhone(join(folder, 'profile'));
    try {
      const first = await context.newPage();
      await settleIn(first, bench.origin, caller);
      await first.close();
      const page = await slowPage(context);
      await page.goto(`${bench.origin}/lapangan/${id}/bagian/sarana-prasarana/unit`);
      await showEvidence(page);
      // The first one fetches the worker.
      await takeIn(page, await aFile(folder, 0), 1);
      const rounds: Round[] = [];
      for (let round = 1; round <= ROUNDS; round += 1) {
        rounds.push(await takeIn(page, await aFile(folder, round), round + 1));
      }
      return linesOf(rounds);
    } finally {
      await context.close();
      await rm(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
    }
  });
}

interface Round {
  /** The longest task of the main thread; those below 50 ms the browser does not tell. */
  readonly task: number;
  /** The longest pause between two frames; other work of this machine lengthens it. */
  readonly pause: number;
  readonly kept: number;
}

function linesOf(rounds: readonly Round[]): readonly BenchLine[] {
  const of = (pick: (round: Round) => number): number => Math.round(median(rounds.map(pick)));
  const what = 'photo of 12 megapixels is shrunk, 4x slower CPU:';
  const [pause, task, kept] = [of((round) => round.pause), of((round) => round.task), of((round) => round.kept)];
  return [
    { name: `${what} longest frame`, value: pause, unit: 'ms', baseline: BUDGET, ratio: pause / BUDGET },
    { name: `${what} longest task of the page`, value: task, unit: 'ms', baseline: BUDGET, ratio: task / BUDGET },
    { name: `${what} until it is kept`, value: kept, unit: 'ms', baseline: kept, ratio: 1 },
  ];
}

async function aFile(folder: string, round: number): Promise<string> {
  const name = join(folder, `${round}.jpg`);
  await writeFile(name, await aPhotoFile({ width: 4_000, height: 3_000, grain: 20 }));
  return name;
}

/** From the choice of the file until its tile says where it is. */
async function takeIn(page: Page, file: string, tiles: number): Promise<Round> {
  await beginToWatch(page);
  const from = performance.now();
  await choose(page, 'Pilih dari galeri', [file]);
  for (;;) {
    const kept = (await tilesIn(page, 'di HP ini').count()) + (await tilesIn(page, 'sampai di server').count());
    if (kept === tiles) break;
    await page.waitForTimeout(20);
  }
  const kept = performance.now() - from;
  return { ...(await watched(page)), kept };
}

async function beginToWatch(page: Page): Promise<void> {
  await page.evaluate(() => {
    const watch = { pause: 0, task: 0, last: performance.now(), on: true };
    const step = (now: number): void => {
      watch.pause = Math.max(watch.pause, now - watch.last);
      watch.last = now;
      if (watch.on) requestAnimationFrame(step);
    };
    requestAnimationFrame(step);
    new PerformanceObserver((list) => {
      for (const { duration } of list.getEntries()) watch.task = Math.max(watch.task, duration);
    }).observe({ type: 'longtask' });
    Object.assign(globalThis, { watch });
  });
}

async function watched(page: Page): Promise<{ readonly pause: number; readonly task: number }> {
  return await page.evaluate(() => {
    const { watch } = globalThis as unknown as { watch: { pause: number; task: number; on: boolean } };
    watch.on = false;
    return { pause: watch.pause, task: watch.task };
  });
}
