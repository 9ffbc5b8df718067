import { readFile } from 'node:fs/promises';

import type { Page } from 'playwright-core';

import { WEB_DIST } from './site.ts';

/** What the service worker of the field keeps on the device. */
export interface KeptFile {
  readonly url: string;
  readonly revision: string | null;
  readonly integrity: string;
}

/** The list that stands in the built worker. */
export async function keptFiles(): Promise<readonly KeptFile[]> {
  const worker = await readFile(`${WEB_DIST}/client/sw.js`, 'utf8');
  const [list] = /\[\{[^\]]*"integrity"[^\]]*\}\]/.exec(worker) ?? [];
  if (list === undefined) throw new Error('The built worker holds no list of files');
  return JSON.parse(list) as readonly KeptFile[];
}

/** Waits until the worker has everything and stands behind this page. */
export async function isKept(page: Page): Promise<void> {
  await page.evaluate(async () => {
    await navigator.serviceWorker.ready;
    if (navigator.serviceWorker.controller !== null) return;
    const { promise, resolve } = Promise.withResolvers<unknown>();
    navigator.serviceWorker.addEventListener('controllerchange', resolve);
    if (navigator.serviceWorker.controller === null) await promise;
  });
}
