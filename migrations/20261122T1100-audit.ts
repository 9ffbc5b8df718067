import { createHash, randomUUID } from 'node:crypto';

import { sql } from 'kysely';
import type { Kysely } from 'kysely';

export async function up(db: Kysely<never>): Promise<void> {
  await sql`
    create table audit_event (
      office text not null check (office ~ '^(pusat|[0-9]{2})$'),
      sequence bigint not null check (sequence >= 1),
      id uuid not null,
      at timestamptz not null check (isfinite(at) and at = date_trunc('milliseconds', at)),
      actor_kind text not null check (actor_kind in ('command', 'person', 'system')),
      actor text not null check (actor !~ '[[:space:]@]'),
      action text not null check (action ~ '^[a-z-]+[.][a-z-]+$'),
      subject_kind text not null,
      subject_id text not null,
      before_hash text check (before_hash ~ '^[0-9a-f]{64}$'),
      after_hash text check (after_hash ~ '^[0-9a-f]{64}$'),
      detail jsonb not null check (jsonb_typeof(detail) = 'object' and length(detail::text) <= 2000),
      previous text check (previous ~ '^[0-9a-f]{64}$'),
      hash text not null check (hash ~ '^[0-9a-f]{64}$'),
      primary key (office, sequence),
      check ((sequence = 1) = (previous is null))
    )`.execute(db);

  await sql`
    create function refuse_change_of_audit() returns trigger language plpgsql as $$
    begin
      raise exception 'The audit is only ever added to: % of % is refused.', lower(tg_op), tg_table_name
        using errcode = 'restrict_violation', table = tg_table_name;
    end
    $$`.execute(db);

  await sql`
    create trigger audit_event_never_changes
      before update or delete or truncate on audit_event
      for each statement execute function refuse_change_of_audit()`.execute(db);

  await sql`
    create table audit_head (
      office text primary key,
      sequence bigint not null,
      hash text not null,
      foreign key (office, sequence) references audit_event (office, sequence)
    )`.execute(db);

  await sql`
    create trigger audit_head_stays
      before delete or truncate on audit_head
      for each statement execute function refuse_change_of_audit()`.execute(db);

  await sql`
    create trigger audit_head_moves_one_forward
      before update on audit_head
      for each row when (new.office <> old.office or new.sequence <> old.sequence + 1)
      execute function refuse_change_of_audit()`.execute(db);

  await recordWhatWasThere(db);
}

interface Published {
  readonly id: string;
  readonly chain: string;
  readonly hash: string;
  readonly replaced_id: string | null;
  readonly replaced_hash: string | null;
}

/** Every publication has an event; those from before there was an audit get theirs now, and it says so. */
async function recordWhatWasThere(db: Kysely<never>): Promise<void> {
  const { rows } = await sql<Published>`
    select made.id, made.chain, made.hash, replaced.id as replaced_id, replaced.hash as replaced_hash
    from publication made left join publication replaced on replaced.id = made.replaces
    order by made.chain desc, made.sequence`.execute(db);
  const at = new Date().toISOString();
  let previous: string | null = null;
  for (const [index, made] of rows.entries()) {
    // The names in the order of the alphabet and nothing but plain text: this is the canonical form of RFC 8785.
    const content = {
      action: 'publication.recorded',
      actor: 'migration',
      actorKind: 'system',
      afterHash: made.hash,
      at,
      beforeHash: made.replaced_hash,
      detail: { chain: made.chain, ...(made.replaced_id !== null && { replaces: made.replaced_id }) },
      id: randomUUID(),
      office: 'pusat',
      previous,
      sequence: index + 1,
      subjectId: made.id,
      subjectKind: 'publication',
    };
    const hash: string = createHash('sha256').update(JSON.stringify(content)).digest('hex');
    await sql`
      insert into audit_event (office, sequence, id, at, actor_kind, actor, action, subject_kind, subject_id,
        before_hash, after_hash, detail, previous, hash)
      values (${content.office}, ${content.sequence}, ${content.id}, ${at}, ${content.actorKind}, ${content.actor},
        ${content.action}, ${content.subjectKind}, ${content.subjectId}, ${content.beforeHash}, ${content.afterHash},
        ${JSON.stringify(content.detail)}, ${previous}, ${hash})`.execute(db);
    previous = hash;
  }
  if (previous === null) return;
  await sql`insert into audit_head (office, sequence, hash) values ('pusat', ${rows.length}, ${previous})`.execute(db);
}
