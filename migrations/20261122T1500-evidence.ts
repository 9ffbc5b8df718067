import { sql } from 'kysely';
import type { Kysely } from 'kysely';

export async function up(db: Kysely<never>): Promise<void> {
  // What is stored, by its content: the same photo twice is one file.
  await sql`
    create table evidence_file (
      sha256 text primary key check (sha256 ~ '^[0-9a-f]{64}$'),
      type text not null check (type in ('image/jpeg', 'application/pdf')),
      size integer not null check (size > 0),
      width integer,
      height integer,
      look text check (look ~ '^[0-9a-f]{16}$'),
      stored_at timestamptz not null
    )`.execute(db);

  // Which unit it was sent for: only there may anybody look at it.
  await sql`
    create table assessment_file (
      assessment_id uuid not null references assessment (id),
      sha256 text not null references evidence_file (sha256),
      person_id uuid not null references person (id),
      received_at timestamptz not null,
      primary key (assessment_id, sha256)
    )`.execute(db);
  await sql`create index assessment_file_sha256 on assessment_file (sha256)`.execute(db);

  // On its way in; the bytes so far lie in the evidence store.
  await sql`
    create table upload (
      id uuid primary key,
      assessment_id uuid not null references assessment (id),
      person_id uuid not null references person (id),
      sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
      type text not null check (type in ('image/jpeg', 'application/pdf')),
      size integer not null check (size > 0),
      created_at timestamptz not null,
      unique (assessment_id, person_id, sha256)
    )`.execute(db);

  await sql`
    create table web_copy (
      assessment_id uuid not null references assessment (id),
      subject_id text not null,
      url text not null,
      state text not null check (state in ('waiting', 'fetched', 'failed', 'refused')),
      why text,
      attempts integer not null default 0 check (attempts >= 0),
      next_at timestamptz,
      fetched_at timestamptz,
      final_url text,
      status integer,
      title text,
      sha256 text check (sha256 ~ '^[0-9a-f]{64}$'),
      size integer,
      primary key (assessment_id, subject_id, url),
      check ((state = 'waiting') = (next_at is not null))
    )`.execute(db);
  await sql`create index web_copy_next on web_copy (next_at) where state = 'waiting'`.execute(db);

  await sql`
    alter table unit
      add column latitude integer check (latitude between -90000000 and 90000000),
      add column longitude integer check (longitude between -180000000 and 180000000),
      add check ((latitude is null) = (longitude is null))`.execute(db);
}
