import { constants } from 'node:fs';
import { access, mkdir, open, readdir, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';

import type pg from 'pg';

import { syncFolder } from '../postgres-files.ts';
import { StartError } from '../start-error.ts';
import type { EvidenceStore } from '../evidence/store.ts';
import { copyEvidenceOut } from './evidence-files.ts';
import { diskFault, faultCode } from './fault.ts';
import { KEY_BOX, lockKeys } from './key-box.ts';
import type { KeyFiles } from './key-box.ts';
import { whyNotOurKey } from './key-files.ts';
import { MANIFEST, manifestText } from './manifest.ts';
import type { Manifest } from './manifest.ts';
import { readSnapshot } from './snapshot.ts';
import type { Snapshot } from './snapshot.ts';
import { measureFile, TABLES } from './table-files.ts';

/** A folder of this name was being written when the writer ended. */
export const PARTIAL = '.partial';

export interface BackupOrder {
  readonly pool: pg.Pool;
  /** An existing folder, which gets a new one with the backup. */
  readonly into: string;
  /** Name of the new folder. */
  readonly name: string;
  readonly createdAt: Date;
  readonly keys: { readonly files: KeyFiles; readonly passphrase: string } | 'left-out';
  /** Before a migration files are left out: it does not touch them. */
  readonly evidence: EvidenceStore | 'left-out';
  readonly signal: AbortSignal;
}

export interface FinishedBackup {
  readonly folder: string;
  readonly manifest: Manifest;
}

/**
 * Writes a backup beside whatever else runs: the tables as one transaction sees them. Whole or not at all: it has its
 * name only once every byte is on the disk. Throws a StartError if it cannot be written, or the keys are the wrong ones.
 */
export async function writeBackup(order: BackupOrder): Promise<FinishedBackup> {
  const folder = join(order.into, order.name);
  const partial = `${folder}${PARTIAL}`;
  try {
    await makePartial(order.into, folder, partial);
  } catch (error) {
    throw diskFault(`No backup can be written to ${order.into}`, error);
  }
  try {
    const manifest = await fill(partial, order);
    await rename(partial, folder);
    await syncFolder(order.into);
    return { folder, manifest };
  } catch (error) {
    await rm(partial, { recursive: true, force: true });
    throw diskFault(`The backup could not be written to ${folder}`, error);
  }
}

async function makePartial(into: string, folder: string, partial: string): Promise<void> {
  // An external disk that is not mounted must not become a folder on the disk that is to be saved.
  await access(into, constants.W_OK);
  await access(folder).then(
    () => Promise.reject(new StartError(`${folder} is already there.`)),
    () => undefined,
  );
  try {
    await mkdir(partial, { mode: 0o700 });
  } catch (error) {
    if (faultCode(error) !== 'EEXIST') throw error;
    throw new StartError(`${partial} is already there: another backup is being written, or was aborted.`);
  }
  await mkdir(join(partial, TABLES), { mode: 0o700 });
}

async function fill(partial: string, order: BackupOrder): Promise<Manifest> {
  const { signal, evidence: store } = order;
  const { files, ...snapshot } = await readSnapshot(order.pool, partial, signal);
  const keys = await fillKeys(partial, order, snapshot);
  // After the rows: no file is ever taken away, so all that they name are still there.
  const evidence = store === 'left-out' ? null : await copyEvidenceOut(store, files, { folder: partial, signal });
  const manifest: Manifest = {
    format: evidence === null ? 1 : 2,
    createdAt: order.createdAt.toISOString(),
    ...snapshot,
    keys,
    evidence,
  };
  await syncFolder(join(partial, TABLES));
  await syncFolder(partial);
  await writeDurably(join(partial, MANIFEST), manifestText(manifest));
  await syncFolder(partial);
  return manifest;
}

async function fillKeys(
  partial: string,
  { keys, signal }: BackupOrder,
  { heads }: Pick<Snapshot, 'heads'>,
): Promise<Manifest['keys']> {
  if (keys === 'left-out') return { kind: 'left-out' };
  const reason = whyNotOurKey(keys.files, heads);
  if (reason !== undefined) {
    throw new StartError(
      `No backup was written: ${reason}. Set SIGNING_KEY_FILE or DATA_DIR as the server has it, or leave the keys out with --without-keys.`,
    );
  }
  if (keys.files.size === 0) return { kind: 'none' };
  const file = join(partial, KEY_BOX);
  await writeDurably(file, await lockKeys(keys.files, keys.passphrase));
  return { kind: 'encrypted', names: [...keys.files.keys()], ...(await measureFile(file, signal)) };
}

async function writeDurably(path: string, text: string): Promise<void> {
  const file = await open(path, 'wx', 0o600);
  try {
    await file.writeFile(text);
    await file.sync();
  } finally {
    await file.close();
  }
}

/** Like 20261122T091530.123Z: sorts by age, and no file system minds it. */
export function stampOf(moment: Date): string {
  return moment.toISOString().replaceAll(/[-:]/g, '');
}

/** Names of the backups in a folder, oldest first; an aborted one is not among them. */
export async function backupsIn(folder: string): Promise<readonly string[]> {
  const entries = await readdir(folder, { withFileTypes: true }).catch(() => []);
  const names = entries.filter((entry) => entry.isDirectory() && !entry.name.endsWith(PARTIAL));
  const whole = await Promise.all(
    names.map(async ({ name }) =>
      access(join(folder, name, MANIFEST)).then(
        () => [name],
        () => [],
      ),
    ),
  );
  return whole.flat().toSorted();
}
