import { sql } from 'kysely';
import type { Kysely } from 'kysely';

export async function up(db: Kysely<never>): Promise<void> {
  await sql`alter table device_cursor add column replaced_by uuid`.execute(db);
  // Whose changes of an assessment, from which device, and when the newest came; also for the assessment alone.
  await sql`
    create index answer_change_author on answer_change (assessment_id, person_id, device_id, received_at)`.execute(db);
  await sql`drop index answer_change_assessment`.execute(db);
}
