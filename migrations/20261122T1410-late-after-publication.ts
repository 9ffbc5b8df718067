import { sql } from 'kysely';
import type { Kysely } from 'kysely';

export async function up(db: Kysely<never>): Promise<void> {
  await sql`
    alter table late_change
      drop constraint late_change_decision_check,
      add constraint late_change_decision_check
        check (decision in ('waiting', 'taken-in', 'left-out', 'after-publication')),
      add constraint late_change_decided_by_check
        check ((decision in ('waiting', 'after-publication')) = (decided_by is null))`.execute(db);
}
