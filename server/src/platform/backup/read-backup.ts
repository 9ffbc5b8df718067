import { readFile, stat } from 'node:fs/promises';
import { basename, join } from 'node:path';

import { unknownMigrations } from '../migrate.ts';
import { StartError } from '../start-error.ts';
import { compareEvidence } from './evidence-files.ts';
import { diskFault, faultCode } from './fault.ts';
import { KEY_BOX, unlockKeys } from './key-box.ts';
import type { KeyFiles } from './key-box.ts';
import { MANIFEST, readManifest } from './manifest.ts';
import type { Manifest } from './manifest.ts';
import { fileOfTable, measureFile } from './table-files.ts';
import type { WrittenFile } from './table-files.ts';
import { backupsIn, PARTIAL } from './write-backup.ts';

export interface Backup {
  readonly folder: string;
  readonly manifest: Manifest;
}

/**
 * Opens a backup and compares every file with its manifest, before anything is touched. Throws a StartError that names
 * what is wrong: an aborted backup, a file that is damaged or missing, or a schema that this version does not know.
 */
export async function openBackup(folder: string, signal: AbortSignal): Promise<Backup> {
  const manifest = await findManifest(folder);
  const unknown = await unknownMigrations(manifest.migrations);
  if (unknown.length > 0) {
    throw new StartError(
      `The backup ${folder} is newer than this Patuh: its schema has ${unknown.join(', ')}, which this version does not know. ` +
        'Restore it with the version that made it, or a later one.',
    );
  }
  const files = filesOf(manifest);
  for (const [name, expected] of files) await compareFile(join(folder, name), expected, signal);
  if (manifest.evidence !== null) await compareEvidence(folder, manifest.evidence, signal);
  return { folder, manifest };
}

async function findManifest(folder: string): Promise<Manifest> {
  if (basename(folder).endsWith(PARTIAL)) {
    throw new StartError(`${folder} is an aborted backup: it was not written to its end. Use another one.`);
  }
  const file = join(folder, MANIFEST);
  let text: string;
  try {
    text = await readFile(file, 'utf8');
  } catch (error) {
    if (faultCode(error) === 'ENOENT') throw await noManifest(folder);
    throw diskFault(`${file} cannot be read`, error);
  }
  return readManifest(text, file);
}

async function noManifest(folder: string): Promise<StartError> {
  const isThere = await stat(folder).then(
    (found) => found.isDirectory(),
    () => false,
  );
  if (!isThere) return new StartError(`There is no folder ${folder}.`);
  const newest = (await backupsIn(folder)).at(-1);
  return newest === undefined
    ? new StartError(`${folder} is no whole backup: it has no ${MANIFEST}, which is written last. Use another one.`)
    : new StartError(`${folder} holds several backups; name one of them, like ${join(folder, newest)}.`);
}

function filesOf({ tables, keys }: Manifest): readonly (readonly [name: string, expected: WrittenFile])[] {
  return [
    ...tables.map((table) => [fileOfTable(table.name), table] as const),
    ...(keys.kind === 'encrypted' ? [[KEY_BOX, keys] as const] : []),
  ];
}

async function compareFile(file: string, expected: WrittenFile, signal: AbortSignal): Promise<void> {
  let found: WrittenFile;
  try {
    found = await measureFile(file, signal);
  } catch (error) {
    throw diskFault(`The backup cannot be used: ${file} cannot be read`, error);
  }
  if (found.sha256 === expected.sha256 && found.bytes === expected.bytes) return;
  throw new StartError(
    `The backup cannot be used: ${file} is damaged or was changed. It has ${found.bytes} bytes and the SHA-256 ${found.sha256}; ` +
      `the manifest says ${expected.bytes} bytes and ${expected.sha256}. Use another backup.`,
  );
}

/** The keys of a backup that has some. Throws a StartError if it is the wrong passphrase. */
export async function openKeys({ folder }: Backup, passphrase: string): Promise<KeyFiles> {
  return await unlockKeys(await readFile(join(folder, KEY_BOX), 'utf8'), passphrase);
}
