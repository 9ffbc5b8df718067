/** The part of Vite's client manifest that a page needs. The server reads `.vite/manifest.json` and passes it on. */
export type AssetManifest = Readonly<Record<string, BuiltFile>>;

interface BuiltFile {
  readonly file: string;
  readonly imports?: readonly string[];
  /** Loaded when the code asks for them, and not before. */
  readonly dynamicImports?: readonly string[];
  readonly css?: readonly string[];
  readonly assets?: readonly string[];
}

/** Of a text that Vite wrote. */
export function parseAssetManifest(text: string): AssetManifest {
  return JSON.parse(text) as AssetManifest;
}

/** Sources and everything they import statically, so that the browser need not find out step by step. */
export function staticClosure(manifest: AssetManifest, sources: readonly string[]): readonly string[] {
  return reached(sources, (key) => manifest[key]?.imports ?? []);
}

/** Everything that can be reached from the keys, each once, in the order in which it is met. */
export function reached(keys: readonly string[], next: (key: string) => readonly string[]): readonly string[] {
  const met = new Set<string>();
  const meet = (key: string): void => {
    if (met.has(key)) return;
    met.add(key);
    next(key).forEach(meet);
  };
  keys.forEach(meet);
  return [...met];
}

export function href(manifest: AssetManifest, key: string): string {
  const entry = manifest[key];
  if (entry === undefined) throw new Error(`The web build has no ${key}: build web again.`);
  return `/${entry.file}`;
}
