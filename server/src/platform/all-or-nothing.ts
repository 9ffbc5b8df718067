import {
  CompiledQuery,
  type DatabaseConnection,
  type DatabaseIntrospector,
  type Dialect,
  type DialectAdapter,
  type Driver,
  Kysely,
  PostgresAdapter,
  PostgresIntrospector,
  PostgresQueryCompiler,
  type QueryCompiler,
} from 'kysely';

import { inTransaction, type Pooled, type Writer } from './database.ts';
import type { Database } from './tables.ts';

/**
 * Does work that is made of many transactions as one: what each of them would have committed stays only if all of it
 * does. For verbs that begin their own transactions, one after the other: they share one connection, so two at once would
 * be in each other's way, and a transaction sees what came before whatever isolation it asks for.
 */
export async function allOrNothing<T>(db: Pooled, work: (db: Pooled) => Promise<T>): Promise<T> {
  return await inTransaction(db, async (trx) => await work(new Kysely<Database>({ dialect: new Within(trx) })));
}

/** Kysely on a transaction that is under way: to begin is to set a savepoint, to commit is to forget it. */
class Within implements Dialect {
  readonly #trx: Writer;
  constructor(trx: Writer) {
    this.#trx = trx;
  }
  createDriver(): Driver {
    return new SavepointDriver(this.#trx);
  }
  createQueryCompiler(): QueryCompiler {
    return new PostgresQueryCompiler();
  }
  createAdapter(): DialectAdapter {
    return new PostgresAdapter();
  }
  createIntrospector(db: Kysely<unknown>): DatabaseIntrospector {
    return new PostgresIntrospector(db);
  }
}

class SavepointDriver implements Driver {
  readonly #connection: DatabaseConnection;
  constructor(trx: Writer) {
    this.#connection = {
      executeQuery: async <R>(query: CompiledQuery) => await trx.executeQuery<R>(query),
      streamQuery: () => {
        throw new Error('Nothing is streamed within a transaction.');
      },
    };
  }
  async init(): Promise<void> {}
  async acquireConnection(): Promise<DatabaseConnection> {
    return await Promise.resolve(this.#connection);
  }
  async beginTransaction(): Promise<void> {
    await this.#run('savepoint part');
  }
  async commitTransaction(): Promise<void> {
    await this.#run('release savepoint part');
  }
  async rollbackTransaction(): Promise<void> {
    await this.#run('rollback to savepoint part');
    await this.#run('release savepoint part');
  }
  async releaseConnection(): Promise<void> {}
  async destroy(): Promise<void> {}

  async #run(command: string): Promise<void> {
    await this.#connection.executeQuery(CompiledQuery.raw(command));
  }
}
