import { sql } from 'kysely';
import type { Kysely } from 'kysely';

export async function up(db: Kysely<never>): Promise<void> {
  await sql`
    create table unit (
      id uuid primary key,
      government_code text not null references government (code),
      kind text not null,
      name text not null,
      address text,
      created_at timestamptz not null,
      closed_at timestamptz,
      unique (government_code, name)
    )`.execute(db);

  await sql`
    create table period (
      id uuid primary key,
      chain text not null check (chain in ('main', 'demo')),
      year integer not null,
      name text not null,
      instrument_id text not null,
      instrument_version integer not null,
      score_before_submission boolean not null default false,
      clarification_until timestamptz,
      created_at timestamptz not null,
      unique (chain, year),
      foreign key (instrument_id, instrument_version) references instrument (id, version)
    )`.execute(db);

  await sql`
    create table team (
      id uuid primary key,
      period_id uuid not null references period (id),
      province_code char(2) not null references province (code),
      name text not null,
      unique (period_id, province_code, name)
    )`.execute(db);

  await sql`
    create table team_member (
      team_id uuid not null references team (id),
      person_id uuid not null references person (id),
      role text not null check (role in ('assessor', 'enumerator')),
      primary key (team_id, person_id)
    )`.execute(db);
  await sql`create index team_member_person on team_member (person_id)`.execute(db);

  await sql`
    create table period_unit (
      period_id uuid not null references period (id),
      unit_id uuid not null references unit (id),
      team_id uuid not null references team (id),
      first_time boolean not null,
      primary key (period_id, unit_id)
    )`.execute(db);
  await sql`create index period_unit_team on period_unit (team_id)`.execute(db);
  await sql`create index period_unit_unit on period_unit (unit_id)`.execute(db);
}
