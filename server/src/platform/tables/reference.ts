import type { GovernmentCode, GovernmentKind, ProvinceCode } from '@patuh/shared/domain/government';
import type { Instrument } from '@patuh/shared/domain/instrument';
import type { Payload, PublicationId, PublicationScope } from '@patuh/shared/publication/payload';
import type { ColumnType, JSONColumnType } from 'kysely';

import type { Fixed } from './column.ts';

/** What is public from the start, and what was published. */
export interface ReferenceTables {
  readonly province: ProvinceTable;
  readonly government: GovernmentTable;
  readonly instrument: InstrumentTable;
  readonly publication: PublicationTable;
}

export interface ProvinceTable {
  readonly code: ProvinceCode;
  readonly name: string;
  readonly time_zone: string;
}

export interface GovernmentTable {
  readonly code: GovernmentCode;
  readonly name: string;
  readonly kind: GovernmentKind;
  readonly province_code: ProvinceCode;
  readonly bps_code: string | null;
  /** First year in which it can be assessed; null where it was always there. */
  readonly since_year: ColumnType<number | null, number | null | undefined, number | null>;
}

export interface InstrumentTable {
  readonly id: string;
  readonly version: number;
  readonly content_hash: string;
  readonly content: JSONColumnType<Instrument>;
  readonly status: Instrument['status'];
}

/** No update type: the database refuses to change or remove a publication. */
export interface PublicationTable {
  readonly id: Fixed<PublicationId>;
  readonly chain: Fixed<Payload['chain']>;
  readonly sequence: Fixed<number>;
  readonly scope_kind: Fixed<PublicationScope['kind']>;
  readonly scope_code: Fixed<string>;
  readonly year: Fixed<number>;
  readonly publication_kind: Fixed<Payload['publicationKind']>;
  readonly title: Fixed<string>;
  readonly hash: Fixed<string>;
  readonly previous: Fixed<string | null>;
  readonly replaces: Fixed<PublicationId | null>;
  readonly key_id: Fixed<string>;
  readonly published_at: ColumnType<Date, Date | string, never>;
  readonly bytes: Fixed<string>;
}
