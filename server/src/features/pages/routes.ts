import type { FastifyInstance, FastifyRequest } from 'fastify';
import * as z from 'zod/mini';

import { HomeQuery, type PublicPage, RankingTableView, type RenderPage } from '@patuh/shared/contracts/pages';
import { RankingParams, YearText } from '@patuh/shared/contracts/rankings';
import { GovernmentCode, type ProvinceCode } from '@patuh/shared/domain/government';

import type { Catalogue } from '@patuh/server/platform/catalogue/catalogue';
import { ProblemError } from '@patuh/server/platform/problem';
import type { PublicDeps } from '@patuh/server/platform/serve';
import {
  calculatorEntries,
  dataPage,
  governmentPage,
  homePage,
  methodPage,
  nationalPage,
  readyIndexPage,
  readyPage,
} from './page-data.ts';
import { read } from './read.ts';

export interface PageDeps extends PublicDeps {
  readonly render: RenderPage;
  readonly publicUrl: string | null;
  readonly homeProvince: ProvinceCode;
  readonly keyId: string;
  readonly demoKeyId: string | null;
}

const CodeParams = z.object({ code: GovernmentCode });
const CodeYearParams = z.object({ code: GovernmentCode, year: YearText });
const YearParams = z.object({ year: YearText });
const YearKindParams = z.object({ year: YearText, kind: z.string().check(z.maxLength(40)) });

/** The public pages: addresses in Indonesian, complete HTML without JavaScript. */
export function pageRoutes(app: FastifyInstance, deps: PageDeps): void {
  const page = (url: string, make: (request: FastifyRequest, catalogue: Catalogue) => PublicPage): void => {
    app.get(url, { schema: { hide: true } }, (request, reply) => {
      const catalogue = deps.catalogue();
      return deps.send(catalogue, request, reply, () => {
        const shown = make(request, catalogue);
        const body = deps.render(shown, { path: request.url, publicUrl: deps.publicUrl });
        return { type: 'text/html; charset=utf-8', status: statusOf(shown), body };
      });
    });
  };

  page('/', (request, catalogue) => homePage(catalogue, deps.homeProvince, read(HomeQuery, request.query).cari));

  page('/peringkat/:province/:year', (request, catalogue) => {
    const { province, year } = read(RankingParams, request.params);
    const ranking = catalogue.ranking(province, year);
    if (ranking === undefined) throw new ProblemError('ranking-not-found');
    return { page: 'ranking', ranking, view: read(RankingTableView, request.query) };
  });

  page('/pemda/:code/:year', (request, catalogue) => {
    const { code, year } = read(CodeYearParams, request.params);
    return governmentPage(catalogue, code, year);
  });
  page('/pemda/:code', (request, catalogue) => governmentPage(catalogue, read(CodeParams, request.params).code, null));

  page('/nasional/:year', (request, catalogue) => nationalPage(catalogue, read(YearParams, request.params).year));

  page('/metodologi/:year', (request, catalogue) =>
    methodPage(catalogue, read(YearParams, request.params).year, calculatorEntries(request.query)),
  );

  page('/siap-dikunjungi/:year', (request, catalogue) =>
    readyIndexPage(catalogue, read(YearParams, request.params).year),
  );
  page('/siap-dikunjungi/:year/:kind', (request, catalogue) => {
    const { year, kind } = read(YearKindParams, request.params);
    return readyPage(catalogue, year, kind);
  });

  page('/data', (_request, catalogue) => dataPage(catalogue, deps.keyId));
  page('/verifikasi', (_request, catalogue) => ({
    page: 'verification',
    keyId: deps.keyId,
    demoKeyId: deps.demoKeyId,
    publications: catalogue.publications,
  }));
}

/** A government exists without results; a result of a year that is not recorded does not. */
function statusOf(shown: PublicPage): 200 | 404 {
  return shown.page === 'government-unknown' && shown.year !== null ? 404 : 200;
}
