import { sql } from 'kysely';
import type { Kysely } from 'kysely';

export async function up(db: Kysely<never>): Promise<void> {
  await sql`
    create table document_request (
      id uuid primary key,
      assessment_id uuid not null references assessment (id),
      indicator_id text not null,
      subject_id text not null,
      wanted text not null,
      due_on date not null,
      token_hash text not null unique check (token_hash ~ '^[0-9a-f]{64}$'),
      state text not null check (state in ('open', 'received', 'accepted', 'refused', 'withdrawn')),
      requested_by uuid not null references person (id),
      requested_at timestamptz not null,
      decided_by uuid references person (id),
      decided_at timestamptz,
      reason text,
      check ((state in ('accepted', 'refused', 'withdrawn')) = (decided_at is not null))
    )`.execute(db);
  await sql`create index document_request_assessment on document_request (assessment_id)`.execute(db);
  await sql`create index document_request_waiting on document_request (due_on) where state in ('open', 'received')`.execute(
    db,
  );

  await sql`
    create table document_delivery (
      id uuid primary key,
      request_id uuid not null references document_request (id),
      sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
      type text not null,
      size integer not null,
      name text not null,
      begun_at timestamptz not null,
      received_at timestamptz,
      unique (request_id, sha256)
    )`.execute(db);
}
