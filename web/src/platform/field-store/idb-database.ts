import type { PersonId } from '@patuh/shared/domain/ids';

import { openFieldDb } from './idb-connect.ts';
import type { FieldDb, StoreName, WriteTx } from './idb-schema.ts';
import type { Room } from './room.ts';

/** One connection to a person's database: opened when it is needed, and again after the browser cut it off. */
export interface Database {
  read(): Promise<FieldDb>;
  /**
   * One transaction, on the disk when it resolves; one after the other, in the order of the calls. `prepare` comes
   * before it begins: what waits for anything but the database would end it. `left`: only as long as there is room; what
   * is put by for answers is not given up for it.
   */
  write<Prepared, Value>(
    stores: StoreName[],
    prepare: () => Promise<Prepared>,
    work: (tx: WriteTx, prepared: Prepared) => Promise<() => Value>,
    into?: 'left',
  ): Promise<Value>;
  /** Takes nothing more; what was asked for before is still done, and then it resolves. */
  close(): Promise<void>;
}

interface DatabaseDeps {
  readonly personId: PersonId;
  readonly room: Room;
  /** Called with every new connection, before anything else uses it. */
  readonly opened: (db: FieldDb) => Promise<void>;
}

/** The store was closed, and its keys are out of reach. */
class StoreClosed extends Error {
  override readonly name = 'StoreClosed';
}

export function database({ personId, room, opened }: DatabaseDeps): Database {
  let opening: Promise<FieldDb> | undefined;
  let last: Promise<unknown> = Promise.resolve();
  let closed = false;

  async function open(): Promise<FieldDb> {
    const db = await openFieldDb(personId, () => {
      opening = undefined;
    });
    await room.orMakeRoom(async () => await opened(db));
    return db;
  }

  function refuseIfClosed(): void {
    if (closed) throw new StoreClosed('The store is closed');
  }

  async function connection(): Promise<FieldDb> {
    opening ??= open();
    try {
      return await opening;
    } catch (error) {
      opening = undefined;
      throw error;
    }
  }

  async function inTurn<Value>(work: () => Promise<Value>): Promise<Value> {
    const turn = last.then(work, work);
    last = turn.catch(() => undefined);
    return await turn;
  }

  /** Browsers do not always say that they cut a connection off. */
  async function begin(stores: StoreName[]): Promise<WriteTx> {
    const db = await connection();
    try {
      return db.transaction(stores, 'readwrite', { durability: 'strict' });
    } catch (error) {
      if (!isOver(error)) throw error;
      opening = undefined;
      return (await connection()).transaction(stores, 'readwrite', { durability: 'strict' });
    }
  }

  async function once<Value>(stores: StoreName[], work: (tx: WriteTx) => Promise<() => Value>): Promise<Value> {
    const tx = await begin(stores);
    try {
      const then = await work(tx);
      await tx.done;
      return then();
    } catch (error) {
      endNow(tx);
      await tx.done.catch(() => undefined);
      throw tx.error ?? error;
    }
  }

  return {
    read: async () => {
      refuseIfClosed();
      return await connection();
    },
    write: async (stores, prepare, work, into) => {
      refuseIfClosed();
      const preparing = prepare();
      // Whoever waits for its turn has not asked for it yet.
      preparing.catch(() => undefined);
      return await inTurn(async () => {
        const prepared = await preparing;
        const run = async () => await once(stores, async (tx) => await work(tx, prepared));
        return into === 'left' ? await run() : await room.orMakeRoom(run);
      });
    },
    close: async () => {
      closed = true;
      await last;
      await opening?.then((db) => db.close()).catch(() => undefined);
    },
  };
}

/** What failed by itself is over already, and says so. */
function endNow(tx: WriteTx): void {
  try {
    tx.abort();
  } catch (error) {
    if (!isOver(error)) throw error;
  }
}

function isOver(error: unknown): boolean {
  return error instanceof DOMException && error.name === 'InvalidStateError';
}
