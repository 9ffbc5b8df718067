import type { AuditActor, AuditDetail, AuditEvent, AuditOffice } from '@patuh/shared/audit/event';
import type { GovernmentCode, GovernmentKind, ProvinceCode } from '@patuh/shared/domain/government';
import type { Instrument } from '@patuh/shared/domain/instrument';
import type { Payload, PublicationId, PublicationScope } from '@patuh/shared/publication/payload';
import type { ColumnType, JSONColumnType } from 'kysely';

/** The tables as Kysely sees them. What each column means stands in docs/data-model.md; a test compares both. */
export interface Database {
  readonly province: ProvinceTable;
  readonly government: GovernmentTable;
  readonly instrument: InstrumentTable;
  readonly publication: PublicationTable;
  readonly audit_event: AuditEventTable;
  readonly audit_head: AuditHeadTable;
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
}

type Fixed<T> = ColumnType<T, T, never>;
