import { sql } from 'kysely';

import type { AuditHead } from '@patuh/shared/audit/chain';
import type { AuditEvent, AuditOffice } from '@patuh/shared/audit/event';

import type { Reader } from '@patuh/server/platform/database';

/** Whether the migration of the audit was applied; whoever only looks does not migrate. */
export async function hasAudit(db: Reader): Promise<boolean> {
  const { rows } = await sql<{ found: boolean }>`select to_regclass('audit_event') is not null as found`.execute(db);
  return rows[0]?.found === true;
}

/** Every office that has a head or an event: somebody may have removed the one and not the other. */
export async function auditOffices(db: Reader): Promise<readonly AuditOffice[]> {
  const rows = await db
    .selectFrom('audit_event')
    .select('office')
    .union(db.selectFrom('audit_head').select('office'))
    .orderBy('office')
    .execute();
  return rows.map(({ office }) => office);
}

export async function auditHead(db: Reader, office: AuditOffice): Promise<AuditHead | null> {
  const head = await db
    .selectFrom('audit_head')
    .select(['sequence', 'hash'])
    .where('office', '=', office)
    .executeTakeFirst();
  return head ?? null;
}

/** The next events of an office after a place in its chain, in order, at most `limit`. */
export function auditEventsAfter(
  db: Reader,
  office: AuditOffice,
  sequence: number,
  limit: number,
): Promise<AuditEvent[]> {
  return db
    .selectFrom('audit_event')
    .select([
      'office',
      'sequence',
      'id',
      // As text, because a moment that a Date cannot hold is to be reported and not thrown.
      sql<string>`to_char(at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`.as('at'),
      'actor_kind as actorKind',
      'actor',
      'action',
      'subject_kind as subjectKind',
      'subject_id as subjectId',
      'before_hash as beforeHash',
      'after_hash as afterHash',
      'detail',
      'previous',
      'hash',
    ])
    .where('office', '=', office)
    .where('sequence', '>', sequence)
    .orderBy('sequence')
    .limit(limit)
    .execute();
}

export interface StoredText {
  readonly id: string;
  readonly hash: string;
  readonly replaces: string | null;
  readonly bytes: string;
}

/** All publications, those of the demo too, in the order of their chains. */
export function publicationTexts(db: Reader): Promise<StoredText[]> {
  return db
    .selectFrom('publication')
    .select(['id', 'hash', 'replaces', 'bytes'])
    .orderBy('chain')
    .orderBy('sequence')
    .execute();
}
