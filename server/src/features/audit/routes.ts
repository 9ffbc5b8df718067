import { Readable } from 'node:stream';

import type { FastifyInstance } from 'fastify';

import { type ApiDeps, serveApi, serveBytes } from '@patuh/server/platform/access';
import * as contracts from '@patuh/shared/contracts/audit';

import { checkPiece } from './check.ts';
import { exportAudit } from './export.ts';
import { auditPage } from './list.ts';

export function auditRoutes(app: FastifyInstance, deps: ApiDeps): void {
  serveApi(app, deps, contracts.listAudit, ({ params, query: { subject: naming, ...query }, actor }) =>
    auditPage(deps.db, actor, { ...params, ...query, naming }),
  );
  serveApi(app, deps, contracts.checkAudit, ({ params, query: { sequence, hash, at }, actor }) => {
    const from = sequence === undefined || hash === undefined || at === undefined ? null : { sequence, hash, at };
    return checkPiece(deps.db, actor, { ...params, from });
  });
  serveBytes(
    app,
    deps,
    contracts.exportAudit,
    async ({ actor, params, query: { subject: naming, ...query }, reply }) => {
      const lines = await exportAudit(deps.db, actor, { ...params, ...query, naming });
      return reply
        .type('text/csv; charset=utf-8')
        .header('content-disposition', `attachment; filename="jejak-audit-${params.office}.csv"`)
        .send(Readable.from(lines));
    },
  );
}
