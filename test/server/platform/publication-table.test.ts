import { inTransaction } from '@patuh/server/platform/database';
import { PublicationId } from '@patuh/shared/publication/payload';
import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';

import { aDatabase, emptyTables } from '../../support/database.ts';
import type { TestDatabase } from '../../support/database.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await aDatabase();
});
afterAll(async () => await database.close());
beforeEach(async () => await emptyTables(database.db));

interface Overrides {
  readonly id?: string;
  readonly chain?: 'main' | 'demo';
  readonly sequence?: number;
  readonly year?: number;
  readonly replaces?: string;
}

async function publish(overrides: Overrides = {}): Promise<void> {
  const sequence = overrides.sequence ?? 1;
  const hash = String(sequence).padStart(64, overrides.chain === 'demo' ? 'd' : 'a');
  await inTransaction(database.db, async (trx) => {
    await trx
      .insertInto('publication')
      .values({
        id: PublicationId.parse(overrides.id ?? `53-2024-${sequence}`),
        chain: overrides.chain ?? 'main',
        sequence,
        scope_kind: 'province',
        scope_code: '53',
        year: overrides.year ?? 2024,
        publication_kind: 'imported',
        title: 'Nusa Tenggara Timur 2024',
        hash,
        previous: sequence === 1 ? null : '0'.repeat(64),
        replaces: overrides.replaces === undefined ? null : PublicationId.parse(overrides.replaces),
        key_id: 'b'.repeat(64),
        published_at: '2024-12-01T00:00:00.000Z',
        bytes: '{"judul":"Peringkat – Nusa Tenggara Timur"}',
      })
      .execute();
  });
}

describe('a publication', () => {
  it.each([
    ['update', sql`update publication set title = 'Another title'`],
    ['an update that hits nothing', sql`update publication set title = 'Another title' where id = 'none'`],
    ['delete', sql`delete from publication`],
    ['truncate', sql`truncate publication cascade`],
    ['truncate through another table', sql`truncate province, publication cascade`],
    ['an upsert', sql`insert into publication select * from publication on conflict (id) do update set title = 'x'`],
  ])('is protected by the database against %s', async (_name, statement) => {
    await publish();
    await expect(statement.execute(database.db)).rejects.toThrow(/A publication never changes: \w+ is refused/);
    const rows = await database.db.selectFrom('publication').select(['title', 'bytes']).execute();
    expect(rows).toEqual([{ title: 'Nusa Tenggara Timur 2024', bytes: '{"judul":"Peringkat – Nusa Tenggara Timur"}' }]);
  });

  it('is the only first one of its place, year and kind', async () => {
    await publish();
    await expect(publish({ sequence: 2 })).rejects.toThrow('publication_first');
    await publish({ sequence: 2, year: 2023, id: '53-2023-1' });
  });

  it('may be corrected by one that names it, and only once', async () => {
    await publish();
    await publish({ sequence: 2, replaces: '53-2024-1' });
    await expect(publish({ sequence: 3, replaces: '53-2024-1' })).rejects.toThrow('publication_replaces_key');
    await publish({ sequence: 3, replaces: '53-2024-2' });
  });

  it('has its own place in the chain', async () => {
    await publish();
    await expect(publish({ year: 2023, id: '53-2023-1' })).rejects.toThrow(/publication_(hash|chain_sequence)_key/);
    await publish({ chain: 'demo', id: '99-2024-1' });
  });
});

describe('columns', () => {
  it('give a count as a number, a timestamp as a Date, a decimal and a day as the text they are', async () => {
    const { rows } = await sql`
      select count(*) as counted, timestamptz '2024-12-01T08:00+08' as at, 82.65 as score, date '2024-12-01' as day
      from province`.execute(database.db);
    expect(rows).toEqual([{ counted: 0, at: new Date('2024-12-01T00:00:00Z'), score: '82.65', day: '2024-12-01' }]);
  });

  it('refuse a whole number that would lose digits', async () => {
    await expect(sql`select 9007199254740993::int8 as n`.execute(database.db)).rejects.toThrow('9007199254740993');
  });
});
