import type { FastifyInstance } from 'fastify';

import {
  approveRelease as approve,
  listReleases as list,
  prepareRelease as prepare,
  previewRelease as preview,
  withdrawRelease as withdraw,
} from '@patuh/shared/contracts/releases';

import { type ApiDeps, serveApi } from '@patuh/server/platform/access';
import { approveRelease, type PublishingDeps } from './approve.ts';
import { listReleases } from './list.ts';
import { prepareRelease } from './prepare.ts';
import { type PreviewDeps, previewRelease } from './preview.ts';
import { withdrawRelease } from './withdraw.ts';

export function releaseRoutes(app: FastifyInstance, deps: ApiDeps & PublishingDeps & PreviewDeps): void {
  serveApi(app, deps, list, ({ actor }) => listReleases(deps, actor));
  serveApi(app, deps, prepare, ({ actor, body }) => prepareRelease(deps, actor, body));
  serveApi(app, deps, preview, ({ actor, params }) => previewRelease(deps, actor, params.releaseId));
  serveApi(app, deps, approve, ({ actor, params, body }) =>
    approveRelease(deps, actor, { releaseId: params.releaseId, contentHash: body.contentHash }),
  );
  serveApi(app, deps, withdraw, ({ actor, params }) => withdrawRelease(deps, actor, params.releaseId));
}
