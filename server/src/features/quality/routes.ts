import type { FastifyInstance } from 'fastify';

import { type ApiDeps, serveApi } from '@patuh/server/platform/access';
import { knownTallies } from '@patuh/server/platform/quality/known-tallies';
import * as contracts from '@patuh/shared/contracts/quality';

import { getQuality } from './get-quality.ts';
import { answerOwn, ownQuality } from './own-quality.ts';

export function qualityRoutes(app: FastifyInstance, api: ApiDeps): void {
  const deps = { ...api, tallies: knownTallies() };
  serveApi(app, deps, contracts.getQuality, ({ actor, params, query }) =>
    getQuality(deps, actor, { ...params, ...query }),
  );
  serveApi(app, deps, contracts.getOwnQuality, ({ actor }) => ownQuality(deps, actor));
  serveApi(app, deps, contracts.answerOwnQuality, ({ actor, params, body }) =>
    answerOwn(deps, actor, { ...params, ...body }),
  );
}
