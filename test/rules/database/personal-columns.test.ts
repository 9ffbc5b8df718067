import { WORD_COLUMNS } from '@patuh/server/platform/purge/columns';
import { COLUMNS } from '@patuh/server/platform/purge/personal-columns';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { aDatabase, type TestDatabase } from '../../support/database.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await aDatabase();
});
afterAll(async () => await database.close());

describe('the list of what is personal', () => {
  it('decides about every column that can hold a word, and names no other', async () => {
    const { rows } = await sql<{ name: string }>`
      select table_name || '.' || column_name as name from information_schema.columns
      where table_schema = 'public' and (data_type in ('text', 'jsonb', 'bytea') or udt_name in ('_text', '_jsonb', 'varchar'))
      order by 1`.execute(database.db);
    const decided = Object.entries(COLUMNS).flatMap(([table, { plain = '', personal = {}, stays = {} }]) =>
      [...plain.split(' ').filter(Boolean), ...Object.keys(personal), ...Object.keys(stays)].map(
        (column) => `${table}.${column}`,
      ),
    );
    expect(decided.toSorted()).toEqual(rows.map(({ name }) => name).toSorted());
  });

  it('is what the purge of words goes through', () => {
    const listed = Object.entries(COLUMNS).flatMap(([table, { personal = {} }]) =>
      Object.entries(personal).flatMap(([column, kind]) => (kind === 'words' ? [`${table}.${column}`] : [])),
    );
    const answers = ['answer.value', 'answer_change.value'];
    const purged = WORD_COLUMNS.map(({ table, column }) => `${table}.${column}`);
    expect([...purged, ...answers].toSorted()).toEqual(listed.toSorted());
  });
});
