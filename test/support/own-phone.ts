import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

import { type BrowserContext, chromium, type Page } from 'playwright-core';

import type { Visited } from './browser.ts';
import { chromiumPath } from './chromium.ts';

/** A phone that remembers: its browser has a folder of its own and can be ended, killed and started again. */
export interface OwnPhone {
  page(): Page;
  context(): BrowserContext;
  /** Closes the browser in order and opens it again. */
  restart(): Promise<void>;
  /** `kill -9` of the whole browser, as a dead battery or Android does, and opens it again. */
  kill(): Promise<void>;
  close(): Promise<void>;
}

export async function anOwnPhone({ address }: Pick<Visited, 'address'>): Promise<OwnPhone> {
  const folder = await mkdtemp(join(tmpdir(), 'patuh-phone-'));
  const start = async (): Promise<BrowserContext> => {
    const context = await chromium.launchPersistentContext(folder, {
      executablePath: chromiumPath(),
      args: ['--no-sandbox'],
      baseURL: address,
      locale: 'id-ID',
      reducedMotion: 'reduce',
      viewport: { width: 360, height: 740 },
      hasTouch: true,
    });
    context.setDefaultTimeout(20_000);
    return context;
  };
  let context = await start();
  const page = (): Page => context.pages()[0]!;
  return {
    page,
    context: () => context,
    restart: async () => {
      await context.close();
      context = await start();
    },
    kill: async () => {
      await killBrowser(folder);
      await context.close().catch(() => undefined);
      context = await start();
    },
    close: async () => {
      await context.close();
      await rm(folder, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}

/** Every process of the browser on that folder at once; answers when none is left. */
async function killBrowser(folder: string): Promise<void> {
  for (;;) {
    const pids = await processesOn(folder);
    if (pids.length === 0) return;
    for (const pid of pids) {
      try {
        process.kill(pid, 'SIGKILL');
      } catch {
        // It went with another one.
      }
    }
    await pause(10);
  }
}

async function processesOn(folder: string): Promise<readonly number[]> {
  const pids = (await readdir('/proc')).filter((name) => /^\d+$/.test(name));
  const named = await Promise.all(
    pids.map(async (pid) => {
      const command = await readFile(`/proc/${pid}/cmdline`, 'latin1').catch(() => '');
      return command.split('\0').includes(`--user-data-dir=${folder}`) ? [Number(pid)] : [];
    }),
  );
  return named.flat();
}
