import type { ProvinceCode } from '@patuh/shared/domain/government';
import type { PeriodId, PersonId, ReleaseId } from '@patuh/shared/domain/ids';
import type { PublicationId } from '@patuh/shared/publication/payload';
import type { ColumnType } from 'kysely';

import type { Fixed, Moment } from './column.ts';

/** What is on its way to the public. */
export interface ReleaseTables {
  readonly release: ReleaseTable;
}

export interface ReleaseTable {
  readonly id: Fixed<ReleaseId>;
  readonly period_id: Fixed<PeriodId>;
  readonly province_code: Fixed<ProvinceCode>;
  readonly state: 'prepared' | 'published' | 'withdrawn';
  readonly decree_number: Fixed<string>;
  readonly decree_date: Fixed<string>;
  readonly replaces: Fixed<PublicationId | null>;
  readonly reason: Fixed<string | null>;
  /** What will be published, but for its id, its moment and its place in the chain. */
  readonly content: ColumnType<unknown, string, never>;
  readonly content_hash: Fixed<string>;
  readonly prepared_by: Fixed<PersonId>;
  readonly prepared_at: Moment;
  readonly decided_by: PersonId | null;
  readonly decided_at: Moment | null;
  readonly publication_id: PublicationId | null;
}
