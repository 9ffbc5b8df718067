import type { NationalCounts } from '@patuh/shared/contracts/national';

/** Years side by side, and what keeps them from being compared. */
export interface YearComparison {
  /** Newest first. */
  readonly years: readonly NationalCounts[];
  /** Lower bounds or zones are not the same in all of them. */
  readonly boundsDiffer: boolean;
  readonly methodsDiffer: boolean;
}

/** Undefined where only one year is known. */
export function compareYears(national: NationalCounts, others: readonly NationalCounts[]): YearComparison | undefined {
  if (others.length === 0) return undefined;
  const years = [national, ...others].toSorted((one, other) => other.year - one.year);
  return {
    years,
    boundsDiffer: new Set(years.map(zoneBounds)).size > 1,
    methodsDiffer: new Set(years.map(({ method }) => method.id)).size > 1,
  };
}

/** Lowest score of a zone in that year; null where the year has no such zone. */
export function zoneFrom({ bands }: Pick<NationalCounts, 'bands'>, zone: 'green' | 'yellow'): string | null {
  const inZone = bands.filter((band) => band.zone === zone);
  return inZone.toSorted((one, other) => Number(one.lower) - Number(other.lower))[0]?.lower ?? null;
}

function zoneBounds(year: NationalCounts): string {
  return `${zoneFrom(year, 'green')} ${zoneFrom(year, 'yellow')}`;
}
