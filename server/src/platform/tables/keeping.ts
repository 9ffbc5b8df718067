import type { Payload } from '@patuh/shared/publication/payload';
import type { ColumnType } from 'kysely';

import type { Fixed, Moment } from './column.ts';

/** What this installation knows of its own keys and backups. */
export interface KeepingTables {
  readonly signing_key_change: SigningKeyChangeTable;
  readonly maintenance: MaintenanceTable;
}

/** No update type: the database refuses to change or remove a handing over. */
export interface SigningKeyChangeTable {
  readonly chain: Fixed<Payload['chain']>;
  readonly sequence: Fixed<number>;
  readonly key_id: Fixed<string>;
  readonly previous_key_id: Fixed<string>;
  readonly after: Fixed<string | null>;
  readonly at: ColumnType<Date, Date | string, never>;
  readonly signature: Fixed<string>;
}

/** Backups made of this installation, and whether it came out of one. */
export interface MaintenanceTable {
  readonly id: Fixed<string>;
  readonly kind: Fixed<'backup' | 'restore'>;
  readonly automatic: Fixed<boolean>;
  readonly at: Moment;
}
