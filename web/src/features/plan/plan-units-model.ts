import type { PlannedUnit, UnitPlan } from '@patuh/shared/contracts/units';
import type { ProvinceCode } from '@patuh/shared/domain/government';
import type { PeriodId, UnitId } from '@patuh/shared/domain/ids';

/** Whose plan. */
export interface PlanOf {
  readonly periodId: PeriodId;
  readonly province: ProvinceCode;
}

export interface PlanCounts {
  readonly units: number;
  /** Governments with a unit, and those without. */
  readonly governments: number;
  readonly empty: number;
  readonly withoutTeam: number;
  readonly firstTimes: number;
}

export function countsOf({ governments }: Pick<UnitPlan, 'governments'>): PlanCounts {
  const units = governments.flatMap((government) => government.units);
  const filled = governments.filter((government) => government.units.length > 0).length;
  return {
    units: units.length,
    governments: filled,
    empty: governments.length - filled,
    withoutTeam: units.filter(({ team }) => team === null).length,
    firstTimes: units.filter(({ firstTime }) => firstTime).length,
  };
}

/** No team ever had it, so nothing can be lost. */
export function isRemovable({ assessment, team }: PlannedUnit): boolean {
  return assessment === null && team === null;
}

/** The field may still enter something, so the office may say that there will be nothing. */
export function mayBeLeftOut({ assessment }: PlannedUnit): boolean {
  return assessment !== null && ['assigned', 'in-progress', 'returned'].includes(assessment.state);
}

/** What of a choice can be done now: what somebody else did meanwhile falls out of it. */
export function chosenIn(
  { governments }: Pick<UnitPlan, 'governments'>,
  chosen: ReadonlySet<UnitId>,
): { readonly add: readonly UnitId[]; readonly remove: readonly UnitId[] } {
  const ids = (units: readonly { readonly unitId: UnitId }[]): readonly UnitId[] =>
    units.map(({ unitId }) => unitId).filter((id) => chosen.has(id));
  return {
    add: governments.flatMap(({ others }) => ids(others)),
    remove: governments.flatMap(({ units }) => ids(units.filter(isRemovable))),
  };
}
