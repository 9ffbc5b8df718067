/** `npm run backup -- DIR`: the database, the evidence and the keys in one folder, made beside a running server or without one. */
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';

import { checkPassphrase, SHORTEST_PASSPHRASE } from '../platform/backup/key-box.ts';
import { keysOf } from '../platform/backup/key-files.ts';
import { PASSPHRASE_VARIABLE, readPassphrase } from '../platform/backup/passphrase.ts';
import { stampOf, writeBackup } from '../platform/backup/write-backup.ts';
import type { BackupOrder, FinishedBackup } from '../platform/backup/write-backup.ts';
import { runCommand, UsageError } from '../platform/command.ts';
import { readConfig } from '../platform/config.ts';
import type { Config } from '../platform/config.ts';
import { folderStore } from '../platform/evidence/folder-store.ts';
import type { Life } from '../platform/lifecycle.ts';
import { recordMaintenance } from '../platform/maintenance.ts';
import { openDatabase } from '../platform/postgres.ts';
import { hasEmbedded } from '../platform/postgres-files.ts';
import { StartError } from '../platform/start-error.ts';

const USAGE = `npm run backup -- DIR [--without-keys]

Writes the whole database, the files of evidence and the keys to a new folder in DIR, named after the moment. DIR must be there already.
A server may run meanwhile. The folder ends in .partial until everything is on the disk.

  ${PASSPHRASE_VARIABLE}   (environment) encrypts the keys, at least ${SHORTEST_PASSPHRASE} characters; asked for on a terminal if it
                            is not set. Whoever restores needs it: keep it apart from the backups.
  --without-keys            leaves the keys out, and needs no passphrase
  --help                    this text

Only the keys are encrypted. The rest is as it is in the database: keep it where only the office can read it.

Exit code: 0 written, 1 not written (a sentence says why), 2 the command was not understood.`;

async function backup(into: string, withoutKeys: boolean, life: Life): Promise<number> {
  const config = readConfig(process.env);
  const keys = withoutKeys ? 'left-out' : await lockedKeys(config, life);
  if (config.databaseUrl === undefined && !(await hasEmbedded(config.dataDir))) {
    throw new StartError(`There is nothing to back up: DATA_DIR ${config.dataDir} holds no database.`);
  }
  const database = await openDatabase(config, { role: 'command', say: (sentence) => console.error(sentence) });
  life.onStop('the database', async () => await database.close());
  const createdAt = new Date();
  const { pool } = database;
  const order = {
    pool,
    into,
    name: stampOf(createdAt),
    createdAt,
    keys,
    evidence: folderStore(config.evidenceDir),
    signal: life.stopping,
  };
  const written = writeBackup(order);
  // Interrupted, it clears up behind itself before the database is closed.
  life.onStop('the backup', async () => void (await written.catch(() => undefined)));
  const finished = await written;
  // The backup is on the disk whatever comes now, a clock that is wrong or a database that went away.
  await recordMaintenance(database.db, { kind: 'backup', automatic: false, at: createdAt }, () => new Date()).catch(
    (error: unknown) => console.error(`The backup was not noted in the database: ${String(error)}`),
  );
  console.log(inWords(finished));
  return 0;
}

async function lockedKeys(config: Config, life: Life): Promise<BackupOrder['keys']> {
  const questions = ['Passphrase for the keys: ', 'The same again: '];
  const passphrase = await readPassphrase(questions, life.stopping);
  if (passphrase === undefined) {
    throw new StartError(
      `The keys need a passphrase: set ${PASSPHRASE_VARIABLE}, or leave the keys out with --without-keys.`,
    );
  }
  checkPassphrase(passphrase);
  return { files: await keysOf(config), passphrase };
}

function inWords({ folder, manifest }: FinishedBackup): string {
  const { tables, heads, keys, evidence } = manifest;
  const missing = evidence?.missing ?? [];
  const rows = tables.reduce((sum, table) => sum + table.rows, 0);
  const bytes = tables.reduce((sum, table) => sum + table.bytes, 0);
  return [
    `Backup written: ${folder}`,
    `  ${tables.length} tables, ${rows} rows, ${Math.ceil(bytes / 1000)} kB`,
    ...heads.map(({ chain, sequence, hash }) => `  chain ${chain}: ${sequence} publications, the newest ${hash}`),
    `  evidence: ${evidence?.files ?? 0} files, ${Math.ceil((evidence?.bytes ?? 0) / 1000)} kB`,
    ...(missing.length === 0
      ? []
      : [
          `  MISSING OR DAMAGED evidence, not in the backup: ${missing.length} files; see npm run evidence -- check --deep`,
        ]),
    `  keys: ${keys.kind === 'encrypted' ? `${keys.names.join(', ')}, encrypted` : 'none in it'}`,
  ].join('\n');
}

await runCommand(USAGE, async (args, life) => {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: { 'without-keys': { type: 'boolean', default: false } },
  });
  const [dir, ...rest] = positionals;
  if (dir === undefined || rest.length > 0) throw new UsageError('Name one folder DIR.');
  return await backup(resolve(dir), values['without-keys'], life);
});
