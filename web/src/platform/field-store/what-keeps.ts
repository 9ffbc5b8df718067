import { openDB } from 'idb';

/**
 * What this browser does with what is entered. `keeps`: it stays. `may-not`: it stays while the window is open, and
 * perhaps no longer (a private window of Chrome looks like this). `nothing`: only the page holds it.
 */
export type Keeping = 'keeps' | 'may-not' | 'nothing';

/** What was found out about the browser. */
export interface Evidence {
  readonly opens: boolean;
  /** The private folder refuses, which only private windows do; undefined where there is none. */
  readonly refusesFolder: boolean | undefined;
  readonly quota: number | undefined;
  /** What scripts may take of the memory: a private window gets little more than that to store in. */
  readonly heap: number | undefined;
}

const MEGABYTE = 1024 * 1024;

export function keepsBy({ opens, refusesFolder, quota, heap }: Evidence): Keeping {
  if (!opens || refusesFolder === true) return 'nothing';
  if (quota === undefined) return 'keeps';
  return quota < Math.max(120 * MEGABYTE, 2 * (heap ?? 0)) ? 'may-not' : 'keeps';
}

/** Tries it. */
export async function whatKeeps(): Promise<Keeping> {
  const [opens, refusesFolder, quota] = await Promise.all([opensDatabase(), refuses(), quotaHere()]);
  const { memory } = performance as { readonly memory?: { readonly jsHeapSizeLimit: number } };
  return keepsBy({ opens, refusesFolder, quota, heap: memory?.jsHeapSizeLimit });
}

async function opensDatabase(): Promise<boolean> {
  try {
    const db = await openDB('patuh-probe', 1);
    db.close();
    return true;
  } catch {
    return false;
  }
}

async function refuses(): Promise<boolean | undefined> {
  const { storage } = navigator as { readonly storage?: Partial<StorageManager> };
  if (storage?.getDirectory === undefined) return undefined;
  try {
    await storage.getDirectory();
    return false;
  } catch {
    return true;
  }
}

async function quotaHere(): Promise<number | undefined> {
  try {
    return (await navigator.storage.estimate()).quota;
  } catch {
    return undefined;
  }
}
