import { sql } from 'kysely';
import type { Kysely } from 'kysely';

export async function up(db: Kysely<never>): Promise<void> {
  await sql`
    alter table device_cursor
      add column name text,
      add column waiting integer check (waiting >= 0),
      add column exchanged_at timestamptz`.execute(db);
}
