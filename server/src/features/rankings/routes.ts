import type { FastifyInstance } from 'fastify';

import { getRanking, type Ranking } from '@patuh/shared/contracts/rankings';

import { markedTable } from '@patuh/server/platform/csv';
import { ProblemError } from '@patuh/server/platform/problem';
import { type PublicDeps, serveCsv, serveJson } from '@patuh/server/platform/serve';

export function rankingRoutes(app: FastifyInstance, deps: PublicDeps): void {
  serveJson(app, deps, getRanking, ({ params, catalogue }) => {
    const ranking = catalogue.ranking(params.province, params.year);
    if (ranking === undefined) throw new ProblemError('ranking-not-found');
    return ranking;
  });
  serveCsv(app, deps, getRanking, ({ params, catalogue }) => {
    const ranking = catalogue.ranking(params.province, params.year);
    if (ranking === undefined) throw new ProblemError('ranking-not-found');
    return rankingCsv(ranking);
  });
}

const COLUMNS = [
  'province_code',
  'year',
  'government_code',
  'government_name',
  'kind',
  'rank',
  'rank_best',
  'rank_worst',
  'rank_published',
  'score',
  'band',
  'opinion',
  'zone',
  'award',
  'national_rank',
  'national_rank_of',
  'status',
  'previous_year',
  'previous_score',
  'previous_zone',
  'zone_under_previous_bands',
  'note',
  'source',
  'publication',
] as const;

function rankingCsv(ranking: Ranking): string {
  return markedTable(
    ranking.mark,
    COLUMNS,
    ranking.rows.map((row) => [
      ranking.province.code,
      ranking.year,
      row.government.code,
      row.government.name,
      row.government.kind,
      row.rank,
      row.rankRange?.[0] ?? null,
      row.rankRange?.[1] ?? null,
      row.rankPublished,
      row.score,
      row.band,
      row.opinion,
      row.zone,
      row.award,
      row.nationalRank?.rank ?? null,
      row.nationalRank?.of ?? null,
      row.status,
      row.previous?.year ?? null,
      row.previous?.score ?? null,
      row.previous?.zone ?? null,
      row.previous?.zoneUnderOldBands ?? null,
      row.note,
      row.source.title,
      ranking.publication?.id ?? null,
    ]),
  );
}
