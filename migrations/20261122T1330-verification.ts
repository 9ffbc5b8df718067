import { sql } from 'kysely';
import type { Kysely } from 'kysely';

export async function up(db: Kysely<never>): Promise<void> {
  await sql`
    create table returned_point (
      id uuid primary key,
      assessment_id uuid not null references assessment (id),
      indicator_id text not null,
      subject_id text,
      reason text not null,
      returned_by uuid not null references person (id),
      returned_at timestamptz not null,
      state text not null check (state in ('open', 'answered', 'settled')),
      settled_by uuid references person (id),
      settled_at timestamptz
    )`.execute(db);
  await sql`create index returned_point_assessment on returned_point (assessment_id)`.execute(db);

  await sql`
    create table late_change (
      change_id uuid primary key,
      assessment_id uuid not null references assessment (id),
      received_at timestamptz not null,
      decision text not null check (decision in ('waiting', 'taken-in', 'left-out')),
      reason text,
      decided_by uuid references person (id),
      decided_at timestamptz,
      check ((decision = 'waiting') = (decided_at is null))
    )`.execute(db);
  await sql`create index late_change_assessment on late_change (assessment_id)`.execute(db);

  await sql`
    create table section_acceptance (
      assessment_id uuid not null references assessment (id),
      section_id text not null,
      answers_hash text not null check (answers_hash ~ '^[0-9a-f]{64}$'),
      accepted_by uuid not null references person (id),
      accepted_at timestamptz not null,
      primary key (assessment_id, section_id)
    )`.execute(db);

  await sql`
    create table verifier_exception (
      assessment_id uuid not null references assessment (id),
      person_id uuid not null references person (id),
      decided_by uuid not null references person (id),
      reason text not null,
      decided_at timestamptz not null,
      primary key (assessment_id, person_id)
    )`.execute(db);

  await sql`
    create table unit_score (
      assessment_id uuid not null references assessment (id),
      sequence integer not null check (sequence >= 1),
      score integer not null check (score between 0 and 10000),
      merged jsonb not null,
      answers_hash text not null check (answers_hash ~ '^[0-9a-f]{64}$'),
      instrument_id text not null,
      instrument_version integer not null,
      instrument_hash text not null check (instrument_hash ~ '^[0-9a-f]{64}$'),
      rules text not null,
      accepted_by uuid not null references person (id),
      accepted_at timestamptz not null,
      primary key (assessment_id, sequence)
    )`.execute(db);
  await sql`
    create trigger unit_score_never_changes
      before update or delete or truncate on unit_score
      for each statement execute function refuse_change_of_history()`.execute(db);
}
