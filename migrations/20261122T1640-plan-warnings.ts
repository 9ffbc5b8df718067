import { sql } from 'kysely';
import type { Kysely } from 'kysely';

/** Why something that looks wrong in a plan is right, in the words of the office. */
export async function up(db: Kysely<never>): Promise<void> {
  await sql`
    create table plan_warning_answer (
      period_id uuid not null references period (id),
      province_code char(2) not null references province (code),
      warning text not null,
      reason text not null,
      person_id uuid not null references person (id),
      at timestamptz not null,
      primary key (period_id, province_code, warning)
    )`.execute(db);
}
