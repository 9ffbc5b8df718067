import { sql } from 'kysely';
import type { Kysely } from 'kysely';

export async function up(db: Kysely<never>): Promise<void> {
  // Only a season is published and counts as a year; a trial is practice, a comparison assesses some units of its season again.
  await sql`alter table period drop constraint period_chain_year_key`.execute(db);
  await sql`
    alter table period
      add column kind text not null default 'season' check (kind in ('season', 'trial', 'comparison')),
      add column compares uuid references period (id),
      add column opened_at timestamptz default now(),
      add column second_visit_percent integer not null default 0 check (second_visit_percent between 0 and 50),
      add column sample_percent integer not null default 20 check (sample_percent between 0 and 100),
      add column edge_points integer not null default 200 check (edge_points between 0 and 2000),
      add column review_days integer not null default 14 check (review_days between 1 and 90),
      add check ((kind = 'comparison') = (compares is not null))`.execute(db);
  await sql`update period set opened_at = created_at`.execute(db);
  await sql`create unique index period_season on period (chain, year) where kind = 'season'`.execute(db);
  await sql`create unique index period_comparison on period (compares) where kind = 'comparison'`.execute(db);

  await sql`
    create table period_phase (
      period_id uuid not null references period (id),
      province_code char(2) references province (code),
      phase text not null check (phase in
        ('workshop', 'fieldwork', 'verification', 'clarification', 'national-check', 'publication')),
      starts_on date not null,
      ends_on date not null,
      unique nulls not distinct (period_id, province_code, phase),
      check (starts_on <= ends_on)
    )`.execute(db);

  // What an office plans for its province; its row is the lock under which the plan changes.
  await sql`
    create table period_plan (
      period_id uuid not null references period (id),
      province_code char(2) not null references province (code),
      version bigint not null default 0,
      changed_by uuid references person (id),
      changed_at timestamptz,
      primary key (period_id, province_code)
    )`.execute(db);

  // A unit is in the plan before a team has it; the assessment begins to exist with its first team.
  await sql`
    alter table period_unit
      alter column team_id drop not null,
      add column added_at timestamptz default now()`.execute(db);
  await sql`update period_unit set added_at = (select created_at from period where id = period_id)`.execute(db);
  await sql`alter table period_unit alter column added_at set not null`.execute(db);

  await sql`
    create function keep_team() returns trigger language plpgsql as $$
    begin
      raise exception 'A unit that a team had always has a team: % of %.', new.unit_id, new.period_id
        using errcode = 'restrict_violation', table = tg_table_name;
    end
    $$`.execute(db);
  await sql`
    create trigger period_unit_keeps_team before update on period_unit
      for each row when (old.team_id is not null and new.team_id is null) execute function keep_team()`.execute(db);

  await sql`alter table team_member add column left_at timestamptz`.execute(db);
  await sql`
    create table former_team (
      assessment_id uuid not null references assessment (id),
      team_id uuid not null references team (id),
      ended_at timestamptz not null,
      primary key (assessment_id, team_id)
    )`.execute(db);
  await sql`create index former_team_team on former_team (team_id)`.execute(db);

  await sql`
    create table unit_event (
      id uuid primary key,
      unit_id uuid not null references unit (id),
      kind text not null check (kind in ('registered', 'renamed', 'moved', 'split', 'closed', 'reopened')),
      other_unit_id uuid references unit (id),
      before jsonb,
      after jsonb,
      reason text,
      person_id uuid references person (id),
      at timestamptz not null
    )`.execute(db);
  await sql`create index unit_event_unit on unit_event (unit_id, at)`.execute(db);

  await sql`alter table person add column home_government text references government (code)`.execute(db);

  await sql`
    create table verification_duty (
      assessment_id uuid primary key references assessment (id),
      person_id uuid not null references person (id),
      due_on date,
      assigned_by uuid not null references person (id),
      assigned_at timestamptz not null
    )`.execute(db);
  await sql`create index verification_duty_person on verification_duty (person_id)`.execute(db);
}
