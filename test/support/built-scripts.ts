import { readFile } from 'node:fs/promises';
import { brotliCompressSync } from 'node:zlib';

/** What the web build made: which file imports which, and how much that is on the wire. */

const CLIENT = new URL('../../web/dist/client/', import.meta.url);

interface BuiltFile {
  readonly file: string;
  readonly name?: string;
  readonly imports?: readonly string[];
  /** Among them the scripts of workers. */
  readonly assets?: readonly string[];
}
type BuildManifest = Readonly<Record<string, BuiltFile>>;

export async function buildManifest(): Promise<BuildManifest> {
  return JSON.parse(await readFile(new URL('.vite/manifest.json', CLIENT), 'utf8')) as BuildManifest;
}

/** Addresses of the scripts that these sources are made of, with everything they import before they run. */
export function scriptsOf(manifest: BuildManifest, sources: readonly string[]): Set<string> {
  const needed = new Set<string>();
  const workers = new Set<string>();
  const add = (source: string): void => {
    if (needed.has(source)) return;
    if (manifest[source] === undefined) throw new Error(`The web build has no ${source}`);
    needed.add(source);
    for (const imported of manifest[source].imports ?? []) add(imported);
    for (const asset of manifest[source].assets ?? []) if (asset.endsWith('.js')) workers.add(`/${asset}`);
  };
  for (const source of sources) add(source);
  return new Set([...[...needed].map((source) => `/${manifest[source]!.file}`), ...workers]);
}

/** The parts of those names: one that several others share is known by nothing else. */
export function partsNamed(manifest: BuildManifest, names: readonly string[]): string[] {
  return names.map((name) => {
    const found = Object.keys(manifest).find((source) => manifest[source]!.name === name);
    if (found === undefined) throw new Error(`The web build has no part ${name}`);
    return found;
  });
}

/** Brotli bytes of files of the build, by their addresses. */
export async function bytesOnTheWire(addresses: Iterable<string>): Promise<number> {
  const files = await Promise.all(
    [...addresses].map(async (address) => await readFile(new URL(`.${address}`, CLIENT))),
  );
  return files.reduce((sum, file) => sum + brotliCompressSync(file).length, 0);
}
