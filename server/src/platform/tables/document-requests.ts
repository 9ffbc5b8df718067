import type { ColumnType } from 'kysely';
import type { DocumentRequestState } from '@patuh/shared/contracts/document-requests';
import type { SubjectId } from '@patuh/shared/domain/assessment';
import type { FileType } from '@patuh/shared/domain/evidence';
import type { AssessmentId, DocumentRequestId, PersonId } from '@patuh/shared/domain/ids';
import type { IndicatorId } from '@patuh/shared/domain/instrument';

import type { Fixed, Moment } from './column.ts';

/** What the office asked of units after the visit, and what came. */
export interface DocumentRequestTables {
  readonly document_request: DocumentRequestTable;
  readonly document_delivery: DocumentDeliveryTable;
}

export interface DocumentRequestTable {
  readonly id: Fixed<DocumentRequestId>;
  readonly assessment_id: Fixed<AssessmentId>;
  readonly indicator_id: Fixed<IndicatorId>;
  readonly subject_id: Fixed<SubjectId>;
  readonly wanted: Fixed<string>;
  /** Day as `2026-09-30`. */
  readonly due_on: string;
  readonly token_hash: string;
  readonly state: DocumentRequestState;
  readonly requested_by: Fixed<PersonId>;
  readonly requested_at: Moment;
  readonly decided_by: PersonId | null;
  readonly decided_at: Moment | null;
  readonly reason: string | null;
}

export interface DocumentDeliveryTable {
  readonly id: Fixed<string>;
  readonly request_id: Fixed<DocumentRequestId>;
  readonly sha256: Fixed<string>;
  readonly type: Fixed<FileType>;
  readonly size: Fixed<number>;
  readonly name: Fixed<string>;
  readonly begun_at: Fixed<Date>;
  /** Null while it is on its way. */
  readonly received_at: Moment | null;
  readonly purged_at: ColumnType<Date | null, Date | null | undefined, Date | null>;
}
