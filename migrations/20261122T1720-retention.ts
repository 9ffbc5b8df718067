import { sql } from 'kysely';
import type { Kysely } from 'kysely';

export async function up(db: Kysely<never>): Promise<void> {
  // Without a row a kind is kept as long as the code says.
  await sql`
    create table retention (
      kind text primary key,
      months integer not null check (months between 1 and 240),
      version bigint not null check (version >= 1),
      changed_by uuid not null references person (id),
      changed_at timestamptz not null
    )`.execute(db);

  await sql`
    create table purge (
      id uuid primary key,
      kind text not null check (kind in
        ('withdrawn', 'respondents', 'evidence', 'visits', 'words', 'unplaced', 'devices', 'accounts')),
      period_id uuid references period (id),
      province_code character(2) references province (code),
      entries integer not null check (entries >= 0),
      files integer not null check (files >= 0),
      bytes bigint not null check (bytes >= 0),
      digest text not null check (digest ~ '^[0-9a-f]{64}$'),
      at timestamptz not null,
      check ((period_id is null) = (kind in ('unplaced', 'devices', 'accounts'))),
      check ((period_id is null) = (province_code is null))
    )`.execute(db);
  await sql`create index purge_period on purge (period_id, province_code) where period_id is not null`.execute(db);
  await sql`
    create trigger purge_never_changes
      before update or delete or truncate on purge
      for each statement execute function refuse_change_of_history()`.execute(db);

  // What is gone stays known: a phone that sends it again is told that it is here, and nothing is kept of it.
  await sql`alter table evidence_file add column purged_at timestamptz`.execute(db);
  await sql`alter table assessment_file add column purged_at timestamptz`.execute(db);
  await sql`alter table document_delivery add column purged_at timestamptz`.execute(db);
  await sql`alter table person add column forgotten_at timestamptz`.execute(db);

  await sql`drop trigger answer_change_never_changes on answer_change`.execute(db);
  await sql`
    create trigger answer_change_never_goes
      before delete or truncate on answer_change
      for each statement execute function refuse_change_of_history()`.execute(db);
  // The purge under way is a row that this very transaction has inserted, and named. Nothing else opens the history.
  await sql`
    create function running_purge() returns purge language sql stable as $$
      select purge from purge
      where id = nullif(current_setting('patuh.purge', true), '')::uuid and purge.xmin = pg_current_xact_id()::xid
    $$`.execute(db);
  await sql`
    create function refuse_change_outside_purge() returns trigger language plpgsql as $$
    begin
      if (running_purge()).id is null then
        raise exception 'What was entered or decided is only ever added to: % of % is refused.', lower(tg_op), tg_table_name
          using errcode = 'restrict_violation', table = tg_table_name;
      end if;
      return null;
    end
    $$`.execute(db);
  await sql`
    create trigger answer_change_never_changes
      before update on answer_change
      for each statement execute function refuse_change_outside_purge()`.execute(db);

  // The sentence that stands where something was removed, and nothing beside it.
  await sql`
    create function is_removed(words text) returns boolean language sql immutable as $$
      select words ~ '^\\[dihapus sesuai jadwal retensi pada [0-9]{1,2} [A-Z][a-z]+ [0-9]{4}\\]$'
    $$`.execute(db);
  // Row by row: the value and nothing else, of its own kind, province and period, and nothing but emptied; a level only of
  // an interview that its person took back.
  await sql`
    create function empty_history() returns trigger language plpgsql as $$
    declare
      running purge := running_purge();
      is_user boolean := old.subject_id like 'user-%';
      is_emptied boolean := case
        when old.field in ('note', 'few-users-reason') then is_removed(new.value #>> '{}')
        when old.field = 'explanations' and jsonb_typeof(new.value) = 'array' then
          jsonb_array_length(new.value) = jsonb_array_length(old.value)
          and not exists (select from jsonb_array_elements(new.value) as one where is_removed(one ->> 'text') is not true)
        when old.value ->> 'kind' = 'not-applicable' and new.value ->> 'kind' = 'not-applicable' then
          new.value - 'reason' = old.value - 'reason' and is_removed(new.value ->> 'reason')
        else false end;
      may boolean;
    begin
      may := running.period_id = old.period_id
        and (to_jsonb(new) - 'value') = (to_jsonb(old) - 'value')
        and exists (
          select from assessment join unit on unit.id = assessment.unit_id
          where assessment.id = old.assessment_id and left(unit.government_code, 2) = running.province_code)
        and case running.kind
          when 'withdrawn' then
            is_user and old.field not in ('presence', 'consent', 'from-paper') and new.value in ('null', '[]') and exists (
              select from answer_change as word
              where word.assessment_id = old.assessment_id and word.subject_id = old.subject_id
                and word.field = 'presence' and word.value ->> 'state' = 'withdrawn')
          when 'respondents' then is_user and (is_emptied or (old.field = 'profile' and new.value = 'null'))
          when 'words' then not is_user and is_emptied
          when 'visits' then
            old.field = 'visit' and new.value -> 'signature' = 'null' and new.value -> 'unitRemarks' = 'null'
            and new.value -> 'met' = '[]' and new.value -> 'handedOver' = '[]' and is_removed(new.value #>> '{team,0}')
            and jsonb_array_length(new.value -> 'team') = 1 and is_removed(new.value ->> 'unsignedReason')
            and new.value - array['team', 'met', 'handedOver', 'unitRemarks', 'unsignedReason', 'signature']
              = old.value - array['team', 'met', 'handedOver', 'unitRemarks', 'unsignedReason', 'signature']
          when 'evidence' then
            old.field = 'evidence' and is_removed(new.value ->> 'caption') and new.value -> 'position' = 'null'
            and new.value - array['caption', 'clockAhead', 'position', 'look', 'fileName', 'url']
              = old.value - array['caption', 'clockAhead', 'position', 'look', 'fileName', 'url']
          else false
        end;
      if may is not true then
        raise exception 'A purge empties what is personal, and nothing else: % of % is refused.', old.field, tg_table_name
          using errcode = 'restrict_violation', table = tg_table_name;
      end if;
      return new;
    end
    $$`.execute(db);
  await sql`
    create trigger answer_change_is_only_emptied
      before update on answer_change
      for each row execute function empty_history()`.execute(db);
}
