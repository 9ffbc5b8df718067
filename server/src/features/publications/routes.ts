import type { FastifyInstance } from 'fastify';

import { getPublication, listPublications, type PublicationList } from '@patuh/shared/contracts/publications';

import { csvTable } from '@patuh/server/platform/csv';
import { ProblemError } from '@patuh/server/platform/problem';
import { type PublicDeps, serveCsv, serveJson, servePublic } from '@patuh/server/platform/serve';

export function publicationRoutes(app: FastifyInstance, deps: PublicDeps & { readonly keyId: string }): void {
  serveJson(app, deps, listPublications, ({ catalogue }) => ({
    publications: [...catalogue.publications],
    keyId: deps.keyId,
  }));
  serveCsv(app, deps, listPublications, ({ catalogue }) => publicationsCsv([...catalogue.publications]));
  // The signed bytes themselves: not parsed and written anew, so that what was signed is what is read.
  servePublic(app, deps, getPublication, getPublication.path, getPublication.ok, ({ params, catalogue }) => {
    const text = catalogue.publicationText(params.id);
    if (text === undefined) throw new ProblemError('publication-not-found');
    return { type: 'application/json; charset=utf-8', body: text, open: true };
  });
}

const COLUMNS = [
  'id',
  'kind',
  'title',
  'province_code',
  'year',
  'hash',
  'published_at',
  'replaces',
  'reason',
  'replaced_by',
] as const;

function publicationsCsv(publications: PublicationList['publications']): string {
  return csvTable(
    COLUMNS,
    publications.map((entry) => [
      entry.id,
      entry.publicationKind,
      entry.title,
      entry.scope.kind === 'province' ? entry.scope.code : null,
      entry.year,
      entry.hash,
      entry.publishedAt,
      entry.replaces?.id ?? null,
      entry.replaces?.reason ?? null,
      entry.replacedBy,
    ]),
  );
}
