import type { FastifyInstance } from 'fastify';

import { type ApiDeps, serveApi } from '@patuh/server/platform/access';
import { drawLot as draw, getLot as get } from '@patuh/shared/contracts/second-visits';

import { drawLot } from './draw-lot.ts';
import { getLot } from './get-lot.ts';

export function secondVisitRoutes(app: FastifyInstance, deps: ApiDeps): void {
  serveApi(app, deps, get, ({ actor, params }) => getLot(deps, actor, params));
  serveApi(app, deps, draw, ({ actor, params, body }) => drawLot(deps, actor, { ...params, ...body }));
}
