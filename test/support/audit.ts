import { appendAudit } from '@patuh/server/platform/audit';
import { inTransaction, type Pooled } from '@patuh/server/platform/database';
import { type RawBuilder, sql } from 'kysely';

import { anEntry } from './audit-events.ts';

export async function append(
  db: Pooled,
  overrides: Readonly<Record<string, unknown>> = {},
  now = (): Date => new Date(),
): Promise<void> {
  await inTransaction(db, (trx) => appendAudit(trx, anEntry(overrides), now));
}

/** What a superuser can do: the triggers that protect the audit do not fire as replica. */
export async function tamper(db: Pooled, ...statements: readonly RawBuilder<unknown>[]): Promise<void> {
  await db.transaction().execute(async (trx) => {
    await sql`set local session_replication_role = replica`.execute(trx);
    for (const statement of statements) await statement.execute(trx);
  });
}
