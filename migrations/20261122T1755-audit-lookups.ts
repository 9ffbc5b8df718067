import { sql } from 'kysely';
import type { Kysely } from 'kysely';

/** What happened to one thing is looked up by its id, however many events its office has. */
export async function up(db: Kysely<never>): Promise<void> {
  await sql`create index audit_event_subject on audit_event (office, subject_id, sequence)`.execute(db);
  await sql`create index audit_event_actor on audit_event (office, actor, sequence)`.execute(db);
  // Values of every name: which one names the thing differs from action to action.
  await sql`
    create index audit_event_detail on audit_event
    using gin (jsonb_path_query_array(detail, '$.*') jsonb_path_ops)`.execute(db);
}
