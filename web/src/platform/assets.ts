import { islandSource } from './island.tsx';

/** The part of Vite's client manifest that a page needs. The server reads `.vite/manifest.json` and passes it on. */
export type AssetManifest = Readonly<
  Record<string, { readonly file: string; readonly imports?: readonly string[]; readonly assets?: readonly string[] }>
>;

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
    preload: [...new Set(sources.flatMap((source) => closure(manifest, source)))].map((key) => href(manifest, key)),
  };
}

/**
 * Which files the app needs to show its first screen: its own, and those of the sources that the screen is made of. The
 * start of the app itself is the first.
 */
export function appAssets(manifest: AssetManifest, screen: readonly string[]): Omit<PageAssets, 'script'> {
  const keys = ['src/entry-app.tsx', ...screen].flatMap((source) => closure(manifest, source));
  return {
    style: href(manifest, 'src/app.css'),
    icon: href(manifest, 'src/ui/icon.svg'),
    preload: [...new Set(keys)].map((key) => href(manifest, key)),
  };
}

/** A file and everything it imports statically, so that the browser need not find out step by step. */
function closure(manifest: AssetManifest, key: string, seen: ReadonlySet<string> = new Set()): readonly string[] {
  if (seen.has(key)) return [];
  const imports = manifest[key]?.imports ?? [];
  const withKey = new Set([...seen, key]);
  return [key, ...imports.flatMap((imported) => closure(manifest, imported, withKey))];
}

function href(manifest: AssetManifest, key: string): string {
  const entry = manifest[key];
  if (entry === undefined) throw new Error(`The web build has no ${key}: build web again.`);
  return `/${entry.file}`;
}
