import type { SubjectId } from '@patuh/shared/domain/assessment';
import type { AssessmentId, ChangeId, PersonId, PointId } from '@patuh/shared/domain/ids';
import type { IndicatorId } from '@patuh/shared/domain/instrument';
import type { Hundredths } from '@patuh/shared/domain/points';
import type { MergedUnit } from '@patuh/shared/scoring/outcome';
import type { ColumnType } from 'kysely';

import type { Fixed, Moment } from './column.ts';

/** What verifiers ask, decide and accept. */
export interface VerificationTables {
  readonly returned_point: ReturnedPointTable;
  readonly late_change: LateChangeTable;
  readonly section_acceptance: SectionAcceptanceTable;
  readonly verifier_exception: VerifierExceptionTable;
  readonly unit_score: UnitScoreTable;
  readonly verification_duty: VerificationDutyTable;
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
  /** The plan by which it was accepted; null before there were plans. */
  readonly review_sequence: ColumnType<number | null, number | null | undefined, number | null>;
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

/** Who is to verify a unit, and by when; others may all the same. */
export interface VerificationDutyTable {
  readonly assessment_id: Fixed<AssessmentId>;
  readonly person_id: PersonId;
  /** Day as `2026-09-30`; null until the unit is handed in. */
  readonly due_on: string | null;
  readonly assigned_by: PersonId;
  readonly assigned_at: Moment;
}
