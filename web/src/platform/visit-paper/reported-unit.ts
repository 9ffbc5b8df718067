import type { AssessmentView } from '@patuh/shared/contracts/assessments';
import type { ReportedUnit } from '@patuh/shared/sync/visit-report';

/** How the paper names a unit, on the phone and in the office. */
export function reportedUnit({ unit, period }: Pick<AssessmentView, 'unit' | 'period'>): ReportedUnit {
  return {
    name: unit.name,
    kindName: unit.kindName,
    government: unit.government.name,
    province: unit.province.name,
    address: unit.address,
    period: period.name,
  };
}
