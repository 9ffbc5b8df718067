import type { FastifyInstance } from 'fastify';

import { getInstrument } from '@patuh/shared/contracts/instruments';
import type { Instrument, TreeNode } from '@patuh/shared/domain/instrument';

import type { Catalogue } from '@patuh/server/platform/catalogue/catalogue';
import { type CsvCell, csvTable } from '@patuh/server/platform/csv';
import { ProblemError } from '@patuh/server/platform/problem';
import { type PublicDeps, serveCsv, serveJson } from '@patuh/server/platform/serve';

export function instrumentRoutes(app: FastifyInstance, deps: PublicDeps): void {
  serveJson(app, deps, getInstrument, ({ params, catalogue }) => instrumentOf(catalogue, params.year));
  serveCsv(app, deps, getInstrument, ({ params, catalogue }) => instrumentCsv(instrumentOf(catalogue, params.year)));
}

function instrumentOf(catalogue: Catalogue, year: number): Instrument {
  const instrument = catalogue.instrument(year);
  if (instrument === undefined) throw new ProblemError('instrument-not-found');
  return instrument;
}

const COLUMNS = [
  'id',
  'parent',
  'level',
  'name',
  'part',
  'part_of',
  'official',
  'subject',
  'maximum',
  'question',
] as const;

/** One line per node; a weight is `part` of `part_of`, exactly as the instrument states it. */
function instrumentCsv(instrument: Instrument): string {
  return csvTable(COLUMNS, nodeLines(instrument.tree, null));
}

function nodeLines(nodes: readonly TreeNode[], parent: string | null): CsvCell[][] {
  const sum = nodes.reduce((total, node) => total + node.part, 0);
  return nodes.flatMap((node): CsvCell[][] => {
    const weight = [node.part, sum, node.official];
    if (node.node === 'indicator') {
      return [[node.id, parent, 'indicator', node.name, ...weight, node.subject, node.maximum, node.question]];
    }
    return [
      [node.id, parent, node.level, node.name, ...weight, null, null, null],
      ...nodeLines(node.children, node.id),
    ];
  });
}
