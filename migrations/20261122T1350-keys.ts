import { sql } from 'kysely';
import type { Kysely } from 'kysely';

export async function up(db: Kysely<never>): Promise<void> {
  await sql`
    create table signing_key_change (
      chain text not null check (chain in ('main', 'demo')),
      sequence integer not null check (sequence >= 1),
      key_id text not null unique check (key_id ~ '^[0-9a-f]{64}$'),
      previous_key_id text not null check (previous_key_id ~ '^[0-9a-f]{64}$'),
      after text check (after ~ '^[0-9a-f]{64}$'),
      at timestamptz not null check (at = date_trunc('milliseconds', at)),
      signature text not null check (signature ~ '^[0-9a-f]{128}$'),
      primary key (chain, sequence)
    )`.execute(db);
  await sql`
    create trigger signing_key_change_never_changes
      before update or delete or truncate on signing_key_change
      for each statement execute function refuse_change_of_history()`.execute(db);
}
