import type { ProblemCode } from '@patuh/shared/contracts/problems';
import { type Actor, hasRole } from '@patuh/shared/domain/actor';
import type { ProvinceCode } from '@patuh/shared/domain/government';
import { type PeriodKind, readersOf, takesPart } from '@patuh/shared/domain/period';

/** A period as far as it matters whose plan it is. */
export interface PlannedPeriod {
  readonly kind: PeriodKind;
  readonly chain: 'main' | 'demo';
  /** Whose trial it is; null for everybody's. */
  readonly province: ProvinceCode | null;
}

type Asking = Pick<Actor, 'grants'>;

/** Why not look at the teams of a province: its office does, and the national one. Where it takes no part there is no plan. */
export function whyNotRead(
  actor: Asking,
  province: ProvinceCode,
  period: PlannedPeriod | undefined,
): ProblemCode | undefined {
  if (period === undefined || !takesPart(period, province)) return 'not-found';
  return hasRole(actor, readersOf(period.kind), { province }) ? undefined : 'not-found';
}

/** Who visits what, the head of the province decides. */
export function whyNotPlan(
  actor: Asking,
  province: ProvinceCode,
  period: PlannedPeriod | undefined,
): ProblemCode | undefined {
  const reason = whyNotRead(actor, province, period);
  if (reason !== undefined) return reason;
  return hasRole(actor, ['head'], { province }) ? undefined : 'not-permitted';
}
