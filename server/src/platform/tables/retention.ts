import type { ProvinceCode } from '@patuh/shared/domain/government';
import type { PeriodId, PersonId } from '@patuh/shared/domain/ids';
import type { RetentionKind } from '@patuh/shared/domain/retention';

import type { Fixed } from './column.ts';

/** How long personal data is kept, and what was purged. */
export interface RetentionTables {
  readonly retention: {
    readonly kind: Fixed<RetentionKind>;
    readonly months: number;
    readonly version: number;
    readonly changed_by: PersonId;
    readonly changed_at: Date;
  };
  readonly purge: PurgeTable;
}

/** No update type: the database refuses to change or remove a purge. */
interface PurgeTable {
  readonly id: Fixed<string>;
  readonly kind: Fixed<RetentionKind>;
  readonly period_id: Fixed<PeriodId | null>;
  readonly province_code: Fixed<ProvinceCode | null>;
  readonly entries: Fixed<number>;
  readonly files: Fixed<number>;
  readonly bytes: Fixed<number>;
  readonly digest: Fixed<string>;
  readonly at: Fixed<Date>;
}
