import { setTimeout as sleep } from 'node:timers/promises';

import type { Pooled } from '../database.ts';
import { giveBack, saveVisit, takeDue } from './copy-queue.ts';
import { type Traveller, visit } from './visit.ts';

export interface WebCopyDeps extends Omit<Traveller, 'signal'> {
  readonly db: Pooled;
  readonly now: () => Date;
}

/** Who travels at the same time, and where to. */
interface Fellows {
  readonly busy: Set<string>;
  /** One takes its turn after the other, so that no two set out for the same website. */
  taking: Promise<unknown>;
}

/** Visits the web address whose turn it is; answers whether there was one. */
export async function visitNext(
  { db, now, ...traveller }: WebCopyDeps & Pick<Traveller, 'signal'>,
  fellows: Fellows = { busy: new Set(), taking: Promise.resolve() },
): Promise<boolean> {
  const { busy } = fellows;
  const taking = fellows.taking.then(async () => {
    const taken = await takeDue(db, now(), [...busy]);
    if (taken !== undefined) busy.add(taken.host);
    return taken;
  });
  fellows.taking = taking.catch(() => undefined);
  const due = await taking;
  if (due === undefined) return false;
  try {
    await saveVisit(db, due, await visit(due.url, traveller), now());
  } catch (error) {
    if (traveller.signal.aborted) await giveBack(db, due, now());
    throw error;
  } finally {
    busy.delete(due.host);
  }
  return true;
}

const LOOK_EVERY_MS = 15_000;
/** So many websites are visited at the same time, and none by two: one that is slow holds up its own addresses only. */
const LANES = 4;

/** Visits web addresses as they come until it is stopped; a fault of the database is not the end. */
export function startWebCopies(
  deps: WebCopyDeps,
  warn: (error: unknown) => void,
): { readonly stop: () => Promise<void> } {
  const stopping = new AbortController();
  const { signal } = stopping;
  const fellows: Fellows = { busy: new Set(), taking: Promise.resolve() };
  const lane = async (): Promise<void> => {
    while (!signal.aborted) {
      const more = await visitNext({ ...deps, signal }, fellows).catch((error: unknown) => {
        if (!signal.aborted) warn(error);
        return false;
      });
      if (!more) await sleep(LOOK_EVERY_MS, undefined, { signal, ref: false }).catch(() => undefined);
    }
  };
  const done = Promise.all(Array.from({ length: LANES }, lane));
  return {
    stop: async () => {
      stopping.abort();
      await done;
    },
  };
}
