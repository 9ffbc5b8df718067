import type { FastifyInstance } from 'fastify';

import { type ApiDeps, serveApi } from '@patuh/server/platform/access';
import { FILE_HEADERS } from '@patuh/server/platform/evidence/file-headers';
import {
  getResult as getResultContract,
  getUnitResult as getUnitResultContract,
  listResultPhotos as listResultPhotosContract,
  listResults as listResultsContract,
  RESULT_PHOTOS_PATH,
} from '@patuh/shared/contracts/results';

import { getUnitResult } from './get-unit-result.ts';
import { listResultPhotos } from './list-photos.ts';
import { getResult, listResults } from './list-results.ts';
import { resultPhotoAt, type ServePhotoDeps } from './serve-photo.ts';

/** Provisional results, for the governments they are about. */
export function resultRoutes(app: FastifyInstance, deps: ApiDeps & ServePhotoDeps): void {
  serveApi(app, deps, listResultsContract, async ({ actor }) => ({ results: await listResults(deps, actor) }));
  serveApi(app, deps, getResultContract, async ({ actor, params }) => await getResult(deps, actor, params));
  serveApi(app, deps, getUnitResultContract, async ({ actor, params }) => await getUnitResult(deps, actor, params));
  serveApi(app, deps, listResultPhotosContract, async ({ actor, params }) => listResultPhotos(deps, actor, params));

  // What a browser fetches for a picture carries no access token: the address itself says who was given it.
  app.get<{ Params: { '*': string } }>(
    `${RESULT_PHOTOS_PATH}/*`,
    { schema: { hide: true } },
    async (request, reply) => {
      const { tag, render } = await resultPhotoAt(deps, request.params['*']);
      // Asked for anew each time: what was taken back meanwhile is not shown from the memory of a browser either.
      reply.headers({ ...FILE_HEADERS, 'cache-control': 'private, no-cache', etag: tag });
      if (request.headers['if-none-match'] === tag) return reply.code(304).send();
      return reply
        .header('content-disposition', 'inline; filename="foto.jpg"')
        .type('image/jpeg')
        .send(await render());
    },
  );
}
