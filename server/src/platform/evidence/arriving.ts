import type { Readable } from 'node:stream';

/** Bytes that may wait in memory for a slow disk before the sender has to. */
const MOST_WAITING = 1024 * 1024;

/**
 * Hands on at most `most` bytes, after the first `skip`, as they arrive, until the stream ends or breaks. It takes them out of the stream at once: what
 * still lies in the buffer of a stream when its line breaks is thrown away by it.
 */
export async function takeArriving(
  bytes: Readable,
  { skip, most }: { readonly skip: number; readonly most: number },
  hand: (part: Buffer) => Promise<void>,
): Promise<void> {
  let waiting: Buffer[] = [];
  let held = 0;
  let toSkip = skip;
  let room = most;
  const line = { over: room === 0 || bytes.readableEnded || bytes.destroyed };
  let wake = (): void => undefined;
  const end = (): void => {
    line.over = true;
    wake();
  };
  const take = (chunk: Buffer): void => {
    const part = chunk.subarray(toSkip, toSkip + room);
    toSkip -= Math.min(toSkip, chunk.length);
    room -= part.length;
    waiting.push(part);
    held += part.length;
    if (held >= MOST_WAITING) bytes.pause();
    if (room === 0) end();
    else wake();
  };
  bytes.on('end', end).on('error', end).on('close', end).on('data', take);
  try {
    while (!line.over || waiting.length > 0) {
      if (waiting.length === 0) await new Promise<void>((resolve) => (wake = resolve));
      const parts = waiting;
      waiting = [];
      held = 0;
      if (parts.length > 0) await hand(Buffer.concat(parts));
      bytes.resume();
    }
  } finally {
    // Read to its end whatever it holds, else the connection could not be used again.
    bytes.off('data', take).resume();
  }
}
