import { sql } from 'kysely';
import type { Kysely } from 'kysely';

export async function up(db: Kysely<never>): Promise<void> {
  await sql`
    create table province (
      code char(2) primary key check (code ~ '^[0-9]{2}$'),
      name text not null,
      time_zone text not null
    )`.execute(db);

  await sql`
    create table government (
      code text primary key,
      name text not null,
      kind text not null,
      province_code char(2) not null references province (code),
      bps_code text unique
    )`.execute(db);

  await sql`create index government_province_code on government (province_code)`.execute(db);

  await sql`
    create table instrument (
      id text not null,
      version integer not null check (version >= 1),
      content_hash text not null unique,
      content jsonb not null,
      status text not null check (status in ('draft', 'trial', 'active', 'retired')),
      primary key (id, version)
    )`.execute(db);

  await sql`
    create table publication (
      id text primary key,
      chain text not null,
      sequence integer not null check (sequence >= 1),
      scope_kind text not null check (scope_kind in ('province', 'national')),
      scope_code text not null,
      year integer not null,
      publication_kind text not null,
      title text not null,
      hash text not null unique check (hash ~ '^[0-9a-f]{64}$'),
      previous text check (previous ~ '^[0-9a-f]{64}$'),
      replaces text references publication (id),
      key_id text not null,
      published_at timestamptz not null,
      bytes text not null,
      unique (chain, sequence),
      unique (replaces),
      check ((scope_kind = 'national') = (scope_code = 'nasional')),
      check ((sequence = 1) = (previous is null))
    )`.execute(db);

  // A second list for the same place, year and kind is a correction, and a correction names what it replaces.
  await sql`
    create unique index publication_first
      on publication (chain, scope_kind, scope_code, year, publication_kind)
      where replaces is null`.execute(db);

  await sql`create index publication_of_scope on publication (scope_code, year)`.execute(db);

  await sql`
    create function refuse_change_of_publication() returns trigger language plpgsql as $$
    begin
      raise exception 'A publication never changes: % is refused; publish a correction that names what it replaces.', tg_op
        using errcode = 'restrict_violation', table = tg_table_name;
    end
    $$`.execute(db);

  await sql`
    create trigger publication_never_changes
      before update or delete or truncate on publication
      for each statement execute function refuse_change_of_publication()`.execute(db);
}
