// Compiled, never run: each @ts-expect-error below is an error the compiler must keep finding.
import { inTransaction } from '@patuh/server/platform/database';
import type { Pooled, Reader, Writer } from '@patuh/server/platform/database';
import type { Database } from '@patuh/server/platform/tables';
import type { ProvinceTable } from '@patuh/server/platform/tables/reference';
import { sql } from 'kysely';
import type { Kysely, Transaction } from 'kysely';

declare const db: Pooled;
declare const transaction: Transaction<Database>;
declare const plain: Kysely<Database>;
declare const reader: Reader;
declare const ntt: ProvinceTable;
declare function findProvince(handle: Reader): Promise<void>;
declare function saveProvince(handle: Writer): Promise<void>;

// Everything reads.
void findProvince(db);
void findProvince(plain);
void reader.selectFrom('province').select('code').execute();
void sql`select 1`.execute(reader);
void inTransaction(db, async (trx) => {
  await findProvince(trx);
  await saveProvince(trx);
  await trx.insertInto('province').values(ntt).execute();

  // @ts-expect-error a publication never changes, so none of its columns can be set
  await trx.updateTable('publication').set({ title: 'Another title' }).execute();

  // @ts-expect-error nor does an event of the audit
  await trx.updateTable('audit_event').set({ actor: 'nobody' }).execute();

  // @ts-expect-error a transaction does not begin inside a transaction
  await inTransaction(trx, async () => undefined);
});

// @ts-expect-error the pool is not a Writer
void saveProvince(db);

// @ts-expect-error a transaction begun elsewhere is not a Writer: it exists only inside inTransaction
void saveProvince(transaction);

// @ts-expect-error a Reader is not a Writer
void saveProvince(reader);

// @ts-expect-error a Reader inserts nothing
void reader.insertInto('province');

// @ts-expect-error a Reader updates nothing
void reader.updateTable('province');

// @ts-expect-error a Reader deletes nothing
void reader.deleteFrom('province');

// @ts-expect-error a Reader begins no transaction of its own
void reader.transaction();
