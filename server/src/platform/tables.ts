import type { AuditActor, AuditDetail, AuditEvent, AuditOffice } from '@patuh/shared/audit/event';
import type { CustodyLock } from '@patuh/shared/contracts/field-files';
import type { Role, Scope } from '@patuh/shared/domain/actor';
import type { AssessmentState, NotAssessedReason, SubjectId } from '@patuh/shared/domain/assessment';
import type { Field, FieldValue } from '@patuh/shared/domain/change';
import type { GovernmentCode, GovernmentKind, ProvinceCode } from '@patuh/shared/domain/government';
import type {
  AssessmentId,
  ChangeId,
  DeviceId,
  FieldFileId,
  PeriodId,
  PersonId,
  PointId,
  PushId,
  ReleaseId,
  SessionId,
  TeamId,
  UnitId,
} from '@patuh/shared/domain/ids';
import type { IndicatorId, Instrument, UnitKind } from '@patuh/shared/domain/instrument';
import type { Hundredths } from '@patuh/shared/domain/points';
import type { Payload, PublicationId, PublicationScope } from '@patuh/shared/publication/payload';
import type { MergedUnit } from '@patuh/shared/scoring/outcome';
import type { ColumnType, Generated, JSONColumnType } from 'kysely';

/** The tables as Kysely sees them. What each column means stands in docs/data-model.md; a test compares both. */
export interface Database {
  readonly province: ProvinceTable;
  readonly government: GovernmentTable;
  readonly instrument: InstrumentTable;
  readonly publication: PublicationTable;
  readonly audit_event: AuditEventTable;
  readonly audit_head: AuditHeadTable;
  readonly person: PersonTable;
  readonly person_grant: PersonGrantTable;
  readonly recovery_code: RecoveryCodeTable;
  readonly sign_in_link: SignInLinkTable;
  readonly device_session: DeviceSessionTable;
  readonly sign_in_throttle: SignInThrottleTable;
  readonly unit: UnitTable;
  readonly period: PeriodTable;
  readonly team: TeamTable;
  readonly team_member: TeamMemberTable;
  readonly period_unit: PeriodUnitTable;
  readonly assessment: AssessmentTable;
  readonly answer_change: AnswerChangeTable;
  readonly answer: AnswerTable;
  readonly device_cursor: DeviceCursorTable;
  readonly quarantined_change: QuarantinedChangeTable;
  readonly quarantined_entry: QuarantinedEntryTable;
  readonly returned_point: ReturnedPointTable;
  readonly late_change: LateChangeTable;
  readonly section_acceptance: SectionAcceptanceTable;
  readonly verifier_exception: VerifierExceptionTable;
  readonly unit_score: UnitScoreTable;
  readonly release: ReleaseTable;
  readonly maintenance: MaintenanceTable;
  readonly signing_key_change: SigningKeyChangeTable;
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
  /** When that event was. */
  readonly at: Moment;
}

export interface PersonTable {
  readonly id: Fixed<PersonId>;
  readonly email: string;
  readonly name: string;
  readonly password_hash: string | null;
  readonly totp_secret: string | null;
  readonly totp_pending: string | null;
  readonly totp_confirmed_at: Moment | null;
  readonly totp_last_step: number | null;
  readonly demo: Generated<boolean>;
  readonly disabled_at: Moment | null;
  readonly created_at: Moment;
}

export interface PersonGrantTable {
  readonly person_id: PersonId;
  readonly role: Role;
  readonly scope_kind: Scope['kind'];
  /** Code of the province or government, id of the unit, or `nasional`. */
  readonly scope_code: string;
  readonly granted_at: Moment;
}

export interface RecoveryCodeTable {
  readonly person_id: PersonId;
  readonly code_hash: string;
  readonly used_at: Moment | null;
}

export interface SignInLinkTable {
  readonly token_hash: string;
  readonly person_id: PersonId;
  readonly purpose: 'welcome' | 'reset';
  readonly created_at: Moment;
  readonly expires_at: Moment;
  readonly used_at: Moment | null;
}

export interface DeviceSessionTable {
  readonly id: Fixed<SessionId>;
  readonly person_id: Fixed<PersonId>;
  readonly device_name: string;
  readonly generation: number;
  readonly created_at: Moment;
  readonly last_seen_at: Moment;
  readonly expires_at: Moment;
  readonly revoked_at: Moment | null;
}

export interface SignInThrottleTable {
  readonly key_hash: string;
  readonly failures: number;
  readonly last_failure_at: Moment;
  readonly blocked_until: Moment | null;
}

