import type { AssessmentId } from '@patuh/shared/domain/ids';

import type { Fixed, Moment } from './column.ts';

/** What is counted once, so that lists need not. */
export interface SummaryTables {
  readonly assessment_summary: AssessmentSummaryTable;
}

/** How far an assessment is; written with whatever changes it, in the same transaction. */
export interface AssessmentSummaryTable {
  readonly assessment_id: Fixed<AssessmentId>;
  readonly answered: number;
  readonly expected: number;
  /** Users who were interviewed. */
  readonly users: number;
  /** Photos and documents that the answers name, and those of them that are here. */
  readonly files_named: number;
  readonly files_here: number;
  /** Places with more than one value, of which nobody has chosen yet. */
  readonly conflicts: number;
  readonly last_change_at: Moment | null;
  /** Which way of counting it was: what an older one counted is counted anew. */
  readonly counted_by: number;
}
