import type { GovernmentResult, UnitResult } from '@patuh/shared/contracts/results';
import { formatPoints } from '@patuh/shared/domain/points';
import { bandTableFor } from '@patuh/shared/scoring/zones';

/** The bands by which a unit is judged: those of its government’s kind in that year. */
export function bandsOf({
  instrument,
  government,
}: Pick<UnitResult, 'instrument' | 'government'>): GovernmentResult['bands'] {
  const bands = bandTableFor(instrument, government.kind)?.bands ?? [];
  return bands.map(({ lower, ...band }) => ({ ...band, lower: formatPoints(lower) }));
}
