import type { FastifyInstance } from 'fastify';

import { getNational, type NationalCounts } from '@patuh/shared/contracts/national';

import type { Catalogue } from '@patuh/server/platform/catalogue/catalogue';
import { csvTable } from '@patuh/server/platform/csv';
import { ProblemError } from '@patuh/server/platform/problem';
import { type PublicDeps, serveCsv, serveJson } from '@patuh/server/platform/serve';

export function nationalRoutes(app: FastifyInstance, deps: PublicDeps): void {
  serveJson(app, deps, getNational, ({ params, catalogue }) => nationalOf(catalogue, params.year));
  serveCsv(app, deps, getNational, ({ params, catalogue }) => nationalCsv(nationalOf(catalogue, params.year)));
}

function nationalOf(catalogue: Catalogue, year: number): NationalCounts {
  const national = catalogue.national(year);
  if (national === undefined) throw new ProblemError('national-not-found');
  return national;
}

const COLUMNS = [
  'year',
  'kind',
  'assessed',
  'green',
  'green_percent',
  'yellow',
  'yellow_percent',
  'red',
  'red_percent',
  'publication',
] as const;

function nationalCsv({ year, kinds, total, publication }: NationalCounts): string {
  return csvTable(
    COLUMNS,
    [...kinds, { kind: 'total', ...total }].map(({ kind, assessed, green, yellow, red }) => [
      year,
      kind,
      assessed,
      green.count,
      green.percent,
      yellow.count,
      yellow.percent,
      red.count,
      red.percent,
      publication.id,
    ]),
  );
}
