import type { Page } from 'playwright-core';

/** A tap that the screen called saved. */
export interface SavedTap {
  readonly question: string;
  readonly level: number;
}

/** What came of tapping: what was called saved, and what was tapped last and perhaps not heard of. */
interface Tapped {
  readonly saved: readonly SavedTap[];
  /** The last tap, where its page ended before it said so. */
  readonly unheard: SavedTap | undefined;
}

interface Taps {
  /** Waits until so many taps more were called saved. */
  heard(count: number): Promise<void>;
  stop(): Promise<void>;
  result(): Tapped;
}

const TELL = 'tellTheTest';

/**
 * Taps levels of the questions on the page, one after the other and as fast as the screen calls them saved, until it is
 * stopped or the page ends. `order` decides which: the same numbers tap the same.
 */
export async function keepTapping(page: Page, order: readonly number[]): Promise<Taps> {
  const saved: SavedTap[] = [];
  let unheard: SavedTap | undefined;
  let waiting: { readonly count: number; readonly resolve: () => void } | undefined;
  await page.exposeFunction(TELL, (what: 'tapped' | 'saved', tap: SavedTap) => {
    unheard = what === 'tapped' ? tap : undefined;
    if (what === 'saved') saved.push(tap);
    if (waiting !== undefined && saved.length >= waiting.count) waiting.resolve();
  });
  await page.locator('.question').first().waitFor();
  // Its end is the end of the page, or `stop`.
  void page.evaluate(tapInPage, { order, tell: TELL }).catch(() => undefined);
  return {
    heard: async (count) => {
      const { promise, resolve } = Promise.withResolvers<void>();
      waiting = { count: saved.length + count, resolve };
      await promise;
    },
    stop: async () => {
      await page.evaluate(() => {
        Object.assign(window, { stopTapping: true });
      });
      await page.waitForFunction(() => 'tappingEnded' in window);
    },
    result: () => ({ saved: [...saved], unheard }),
  };
}

/** Runs in the page: the mark beside a question is what a person goes by. */
async function tapInPage({ order, tell }: { readonly order: readonly number[]; readonly tell: string }): Promise<void> {
  const told = (Reflect.get(window, tell) as (what: string, tap: object) => Promise<void>).bind(window);
  for (let n = 0; !('stopTapping' in window); n += 1) {
    const questions = [...document.querySelectorAll('.question')].filter((one) =>
      one.querySelector('input[value="1"]'),
    );
    const question = questions[order[n % order.length]! % questions.length]!;
    const inputs = [...question.querySelectorAll<HTMLInputElement>('input[type="radio"][value]')];
    const levels = inputs.filter(({ checked, value, disabled }) => !checked && !disabled && /^\d$/.test(value));
    const input = levels[(order[n % order.length]! >>> 4) % levels.length]!;
    const tap = { question: question.id, level: Number(input.value) };
    await told('tapped', tap);
    const mark = (): string => question.querySelector('.keeping')?.textContent ?? '';
    input.click();
    if (/Tersimpan|Terkirim/.test(mark())) throw new Error('Called saved before anything could be');
    while (!/Tersimpan di perangkat ini|Terkirim/.test(mark())) {
      const { promise, resolve } = Promise.withResolvers<void>();
      const observer = new MutationObserver(() => resolve());
      observer.observe(document.body, { subtree: true, childList: true, characterData: true });
      if (!/Tersimpan di perangkat ini|Terkirim/.test(mark())) await promise;
      observer.disconnect();
    }
    await told('saved', tap);
  }
  Object.assign(window, { tappingEnded: true });
}
