/**
 * Stands in place of the worker when there is to be none any more (`node web/build.ts --resign`, and while developing): it
 * takes over at once, deletes the shell, and removes itself. What people entered is not in its reach.
 */
declare const self: ServiceWorkerGlobalScope;

self.addEventListener('install', (event) => event.waitUntil(self.skipWaiting()));

self.addEventListener('activate', (event) => event.waitUntil(resign()));

async function resign(): Promise<void> {
  const names = await caches.keys();
  await Promise.all(names.map(async (name) => await caches.delete(name)));
  await self.registration.unregister();
}
