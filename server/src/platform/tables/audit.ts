import type { AuditActor, AuditDetail, AuditEvent, AuditOffice } from '@patuh/shared/audit/event';
import type { ColumnType } from 'kysely';

import type { Fixed, Moment } from './column.ts';

/** Who did what, chained. */
export interface AuditTables {
  readonly audit_event: AuditEventTable;
  readonly audit_head: AuditHeadTable;
}

/** No update type: the database refuses to change or remove an event. Written by platform/audit.ts alone. */
export interface AuditEventTable {
  readonly office: Fixed<AuditOffice>;
  readonly sequence: Fixed<number>;
  readonly id: Fixed<string>;
  readonly at: ColumnType<Date, string, never>;
  readonly actor_kind: Fixed<AuditActor['kind']>;
  readonly actor: Fixed<string>;
  readonly action: Fixed<AuditEvent['action']>;
  readonly subject_kind: Fixed<string>;
  readonly subject_id: Fixed<string>;
  readonly before_hash: Fixed<string | null>;
  readonly after_hash: Fixed<string | null>;
  readonly detail: ColumnType<AuditDetail, string, never>;
  readonly previous: Fixed<string | null>;
  readonly hash: Fixed<string>;
}

export interface AuditHeadTable {
  readonly office: Fixed<AuditOffice>;
  readonly sequence: number;
  readonly hash: string;
  /** When that event was. */
  readonly at: Moment;
}
