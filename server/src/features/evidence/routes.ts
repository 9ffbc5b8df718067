import type { FastifyInstance } from 'fastify';

import { serveApi } from '@patuh/server/platform/access';
import { FILE_HEADERS } from '@patuh/server/platform/evidence/file-headers';
import { EVIDENCE_FILES_PATH, listEvidence as listEvidenceContract } from '@patuh/shared/contracts/evidence';

import type { EvidenceDeps } from './deps.ts';
import { listEvidence } from './list-evidence.ts';
import { fileAt } from './serve-file.ts';

/** Looking at evidence; how it comes in is another feature. */
export function evidenceRoutes(app: FastifyInstance, deps: EvidenceDeps): void {
  serveApi(
    app,
    deps,
    listEvidenceContract,
    async ({ actor, params }) => await listEvidence(deps, actor, params.assessmentId),
  );

  // What a browser fetches for a picture carries no access token: the address itself says who was given it.
  app.get<{ Params: { '*': string } }>(
    `${EVIDENCE_FILES_PATH}/*`,
    { schema: { hide: true } },
    async (request, reply) => {
      const { body, type, size, name, seconds } = await fileAt(deps, request.params['*']);
      // A document is kept or opened by its own program: no browser shows one in a sandbox.
      const shown = type === 'application/pdf' ? 'attachment' : 'inline';
      return reply
        .headers(FILE_HEADERS)
        .header('content-disposition', `${shown}; filename="${name}"`)
        .header('cache-control', `private, max-age=${seconds}, immutable`)
        .header('content-length', size)
        .type(type)
        .send(body);
    },
  );
}
