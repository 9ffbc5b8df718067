import type { FastifyInstance, FastifyRequest } from 'fastify';

import { type ApiDeps, serveApi } from '@patuh/server/platform/access';
import { addressCeiling } from '@patuh/server/platform/address-ceiling';
import { inSnapshot } from '@patuh/server/platform/database';
import { turns } from '@patuh/server/platform/evidence/turns';
import * as contracts from '@patuh/shared/contracts/document-requests';

import { askForDocument, decideRequest, extendRequest, renewLink } from './ask.ts';
import { beginFile, openRequest, takePart } from './deliver.ts';
import type { LinkDeps, RequestDeps } from './deps.ts';
import { listRequests } from './list.ts';

/** Enough for a document of ten megabytes a minute, and for an office that shares one address. */
const LINK_REQUESTS_PER_MINUTE = 600;

export function documentRequestRoutes(
  app: FastifyInstance,
  deps: ApiDeps & RequestDeps & { readonly publicUrl: string | null },
): void {
  /** Without PUBLIC_URL a link leads to where its maker is. */
  const linking = ({ protocol, host }: FastifyRequest): LinkDeps => ({
    ...deps,
    origin: deps.publicUrl ?? `${protocol}://${host}`,
  });
  serveApi(app, deps, contracts.listDocumentRequests, async ({ actor, params: { assessmentId: id } }) =>
    inSnapshot(deps.db, async (db) => await listRequests(db, deps, { actor, id })),
  );
  serveApi(app, deps, contracts.requestDocument, ({ actor, params, body, request }) =>
    askForDocument(linking(request), actor, params.assessmentId, body),
  );
  serveApi(app, deps, contracts.extendDocumentRequest, ({ actor, params, body }) =>
    extendRequest(deps, actor, params, body.dueOn),
  );
  serveApi(app, deps, contracts.renewDocumentLink, async ({ actor, params, request }) => ({
    link: await renewLink(linking(request), actor, params),
  }));
  serveApi(app, deps, contracts.decideDocumentRequest, ({ actor, params, body }) =>
    decideRequest(deps, actor, params, body),
  );

  const inTurn = turns();
  const ceiling = addressCeiling(app, LINK_REQUESTS_PER_MINUTE);
  serveApi(app, deps, contracts.openDocumentRequest, async ({ body, request }) => {
    await ceiling(request);
    return await openRequest(deps, body.token);
  });
  serveApi(app, deps, contracts.beginDelivery, async ({ body, request }) => {
    await ceiling(request);
    return await beginFile(deps, body);
  });
  serveApi(app, deps, contracts.sendDeliveryPart, async ({ params, body, request }) => {
    await ceiling(request);
    const { token, offset, bytes } = body;
    const part = { token, offset, deliveryId: params.deliveryId, bytes: Buffer.from(bytes, 'base64') };
    // All of it is here already: nobody has to make way.
    return await inTurn(params.deliveryId, nothing, async () => await takePart(deps, part));
  });
}

function nothing(): void {
  // A part comes in one request.
}
