import { sql } from 'kysely';
import type { Kysely } from 'kysely';

export async function up(db: Kysely<never>): Promise<void> {
  // From whom the office knows it is for the office alone; until now it stood at the end of the note, which phones and the
  // Sekda office read.
  await sql`
    alter table assessment
      add column not_assessed_source text,
      add check (not_assessed_source is null or state = 'not-assessed')`.execute(db);
  await sql`
    update assessment set
      not_assessed_note = substring(not_assessed_note from '^(.*)\\. Sumber: .*$') || '.',
      not_assessed_source = substring(not_assessed_note from '^.*\\. Sumber: (.*)$')
    where state = 'not-assessed' and not_assessed_note ~ '^.*\\. Sumber: .*$' and exists (
      select from audit_event
      where audit_event.action = 'assessment.not-assessed' and audit_event.subject_id = assessment.id::text
        and audit_event.detail ->> 'decision' = 'office')`.execute(db);
}
