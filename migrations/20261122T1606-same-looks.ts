import { sql } from 'kysely';
import type { Kysely } from 'kysely';

export async function up(db: Kysely<never>): Promise<void> {
  // Whether a photo was sent before is asked for every photo of a province.
  await sql`create index evidence_file_look on evidence_file (look) where look is not null`.execute(db);
}
