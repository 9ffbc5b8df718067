import { sql } from 'kysely';
import type { Kysely } from 'kysely';

export async function up(db: Kysely<never>): Promise<void> {
  // Only added to: the newest row of a photo counts. Without one nobody outside the team and the office sees the photo.
  await sql`
    create table photo_clearance (
      id uuid primary key,
      assessment_id uuid not null references assessment (id),
      sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
      number integer not null check (number >= 1),
      areas jsonb check (jsonb_typeof(areas) = 'array'),
      person_id uuid not null references person (id),
      cleared_at timestamptz not null,
      unique (assessment_id, sha256, number)
    )`.execute(db);

  // Empty for photos from before areas were asked for: those are not shown to the field.
  await sql`
    alter table calibration_case
      add column photo_areas integer check (photo_areas >= 0)`.execute(db);
}
