/** `npm run restore -- DIR`: a backup into an empty installation, all or nothing. */
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';

import { auditFaultsWithin } from '../features/audit/verify.ts';
import { otherSessionSecret, refuseOtherKeys } from '../platform/backup/key-files.ts';
import { PASSPHRASE_VARIABLE, readPassphrase } from '../platform/backup/passphrase.ts';
import { openBackup, openKeys } from '../platform/backup/read-backup.ts';
import type { Backup } from '../platform/backup/read-backup.ts';
import { restoreBackup } from '../platform/backup/restore-backup.ts';
import type { Restored, RestoreOrder } from '../platform/backup/restore-backup.ts';
import { runCommand, UsageError } from '../platform/command.ts';
import { readConfig } from '../platform/config.ts';
import type { Config } from '../platform/config.ts';
import type { Writer } from '../platform/database.ts';
import { openFolderStore } from '../platform/evidence/folder-store.ts';
import type { Life } from '../platform/lifecycle.ts';
import { noteMaintenance } from '../platform/maintenance.ts';
import { openDatabase } from '../platform/postgres.ts';
import { StartError } from '../platform/start-error.ts';

const USAGE = `npm run restore -- DIR [--without-keys] [--accept-broken-chain]

Fills an empty installation (a new DATA_DIR, or an empty database of DATABASE_URL) from DIR, one folder that
npm run backup wrote. No server may run on it. First every file is compared with the manifest; then the rows are
counted, every publication and the chain between them is verified, and the audit of every office is followed. Anything
wrong, and nothing is restored.

  ${PASSPHRASE_VARIABLE}   (environment) opens the keys; asked for on a terminal if it is not set
  --without-keys            restores the database and the evidence only
  --accept-broken-chain     restores although publications or the audit do not hold, and says which: only if no backup
                            is better
  --help                    this text

Exit code: 0 restored, 1 not restored (a sentence says why), 2 the command was not understood.`;

interface Choice {
  readonly withoutKeys: boolean;
  readonly acceptBrokenChain: boolean;
}

async function restore(folder: string, { withoutKeys, acceptBrokenChain }: Choice, life: Life): Promise<number> {
  const config = readConfig(process.env);
  const signal = life.stopping;
  const backup = await openBackup(folder, signal);
  const keys = withoutKeys ? undefined : await openedKeys(backup, config, life);
  const say = (sentence: string): void => console.error(sentence);
  // As a server: an embedded database lets in only one, so that nobody serves what is half restored.
  const database = await openDatabase(config, { role: 'server', say });
  life.onStop('the database', async () => await database.close());
  const now = (): Date => new Date();
  const note = (trx: Writer): Promise<void> =>
    noteMaintenance(trx, { kind: 'restore', automatic: false, at: now() }, now);
  const order = {
    pool: database.pool,
    backup,
    keys,
    evidence: await openFolderStore(config.evidenceDir),
    acceptBrokenChain,
    auditFaults: auditFaultsWithin,
    note,
    say,
    signal,
  };
  const restored = restoreBackup(order);
  life.onStop('restoring', async () => void (await restored.catch(() => undefined)));
  console.log(inWords(backup, await restored, keys !== undefined));
  const otherSecret = keys === undefined ? undefined : otherSessionSecret(config, keys.files);
  if (otherSecret !== undefined) say(otherSecret);
  return 0;
}

async function openedKeys(backup: Backup, config: Config, life: Life): Promise<RestoreOrder['keys']> {
  if (backup.manifest.keys.kind !== 'encrypted') return undefined;
  const passphrase = await readPassphrase(['Passphrase of the keys: '], life.stopping);
  if (passphrase === undefined) {
    throw new StartError(
      `The keys of this backup need their passphrase: set ${PASSPHRASE_VARIABLE}, or restore without keys with --without-keys.`,
    );
  }
  const files = await openKeys(backup, passphrase);
  await refuseOtherKeys(config, files);
  return { files, place: config };
}

function inWords({ folder, manifest }: Backup, restored: Restored, withKeys: boolean): string {
  const { rows, publications, migrated, keyFiles, evidence } = restored;
  const signer = manifest.heads.find(({ chain }) => chain === 'main')?.keyId;
  const keyAdvice =
    signer === undefined ? 'none restored' : `none restored; put the key ${signer} in its place before the first start`;
  const written = keyFiles.length === 0 ? 'all in place already' : `written ${keyFiles.join(', ')}`;
  return [
    `Restored ${folder}, made ${manifest.createdAt}`,
    `  ${manifest.tables.length} tables, ${rows} rows, as many as the manifest says`,
    `  ${publications} publications recomputed, their chain unbroken`,
    `  the audit chains followed to their ends`,
    `  ${evidence} files of evidence, each as its hash says`,
    ...(migrated.length === 0 ? [] : [`  migrated since: ${migrated.join(', ')}`]),
    `  keys: ${withKeys ? written : keyAdvice}`,
  ].join('\n');
}

await runCommand(USAGE, async (args, life) => {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      'without-keys': { type: 'boolean', default: false },
      'accept-broken-chain': { type: 'boolean', default: false },
    },
  });
  const [dir, ...rest] = positionals;
  if (dir === undefined || rest.length > 0) throw new UsageError('Name one folder DIR.');
  const choice = { withoutKeys: values['without-keys'], acceptBrokenChain: values['accept-broken-chain'] };
  return await restore(resolve(dir), choice, life);
});
