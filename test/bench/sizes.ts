import { type Browser, chromium, type Response } from 'playwright-core';

import { chromiumPath } from '../support/chromium.ts';
import type { BenchLine } from './compare.ts';
import { withServer } from './server.ts';

/** Bytes that a phone fetches for the rankings page and for the field app, as the server compresses them, against their budgets. */
const BUDGETS = { readable: 40 * 1024, interactive: 75 * 1024, later: 130 * 1024, field: 150 * 1024 } as const;

export async function benchSizes(): Promise<readonly BenchLine[]> {
  return withServer(async (origin) => {
    const browser = await chromium.launch({ executablePath: chromiumPath(), args: ['--no-sandbox'] });
    try {
      const rankings = await fetched(browser, `${origin}/peringkat/53/2024`);
      const history = await fetched(browser, `${origin}/pemda/19.04/2023`);
      const field = await fetched(browser, `${origin}/lapangan`);
      return [
        line('rankings page, before it is readable', bytes(rankings, 'document', 'stylesheet'), BUDGETS.readable),
        line('rankings page, JavaScript to be interactive', bytes(rankings, 'script'), BUDGETS.interactive),
        // Nobody is signed in here, so the sign-in is counted too: it is rather more than a phone in the field fetches.
        line('field app, JavaScript to the first screen', bytes(field, 'script'), BUDGETS.field),
        // What the chart adds to what the rankings page has fetched before: React is shared.
        line('government page, JavaScript of the chart', bytes(newIn(history, rankings), 'script'), BUDGETS.later),
      ];
    } finally {
      await browser.close();
    }
  });
}

function line(name: string, value: number, budget: number): BenchLine {
  return { name, value, unit: 'bytes (brotli)', baseline: budget, ratio: Math.round((1000 * value) / budget) / 1000 };
}

type Kind = 'document' | 'stylesheet' | 'script';

interface Fetched {
  readonly url: string;
  readonly kind: Kind;
  readonly size: number;
}

function bytes(files: readonly Fetched[], ...kinds: readonly Kind[]): number {
  return files.filter(({ kind }) => kinds.includes(kind)).reduce((sum, { size }) => sum + size, 0);
}

function newIn(files: readonly Fetched[], before: readonly Fetched[]): readonly Fetched[] {
  const known = new Set(before.map(({ url }) => url));
  return files.filter(({ url }) => !known.has(url));
}

/** Everything that the page asks for until the network is idle, with its compressed size; the cache is empty. */
async function fetched(browser: Browser, url: string): Promise<readonly Fetched[]> {
  const context = await browser.newContext({ viewport: { width: 390, height: 844 } });
  const page = await context.newPage();
  const replies: Response[] = [];
  page.on('response', (reply) => void replies.push(reply));
  await page.goto(url, { waitUntil: 'networkidle' });
  // What loads only when a reader comes near is fetched too.
  for (const part of await page.locator('[data-island]').all()) {
    await part.scrollIntoViewIfNeeded();
    await page.waitForTimeout(500);
  }
  await page.waitForLoadState('networkidle');
  const files = await Promise.all(replies.map(fileOf));
  await context.close();
  return files.flat();
}

async function fileOf(reply: Response): Promise<readonly Fetched[]> {
  const kind = reply.request().resourceType();
  if (kind !== 'document' && kind !== 'stylesheet' && kind !== 'script') return [];
  return [{ url: reply.url(), kind, size: (await reply.request().sizes()).responseBodySize }];
}
