import type { Prepared, ShrinkCall, ShrinkReply, ShrinkSource } from './shrink-messages.ts';

/** A worker that the browser ended, for want of memory, says nothing. */
const PATIENCE_MS = 60_000;
/** What it holds is given back when nothing was to be done for so long. */
const IDLE_MS = 20_000;

interface Running {
  readonly worker: Worker;
  readonly waiting: Map<number, (prepared: Prepared) => void>;
}

let running: Running | undefined;
let idle: ReturnType<typeof setTimeout> | undefined;
let lastId = 0;
let last: Promise<unknown> = Promise.resolve();

/**
 * Shrinks a photo, looks at a document; never throws. One after the other: the patience is for each, and what ends one ends
 * no other. What the camera showed is handed over and closed.
 */
export async function prepareFile(source: ShrinkSource): Promise<Prepared> {
  if (typeof OffscreenCanvas === 'undefined') return { kind: 'refused', why: 'old-browser' };
  const turn = last
    .then(async () => await prepareNow(source))
    .catch((): Prepared => ({ kind: 'refused', why: 'failed' }));
  last = turn;
  return await turn;
}

async function prepareNow(source: ShrinkSource): Promise<Prepared> {
  clearTimeout(idle);
  running ??= start();
  const { worker, waiting } = running;
  lastId += 1;
  const call: ShrinkCall = { id: lastId, source };
  const prepared = await new Promise<Prepared>((resolve) => {
    waiting.set(call.id, resolve);
    setTimeout(() => {
      if (waiting.has(call.id)) end({ kind: 'refused', why: 'failed' });
    }, PATIENCE_MS);
    worker.postMessage(call, source instanceof ImageBitmap ? [source] : []);
  });
  waiting.delete(call.id);
  if (waiting.size === 0) idle = setTimeout(() => end({ kind: 'refused', why: 'failed' }), IDLE_MS);
  return prepared;
}

function start(): Running {
  const worker = new Worker(new URL('./shrink-worker.ts', import.meta.url), { type: 'module' });
  const waiting = new Map<number, (prepared: Prepared) => void>();
  worker.addEventListener('message', ({ data }: MessageEvent<ShrinkReply>) => waiting.get(data.id)?.(data.prepared));
  worker.addEventListener('error', () => end({ kind: 'refused', why: 'failed' }));
  return { worker, waiting };
}

function end(outcome: Prepared): void {
  const ended = running;
  running = undefined;
  ended?.worker.terminate();
  for (const tell of ended?.waiting.values() ?? []) tell(outcome);
}
