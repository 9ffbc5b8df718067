import type { CustodyLock } from '@patuh/shared/contracts/field-files';
import type { AssessmentState, NotAssessedReason, SubjectId } from '@patuh/shared/domain/assessment';
import type { Field, FieldValue } from '@patuh/shared/domain/change';
import type {
  AssessmentId,
  ChangeId,
  DeviceId,
  FieldFileId,
  PeriodId,
  PersonId,
  PushId,
  UnitId,
} from '@patuh/shared/domain/ids';
import type { ColumnType, Generated } from 'kysely';

import type { Fixed, Moment } from './column.ts';

/** What was entered in the field, and what the server could not take. */
export interface AssessmentTables {
  readonly assessment: AssessmentTable;
  readonly answer_change: AnswerChangeTable;
  readonly answer: AnswerTable;
  readonly device_cursor: DeviceCursorTable;
  readonly quarantined_change: QuarantinedChangeTable;
  readonly quarantined_entry: QuarantinedEntryTable;
}

export interface AssessmentTable {
  readonly id: Fixed<AssessmentId>;
  readonly period_id: Fixed<PeriodId>;
  readonly unit_id: Fixed<UnitId>;
  readonly version: Generated<number>;
  /** Between these two versions nothing but files arrived. */
  readonly files_since: number | null;
  readonly files_until: number | null;
  /** `final` is not stored: it is what `verified` becomes when the clarification window is over. */
  readonly state: Exclude<AssessmentState, 'final'>;
  readonly submitted_at: Moment | null;
  readonly submitted_by: PersonId | null;
  readonly verified_at: Moment | null;
  readonly not_assessed_reason: NotAssessedReason | null;
  readonly not_assessed_note: string | null;
  /** From whom the office knows it; for the office alone. */
  readonly not_assessed_source: string | null;
  readonly not_assessed_by: PersonId | null;
  readonly not_assessed_at: Moment | null;
}

/** No update type: the database refuses to change or remove what was entered. */
export interface AnswerChangeTable {
  readonly id: Fixed<ChangeId>;
  readonly period_id: Fixed<PeriodId>;
  readonly assessment_id: Fixed<AssessmentId>;
  /** Empty where the field belongs to a subject. */
  readonly indicator_id: Fixed<string>;
  readonly subject_id: Fixed<SubjectId>;
  readonly field: Fixed<Field>;
  readonly value: ColumnType<FieldValue['value'], string, never>;
  readonly base: Fixed<ChangeId[]>;
  readonly seq: Fixed<number>;
  readonly device_id: Fixed<DeviceId>;
  readonly person_id: Fixed<PersonId>;
  readonly made_at: ColumnType<Date, Date | string, never>;
  readonly received_at: ColumnType<Date, Date | string, never>;
  readonly push_id: Fixed<PushId>;
  readonly placement: Fixed<'applied' | 'conflict' | 'history' | 'late'>;
}

export interface AnswerTable {
  readonly assessment_id: Fixed<AssessmentId>;
  readonly indicator_id: Fixed<string>;
  readonly subject_id: Fixed<SubjectId>;
  readonly field: Fixed<Field>;
  readonly value: ColumnType<FieldValue['value'], string, string>;
  /** Whose value is current. */
  readonly change_id: ChangeId;
  /** Changes that nothing has replaced; more than one while a conflict waits for a person. */
  readonly heads: ChangeId[];
  readonly person_id: PersonId;
  readonly at: Moment;
  /** Version of the assessment that brought it. */
  readonly version: number;
}

export interface DeviceCursorTable {
  readonly person_id: Fixed<PersonId>;
  readonly device_id: Fixed<DeviceId>;
  readonly last_seq: number;
  readonly last_seen_at: Moment;
  /** What the device calls itself; null until it asked for something. */
  readonly name: string | null;
  /** Changes it had not sent when it last asked. */
  readonly waiting: number | null;
  /** When the oldest of what it had not sent was made, by the clock of the device. */
  readonly oldest_waiting_at: ColumnType<Date | null, Date | null | undefined, Date | null>;
  /** Photos and documents it had not sent. */
  readonly files_waiting: ColumnType<number | null, number | null | undefined, number | null>;
  readonly exchanged_at: Moment | null;
  /** Under which the same store numbers since; null for what it is now. */
  readonly replaced_by: DeviceId | null;
}

export interface QuarantinedChangeTable {
  readonly person_id: PersonId;
  readonly id: ChangeId;
  readonly content: ColumnType<unknown, string, never>;
  readonly reason: string;
  readonly received_at: Moment;
}

export interface QuarantinedEntryTable {
  readonly author_id: Fixed<PersonId>;
  readonly hash: Fixed<string>;
  readonly file_id: Fixed<FieldFileId>;
  readonly device_id: Fixed<DeviceId>;
  readonly seq: Fixed<number>;
  readonly sealed: Fixed<string>;
  readonly office_lock: ColumnType<CustodyLock, string, never>;
  readonly reason: Fixed<'broken-seal' | 'wrong-shape' | 'wrong-proof'>;
  readonly brought_by: Fixed<PersonId>;
  readonly received_at: Moment;
}
