import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import * as z from 'zod/mini';

import { HomeQuery, type PublicPage, RankingTableView, type RenderPage } from '@patuh/shared/contracts/pages';
import { RankingParams, YearText } from '@patuh/shared/contracts/rankings';
import { GovernmentCode, ProvinceCode } from '@patuh/shared/domain/government';

import type { Catalogue } from '../../platform/catalogue/catalogue.ts';
import { ProblemError } from '../../platform/problem.ts';
import type { PublicDeps } from '../../platform/serve.ts';
import { calculatorEntries, dataPage, governmentPage, homePage, methodPage, nationalPage } from './page-data.ts';
import { robots, sitemap } from './site-files.ts';

export interface PageDeps extends PublicDeps {
  readonly render: RenderPage;
  readonly publicUrl: string | null;
  readonly homeProvince: string;
  readonly keyId: string;
}

const CodeParams = z.object({ code: GovernmentCode });
const CodeYearParams = z.object({ code: GovernmentCode, year: YearText });
const ProvinceParams = z.object({ province: ProvinceCode });
const YearParams = z.object({ year: YearText });

/** The public pages: addresses in Indonesian, complete HTML without JavaScript. */
export function pageRoutes(app: FastifyInstance, deps: PageDeps): void {
  const page = (url: string, make: (request: FastifyRequest, catalogue: Catalogue) => PublicPage): void => {
    app.get(url, { schema: { hide: true } }, (request, reply) => {
      const catalogue = deps.catalogue();
      return deps.send(catalogue, request, reply, () => ({
        type: 'text/html; charset=utf-8',
        body: deps.render(make(request, catalogue), { path: request.url, publicUrl: deps.publicUrl }),
      }));
    });
  };
  const redirect = (url: string, target: (request: FastifyRequest, catalogue: Catalogue) => string): void => {
    app.get(url, { schema: { hide: true } }, (request, reply): FastifyReply =>
      reply.header('cache-control', 'no-cache').redirect(target(request, deps.catalogue()), 302),
    );
  };

  page('/', (request, catalogue) => homePage(catalogue, deps.homeProvince, read(HomeQuery, request.query).cari));

  page('/peringkat/:province/:year', (request, catalogue) => {
    const { province, year } = read(RankingParams, request.params);
    const ranking = catalogue.ranking(province, year);
    if (ranking === undefined) throw new ProblemError('ranking-not-found');
    return { page: 'ranking', ranking, view: read(RankingTableView, request.query) };
  });
  redirect('/peringkat/:province', (request, catalogue) => {
    const { province } = read(ProvinceParams, request.params);
    return newestRanking(catalogue, province);
  });
  redirect('/peringkat', (_request, catalogue) => newestRanking(catalogue, deps.homeProvince));

  page('/pemda/:code/:year', (request, catalogue) => {
    const { code, year } = read(CodeYearParams, request.params);
    return governmentPage(catalogue, code, year);
  });
  page('/pemda/:code', (request, catalogue) => governmentPage(catalogue, read(CodeParams, request.params).code, null));

  page('/nasional/:year', (request, catalogue) => nationalPage(catalogue, read(YearParams, request.params).year));
  redirect('/nasional', (_request, catalogue) => newest('/nasional', catalogue.nationalYears, 'national-not-found'));

  page('/metodologi/:year', (request, catalogue) =>
    methodPage(catalogue, read(YearParams, request.params).year, calculatorEntries(request.query)),
  );
  redirect('/metodologi', (_request, catalogue) =>
    newest('/metodologi', catalogue.instrumentYears, 'instrument-not-found'),
  );

  page('/data', (_request, catalogue) => dataPage(catalogue, deps.keyId));
  page('/verifikasi', (_request, catalogue) => ({
    page: 'verification',
    keyId: deps.keyId,
    publications: catalogue.publications,
  }));

  app.get('/robots.txt', { schema: { hide: true } }, (_request, reply) =>
    reply.type('text/plain; charset=utf-8').send(robots(deps.publicUrl)),
  );
  app.get('/sitemap.xml', { schema: { hide: true } }, (_request, reply) =>
    reply.type('application/xml; charset=utf-8').send(sitemap(deps.catalogue(), deps.publicUrl ?? '')),
  );
}

/** Addresses and queries are typed by people: what does not fit is a 400 that says so, never a guess. */
function read<S extends z.ZodMiniType>(schema: S, input: unknown): z.infer<S> {
  const parsed = schema.safeParse(input);
  if (!parsed.success) throw new ProblemError('invalid-request');
  return parsed.data;
}

function newestRanking(catalogue: Catalogue, province: string): string {
  const found = catalogue.provinces.find(({ code }) => code === province);
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
