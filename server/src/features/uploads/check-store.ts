import { inTransaction, type Pooled } from '@patuh/server/platform/database';
import type { EvidenceStore } from '@patuh/server/platform/evidence/store';

import { isWhole } from './is-here.ts';
import { deleteUpload, listFiles, listUploads } from './queries.ts';

/** After so long nobody comes back to an upload; the phone begins anew. */
export const GIVEN_UP_DAYS = 14;
const DAY_MS = 24 * 60 * 60 * 1000;

interface StoreDeps {
  readonly db: Pooled;
  readonly store: EvidenceStore;
  readonly now: () => Date;
}

export interface StoreReport {
  /** Files that the database knows, and their bytes. */
  readonly files: number;
  readonly bytes: number;
  /** Hashes of files that the database knows and the store does not have. */
  readonly missing: readonly string[];
  /** Hashes of files whose content is another than it should be. */
  readonly damaged: readonly string[];
  /** Hashes of files that nobody sent, or whose sender was not told that they are here. */
  readonly orphaned: readonly string[];
  /** Ids of uploads that nobody comes back to. */
  readonly givenUp: readonly string[];
}

/**
 * Compares what the database says with what lies in the store, while files go on arriving; `deep` reads every file and
 * compares it with its hash.
 */
export async function checkStore({ db, store, now }: StoreDeps, { deep }: { deep: boolean }): Promise<StoreReport> {
  // The store first: whatever arrives meanwhile has its row later than its file.
  const stored = new Map<string, number>();
  for await (const { sha256, size } of store.list()) stored.set(sha256, size);
  const uploads = await listUploads(db);
  const files = await listFiles(db);

  const missing: string[] = [];
  const damaged: string[] = [];
  for (const { sha256, size } of files) {
    const found = stored.get(sha256);
    if (found === undefined && !(await store.has(sha256))) missing.push(sha256);
    else if (found !== undefined && found !== size) damaged.push(sha256);
    else if (deep && !(await isWhole(store, sha256))) damaged.push(sha256);
  }
  const known = new Set([...files, ...uploads].map(({ sha256 }) => sha256));
  return {
    files: files.length,
    bytes: files.reduce((sum, { size }) => sum + size, 0),
    missing,
    damaged,
    orphaned: [...stored.keys()].filter((sha256) => !known.has(sha256)),
    givenUp: await givenUp(store, uploads, new Date(now().getTime() - GIVEN_UP_DAYS * DAY_MS)),
  };
}

/** Forgets uploads that nobody comes back to, their bytes and that they were begun. */
export async function forgetUploads({ db, store }: StoreDeps, ids: readonly string[]): Promise<void> {
  for (const id of ids) {
    await inTransaction(db, async (trx) => await deleteUpload(trx, id));
    await store.giveUp(id);
  }
}

async function givenUp(
  store: EvidenceStore,
  uploads: readonly { readonly id: string; readonly createdAt: Date }[],
  before: Date,
): Promise<readonly string[]> {
  const lastSeen = new Map(uploads.map(({ id, createdAt }) => [id, createdAt]));
  for await (const { id, at } of store.uploads()) lastSeen.set(id, later(at, lastSeen.get(id)));
  return [...lastSeen].filter(([, at]) => at < before).map(([id]) => id);
}

function later(one: Date, other: Date | undefined): Date {
  return other === undefined || one > other ? one : other;
}
