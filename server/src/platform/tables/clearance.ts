import type { Area } from '@patuh/shared/domain/clearance';
import type { AssessmentId, ClearanceId, PersonId } from '@patuh/shared/domain/ids';
import type { ColumnType } from 'kysely';

import type { Fixed } from './column.ts';

/** What of which photo may be seen outside; only added to. */
export interface ClearanceTables {
  readonly photo_clearance: {
    readonly id: Fixed<ClearanceId>;
    readonly assessment_id: Fixed<AssessmentId>;
    readonly sha256: Fixed<string>;
    readonly number: Fixed<number>;
    /** Null: nobody outside sees the photo. */
    readonly areas: ColumnType<readonly Area[] | null, string | null, never>;
    readonly person_id: Fixed<PersonId>;
    readonly cleared_at: Fixed<Date>;
  };
}
