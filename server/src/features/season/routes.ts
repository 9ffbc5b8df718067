import { Readable } from 'node:stream';

import type { FastifyInstance } from 'fastify';

import { type ApiDeps, serveApi, serveBytes } from '@patuh/server/platform/access';
import * as contracts from '@patuh/shared/contracts/season';

import { exportSeason } from './export.ts';
import { watchSeason } from './watch.ts';

/** The season as the office watches it, on the screen and as a table. */
export function seasonRoutes(app: FastifyInstance, deps: ApiDeps): void {
  serveApi(app, deps, contracts.getSeason, async ({ actor, query }) => await watchSeason(deps, actor, query));
  serveBytes(app, deps, contracts.exportSeason, async ({ actor, params, reply }) => {
    const lines = await exportSeason(deps, actor, params);
    const name = `musim-${params.province}.csv`;
    return reply
      .type('text/csv; charset=utf-8')
      .header('content-disposition', `attachment; filename="${name}"`)
      .send(Readable.from(lines));
  });
}
