/** `npm run keys -- list` and `npm run keys -- change`: the key that signs publications, and handing over to another. */
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';

import { keyIdOf } from '@patuh/shared/publication/sign';

import { changeKey } from '../features/keys/change-key.ts';
import { readCurrentKey } from '../features/keys/current-key.ts';
import { findKeyChanges } from '../features/keys/queries.ts';
import { migrateWithBackup } from '../platform/backup/before-migration.ts';
import { runCommand, UsageError } from '../platform/command.ts';
import { type Config, readConfig } from '../platform/config.ts';
import type { Pooled } from '../platform/database.ts';
import type { Life } from '../platform/lifecycle.ts';
import { openDatabase } from '../platform/postgres.ts';
import { finishKeyChange, makeNextKey, readKeyFrom } from '../platform/signing-key.ts';
import { StartError } from '../platform/start-error.ts';

const USAGE = `npm run keys -- list
npm run keys -- change [--new FILE]

list    the key that signs publications, and every handing over from one key to the next
change  the old key signs that a new one follows it. The server must be stopped. What was published stays verifiable
        with the old key; whoever trusts the old key can follow to the new one with /api/keys (npm run verify --keys).

  --new FILE   the new key: one line of 64 hexadecimal characters. Needed where SIGNING_KEY_FILE is set; otherwise a key
               is made in DATA_DIR and put in its place, and the old one is kept beside it.
  --help       this text

A stolen key cannot be changed this way: the thief could sign the same. Exit code: 0 done, 1 refused, 2 not understood.`;

async function list(db: Pooled, config: Config): Promise<void> {
  console.log(`signs now: ${keyIdOf(await readCurrentKey(db, config))}`);
  for (const { sequence, previousKeyId, keyId, at, after } of await findKeyChanges(db, 'main')) {
    console.log(`${sequence}. ${at}  ${previousKeyId} -> ${keyId}, after ${after ?? 'no publication'}`);
  }
}

async function change(db: Pooled, config: Config, newFile: string | undefined): Promise<void> {
  if (config.signingKeyFile !== undefined && newFile === undefined) {
    throw new UsageError('SIGNING_KEY_FILE is set: make the new key yourself and name its file with --new FILE.');
  }
  if (config.signingKeyFile === undefined && newFile !== undefined) {
    throw new UsageError('Without SIGNING_KEY_FILE the new key is made in DATA_DIR: leave --new FILE out.');
  }
  const from = await readCurrentKey(db, config);
  const to = newFile === undefined ? await makeNextKey(config) : await readKeyFrom(resolve(newFile));
  const deps = { db, now: () => new Date(), actor: { kind: 'command' as const, id: 'keys' } };
  const { keyId, previousKeyId } = await changeKey(deps, { from, to });
  console.log(`The office signs with ${keyId} from now on; ${previousKeyId} signed that it follows.`);
  if (newFile !== undefined) {
    console.log('Put the new file in the place of SIGNING_KEY_FILE before the server starts; keep the old one.');
    return;
  }
  if ((await finishKeyChange(config, keyId)) === undefined) {
    throw new StartError('The new key is recorded, but its file was not put in place; the next start does that.');
  }
  console.log('Make a backup now: it is to hold the new key.');
}

async function run(args: readonly string[], life: Life): Promise<number> {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: { new: { type: 'string' } },
  });
  const [verb, ...rest] = positionals;
  if ((verb !== 'list' && verb !== 'change') || rest.length > 0) throw new UsageError('Say list or change.');
  const config = readConfig(process.env);
  const say = (sentence: string): void => console.error(sentence);
  // As a server: an embedded database lets in only one, so nobody signs with the old key meanwhile.
  const alone = verb === 'change' && config.databaseUrl === undefined;
  const database = await openDatabase(config, { role: alone ? 'server' : 'command', say });
  life.onStop('the database', async () => await database.close());
  await migrateWithBackup(database, { dataDir: config.dataDir, say, signal: life.stopping });
  if (verb === 'list') await list(database.db, config);
  else await change(database.db, config, values.new);
  return 0;
}

await runCommand(USAGE, run);
