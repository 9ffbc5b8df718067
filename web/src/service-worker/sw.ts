import { PrecacheController } from 'workbox-precaching';

import { shellAddressOf } from './shell-request.ts';

/**
 * Keeps the shell of the field app on the device: its document, scripts, styles and icons, and nothing that anybody
 * entered. A new version is fetched beside the old one and waits until the app says that it may take over.
 */
declare const self: ServiceWorkerGlobalScope;

const shell = new PrecacheController();
shell.addToCacheList(self.__WB_MANIFEST);

self.addEventListener('install', (event) => void shell.install(event));

self.addEventListener('activate', (event) => {
  void shell.activate(event);
  // The page of the first visit, too, finds what it loads later when the network is gone.
  event.waitUntil(self.clients.claim());
});

self.addEventListener('message', (event) => {
  if (event.data === 'take-over') event.waitUntil(self.skipWaiting());
});

self.addEventListener('fetch', (event) => {
  const { request } = event;
  const asked = { method: request.method, url: request.url, isNavigation: request.mode === 'navigate' };
  const isInShell = (address: string): boolean => shell.getCacheKeyForURL(address) !== undefined;
  const address = shellAddressOf(asked, self.location.origin, isInShell);
  if (address !== undefined) event.respondWith(fromShell(address, request));
});

/** From the device at once; from the server only what the browser threw away. */
async function fromShell(address: string, request: Request): Promise<Response> {
  return (await shell.matchPrecache(address)) ?? (await fetch(request));
}
