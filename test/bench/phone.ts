import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';

import { type Browser, chromium } from 'playwright-core';

import { chromiumPath } from '../support/chromium.ts';
import { CHECKOUT, run } from '../support/processes.ts';
import { type BenchLine, median } from './compare.ts';
import { addressOf, compressedBytes, withServer } from './server.ts';

/** The rankings page on a phone: when its largest part is painted and how much moves, against the page as a file. */

const PATH = '/peringkat/53/2024';
const ROUNDS = 5;
const PHONE = { width: 390, height: 844 } as const;
/** 1.6 Mbit/s and 150 ms, a processor four times slower. */
const LINE = { offline: false, latency: 150, downloadThroughput: 200_000, uploadThroughput: 93_750 } as const;
const SLOWER = 4;

interface Paint {
  /** Milliseconds until the largest contentful paint. */
  readonly largest: number;
  /** Cumulative layout shift. */
  readonly shift: number;
}

export async function benchPhone(): Promise<readonly BenchLine[]> {
  return withServer(async (origin, folder) => {
    const file = join(folder, 'page.html.br');
    await writeFile(file, (await compressedBytes(`${origin}${PATH}`)).body);
    const still = run(['test/bench/static-server.ts', file, join(CHECKOUT, 'web/dist/client')]);
    const browser = await chromium.launch({ executablePath: chromiumPath(), args: ['--no-sandbox'] });
    try {
      const baseline = await addressOf(still);
      const rounds: { readonly own: Paint; readonly bare: Paint }[] = [];
      for (let round = 0; round < ROUNDS; round += 1) {
        rounds.push({ bare: await paint(browser, baseline), own: await paint(browser, `${origin}${PATH}`) });
      }
      return lines(rounds);
    } finally {
      await browser.close();
      still.kill('SIGTERM');
      await still.ended;
    }
  });
}

function lines(rounds: readonly { readonly own: Paint; readonly bare: Paint }[]): readonly BenchLine[] {
  const shift = median(rounds.map(({ own }) => own.shift));
  return [
    {
      name: 'rankings page on a phone, largest paint',
      value: Math.round(median(rounds.map(({ own }) => own.largest))),
      unit: 'ms',
      baseline: Math.round(median(rounds.map(({ bare }) => bare.largest))),
      ratio: Math.round(1000 * median(rounds.map(({ own, bare }) => own.largest / bare.largest))) / 1000,
    },
    { name: 'rankings page on a phone, layout shift', value: shift, unit: 'CLS', baseline: 0.05, ratio: shift / 0.05 },
  ];
}

async function paint(browser: Browser, url: string): Promise<Paint> {
  const context = await browser.newContext({ viewport: PHONE });
  try {
    const page = await context.newPage();
    const devtools = await context.newCDPSession(page);
    await devtools.send('Network.enable');
    await devtools.send('Network.emulateNetworkConditions', LINE);
    await devtools.send('Emulation.setCPUThrottlingRate', { rate: SLOWER });
    await page.goto(url, { waitUntil: 'networkidle' });
    return await page.evaluate<Paint>(MEASURE);
  } finally {
    await context.close();
  }
}

/** Runs in the page: what its own observers saw so far. */
const MEASURE = `new Promise((resolve) => {
  let largest = 0;
  let shift = 0;
  new PerformanceObserver((list) => { for (const entry of list.getEntries()) largest = entry.startTime; })
    .observe({ type: 'largest-contentful-paint', buffered: true });
  new PerformanceObserver((list) => { for (const entry of list.getEntries()) if (!entry.hadRecentInput) shift += entry.value; })
    .observe({ type: 'layout-shift', buffered: true });
  setTimeout(() => resolve({ largest, shift }), 300);
})`;
