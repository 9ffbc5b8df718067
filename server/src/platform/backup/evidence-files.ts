import { randomUUID } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { mkdir, open, readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';

import type pg from 'pg';

import { type EvidenceStore, StoreFull } from '../evidence/store.ts';
import { syncFolder } from '../postgres-files.ts';
import { StartError } from '../start-error.ts';
import { diskFault } from './fault.ts';
import type { BackedUpEvidence } from './manifest.ts';
import { measureFile } from './table-files.ts';

/** Beside the tables: `evidence/ab/abcd…`, each file under its SHA-256. */
const EVIDENCE = 'evidence';

/** Hashes of all files that are to be there; none in a schema that knows of no files yet. */
export async function namedEvidence(client: pg.PoolClient): Promise<readonly string[]> {
  const known = await client.query<{ there: boolean }>(`select to_regclass('evidence_file') is not null as there`);
  if (known.rows[0]?.there !== true) return [];
  // A schema from before files were purged has all of them.
  const { rows } = await client.query<{ sha256: string }>(
    `select sha256 from evidence_file where to_jsonb(evidence_file) ->> 'purged_at' is null order by sha256`,
  );
  return rows.map(({ sha256 }) => sha256);
}

/**
 * Puts the files beside the tables, each read and compared with its hash. One that is missing or damaged is no reason to
 * have no backup: it is left out and named.
 */
export async function copyEvidenceOut(
  store: EvidenceStore,
  hashes: readonly string[],
  { folder, signal }: { readonly folder: string; readonly signal: AbortSignal },
): Promise<BackedUpEvidence> {
  const found = { files: 0, bytes: 0, missing: new Array<string>() };
  await mkdir(join(folder, EVIDENCE), { mode: 0o700 });
  for (const [shard, own] of Map.groupBy(hashes, shardOf)) {
    await mkdir(join(folder, EVIDENCE, shard), { mode: 0o700 });
    for (const sha256 of own) {
      const bytes = await copyOut(store, sha256, pathIn(folder, sha256), signal);
      if (bytes === undefined) found.missing.push(sha256);
      else found.files += 1;
      found.bytes += bytes ?? 0;
    }
    await syncFolder(join(folder, EVIDENCE, shard));
  }
  await syncFolder(join(folder, EVIDENCE));
  return found;
}

async function copyOut(
  store: EvidenceStore,
  sha256: string,
  path: string,
  signal: AbortSignal,
): Promise<number | undefined> {
  if (!(await store.copyTo(sha256, path))) return undefined;
  const measured = await measureFile(path, signal);
  if (measured.sha256 !== sha256) {
    await rm(path);
    return undefined;
  }
  const file = await open(path);
  await file.sync();
  await file.close();
  return measured.bytes;
}

/** Throws a StartError unless the files are those of the manifest, each what its name says. */
export async function compareEvidence(
  folder: string,
  { files, bytes }: BackedUpEvidence,
  signal: AbortSignal,
): Promise<void> {
  const found = { files: 0, bytes: 0 };
  for await (const sha256 of evidenceIn(folder)) {
    const measured = await measureFile(pathIn(folder, sha256), signal);
    if (measured.sha256 !== sha256) {
      throw new StartError(
        `The backup cannot be used: ${pathIn(folder, sha256)} is damaged or was changed. Use another backup.`,
      );
    }
    found.files += 1;
    found.bytes += measured.bytes;
  }
  if (found.files === files && found.bytes === bytes) return;
  throw new StartError(
    `The backup cannot be used: ${join(folder, EVIDENCE)} has ${found.files} files of ${found.bytes} bytes; ` +
      `the manifest says ${files} of ${bytes}. Use another backup.`,
  );
}

/** Brings every file of a backup into the store; answers how many. Files that the store has already are written anew. */
export async function bringEvidenceIn(folder: string, store: EvidenceStore, signal: AbortSignal): Promise<number> {
  let files = 0;
  try {
    for await (const sha256 of evidenceIn(folder)) {
      signal.throwIfAborted();
      const upload = randomUUID();
      const span = { from: 0, to: Number.MAX_SAFE_INTEGER };
      try {
        await store.append(upload, span, createReadStream(pathIn(folder, sha256)));
        await store.keep(upload, sha256);
      } finally {
        await store.giveUp(upload);
      }
      files += 1;
    }
    return files;
  } catch (error) {
    if (!(error instanceof StoreFull)) throw diskFault('The evidence could not be restored', error);
    throw new StartError('The evidence could not be restored: the disk of EVIDENCE_URL is full.', { cause: error });
  }
}

/** The hashes that are in a backup, in order. */
async function* evidenceIn(folder: string): AsyncIterable<string> {
  const shards = await readdir(join(folder, EVIDENCE)).catch(() => new Array<string>());
  for (const shard of shards.toSorted()) yield* (await readdir(join(folder, EVIDENCE, shard))).toSorted();
}

function pathIn(folder: string, sha256: string): string {
  return join(folder, EVIDENCE, shardOf(sha256), sha256);
}

function shardOf(sha256: string): string {
  return sha256.slice(0, 2);
}
