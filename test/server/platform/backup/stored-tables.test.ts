import { storedTables } from '@patuh/server/platform/backup/stored-tables';
import { poolOf } from '@patuh/server/platform/database';
import { afterEach, expect, it } from 'vitest';

import { aBlankDatabase } from '../../../support/database.ts';
import type { TestDatabase } from '../../../support/database.ts';

const opened: TestDatabase[] = [];
afterEach(async () => {
  await Promise.all(opened.splice(0).map(async (database) => await database.close()));
});

async function tablesAfter(...statements: readonly string[]) {
  const database = await aBlankDatabase();
  opened.push(database);
  const pool = poolOf(database);
  try {
    for (const statement of statements) await pool.query(statement);
    return await storedTables(pool);
  } finally {
    await pool.end();
  }
}

it('a table comes after those it refers to, whatever it is called', async () => {
  const tables = await tablesAfter(
    'create table c (id integer primary key, before integer references c)',
    'create table b (id integer primary key, c integer references c)',
    'create table a (b integer references b, c integer references c)',
  );
  expect(tables.map(({ name }) => name)).toEqual(['c', 'b', 'a']);
});

it('tables that refer to each other come last', async () => {
  const tables = await tablesAfter(
    'create table a (id integer primary key)',
    'create table b (id integer primary key, a integer references a)',
    'alter table a add column b integer references b',
    'create table z (id integer)',
  );
  expect(tables.map(({ name }) => name)).toEqual(['z', 'a', 'b']);
});

it('columns are those that can be written: no generated, no dropped ones, and no views', async () => {
  const tables = await tablesAfter(
    'create table a (id integer generated always as identity, gone text, "Naik Kelas" text)',
    'alter table a drop column gone',
    'alter table a add column twice integer generated always as (id * 2) stored',
    'create view seen as select * from a',
  );
  expect(tables).toEqual([{ name: 'a', columns: ['id', 'Naik Kelas'] }]);
});
