import type { GovernmentMatch } from '@patuh/shared/contracts/governments';
import type { Ranking, RankingRow } from '@patuh/shared/contracts/rankings';

/** The first rows by certain rank, shared ranks included: at most `count`, none while the list is incomplete. */
export function topRows(ranking: Pick<Ranking, 'rows' | 'coverage'>, count: number): readonly RankingRow[] {
  if (!ranking.coverage.complete) return [];
  return ranking.rows
    .filter((row) => row.rank !== null && row.rank <= count)
    .toSorted(
      (one, other) =>
        (one.rank ?? 0) - (other.rank ?? 0) || one.government.name.localeCompare(other.government.name, 'id'),
    );
}

/** The government's newest known result, or the page that says that none is known. */
export function matchAddress({ code, latestYear }: Pick<GovernmentMatch, 'code' | 'latestYear'>): string {
  return latestYear === null ? `/pemda/${code}` : `/pemda/${code}/${latestYear}`;
}
