import { sql } from 'kysely';
import type { Kysely } from 'kysely';

export async function up(db: Kysely<never>): Promise<void> {
  await sql`
    create table assessment (
      id uuid primary key,
      period_id uuid not null,
      unit_id uuid not null,
      version bigint not null default 0 check (version >= 0),
      state text not null check (state in ('assigned', 'in-progress', 'submitted', 'returned', 'verified', 'not-assessed')),
      submitted_at timestamptz,
      submitted_by uuid references person (id),
      verified_at timestamptz,
      not_assessed_reason text,
      not_assessed_note text,
      not_assessed_by uuid references person (id),
      not_assessed_at timestamptz,
      unique (period_id, unit_id),
      foreign key (period_id, unit_id) references period_unit (period_id, unit_id),
      check ((state = 'not-assessed') = (not_assessed_reason is not null)),
      check (state not in ('submitted', 'returned', 'verified') or submitted_at is not null),
      check (state <> 'verified' or verified_at is not null)
    )`.execute(db);

  // The change id alone is the key: the same change sent again is the same row. No reference to or from answer:
  // it would halve what can be stored in a second.
  await sql`
    create table answer_change (
      id uuid primary key,
      period_id uuid not null,
      assessment_id uuid not null,
      indicator_id text not null,
      subject_id text not null,
      field text not null,
      value jsonb not null,
      base uuid[] not null,
      seq integer not null check (seq >= 1),
      device_id uuid not null,
      person_id uuid not null,
      made_at timestamptz not null,
      received_at timestamptz not null,
      push_id uuid not null,
      placement text not null check (placement in ('applied', 'conflict', 'history', 'late'))
    )`.execute(db);
  await sql`create index answer_change_assessment on answer_change (assessment_id)`.execute(db);
  await sql`create index answer_change_push on answer_change (push_id)`.execute(db);

  await sql`
    create function refuse_change_of_history() returns trigger language plpgsql as $$
    begin
      raise exception 'What was entered or decided is only ever added to: % of % is refused.', lower(tg_op), tg_table_name
        using errcode = 'restrict_violation', table = tg_table_name;
    end
    $$`.execute(db);
  await sql`
    create trigger answer_change_never_changes
      before update or delete or truncate on answer_change
      for each statement execute function refuse_change_of_history()`.execute(db);

  await sql`
    create table answer (
      assessment_id uuid not null references assessment (id),
      indicator_id text not null,
      subject_id text not null,
      field text not null,
      value jsonb not null,
      change_id uuid not null,
      heads uuid[] not null,
      person_id uuid not null,
      at timestamptz not null,
      version bigint not null,
      primary key (assessment_id, indicator_id, subject_id, field)
    )`.execute(db);

  await sql`
    create table device_cursor (
      person_id uuid not null references person (id),
      device_id uuid not null,
      last_seq integer not null check (last_seq >= 0),
      last_seen_at timestamptz not null,
      primary key (person_id, device_id)
    )`.execute(db);

  await sql`
    create table quarantined_change (
      person_id uuid not null references person (id),
      id uuid not null,
      content jsonb not null,
      reason text not null,
      received_at timestamptz not null,
      primary key (person_id, id)
    )`.execute(db);
}
