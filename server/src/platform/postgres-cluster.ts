import { randomUUID } from 'node:crypto';
import { open, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

import pg from 'pg';

import { accountFor, giveTo } from './postgres-account.ts';
import { postgresBinaries } from './postgres-binaries.ts';
import {
  clusterExists,
  layoutOf,
  majorOf,
  newConnection,
  pidFileOf,
  readConnection,
  readPostmaster,
  removeUnfinished,
  writeConnection,
} from './postgres-files.ts';
import type { Connection, Layout } from './postgres-files.ts';
import { initialise, replacePassword, startPostgres, stopPostgres } from './postgres-process.ts';
import type { Installation } from './postgres-process.ts';
import { StartError } from './start-error.ts';

type Say = (sentence: string) => void;

export async function findInstallation(dataDir: string): Promise<Installation> {
  const layout = layoutOf(dataDir);
  const account = await accountFor(layout.cluster);
  return { layout, account, binaries: await postgresBinaries(account) };
}

/**
 * A session on the embedded Postgres of this folder, which is made, started or recovered if need be.
 * Called under the start lock only. Throws a StartError with what Postgres said if it cannot be had.
 */
export async function connectEmbedded(
  installation: Installation,
  say: Say,
): Promise<{ readonly session: pg.Client; readonly connection: Connection }> {
  const { layout } = installation;
  await removeUnfinished(layout);
  const connection = await keptConnection(layout);
  if (!(await clusterExists(layout))) {
    say(`Making the database in ${layout.cluster} …`);
    await initialise(installation, connection.password);
  }
  await refuseOtherMajor(installation);
  const running = await reattach(layout, connection);
  if (running instanceof pg.Client) return { session: running, connection: await portOf(layout, connection) };
  await giveTo(installation.account, layout.cluster);
  if (running === 'wrong password') await renewPassword(installation, connection, say);
  return await startAgain(installation, connection, say);
}

/** The password is written down before the cluster is made with it: a crash between the two loses nothing. */
async function keptConnection(layout: Layout): Promise<Connection> {
  const kept = await readConnection(layout);
  if (kept !== undefined) return kept;
  const fresh = newConnection();
  await writeConnection(layout, fresh);
  return fresh;
}

async function refuseOtherMajor({ layout, binaries }: Installation): Promise<void> {
  const major = await majorOf(layout);
  if (major === binaries.major) return;
  throw new StartError(
    `The data in ${layout.cluster} was written by Postgres ${major}, and this Patuh brings Postgres ${binaries.major}. ` +
      'Make a backup with the Patuh that wrote it and restore that into a new DATA_DIR.',
  );
}

const ATTACH_PATIENCE_MS = 300_000;

/** Connects to the Postgres that already runs on this folder; undefined if none does. Waits out its start or stop. */
async function reattach(layout: Layout, connection: Connection): Promise<pg.Client | 'wrong password' | undefined> {
  const giveUpAt = performance.now() + ATTACH_PATIENCE_MS;
  while (performance.now() < giveUpAt) {
    const postmaster = await readPostmaster(layout);
    if (postmaster === undefined) return undefined;
    if (!(await runsPostgres(postmaster.pid))) {
      // Postgres would take any living process with this number for itself and refuse to start.
      await rm(pidFileOf(layout), { force: true });
      return undefined;
    }
    const session = await tryConnect({ ...connection, port: postmaster.port });
    if (session === 'wrong password') return session;
    if (session !== undefined && (await servesThisFolder(session, layout))) return session;
    if (session !== undefined) {
      await session.end();
      if ((await readPostmaster(layout))?.pid === postmaster.pid) throw copiedWhileRunning(layout);
    }
    await pause(50);
  }
  throw new StartError(`Postgres runs on ${layout.cluster} but has not answered for five minutes; see ${layout.log}.`);
}

function copiedWhileRunning(layout: Layout): StartError {
  return new StartError(
    `${layout.dataDir} is a copy of the folder of a database that was running, so it cannot be trusted. ` +
      'Stop that Patuh before copying its folder, or use a backup.',
  );
}

/**
 * A copied folder names the Postgres of the original in its files. So a random word is laid into this folder, and only a
 * Postgres that runs on it can read the word back.
 */
async function servesThisFolder(session: pg.Client, layout: Layout): Promise<boolean> {
  const word = randomUUID();
  const file = join(layout.cluster, FOLDER_CHECK);
  await rm(file, { force: true });
  // Made anew, so that it cannot lead elsewhere: the folder may belong to another, lesser user than this process.
  const handle = await open(file, 'wx', 0o644);
  try {
    // That user must be able to read it whatever the umask is; the folder itself is closed to all others.
    await handle.chmod(0o644);
    await handle.writeFile(word);
  } finally {
    await handle.close();
  }
  try {
    const { rows } = await session.query<{ word: string | null }>('select pg_read_file($1, 0, 100, true) as word', [
      FOLDER_CHECK,
    ]);
    return rows[0]?.word === word;
  } finally {
    await rm(file, { force: true });
  }
}

const FOLDER_CHECK = 'patuh-folder-check';

/** Whether this process number is a living Postgres, and not one whose number was given to something else. */
async function runsPostgres(pid: number): Promise<boolean> {
  try {
    process.kill(pid, 0);
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ESRCH') return false;
  }
  if (process.platform !== 'linux') return true;
  const status = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => '');
  const [, name = '', state = ''] = /\((.*)\) (\S)/.exec(status) ?? [];
  return name === 'postgres' && state !== 'Z' && state !== 'X';
}

