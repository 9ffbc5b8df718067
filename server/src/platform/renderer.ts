import { readFile } from 'node:fs/promises';
import { pathToFileURL } from 'node:url';

import type { RenderPage } from '@patuh/shared/contracts/pages';

import { StartError } from './start-error.ts';

interface RendererBundle {
  readonly createRenderer: (manifest: unknown) => RenderPage;
}

/**
 * Loads the page renderer that the web build made. By path, because the web workspace is built by Vite (Node does not run
 * `.tsx`) and nothing in `server` may import from it.
 */
export async function loadRenderer(webDist: string): Promise<RenderPage> {
  try {
    const manifest: unknown = JSON.parse(await readFile(`${webDist}/client/.vite/manifest.json`, 'utf8'));
    const bundle = (await import(pathToFileURL(`${webDist}/server/entry-server.js`).href)) as RendererBundle;
    return bundle.createRenderer(manifest);
  } catch (error) {
    throw new StartError(
      `The web pages in ${webDist} are not built or not readable; run "npm start" or "npm run dev".`,
      {
        cause: error,
      },
    );
  }
}
