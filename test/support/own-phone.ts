import type { BrowserContext, Page } from 'playwright-core';

import type { Visited } from './browser.ts';
import { aKeptBrowser } from './kept-browser.ts';

/** A phone in somebody’s hand: its browser runs, and can be ended and started again. */
export interface OwnPhone {
  page(): Page;
  context(): BrowserContext;
  /** As Android does with the browser behind the camera. */
  restart(): Promise<void>;
  /** As a dead battery does, or Android in need of memory. */
  kill(): Promise<void>;
  close(): Promise<void>;
}

export async function anOwnPhone(
  { address }: Pick<Visited, 'address'>,
  args: readonly string[] = [],
): Promise<OwnPhone> {
  const browser = await aKeptBrowser(address, args);
  let { context, page } = await browser.open();
  return {
    page: () => page,
    context: () => context,
    restart: async () => {
      await browser.closeBrowser();
      ({ context, page } = await browser.open());
    },
    kill: async () => {
      await browser.kill();
      ({ context, page } = await browser.open());
    },
    close: async () => await browser.throwAway(),
  };
}
