import type { FastifyInstance } from 'fastify';

import { listAudit } from '@patuh/shared/contracts/audit';

import { type ApiDeps, serveApi } from '@patuh/server/platform/access';
import { auditPage } from './list.ts';

export function auditRoutes(app: FastifyInstance, deps: ApiDeps): void {
  serveApi(app, deps, listAudit, ({ params, query, actor }) =>
    auditPage(deps.db, actor, { office: params.office, before: query.before, naming: query.subject }),
  );
}
