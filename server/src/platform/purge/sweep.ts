import { rm } from 'node:fs/promises';

import { sql } from 'kysely';

import type { Pooled, Reader } from '../database.ts';
import type { EvidenceStore } from '../evidence/store.ts';
import { thumbnailPath } from '../evidence/thumbnails.ts';

/** So long a file that no row names may lie there: its upload may still be on its way to its row. */
const GRACE_MS = 14 * 24 * 60 * 60 * 1000;

export interface SweepDeps {
  readonly db: Pooled;
  readonly store: EvidenceStore;
  readonly thumbnailFolder: string;
  readonly now: () => Date;
}

export interface Swept {
  readonly files: number;
  readonly bytes: number;
}

/**
 * Removes the bytes of files that were purged, and of those that no row ever named. Any number of times, also after a purge
 * that was cut off behind its commit; beside a server that takes files in. A file that is needed again meanwhile stays.
 */
export async function sweepFiles({ db, store, thumbnailFolder, now }: SweepDeps): Promise<Swept> {
  const swept = { files: 0, bytes: 0 };
  await store.putBack();
  const needed = await neededFiles(db);
  for await (const { sha256, size } of store.list()) {
    if (needed.has(sha256)) continue;
    // First the small picture: once the file is gone, nobody would come back for it.
    await rm(thumbnailPath(thumbnailFolder, sha256), { force: true });
    const removed = await store.remove(sha256, async (keptAt) => await isNobodys(db, sha256, { keptAt, now: now() }));
    if (!removed) continue;
    swept.files += 1;
    swept.bytes += size;
  }
  return swept;
}

/** Files that were purged and still lie here: a purge was cut off behind its commit. */
export async function countLeft({ db, store }: Pick<SweepDeps, 'db' | 'store'>): Promise<number> {
  const rows = await db.selectFrom('evidence_file').select('sha256').where('purged_at', 'is not', null).execute();
  const purged = new Set(rows.map(({ sha256 }) => sha256));
  let left = 0;
  for await (const { sha256 } of store.list()) if (purged.has(sha256)) left += 1;
  return left;
}

async function neededFiles(db: Reader): Promise<ReadonlySet<string>> {
  const rows = await db.selectFrom('evidence_file').select('sha256').where('purged_at', 'is', null).execute();
  return new Set(rows.map(({ sha256 }) => sha256));
}

/** Asked when nobody can reach the file any more: whoever kept it again has kept another. */
async function isNobodys(
  db: Reader,
  sha256: string,
  { keptAt, now }: { readonly keptAt: Date; readonly now: Date },
): Promise<boolean> {
  const { rows } = await sql<{ purged: Date | null; known: boolean; coming: boolean }>`
    select (select purged_at from evidence_file where sha256 = ${sha256}) as purged,
      exists (select from evidence_file where sha256 = ${sha256}) as known,
      exists (select from upload where sha256 = ${sha256})
        or exists (select from document_delivery where sha256 = ${sha256} and received_at is null and purged_at is null)
        as coming`.execute(db);
  const [row] = rows;
  if (row === undefined || row.coming) return false;
  return row.known ? row.purged !== null : keptAt.getTime() < now.getTime() - GRACE_MS;
}
