import type { ProvinceCode } from '@patuh/shared/domain/government';
import type { CalibrationCaseId, PeriodId, PersonId } from '@patuh/shared/domain/ids';
import type { IndicatorId } from '@patuh/shared/domain/instrument';

import type { Fixed, Moment } from './column.ts';

/** How alike people assess, and practice before the season. */
export interface QualityTables {
  readonly quality_seen: {
    readonly period_id: Fixed<PeriodId>;
    readonly person_id: Fixed<PersonId>;
    readonly seen_at: Fixed<Date>;
    readonly remark: string | null;
  };
  readonly calibration_case: {
    readonly id: Fixed<CalibrationCaseId>;
    readonly period_id: Fixed<PeriodId>;
    readonly province_code: Fixed<ProvinceCode>;
    readonly number: Fixed<number>;
    readonly indicator_id: Fixed<IndicatorId>;
    readonly situation: Fixed<string>;
    /** Hash of the photo in the evidence store. */
    readonly photo: Fixed<string | null>;
    /** Areas hidden in it before it was kept; null where nobody was asked yet. */
    readonly photo_areas: Fixed<number | null>;
    readonly level: Fixed<number>;
    readonly reason: Fixed<string>;
    readonly made_by: Fixed<PersonId>;
    readonly made_at: Moment;
  };
  readonly calibration_answer: {
    readonly case_id: Fixed<CalibrationCaseId>;
    readonly person_id: Fixed<PersonId>;
    readonly level: Fixed<number>;
    readonly answered_at: Moment;
  };
}
