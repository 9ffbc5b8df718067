import type { SubjectId } from '@patuh/shared/domain/assessment';
import type { AssessmentId, PersonId } from '@patuh/shared/domain/ids';
import type { IndicatorId } from '@patuh/shared/domain/instrument';
import type { Hundredths } from '@patuh/shared/domain/points';
import type { PlannedPlace } from '@patuh/shared/review/plan';
import type { ColumnType } from 'kysely';

import type { Fixed, Moment } from './column.ts';

/** What verifiers have to look at, what they accepted answer by answer, and what helps them to see. */
export interface ReviewTables {
  readonly review_plan: ReviewPlanTable;
  readonly place_acceptance: PlaceAcceptanceTable;
  readonly interview_print: InterviewPrintTable;
  readonly unit_levels: UnitLevelsTable;
}

/** No update type: what was to be looked at stays written down; another plan is the next row. */
export interface ReviewPlanTable {
  readonly assessment_id: Fixed<AssessmentId>;
  /** From 1. */
  readonly sequence: Fixed<number>;
  readonly rule: Fixed<string>;
  readonly seed: Fixed<string>;
  readonly sample_percent: Fixed<number>;
  readonly edge_points: Fixed<number>;
  readonly jump_levels: Fixed<number>;
  /** Of the answers it was made from. */
  readonly answers_hash: Fixed<string>;
  readonly score: Fixed<Hundredths | null>;
  /** What the unit weighs in a government that counts products. */
  readonly products: Fixed<number | null>;
  readonly government_score: Fixed<Hundredths | null>;
  readonly at_edge: Fixed<boolean>;
  readonly answered: Fixed<number>;
  readonly required: Fixed<number>;
  readonly places: ColumnType<readonly PlannedPlace[], string, never>;
  readonly made_at: Moment;
}

export interface PlaceAcceptanceTable {
  readonly assessment_id: Fixed<AssessmentId>;
  readonly indicator_id: Fixed<IndicatorId>;
  readonly subject_id: Fixed<SubjectId>;
  /** Of the answer and all that is accepted with it: as soon as one of them changes, the acceptance holds no longer. */
  readonly value_hash: string;
  readonly accepted_by: PersonId;
  readonly accepted_at: Moment;
}

export interface InterviewPrintTable {
  readonly assessment_id: Fixed<AssessmentId>;
  readonly subject_id: Fixed<SubjectId>;
  /** Who entered it. */
  readonly person_id: Fixed<PersonId>;
  /** Of the answers and the profile; the same where both are. */
  readonly print: Fixed<string>;
}

/** Of units that were handed in. */
export interface UnitLevelsTable {
  readonly assessment_id: Fixed<AssessmentId>;
  /** By indicator and level, how often it was given. */
  readonly levels: ColumnType<Readonly<Record<string, Readonly<Record<string, number>>>>, string, string>;
}
