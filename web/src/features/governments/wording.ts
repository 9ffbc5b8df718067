import type { GovernmentResult } from '@patuh/shared/contracts/governments';
import { assertNever } from '@patuh/shared/domain/assert-never';

import { governmentsText as text } from '../../text/id/governments.ts';
import { zonePhrase } from '../../text/id/zones.ts';
import { formatScore } from '../../ui/number.ts';
import { type RankView, rankView } from './rank.ts';

/** "20 dari 22 (menurut sumber)"; why it is so stands beside it. */
export function rankWords(view: RankView): { readonly value: string; readonly why: string | null } {
  switch (view.kind) {
    case 'ranked':
      return { value: text.rankOf(view.rank, view.of), why: null };
    case 'published':
      return { value: text.rankOf(view.rank, view.of), why: text.rankPublishedWhy };
    case 'range':
      return { value: text.rankRange(view.best, view.worst, view.of), why: text.rankRangeWhy };
    case 'apart':
      return { value: text.rankApart, why: text.rankApartWhy };
    case 'unknown':
      return {
        value: text.unknown,
        why: view.why === 'no-score' ? text.rankUnknownNoScore : text.rankUnknownIncomplete,
      };
    default:
      return assertNever(view);
  }
}

/** "nilai 51,43, kategori D (Kualitas Rendah), zona merah, peringkat 20 dari 22": only what is known. */
export function resultSentence(known: GovernmentResult): string {
  const { score, band, opinion, zone, nationalRank, government } = known.result;
  const rank = rankView(known);
  const parts = [
    score === null ? text.sentenceScoreUnknown : text.sentenceScore(formatScore(score)),
    ...(band === null ? [] : [text.sentenceBand(band, opinion)]),
    ...(zone === null ? [] : [zonePhrase(zone)]),
    ...(rank.kind === 'ranked' || rank.kind === 'published'
      ? [text.sentenceRank(text.rankOf(rank.rank, rank.of))]
      : []),
    ...(government.kind === 'province' && nationalRank !== null
      ? [text.sentenceNationalRank(text.rankOf(nationalRank.rank, nationalRank.of))]
      : []),
  ];
  return parts.join(', ');
}
