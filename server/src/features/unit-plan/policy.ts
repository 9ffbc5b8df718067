import type { ProblemCode } from '@patuh/shared/contracts/problems';
import type { ProvinceCode } from '@patuh/shared/domain/government';
import type { PeriodKind } from '@patuh/shared/domain/period';

export interface PlannedPeriod {
  readonly kind: PeriodKind;
  readonly chain: 'main' | 'demo';
  /** Whose trial it is; null for everybody's. */
  readonly province: ProvinceCode | null;
  /** The result of the province is published. */
  readonly published: boolean;
}

/** What is published without or with a unit changes by a correction only; a comparison is drawn by lot. */
export function whyNotPlan({ kind, published }: PlannedPeriod): ProblemCode | undefined {
  return published || kind === 'comparison' ? 'plan-closed' : undefined;
}
