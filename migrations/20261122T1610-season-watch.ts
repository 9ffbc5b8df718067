import { sql } from 'kysely';
import type { Kysely } from 'kysely';

export async function up(db: Kysely<never>): Promise<void> {
  // What lists show of an assessment: counted when something arrives, not each time somebody looks.
  await sql`
    create table assessment_summary (
      assessment_id uuid primary key references assessment (id),
      answered integer not null check (answered >= 0),
      expected integer not null check (expected >= 0),
      users integer not null check (users >= 0),
      files_named integer not null check (files_named >= 0),
      files_here integer not null check (files_here between 0 and files_named),
      conflicts integer not null check (conflicts >= 0),
      last_change_at timestamptz,
      counted_by integer not null
    )`.execute(db);

  // What a phone says of the work that it could not send.
  await sql`
    alter table device_cursor
      add column oldest_waiting_at timestamptz,
      add column files_waiting integer check (files_waiting >= 0)`.execute(db);

  // What waits for somebody is little among all that ever came.
  await sql`create index late_change_waiting on late_change (assessment_id) where decision = 'waiting'`.execute(db);
  await sql`create index returned_point_open on returned_point (assessment_id) where state <> 'settled'`.execute(db);
  await sql`create index quarantined_change_received on quarantined_change (received_at)`.execute(db);
}
