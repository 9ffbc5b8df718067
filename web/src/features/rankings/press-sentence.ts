import type { PageContext } from '@patuh/shared/contracts/pages';
import type { BandView, Ranking } from '@patuh/shared/contracts/rankings';

import { provinceName } from '../../text/id/places.ts';
import {
  pressAddress,
  pressMark,
  pressIncomplete,
  pressPublication,
  pressTotal,
} from '../../text/id/rankings-press.ts';
import { bandCount, list, roundingRemark, SCOPE_TEXT, zoneCount } from '../../text/id/rankings.ts';
import { shownNote } from '../../text/id/source-notes.ts';
import { formatDate, formatPercent } from '../../ui/number.ts';
import { roundedSum, sourceTitles, zoneShares } from './summary.ts';

/**
 * The sentence a newsroom may copy: counts, the total they are counted over, source, date and address. Percentages stand
 * in it only where the ranking has them, so an incomplete list cannot be quoted with a share.
 */
export function pressSentence(ranking: Ranking, context: PageContext): string {
  const { coverage, counts, publication, year } = ranking;
  const province = provinceName(ranking.province.name);
  const parts = ranking.zoned ? zoneParts(ranking) : bandParts(ranking);
  const sum = ranking.zoned ? roundedSum(ranking) : null;
  return [
    ...(ranking.mark === null ? [] : [pressMark(ranking.mark)]),
    pressTotal({
      province,
      year,
      total: counts.assessed,
      scope: SCOPE_TEXT[coverage.scope],
      parts: list(parts),
      complete: coverage.complete,
    }),
    ...(sum === null ? [] : [roundingRemark(sum)]),
    ...(coverage.complete ? [] : [pressIncomplete(coverage.known, coverage.expected)]),
    pressPublication({
      // An inferred row is our reasoning: it has no publisher to name.
      sources: sourceTitles(ranking.rows.filter(({ status }) => status !== 'inferred')).map(shownNote),
      id: publication?.id ?? null,
      date: publication === null ? null : formatDate(publication.publishedAt),
    }),
    pressAddress(addressOf(ranking, context)),
  ].join(' ');
}

/** A zone nobody is known to be in is left out while the list is incomplete: 0 known is not 0. */
function zoneParts(ranking: Ranking): readonly string[] {
  return zoneShares(ranking)
    .filter(({ count, percent }) => count > 0 || percent !== null)
    .map(({ zone, count, percent }) => zoneCount(zone, count, percent === null ? null : formatPercent(percent)));
}

/** Highest band first; bands that nobody reached are left out. */
function bandParts({
  bands,
  counts,
}: {
  readonly bands: readonly BandView[];
  readonly counts: Ranking['counts'];
}): readonly string[] {
  return bands.flatMap(({ band, opinion }) => {
    const count = counts.byBand[band] ?? 0;
    return count === 0 ? [] : [bandCount(opinion, count)];
  });
}

/** The page itself without filter and order: what is quoted is the whole list. */
function addressOf({ province, year }: Ranking, { publicUrl }: PageContext): string {
  return `${publicUrl?.replace(/\/$/, '') ?? 'Patuh, '}/peringkat/${province.code}/${year}`;
}
