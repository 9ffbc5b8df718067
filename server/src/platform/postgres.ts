import { setTimeout as pause } from 'node:timers/promises';

import type pg from 'pg';

import type { Config } from './config.ts';
import { becomeServer, joinUsers, leaveUsers } from './data-locks.ts';
import { kyselyOf, poolOf } from './database.ts';
import type { Pooled } from './database.ts';
import { connectEmbedded, findInstallation } from './postgres-cluster.ts';
import { makeDataDir } from './postgres-files.ts';
import type { Connection } from './postgres-files.ts';
import { stopPostgres } from './postgres-process.ts';
import type { Installation } from './postgres-process.ts';
import { StartError } from './start-error.ts';
import { underStartLock } from './start-lock.ts';

/** The server is alone on an embedded database; any number of commands may stand beside it. */
export type Role = 'server' | 'command';

export interface OpenDatabase {
  readonly db: Pooled;
  readonly pool: pg.Pool;
  /** Where the database is now. Holds the password: never to be logged. */
  readonly connectionString: string;
  /** Ends the connections, then stops an embedded Postgres that nobody else uses. May be called again. */
  close(): Promise<void>;
}

export interface OpenOptions {
  readonly role: Role;
  /** Told what takes a while or went wrong, for a log or a terminal. */
  readonly say?: (sentence: string) => void;
}

/**
 * Opens the database of this installation: the one of DATABASE_URL, else the embedded one in DATA_DIR.
 * Throws a StartError if it cannot be had, or if another server already uses the data.
 */
export async function openDatabase(
  config: Pick<Config, 'databaseUrl' | 'dataDir'>,
  options: OpenOptions,
): Promise<OpenDatabase> {
  if (config.databaseUrl !== undefined) return await openRemote(config.databaseUrl, options.role);
  const say = options.say ?? ((): void => undefined);
  await makeDataDir(config.dataDir);
  const installation = await findInstallation(config.dataDir);
  return await openEmbedded(installation, options.role, say);
}

const OLDEST = 18;

/** How a server's connections are called, for those who must not work beside one. */
export const SERVER_NAME = 'patuh server';

async function openRemote(databaseUrl: string, role: Role): Promise<OpenDatabase> {
  const name = role === 'server' ? { application_name: SERVER_NAME } : {};
  const pool = poolOf({ connectionString: databaseUrl, ...name });
  try {
    const { rows } = await pool.query<{ version: number }>(
      `select current_setting('server_version_num')::integer / 10000 as version`,
    );
    const version = rows[0]?.version ?? 0;
    if (version < OLDEST) {
      throw new StartError(`DATABASE_URL leads to Postgres ${version}; Patuh needs Postgres ${OLDEST} or newer.`);
    }
  } catch (error) {
    await pool.end();
    if (error instanceof StartError) throw error;
    throw new StartError(`The database of DATABASE_URL does not answer: ${reasonOf(error)}.`);
  }
  return { db: kyselyOf(pool), pool, connectionString: databaseUrl, close: once(async () => await endPool(pool)) };
}

async function openEmbedded(
  installation: Installation,
  role: Role,
  say: (sentence: string) => void,
): Promise<OpenDatabase> {
  let place = await join(installation, role, say);
  const pool = poolOf(place.connection);
  const closing = new AbortController();
  let mending = Promise.resolve();

  // Only a server lives long enough to see its Postgres die: it starts it again instead of answering errors for ever.
  const watch = (session: pg.Client): void => {
    session.once('end', () => {
      if (closing.signal.aborted || role === 'command') return;
      say('The database has gone away; it is being started again.');
      mending = mend();
    });
  };
  const mend = async (): Promise<void> => {
    while (!closing.signal.aborted) {
      try {
        place = await join(installation, role, say);
        pool.options.port = place.connection.port;
        watch(place.session);
        say('The database is back.');
        return;
      } catch (error) {
        say(`The database is still away: ${reasonOf(error)}`);
        await pause(1_000);
      }
    }
  };
  watch(place.session);

  return {
    db: kyselyOf(pool),
    pool,
    get connectionString() {
      return addressOf(place.connection);
    },
    close: once(async () => {
      closing.abort();
      await mending;
      await endPool(pool);
      await leave(installation, place.session);
    }),
  };
}

interface Place {
  readonly session: pg.Client;
  readonly connection: Connection;
}

/** Makes sure that Postgres runs, and takes this process's place among its users. */
async function join(installation: Installation, role: Role, say: (sentence: string) => void): Promise<Place> {
  const { dataDir } = installation.layout;
  const place = await underStartLock(dataDir, async () => {
    const connected = await connectEmbedded(installation, say);
    await joinUsers(connected.session);
    return connected;
  });
  if (role === 'command' || (await becomeServer(place.session))) return place;
  await leave(installation, place.session);
  throw new StartError(
    `Another Patuh server already uses the data in ${dataDir}. Stop it first, or set DATA_DIR to another folder.`,
  );
}

/** Whoever leaves last stops Postgres. Nobody can come in between, because coming in takes the same start lock. */
async function leave(installation: Installation, session: pg.Client): Promise<void> {
  await underStartLock(installation.layout.dataDir, async () => {
    // A Postgres that somebody else has stopped leaves nothing to do.
    const isLast = await leaveUsers(session).catch(() => false);
    await session.end().catch(() => undefined);
    if (isLast) await stopPostgres(installation);
  });
}

const POOL_PATIENCE_MS = 10_000;

/** Waits for running queries, but not for ever: stopping Postgres ends them in order too. */
async function endPool(pool: pg.Pool): Promise<void> {
  await Promise.race([pool.end(), pause(POOL_PATIENCE_MS, undefined, { ref: false })]);
}

function addressOf({ user, password, host, port, database }: Connection): string {
  return `postgresql://${user}:${encodeURIComponent(password)}@${host}:${port}/${database}`;
}

function once(work: () => Promise<void>): () => Promise<void> {
  let done: Promise<void> | undefined;
  return async () => await (done ??= work());
}

/** A refused connection to a name with several addresses has an empty message of its own. */
function reasonOf(error: unknown): string {
  if (error instanceof AggregateError) return error.errors.map(reasonOf).join('; ');
  return error instanceof Error ? error.message : String(error);
}
