import { setTimeout as sleep } from 'node:timers/promises';

import type { Pooled } from '../database.ts';
import { giveBack, saveVisit, takeDue } from './copy-queue.ts';
import { type Traveller, visit } from './visit.ts';

export interface WebCopyDeps extends Omit<Traveller, 'signal'> {
  readonly db: Pooled;
  readonly now: () => Date;
}

/** Visits the web address whose turn it is; answers whether there was one. */
export async function visitNext({ db, now, ...traveller }: WebCopyDeps & Pick<Traveller, 'signal'>): Promise<boolean> {
  const due = await takeDue(db, now());
  if (due === undefined) return false;
  try {
    await saveVisit(db, due, await visit(due.url, traveller), now());
  } catch (error) {
    if (traveller.signal.aborted) await giveBack(db, due, now());
    throw error;
  }
  return true;
}

const LOOK_EVERY_MS = 15_000;

/** Visits web addresses as they come, one at a time, until it is stopped; a fault of the database is not the end. */
export function startWebCopies(
  deps: WebCopyDeps,
  warn: (error: unknown) => void,
): { readonly stop: () => Promise<void> } {
  const stopping = new AbortController();
  const { signal } = stopping;
  const work = async (): Promise<void> => {
    while (!signal.aborted) {
      const more = await visitNext({ ...deps, signal }).catch((error: unknown) => {
        if (!signal.aborted) warn(error);
        return false;
      });
      if (!more) await sleep(LOOK_EVERY_MS, undefined, { signal, ref: false }).catch(() => undefined);
    }
  };
  const done = work();
  return {
    stop: async () => {
      stopping.abort();
      await done;
    },
  };
}
