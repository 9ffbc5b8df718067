import { randomUUID } from 'node:crypto';

import { sql } from 'kysely';

import { appendAudit } from './audit.ts';
import { inTransaction, type Pooled, type Reader, type Writer } from './database.ts';

export interface Maintained {
  readonly kind: 'backup' | 'restore';
  /** Made by the server itself before a migration, not by a person. */
  readonly automatic: boolean;
  readonly at: Date;
}

/**
 * Notes that this installation was backed up, or came out of a backup; called when that is complete. A copy of
 * everything is worth an event of its own. A database from before there was a place for it is left as it is.
 */
export async function recordMaintenance(db: Pooled, maintained: Maintained, now: () => Date): Promise<void> {
  if (!(await hasPlace(db))) return;
  await inTransaction(db, (trx) => noteMaintenance(trx, maintained, now));
}

/** The same as the last thing in a transaction of the caller, on a schema that is up to date. */
export async function noteMaintenance(trx: Writer, maintained: Maintained, now: () => Date): Promise<void> {
  const id = randomUUID();
  const { kind, automatic, at } = maintained;
  await trx.insertInto('maintenance').values({ id, kind, automatic, at }).execute();
  await appendAudit(
    trx,
    {
      office: 'pusat',
      actor: automatic ? { kind: 'system', id: 'update' } : { kind: 'command', id: kind },
      action: kind === 'backup' ? 'backup.made' : 'backup.restored',
      subject: { kind: 'maintenance', id },
      beforeHash: null,
      afterHash: null,
      detail: {},
    },
    now,
  );
}

async function hasPlace(db: Reader): Promise<boolean> {
  const { rows } = await sql<{ found: boolean }>`
    select to_regclass('maintenance') is not null and to_regclass('audit_event') is not null as found`.execute(db);
  return rows[0]?.found === true;
}
