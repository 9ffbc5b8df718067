import { sql } from 'kysely';

import type { Reader } from '@patuh/server/platform/database';

export interface DatabaseState {
  readonly postgres: string;
  readonly clock: Date;
  /** Name of the newest migration that was applied. */
  readonly schema: string;
  readonly lastAuditEvent: Date | null;
}

export async function databaseState(db: Reader): Promise<DatabaseState> {
  const { rows } = await sql<DatabaseState>`
    select current_setting('server_version') as postgres, clock_timestamp() as clock,
      coalesce((select max(name) from schema_migration), '') as schema,
      (select max(event.at) from audit_head head
        join audit_event event on event.office = head.office and event.sequence = head.sequence) as "lastAuditEvent"`.execute(
    db,
  );
  const [row] = rows;
  if (row === undefined) throw new Error('The database says nothing about itself.');
  return row;
}

export interface Maintained {
  readonly kind: 'backup' | 'restore';
  readonly automatic: boolean;
  readonly at: Date;
}

/** The newest of each kind: backups by hand, backups before a migration, restores. */
export async function lastMaintenance(db: Reader): Promise<readonly Maintained[]> {
  return await db
    .selectFrom('maintenance')
    .distinctOn(['kind', 'automatic'])
    .select(['kind', 'automatic', 'at'])
    .orderBy('kind')
    .orderBy('automatic')
    .orderBy('at', 'desc')
    .execute();
}

export interface Waiting {
  readonly lateChanges: number;
  readonly oldestLate: Date | null;
  readonly quarantined: number;
}

export async function waiting(db: Reader): Promise<Waiting> {
  const late = await db
    .selectFrom('late_change')
    .innerJoin('assessment', 'assessment.id', 'late_change.assessment_id')
    .select(({ fn }) => [fn.countAll<number>().as('changes'), fn.min('received_at').as('oldest')])
    .where('decision', '=', 'waiting')
    // There it waits for whoever opens the unit, perhaps for good, and nobody is asked to decide.
    .where('assessment.state', '<>', 'not-assessed')
    .executeTakeFirstOrThrow();
  const quarantined = await db
    .selectFrom('quarantined_change')
    .select(({ fn }) => fn.countAll<number>().as('changes'))
    .executeTakeFirstOrThrow();
  return { lateChanges: late.changes, oldestLate: late.oldest, quarantined: quarantined.changes };
}
