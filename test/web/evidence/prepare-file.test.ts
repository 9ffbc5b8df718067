import { afterEach, describe, expect, it, vi } from 'vitest';

import { prepareFile } from '../../../web/src/platform/evidence/prepare-file.ts';
import type { Prepared, ShrinkCall, ShrinkReply } from '../../../web/src/platform/evidence/shrink-messages.ts';

const EACH = 40_000;
const READY: Prepared = { kind: 'document', content: new Uint8Array(1), sha256: '0'.repeat(64) };

/** A phone that needs forty seconds for each, one after the other. */
class SlowWorker extends EventTarget {
  #freeIn = 0;

  postMessage({ id }: ShrinkCall): void {
    this.#freeIn = Math.max(this.#freeIn, Date.now()) + EACH;
    setTimeout(() => {
      this.dispatchEvent(new MessageEvent<ShrinkReply>('message', { data: { id, prepared: READY } }));
    }, this.#freeIn - Date.now());
  }

  terminate(): void {
    this.postMessage = () => undefined;
  }
}

Object.assign(globalThis, { Worker: SlowWorker, OffscreenCanvas: EventTarget, ImageBitmap: EventTarget });
afterEach(() => void vi.useRealTimers());

describe('photos that are taken in quick succession on a slow phone', () => {
  it('are all kept: none is given up because it waited for the others', async () => {
    vi.useFakeTimers();
    const all = Promise.all([1, 2, 3].map(async () => await prepareFile(new Blob(['photo']))));
    await vi.advanceTimersByTimeAsync(4 * EACH);
    expect((await all).map(({ kind }) => kind)).toEqual(['document', 'document', 'document']);
  });
});
