import type { FastifyInstance } from 'fastify';

import type { RenderPage } from '@patuh/shared/contracts/pages';

export interface AppPageDeps {
  readonly render: RenderPage;
  readonly publicUrl: string | null;
}

/** Screens of the signed-in part and the way in; what lies below them the app sorts out itself. */
const ADDRESSES = ['/masuk', '/masuk/tautan', '/akun', '/lapangan', '/kantor', '/sekda'];
const WITH_MORE_BELOW = ['/lapangan/*', '/kantor/*', '/sekda/*'];

const HEADERS = {
  'cache-control': 'no-store',
  'x-robots-tag': 'noindex, nofollow',
  // The address of a screen names units and people by their ids; it is nobody else's business.
  'referrer-policy': 'same-origin',
} as const;

/** The app: one document, whatever the address and whoever asks. What is in it comes through the API. */
export function appRoutes(app: FastifyInstance, { render, publicUrl }: AppPageDeps): void {
  for (const url of [...ADDRESSES, ...WITH_MORE_BELOW]) {
    app.get(url, { schema: { hide: true } }, (request, reply) => {
      const path = request.url.split('?')[0] ?? request.url;
      return reply
        .headers(HEADERS)
        .type('text/html; charset=utf-8')
        .send(render({ page: 'app' }, { path, publicUrl }));
    });
  }
}