export interface UnitTable {
  readonly id: Fixed<UnitId>;
  readonly government_code: GovernmentCode;
  readonly kind: UnitKind;
  readonly name: string;
  readonly address: string | null;
  readonly created_at: Moment;
  readonly closed_at: Moment | null;
}

export interface PeriodTable {
  readonly id: Fixed<PeriodId>;
  readonly chain: Fixed<Payload['chain']>;
  readonly year: Fixed<number>;
  readonly name: string;
  readonly instrument_id: Fixed<string>;
  readonly instrument_version: Fixed<number>;
  readonly score_before_submission: Generated<boolean>;
  readonly clarification_until: Moment | null;
  readonly created_at: Moment;
}

export interface TeamTable {
  readonly id: Fixed<TeamId>;
  readonly period_id: Fixed<PeriodId>;
  readonly province_code: Fixed<ProvinceCode>;
  readonly name: string;
}

export interface TeamMemberTable {
  readonly team_id: TeamId;
  readonly person_id: PersonId;
  readonly role: 'assessor' | 'enumerator';
}

export interface PeriodUnitTable {
  readonly period_id: Fixed<PeriodId>;
  readonly unit_id: Fixed<UnitId>;
  readonly team_id: TeamId;
  readonly first_time: boolean;
}

export interface AssessmentTable {
  readonly id: Fixed<AssessmentId>;
  readonly period_id: Fixed<PeriodId>;
  readonly unit_id: Fixed<UnitId>;
  readonly version: Generated<number>;
  /** `final` is not stored: it is what `verified` becomes when the clarification window is over. */
  readonly state: Exclude<AssessmentState, 'final'>;
  readonly submitted_at: Moment | null;
  readonly submitted_by: PersonId | null;
  readonly verified_at: Moment | null;
  readonly not_assessed_reason: NotAssessedReason | null;
  readonly not_assessed_note: string | null;
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

export interface ReturnedPointTable {
  readonly id: Fixed<PointId>;
  readonly assessment_id: Fixed<AssessmentId>;
  readonly indicator_id: Fixed<IndicatorId>;
  readonly subject_id: Fixed<SubjectId | null>;
  readonly reason: Fixed<string>;
  readonly returned_by: Fixed<PersonId>;
  readonly returned_at: Moment;
  readonly state: 'open' | 'answered' | 'settled';
  readonly settled_by: PersonId | null;
  readonly settled_at: Moment | null;
}

export interface LateChangeTable {
  readonly change_id: Fixed<ChangeId>;
  readonly assessment_id: Fixed<AssessmentId>;
  readonly received_at: Moment;
  readonly decision: 'waiting' | 'taken-in' | 'left-out' | 'after-publication';
  readonly reason: string | null;
  readonly decided_by: PersonId | null;
  readonly decided_at: Moment | null;
}

export interface SectionAcceptanceTable {
  readonly assessment_id: Fixed<AssessmentId>;
  readonly section_id: Fixed<string>;
  /** Of the answers that were accepted: as soon as one of them changes, the acceptance holds no longer. */
  readonly answers_hash: string;
  readonly accepted_by: PersonId;
  readonly accepted_at: Moment;
}

export interface VerifierExceptionTable {
  readonly assessment_id: Fixed<AssessmentId>;
  readonly person_id: Fixed<PersonId>;
  readonly decided_by: PersonId;
  readonly reason: string;
  readonly decided_at: Moment;
}

/** No update type: a score that was computed stays; accepting again adds the next. */
export interface UnitScoreTable {
  readonly assessment_id: Fixed<AssessmentId>;
  readonly sequence: Fixed<number>;
  /** In hundredths of a point. */
  readonly score: Fixed<Hundredths>;
  readonly merged: ColumnType<MergedUnit, string, never>;
  readonly answers_hash: Fixed<string>;
  readonly instrument_id: Fixed<string>;
  readonly instrument_version: Fixed<number>;
  readonly instrument_hash: Fixed<string>;
  /** Version of the scoring rules in code. */
  readonly rules: Fixed<string>;
  readonly accepted_by: Fixed<PersonId>;
  readonly accepted_at: ColumnType<Date, Date | string, never>;
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

/** Backups made of this installation, and whether it came out of one. */
export interface MaintenanceTable {
  readonly id: Fixed<string>;
  readonly kind: Fixed<'backup' | 'restore'>;
  readonly automatic: Fixed<boolean>;
  readonly at: Moment;
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

type Moment = ColumnType<Date, Date | string, Date | string>;
type Fixed<T> = ColumnType<T, T, never>;
