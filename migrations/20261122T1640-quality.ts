import { sql } from 'kysely';
import type { Kysely } from 'kysely';

export async function up(db: Kysely<never>): Promise<void> {
  // Whoever a second visit says something about sees it before their office does.
  await sql`
    create table quality_seen (
      period_id uuid not null references period (id),
      person_id uuid not null references person (id),
      seen_at timestamptz not null,
      remark text,
      primary key (period_id, person_id)
    )`.execute(db);

  await sql`
    create table calibration_case (
      id uuid primary key,
      period_id uuid not null references period (id),
      province_code char(2) not null references province (code),
      number integer not null check (number >= 1),
      indicator_id text not null,
      situation text not null,
      photo text check (photo ~ '^[0-9a-f]{64}$'),
      level integer not null check (level >= 0),
      reason text not null,
      made_by uuid not null references person (id),
      made_at timestamptz not null,
      unique (period_id, province_code, number)
    )`.execute(db);

  await sql`
    create table calibration_answer (
      case_id uuid not null references calibration_case (id),
      person_id uuid not null references person (id),
      level integer not null check (level >= 0),
      answered_at timestamptz not null,
      primary key (case_id, person_id)
    )`.execute(db);
  await sql`create index calibration_answer_person on calibration_answer (person_id)`.execute(db);
}
