import { prepare } from './shrink.ts';
import type { ShrinkCall, ShrinkReply } from './shrink-messages.ts';

/** Shrinks one photo after the other: two at once would need the memory of two. */
let last: Promise<void> = Promise.resolve();

async function answer({ id, source }: ShrinkCall): Promise<void> {
  const prepared = await prepare(source).catch(() => ({ kind: 'refused', why: 'failed' }) as const);
  const reply: ShrinkReply = { id, prepared };
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a worker speaks to its page only
  globalThis.postMessage(reply);
}

globalThis.addEventListener('message', ({ data }: MessageEvent<ShrinkCall>) => {
  last = last.then(async () => await answer(data));
});
