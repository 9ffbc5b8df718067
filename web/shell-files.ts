import { type AssetManifest, href, reached, staticClosure } from './src/platform/asset-manifest.ts';

/** Features whose code a phone needs without a network; those of the offices stay on the server. */
const FIELD_FEATURES: ReadonlySet<string> = new Set(['field', 'sign-in', 'identity']);

/** What the document names beside scripts. */
const LINKED = ['src/app.css', 'src/ui/icon.svg', 'src/ui/icons/icon-192.png'];

/**
 * The addresses of all files that the field app may ever ask for: what it starts with, what it loads later, and what its
 * scripts mention (workers). `textOf` reads a built file.
 */
export function shellAddresses(manifest: AssetManifest, textOf: (address: string) => string): readonly string[] {
  const keys = reached(['src/entry-app.tsx'], (key) => [
    ...(manifest[key]?.imports ?? []),
    ...(manifest[key]?.dynamicImports ?? []).filter(isOfTheField),
  ]);
  const chunks = staticClosure(manifest, [...keys, ...LINKED]);
  const named = chunks.flatMap((key) => [
    href(manifest, key),
    ...[...(manifest[key]?.css ?? []), ...(manifest[key]?.assets ?? [])].map((file) => `/${file}`),
  ]);
  const chunkFiles = new Set(Object.values(manifest).map(({ file }) => `/${file}`));
  return reached(named, (address) => mentioned(address, textOf).filter((other) => !chunkFiles.has(other)));
}

/** Chunks that lie in no feature are shared by several, and belong to whoever imports them. */
function isOfTheField(source: string): boolean {
  const feature = /^src\/features\/([^/]+)\//.exec(source)?.[1];
  return feature === undefined || FIELD_FEATURES.has(feature);
}

/** Workers stand in no manifest, only in the code that starts them. */
function mentioned(address: string, textOf: (address: string) => string): readonly string[] {
  if (!address.endsWith('.js')) return [];
  return [...textOf(address).matchAll(/["'`](\/assets\/[\w.-]+)["'`]/g)].map(([, found = '']) => found);
}
