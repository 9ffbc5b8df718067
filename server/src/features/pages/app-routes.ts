import type { FastifyInstance } from 'fastify';

import { APP_PERMISSIONS } from '@patuh/server/platform/security-headers';
import type { RenderPage } from '@patuh/shared/contracts/pages';

export interface AppPageDeps {
  readonly render: RenderPage;
  readonly publicUrl: string | null;
  /** Folder of the built client files. */
  readonly clientFiles: string;
}

/** Screens of the signed-in part and the way in; what lies below them the app sorts out itself. */
const ADDRESSES = ['/masuk', '/masuk/tautan', '/dokumen', '/akun', '/latihan', '/lapangan', '/kantor', '/sekda'];
const WITH_MORE_BELOW = ['/lapangan/*', '/kantor/*', '/sekda/*'];

const HEADERS = {
  'cache-control': 'no-store',
  'x-robots-tag': 'noindex, nofollow',
  // The address of a screen names units and people by their ids; it is nobody else's business.
  'referrer-policy': 'same-origin',
  'permissions-policy': APP_PERMISSIONS,
} as const;

/**
 * What makes the app an installed one. They lie at the top, so that the worker may serve addresses of the app, and are
 * asked for anew each time: a phone that kept an old worker would keep an old app.
 */
const INSTALLATION = ['/sw.js', '/manifest.webmanifest'];

/** The app: one document, whatever the address and whoever asks. What is in it comes through the API. */
export function appRoutes(app: FastifyInstance, { render, publicUrl, clientFiles }: AppPageDeps): void {
  for (const url of INSTALLATION) {
    app.get(url, { schema: { hide: true } }, (_request, reply) =>
      reply
        .header('cache-control', 'no-cache')
        .sendFile(url.slice(1), clientFiles, { cacheControl: false, immutable: false }),
    );
  }
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
