import { sql } from 'kysely';
import type { Kysely } from 'kysely';

export async function up(db: Kysely<never>): Promise<void> {
  // Between these two versions nothing but files arrived: whoever looked at any of them has seen all answers.
  await sql`
    alter table assessment
      add column files_since bigint,
      add column files_until bigint,
      add check ((files_since is null) = (files_until is null)),
      add check (files_since < files_until)`.execute(db);
}
