import { sql } from 'kysely';
import type { Kysely } from 'kysely';

/** Units that come into a plan after its lot have one of their own, which may draw none of them. */
export async function up(db: Kysely<never>): Promise<void> {
  await sql`
    alter table lot
      add column number integer not null default 1 check (number >= 1),
      drop constraint lot_pkey,
      add primary key (period_id, province_code, number),
      drop constraint lot_check,
      add constraint lot_drawn_check check (
        cardinality(candidates) >= 1 and cardinality(drawn) <= cardinality(candidates)
        and (number > 1 or cardinality(drawn) >= 1))`.execute(db);
  await sql`alter table lot alter column number drop default`.execute(db);
}
