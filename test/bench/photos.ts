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
 * A photo of 12 megapixels becomes evidence on a phone four times slower than this machine: the longest time for which the
 * page drew nothing meanwhile, against the budget, and how long it took until the photo was kept.
 */

const ROUNDS = 5;
/** Milliseconds. */
const FRAME_BUDGET = 100;

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
  readonly frame: number;
  readonly kept: number;
}

function linesOf(rounds: readonly Round[]): readonly BenchLine[] {
  const frame = Math.round(median(rounds.map((round) => round.frame)));
  const kept = Math.round(median(rounds.map((round) => round.kept)));
  return [
    {
      name: 'photo of 12 megapixels is shrunk, 4x slower CPU: longest frame of the page, against its budget',
      value: frame,
      unit: 'ms',
      baseline: FRAME_BUDGET,
      ratio: frame / FRAME_BUDGET,
    },
    { name: 'the same until it is kept', value: kept, unit: 'ms', baseline: kept, ratio: 1 },
  ];
}

async function aFile(folder: string, round: number): Promise<string> {
  const name = join(folder, `${round}.jpg`);
  await writeFile(name, await aPhotoFile({ width: 4_000, height: 3_000, grain: 20 }));
  return name;
}

/** From the choice of the file until its tile says where it is; the longest pause between two frames on the way. */
async function takeIn(page: Page, file: string, tiles: number): Promise<Round> {
  await page.evaluate(() => {
    const watch = { longest: 0, last: performance.now(), on: true };
    const step = (now: number): void => {
      watch.longest = Math.max(watch.longest, now - watch.last);
      watch.last = now;
      if (watch.on) requestAnimationFrame(step);
    };
    requestAnimationFrame(step);
    Object.assign(globalThis, { watch });
  });
  const from = performance.now();
  await choose(page, 'Pilih dari galeri', [file]);
  for (;;) {
    const kept = (await tilesIn(page, 'di HP ini').count()) + (await tilesIn(page, 'sampai di server').count());
    if (kept === tiles) break;
    await page.waitForTimeout(20);
  }
  const kept = performance.now() - from;
  const frame = await page.evaluate(() => {
    const { watch } = globalThis as unknown as { watch: { longest: number; on: boolean } };
    watch.on = false;
    return watch.longest;
  });
  return { frame, kept };
}
