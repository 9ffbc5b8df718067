import { sql } from 'kysely';
import type { Kysely } from 'kysely';

export async function up(db: Kysely<never>): Promise<void> {
  await sql`
    create table quarantined_entry (
      author_id uuid not null references person (id),
      hash text not null check (hash ~ '^[0-9a-f]{64}$'),
      file_id uuid not null,
      device_id uuid not null,
      seq integer not null,
      sealed text not null,
      office_lock jsonb not null,
      reason text not null check (reason in ('broken-seal', 'wrong-shape', 'wrong-proof')),
      brought_by uuid not null references person (id),
      received_at timestamptz not null,
      primary key (author_id, hash)
    )`.execute(db);
  await sql`create index quarantined_entry_brought_by on quarantined_entry (brought_by)`.execute(db);
}
