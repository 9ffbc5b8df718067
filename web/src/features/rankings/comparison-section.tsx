import type { Ranking, ThresholdComparison } from '@patuh/shared/contracts/rankings';
import type { ReactElement } from 'react';

import {
  byOldBands,
  changesWithSameBands,
  comparisonTitle,
  methodBreak,
  moved,
  movedScope,
  movedTitle,
  noZonesToCompare,
  otherIndicators,
  sameBands,
  sameMethod,
  zoneChanges,
} from '../../text/id/rankings-comparison.ts';
import { movedByBands, yearsCompared, yearsWithOtherIndicators } from './summary.ts';

/** What changed since the earlier known year, and how much of it is moved thresholds. */
export function ComparisonSection({ ranking }: { readonly ranking: Ranking }): ReactElement | null {
  const { comparison, year, method } = ranking;
  if (comparison === null) return null;
  const indicatorsChanged = yearsWithOtherIndicators(ranking.rows);
  return (
    <section className="section" aria-labelledby="perbandingan">
      <h2 id="perbandingan">{comparisonTitle(yearsCompared(ranking.rows, comparison.year))}</h2>
      <p>
        {comparison.sameMethod
          ? sameMethod(comparison.year, year)
          : methodBreak(comparison.year, comparison.methodName, year, method.name)}
      </p>
      {indicatorsChanged.length === 0 ? null : <p>{otherIndicators(indicatorsChanged, year)}</p>}
      {ranking.zoned ? <Thresholds ranking={ranking} comparison={comparison} /> : <p>{noZonesToCompare}</p>}
    </section>
  );
}

interface ThresholdsProps {
  readonly ranking: Ranking;
  readonly comparison: ThresholdComparison;
}

function Thresholds({ ranking, comparison }: ThresholdsProps): ReactElement {
  const movers = movedByBands(ranking.rows);
  return (
    <>
      <p>
        {comparison.sameBands
          ? sameBands(comparison.year, ranking.year)
          : byOldBands(comparison.year, comparison.counts)}
      </p>
      <p>
        <strong>{changeSentence(comparison)}</strong>
      </p>
      {movers.length === 0 ? null : (
        <>
          <h3>{movedTitle}</h3>
          <p className="small soft">{movedScope}</p>
          <ul>
            {movers.map(({ name, zone, zoneUnderOldBands, year }) => (
              <li key={name}>{moved(name, zone, zoneUnderOldBands, year)}</li>
            ))}
          </ul>
        </>
      )}
    </>
  );
}

/** Same bands settle it only where no government's own earlier year had others. */
function changeSentence(comparison: ThresholdComparison): string {
  const settled = comparison.sameBands && comparison.explainedByBands === 0 && comparison.undecidable === 0;
  return settled ? changesWithSameBands(comparison.zoneChanges) : zoneChanges(comparison);
}
