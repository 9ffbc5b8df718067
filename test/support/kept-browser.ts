import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { type BrowserContext, chromium, type Page } from 'playwright-core';

import { chromiumPath } from './chromium.ts';
import { killBrowser } from './kill-browser.ts';

/** A browser that keeps what it stored: closed and opened again it is the same phone. */
export interface KeptBrowser {
  /** The browser as it is open now, with its one page. */
  open(): Promise<{ readonly context: BrowserContext; readonly page: Page; readonly complaints: readonly string[] }>;
  /** Closes the browser; what it stored stays. */
  closeBrowser(): Promise<void>;
  /** `kill -9` of all of it. */
  kill(): Promise<void>;
  throwAway(): Promise<void>;
}

/** `args`: of Chromium, besides those it always gets. */
export async function aKeptBrowser(baseURL: string, args: readonly string[] = []): Promise<KeptBrowser> {
  const profile = await mkdtemp(join(tmpdir(), 'patuh-phone-'));
  let context: BrowserContext | undefined;
  const closeBrowser = async (): Promise<void> => {
    await context?.close();
    context = undefined;
  };
  return {
    open: async () => {
      context = await chromium.launchPersistentContext(profile, {
        executablePath: chromiumPath(),
        args: ['--no-sandbox', ...args],
        baseURL,
        locale: 'id-ID',
        viewport: { width: 390, height: 844 },
        hasTouch: true,
      });
      const page = context.pages()[0] ?? (await context.newPage());
      page.setDefaultTimeout(20_000);
      const complaints: string[] = [];
      page.on('pageerror', (error) => complaints.push(error.message));
      page.on('console', (message) => {
        if (message.type() === 'error') complaints.push(`${message.text()} ${message.location().url}`);
      });
      return { context, page, complaints };
    },
    closeBrowser,
    kill: async () => {
      await killBrowser(profile);
      await closeBrowser().catch(() => undefined);
      context = undefined;
    },
    throwAway: async () => {
      await closeBrowser();
      await rm(profile, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}
