import type { FastifyInstance } from 'fastify';

import { importResults } from '@patuh/shared/contracts/imports';

import { type ApiDeps, serveApi } from '@patuh/server/platform/access';
import { type UploadDeps, uploadResults } from './upload.ts';

export function importRoutes(app: FastifyInstance, deps: ApiDeps & UploadDeps): void {
  serveApi(app, deps, importResults, ({ actor, body }) => uploadResults(deps, actor, body));
}
