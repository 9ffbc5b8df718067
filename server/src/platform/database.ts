import { Kysely, PostgresDialect } from 'kysely';
import type { IsolationLevel, PostgresPool, PostgresPoolClient, Transaction } from 'kysely';
import pg from 'pg';
import type { PoolConfig } from 'pg';

import type { Database } from './tables.ts';

declare const writes: unique symbol;

/** May read: the pool or a transaction. It has no insert, update or delete; raw SQL it runs must only select. */
export type Reader = Pick<Kysely<Database>, 'selectFrom' | 'selectNoFrom' | 'fn' | 'case' | 'dynamic' | 'getExecutor'>;

/** May write: exists only inside `inTransaction`, so that nothing is ever half written. */
export type Writer = Transaction<Database> & { readonly [writes]: true };

/** The pool: reads by itself, begins transactions, and is not a Writer. */
export type Pooled = Kysely<Database> & { readonly [writes]?: never };

/**
 * The one way to write: commits when `work` resolves, rolls back when it throws.
 * A transaction inside a transaction does not compile.
 */
export async function inTransaction<T>(
  db: Pooled,
  work: (trx: Writer) => Promise<T>,
  options: { readonly isolation?: IsolationLevel } = {},
): Promise<T> {
  const transaction = db.transaction();
  const isolated = options.isolation === undefined ? transaction : transaction.setIsolationLevel(options.isolation);
  return await isolated.execute(async (trx) => await work(trx as Writer));
}

/** Reads many tables as they are at one moment, whatever others write meanwhile; whoever tries to write is refused. */
export async function inSnapshot<T>(db: Pooled, work: (db: Reader) => Promise<T>): Promise<T> {
  const transaction = db.transaction().setIsolationLevel('repeatable read').setAccessMode('read only');
  return await transaction.execute(async (trx) => await work(trx));
}

/** Opens connections when they are needed; nothing is contacted here. */
export function poolOf(connection: PoolConfig): pg.Pool {
  const pool = new pg.Pool({
    max: 10,
    connectionTimeoutMillis: 10_000,
    keepAlive: true,
    application_name: 'patuh',
    ...connection,
    types,
  });
  // An idle connection that breaks is replaced by the pool; the next query tells if the server is really gone.
  pool.on('error', () => undefined);
  // One that breaks in the middle of a transaction, between two statements, has nobody else to tell: unheard, it would end
  // the whole server. The next statement on it fails, and with it the transaction.
  pool.on('connect', (client) => client.on('error', () => undefined));
  return pool;
}

/** Every connection stayed taken for as long as a request may wait for one. */
export function isPoolExhausted(error: unknown): boolean {
  return error instanceof Error && error.message === 'timeout exceeded when trying to connect';
}

export function kyselyOf(pool: pg.Pool): Pooled {
  return new Kysely<Database>({ dialect: new PostgresDialect({ pool: planningOnce(pool) }) });
}

/** A connection keeps that many plans; what comes after is planned each time, so that lists of any length do no harm. */
const MOST_PLANS = 200;

/**
 * Gives statements a name, so that Postgres plans each of them once on a connection: planning takes longer than most of
 * ours run. Behind PgBouncer that needs `max_prepared_statements` (1.21 or newer).
 */
function planningOnce(pool: pg.Pool): PostgresPool {
  const names = new Map<string, string>();
  const nameOf = (text: string): string | undefined => {
    const name = names.get(text) ?? (names.size < MOST_PLANS ? `patuh_${names.size + 1}` : undefined);
    if (name !== undefined) names.set(text, name);
    return name;
  };
  const named = (client: pg.PoolClient): PostgresPoolClient => {
    const query = async (text: unknown, values?: unknown[]): Promise<unknown> => {
      const name = typeof text === 'string' && values !== undefined ? nameOf(text) : undefined;
      return await (name === undefined
        ? client.query(text as string, values)
        : client.query({ name, text: text as string, values: values ?? [] }));
    };
    return { query, release: (error?: Error) => client.release(error) } as unknown as PostgresPoolClient;
  };
  return {
    connect: async () => named(await pool.connect()),
    end: async () => await pool.end(),
    options: pool.options,
  };
}

/** Kysely on one connection of the caller, which may be in the middle of a transaction; never to be destroyed. */
export function kyselyOn(client: pg.PoolClient): Pooled {
  const sole = { query: client.query.bind(client), release: () => undefined } as unknown as PostgresPoolClient;
  const pool = {
    connect: async () => await Promise.resolve(sole),
    end: async () => await Promise.resolve(),
    options: {},
  };
  return new Kysely<Database>({ dialect: new PostgresDialect({ pool }) });
}

/** int8 is a number where a number can hold it and an error where not; a date stays the text it is; numeric too. */
const types: pg.CustomTypesConfig = {
  getTypeParser: ((oid: number, format?: 'text' | 'binary'): unknown => {
    if (format !== 'binary' && oid === INT8) return parseInt8;
    if (format !== 'binary' && oid === DATE) return String;
    return defaultParser(oid, format);
  }) as pg.CustomTypesConfig['getTypeParser'],
};
const defaultParser = pg.types.getTypeParser as (oid: number, format?: 'text' | 'binary') => unknown;
const INT8 = 20;
const DATE = 1082;

function parseInt8(text: string): number {
  const value = Number(text);
  if (!Number.isSafeInteger(value)) throw new RangeError(`A bigint that a number cannot hold: ${text}`);
  return value;
}

/** Resolves when the database answers. */
export async function ping(db: Reader): Promise<void> {
  await db.selectNoFrom((build) => build.lit(1).as('one')).execute();
}