async function portOf(layout: Layout, connection: Connection): Promise<Connection> {
  const port = (await readPostmaster(layout))?.port ?? connection.port;
  if (port !== connection.port) await writeConnection(layout, { ...connection, port });
  return { ...connection, port };
}

async function renewPassword(installation: Installation, connection: Connection, say: Say): Promise<void> {
  say(`The password in ${installation.layout.connectionFile} is not the one of the database; it is being replaced.`);
  await stopPostgres(installation);
  await replacePassword(installation, connection.password);
}

const START_ATTEMPTS = 20;

async function startAgain(
  installation: Installation,
  connection: Connection,
  say: Say,
): Promise<{ session: pg.Client; connection: Connection }> {
  let said = '';
  for (let attempt = 0; attempt < START_ATTEMPTS; attempt += 1) {
    const started = await startPostgres(installation);
    const outcome = await firstSession({ ...connection, port: started.port }, started.ended, say);
    if (outcome instanceof pg.Client) {
      const current = { ...connection, port: started.port };
      await writeConnection(installation.layout, current);
      return { session: outcome, connection: current };
    }
    if (outcome === 'wrong password') {
      await renewPassword(installation, connection, say);
      continue;
    }
    said = outcome.said;
    if (!passes(said)) break;
    await pause(250);
  }
  throw new StartError(`Postgres did not start on ${installation.layout.cluster}. It said:\n${lastLines(said)}`);
}

/**
 * A port somebody took in between, processes of a killed Postgres that have not ended yet, or a Ctrl-C that came before
 * Postgres had a session of its own and so ended it without a word: worth another try.
 */
function passes(said: string): boolean {
  return (
    said === '' ||
    /could not (bind|create any TCP)|Address already in use|shared memory block .* still in use/.test(said)
  );
}

async function firstSession(
  connection: Connection,
  ended: Promise<string>,
  say: Say,
): Promise<pg.Client | 'wrong password' | { readonly said: string }> {
  const over = ended.then((said) => ({ said }));
  const patience = setTimeout(() => say('The database is recovering; this can take some minutes.'), 10_000);
  try {
    while (true) {
      const session = await tryConnect(connection);
      if (session !== undefined) return session;
      const end = await Promise.race([over, pause(25)]);
      if (end !== undefined) return end;
    }
  } finally {
    clearTimeout(patience);
  }
}

/** Undefined: not yet. The password proves both sides to each other (SCRAM), so a stranger on the port is not taken. */
async function tryConnect(connection: Connection): Promise<pg.Client | 'wrong password' | undefined> {
  const session = new pg.Client({
    ...connection,
    application_name: 'patuh locks',
    connectionTimeoutMillis: 5_000,
    keepAlive: true,
  });
  session.on('error', () => undefined);
  try {
    await session.connect();
    return session;
  } catch (error) {
    await session.end().catch(() => undefined);
    return error instanceof pg.DatabaseError && error.code === '28P01' ? 'wrong password' : undefined;
  }
}

function lastLines(text: string): string {
  return text.split('\n').slice(-8).join('\n');
}
