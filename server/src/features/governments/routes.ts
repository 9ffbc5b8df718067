import type { FastifyInstance } from 'fastify';

import {
  findGovernments,
  getGovernment,
  getGovernmentYear,
  type GovernmentHistory,
  type GovernmentYear,
} from '@patuh/shared/contracts/governments';
import type { GovernmentCode } from '@patuh/shared/domain/government';

import type { Catalogue } from '@patuh/server/platform/catalogue/catalogue';
import { type CsvCell, markedTable } from '@patuh/server/platform/csv';
import { ProblemError } from '@patuh/server/platform/problem';
import { type PublicDeps, serveCsv, serveJson } from '@patuh/server/platform/serve';

export function governmentRoutes(app: FastifyInstance, deps: PublicDeps): void {
  serveJson(app, deps, findGovernments, ({ query, catalogue }) => ({
    governments: [...catalogue.findGovernments(query.q)],
  }));
  serveJson(app, deps, getGovernment, ({ params, catalogue }) => historyOf(catalogue, params.code));
  serveCsv(app, deps, getGovernment, ({ params, catalogue }) => historyCsv(historyOf(catalogue, params.code)));
  serveJson(app, deps, getGovernmentYear, ({ params, catalogue }) => yearOf(catalogue, params.code, params.year));
  serveCsv(app, deps, getGovernmentYear, ({ params, catalogue }) => {
    const { mark, government, ...result } = yearOf(catalogue, params.code, params.year);
    return historyCsv({ mark, government, results: [result] });
  });
}

function historyOf(catalogue: Catalogue, code: GovernmentCode): GovernmentHistory {
  const history = catalogue.government(code);
  if (history === undefined) throw new ProblemError('government-not-found');
  return history;
}

function yearOf(catalogue: Catalogue, code: GovernmentCode, year: number): GovernmentYear {
  const { mark, government, results } = historyOf(catalogue, code);
  const result = results.find((known) => known.year === year);
  if (result === undefined) throw new ProblemError('government-not-found');
  return { mark, government, ...result };
}

const COLUMNS = [
  'government_code',
  'government_name',
  'kind',
  'year',
  'method',
  'score',
  'band',
  'opinion',
  'zone',
  'rank',
  'rank_published',
  'rank_of',
  'national_rank',
  'national_rank_of',
  'status',
  'award',
  'note',
  'source',
  'publication',
] as const;

function historyCsv({ mark, government, results }: GovernmentHistory): string {
  return markedTable(
    mark,
    COLUMNS,
    results.map(({ year, method, result, listOf, publication }): CsvCell[] => [
      government.code,
      government.name,
      government.kind,
      year,
      method.name,
      result.score,
      result.band,
      result.opinion,
      result.zone,
      result.rank,
      result.rankPublished,
      listOf,
      result.nationalRank?.rank ?? null,
      result.nationalRank?.of ?? null,
      result.status,
      result.award,
      result.note,
      result.source.title,
      publication.id,
    ]),
  );
}
