import { sql } from 'kysely';
import type { Kysely } from 'kysely';

/** The head knows when its event was: whoever adds the next one has to look at one row only while others wait. */
export async function up(db: Kysely<never>): Promise<void> {
  await sql`alter table audit_head add column at timestamptz`.execute(db);
  await sql`alter table audit_head disable trigger audit_head_moves_one_forward`.execute(db);
  await sql`
    update audit_head set at = audit_event.at from audit_event
    where audit_event.office = audit_head.office and audit_event.sequence = audit_head.sequence`.execute(db);
  await sql`alter table audit_head enable trigger audit_head_moves_one_forward`.execute(db);
  await sql`alter table audit_head alter column at set not null`.execute(db);
}
