import { sql } from 'kysely';
import type { Kysely } from 'kysely';

export async function up(db: Kysely<never>): Promise<void> {
  // Two who change the settings or the days of a period at once notice each other; a trial may be that of one office.
  await sql`
    alter table period
      add column version bigint not null default 0,
      add column province_code char(2) references province (code),
      add check (province_code is null or kind = 'trial')`.execute(db);

  // A government that came into being later is not missing from the lists of the years before.
  await sql`alter table government add column since_year integer`.execute(db);

  // Drawn once for a season and province, with everything that anybody needs to draw it again.
  await sql`
    create table lot (
      period_id uuid not null references period (id),
      province_code char(2) not null references province (code),
      seed text not null check (seed ~ '^[0-9a-f]{64}$'),
      rule text not null,
      percent integer not null check (percent between 1 and 50),
      candidates uuid[] not null,
      drawn uuid[] not null check (cardinality(drawn) between 1 and cardinality(candidates)),
      drawn_by uuid not null references person (id),
      drawn_at timestamptz not null,
      primary key (period_id, province_code)
    )`.execute(db);
  await sql`
    create trigger lot_is_final before update or delete or truncate on lot
      for each statement execute function refuse_change_of_history()`.execute(db);
}
