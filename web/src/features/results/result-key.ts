import { GovernmentCode } from '@patuh/shared/domain/government';
import { AssessmentId, PeriodId } from '@patuh/shared/domain/ids';

interface Where {
  readonly periodId: string;
  readonly government: string;
}

/**
 * What stands in the address as the contracts name it. What cannot be one is asked for as a thing that does not exist:
 * the answer is the same.
 */
export function keyOf({ periodId, government }: Where) {
  return {
    periodId: PeriodId.safeParse(periodId).data ?? PeriodId.parse(NOWHERE),
    government: GovernmentCode.safeParse(government).data ?? GovernmentCode.parse('00'),
  };
}

export function unitKeyOf({ assessmentId, ...where }: Where & { readonly assessmentId: string }) {
  return {
    ...keyOf(where),
    assessmentId: AssessmentId.safeParse(assessmentId).data ?? AssessmentId.parse(NOWHERE),
  };
}

const NOWHERE = '00000000-0000-4000-8000-000000000000';
