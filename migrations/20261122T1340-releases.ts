import { sql } from 'kysely';
import type { Kysely } from 'kysely';

export async function up(db: Kysely<never>): Promise<void> {
  await sql`
    create table release (
      id uuid primary key,
      period_id uuid not null references period (id),
      province_code char(2) not null references province (code),
      state text not null check (state in ('prepared', 'published', 'withdrawn')),
      decree_number text not null,
      decree_date date not null,
      replaces text references publication (id),
      reason text,
      content jsonb not null,
      content_hash text not null check (content_hash ~ '^[0-9a-f]{64}$'),
      prepared_by uuid not null references person (id),
      prepared_at timestamptz not null,
      decided_by uuid references person (id),
      decided_at timestamptz,
      publication_id text references publication (id),
      check ((replaces is null) = (reason is null)),
      check ((state = 'prepared') = (decided_at is null)),
      check ((state = 'published') = (publication_id is not null)),
      check (state <> 'published' or decided_by <> prepared_by)
    )`.execute(db);
  await sql`
    create unique index release_in_preparation on release (period_id, province_code) where state = 'prepared'`.execute(
    db,
  );

  await sql`
    create table maintenance (
      id uuid primary key,
      kind text not null check (kind in ('backup', 'restore')),
      automatic boolean not null,
      at timestamptz not null
    )`.execute(db);
}
