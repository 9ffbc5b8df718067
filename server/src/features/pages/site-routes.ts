import type { FastifyInstance, FastifyRequest } from 'fastify';
import * as z from 'zod/mini';

import { readyAddress } from '@patuh/shared/contracts/ready';
import { YearText } from '@patuh/shared/contracts/rankings';
import { ProvinceCode } from '@patuh/shared/domain/government';

import type { Catalogue } from '@patuh/server/platform/catalogue/catalogue';
import { ProblemError } from '@patuh/server/platform/problem';
import { read } from './read.ts';
import { readyKinds } from './ready-kinds.ts';
import { robots, sitemap } from './site-files.ts';

export interface SiteDeps {
  readonly catalogue: () => Catalogue;
  readonly publicUrl: string | null;
  readonly homeProvince: ProvinceCode;
}

const ProvinceParams = z.object({ province: ProvinceCode });
const ReadyQuery = z.object({ tahun: z.optional(YearText), jenis: z.optional(z.string().check(z.maxLength(40))) });

/** Short addresses that lead to the newest page of their kind, and what search engines read. */
export function siteRoutes(app: FastifyInstance, deps: SiteDeps): void {
  const redirect = (url: string, target: (request: FastifyRequest, catalogue: Catalogue) => string): void => {
    app.get(url, { schema: { hide: true } }, (request, reply) =>
      reply.header('cache-control', 'no-cache').redirect(target(request, deps.catalogue()), 302),
    );
  };
  redirect('/peringkat', (_request, catalogue) => newestRanking(catalogue, deps.homeProvince));
  redirect('/peringkat/:province', (request, catalogue) =>
    newestRanking(catalogue, read(ProvinceParams, request.params).province),
  );
  redirect('/nasional', (_request, catalogue) => newest('/nasional', catalogue.nationalYears, 'national-not-found'));
  redirect('/metodologi', (_request, catalogue) =>
    newest('/metodologi', catalogue.instrumentYears, 'instrument-not-found'),
  );

  // The app in the field knows the kind of a unit by its id; the pages name it in Indonesian.
  redirect('/siap-dikunjungi', (request, catalogue) => {
    const { tahun, jenis } = read(ReadyQuery, request.query);
    const kind = readyKinds().find(({ id }) => id === jenis);
    if (tahun === undefined || kind === undefined) {
      return newest('/siap-dikunjungi', catalogue.instrumentYears, 'instrument-not-found');
    }
    return readyAddress(tahun, kind.slug);
  });

  app.get('/robots.txt', { schema: { hide: true } }, (_request, reply) =>
    reply.type('text/plain; charset=utf-8').send(robots(deps.publicUrl)),
  );
  app.get('/sitemap.xml', { schema: { hide: true } }, (_request, reply) =>
    reply.type('application/xml; charset=utf-8').send(sitemap(deps.catalogue(), deps.publicUrl ?? '')),
  );
}

function newestRanking(catalogue: Catalogue, province: ProvinceCode): string {
  const found = catalogue.province(province);
  const year = found?.newestCompleteYear ?? found?.years[0];
  if (year === undefined) throw new ProblemError('ranking-not-found');
  return `/peringkat/${province}/${year}`;
}

function newest(
  path: string,
  years: readonly number[],
  missing: 'national-not-found' | 'instrument-not-found',
): string {
  const [year] = years;
  if (year === undefined) throw new ProblemError(missing);
  return `${path}/${year}`;
}
