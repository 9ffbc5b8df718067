import { sql } from 'kysely';
import type { Kysely } from 'kysely';

export async function up(db: Kysely<never>): Promise<void> {
  // A look in four bands of 16 bits, each with the number of its band above them: two looks that differ in fewer than eight
  // bits have a band in which they differ in one at most.
  await sql`
    create function look_bands(look text) returns integer[] language sql immutable strict parallel safe as $$
      select array(
        select ((band << 16) | substring(('x' || look)::bit(64) from 16 * band + 1 for 16)::integer)
        from generate_series(0, 3) as band)
    $$`.execute(db);
  await sql`
    alter table evidence_file
      add column look_bands integer[] generated always as (look_bands(look)) stored`.execute(db);
  // Read at once: what waits in a list beside the index would be searched from end to end.
  await sql`
    create index evidence_file_look_bands on evidence_file using gin (look_bands) with (fastupdate = off)`.execute(db);
}
