import { allOrNothing } from '@patuh/server/platform/all-or-nothing';
import { inSnapshot, inTransaction, type Pooled } from '@patuh/server/platform/database';
import { ProvinceCode } from '@patuh/shared/domain/government';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';

import { aDatabase, type TestDatabase } from '../../support/database.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await aDatabase();
});
beforeEach(async () => {
  await database.db.deleteFrom('province').execute();
});
afterAll(async () => await database.close());

async function add(db: Pooled, code: string): Promise<void> {
  await inTransaction(db, async (trx) => {
    await trx
      .insertInto('province')
      .values({ code: ProvinceCode.parse(code), name: code, time_zone: 'Asia/Makassar' })
      .execute();
  });
}

async function codes(db: Pooled): Promise<readonly string[]> {
  const rows = await inSnapshot(db, (snapshot) =>
    snapshot.selectFrom('province').select('code').orderBy('code').execute(),
  );
  return rows.map(({ code }) => code);
}

describe('transactions that belong together', () => {
  it('stay together, and each sees those before', async () => {
    const seen = await allOrNothing(database.db, async (db) => {
      await add(db, '91');
      await add(db, '92');
      expect(await codes(database.db)).toEqual([]);
      return await codes(db);
    });
    expect(seen).toEqual(['91', '92']);
    expect(await codes(database.db)).toEqual(['91', '92']);
  });

  it('leave nothing behind if the last of them fails', async () => {
    const work = allOrNothing(database.db, async (db) => {
      await add(db, '91');
      await add(db, '91');
    });
    await expect(work).rejects.toThrow(/duplicate key/);
    expect(await codes(database.db)).toEqual([]);
  });

  it('go on after one that failed and was caught, without it', async () => {
    await allOrNothing(database.db, async (db) => {
      await add(db, '91');
      await expect(add(db, '91')).rejects.toThrow(/duplicate key/);
      await add(db, '93');
    });
    expect(await codes(database.db)).toEqual(['91', '93']);
  });
});
