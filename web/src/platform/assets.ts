import { type AssetManifest, href, staticClosure } from './asset-manifest.ts';
import { islandSource } from './island.tsx';

export interface PageAssets {
  readonly style: string;
  readonly icon: string;
  /** Null on a page without islands: it needs no script at all. */
  readonly script: string | null;
  readonly preload: readonly string[];
}

/** Which files a rendered body needs: the stylesheet, and the code of the islands that are in it. */
export function pageAssets(manifest: AssetManifest, body: string): PageAssets {
  const islands = [...body.matchAll(/ data-island="([^"]+)"/g)].map((match) => match[1] ?? '');
  const sources = [...new Set(islands)].map(islandSource);
  return {
    style: href(manifest, 'src/styles.css'),
    icon: href(manifest, 'src/ui/icon.svg'),
    script: sources.length === 0 ? null : href(manifest, 'src/entry-client.ts'),
    preload: staticClosure(manifest, sources).map((key) => href(manifest, key)),
  };
}
