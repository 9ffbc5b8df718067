import type { FastifyInstance } from 'fastify';

import { type ApiDeps, serveApi } from '@patuh/server/platform/access';
import * as contracts from '@patuh/shared/contracts/personal-data';

import { changeLength } from './change-length.ts';
import { keptOfPeriod, keptOfProvince, overview } from './view.ts';

export function personalDataRoutes(app: FastifyInstance, deps: ApiDeps): void {
  serveApi(app, deps, contracts.getPersonalData, ({ actor }) => overview(deps, actor));
  serveApi(app, deps, contracts.getPersonalDataOfProvince, ({ actor, params }) =>
    keptOfProvince(deps, actor, params.province),
  );
  serveApi(app, deps, contracts.getPersonalDataOfPeriod, ({ actor, params }) => keptOfPeriod(deps, actor, params));
  serveApi(app, deps, contracts.changeRetention, ({ actor, params, body }) =>
    changeLength(deps, actor, { ...params, ...body }),
  );
}
