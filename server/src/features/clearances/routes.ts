import type { FastifyInstance } from 'fastify';

import { type ApiDeps, serveApi } from '@patuh/server/platform/access';
import {
  clearPhoto as clearPhotoContract,
  listUnitPhotos as listUnitPhotosContract,
} from '@patuh/shared/contracts/clearances';

import { clearPhoto } from './clear-photo.ts';
import { type ClearanceDeps, listUnitPhotos } from './list-photos.ts';

/** What of photos is seen outside the team and the office. */
export function clearanceRoutes(app: FastifyInstance, deps: ApiDeps & ClearanceDeps): void {
  serveApi(app, deps, listUnitPhotosContract, async ({ actor, params }) =>
    listUnitPhotos(deps, actor, params.assessmentId),
  );
  serveApi(app, deps, clearPhotoContract, async ({ actor, params, body }) =>
    clearPhoto(deps, actor, { assessmentId: params.assessmentId, sha256: params.photo, ...body }),
  );
}
