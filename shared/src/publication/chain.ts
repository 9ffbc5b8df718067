import type { PublicationFile } from './payload.ts';

/** A publication of several that are judged together, with the name of the file it came in. */
export interface ChainLink {
  readonly name: string;
  readonly publication: PublicationFile;
}

export type ChainFault =
  /** Both say that they follow the same one (`after` is null: both say that they are the first). */
  | { readonly problem: 'fork'; readonly names: readonly string[]; readonly after: string | null }
  /** The one it follows is not among the files. */
  | { readonly problem: 'gap'; readonly name: string; readonly after: string }
  | { readonly problem: 'same-id'; readonly names: readonly string[]; readonly id: string }
  | { readonly problem: 'replaced-twice'; readonly names: readonly string[]; readonly id: string }
  /** The replaced publication is among the files and has another hash, or stands later in the chain. */
  | {
      readonly problem: 'replaced-hash';
      readonly name: string;
      readonly id: string;
      readonly found: string;
      readonly expected: string;
    }
  | { readonly problem: 'replaced-later'; readonly name: string; readonly id: string }
  /** Signed by a key after another key had taken over from it. */
  | { readonly problem: 'key-again'; readonly name: string; readonly keyId: string };

export interface ChainReport {
  readonly chain: 'main' | 'demo';
  /** From the oldest to the newest, each publication once. */
  readonly links: readonly ChainLink[];
  /** The first of them follows one that was not given: nothing is said about what came before. */
  readonly beginsLater: boolean;
  /** Names of files that hold the same publication as another one: harmless. */
  readonly copies: readonly string[];
  readonly faults: readonly ChainFault[];
}

/** Judges how publications hang together, chain by chain, in whatever order the files are given. */
export function verifyChains(links: readonly ChainLink[]): readonly ChainReport[] {
  const chains = Map.groupBy(links, ({ publication }) => publication.payload.chain);
  return [...chains].map(([chain, given]) => chainReport(chain, given));
}

function chainReport(chain: ChainReport['chain'], given: readonly ChainLink[]): ChainReport {
  const byHash = new Map<string, ChainLink>();
  const copies: string[] = [];
  for (const link of given) {
    if (byHash.has(link.publication.hash)) copies.push(link.name);
    else byHash.set(link.publication.hash, link);
  }
  const unique = [...byHash.values()];
  const followers = Map.groupBy(unique, ({ publication }) => publication.previous);
  const starts = unique
    .filter(({ publication: { previous } }) => previous === null || !byHash.has(previous))
    .toSorted(byAge);
  const ordered = walk(starts, followers);
  return {
    chain,
    links: ordered,
    beginsLater: starts[0]?.publication.previous !== null,
    copies,
    faults: [
      ...forks(followers),
      ...gaps(starts),
      ...repeated(ordered, 'same-id', ({ publication }) => publication.payload.id),
      ...repeated(ordered, 'replaced-twice', ({ publication }) => publication.payload.replaces?.id),
      ...replacements(ordered),
      ...keysThatCameBack(ordered),
    ],
  };
}

/** The first of a chain before all others, then by the date they give, so that the answer does not depend on the order. */
function byAge(a: ChainLink, b: ChainLink): number {
  const age = ({ publication }: ChainLink) =>
    `${publication.previous === null ? 0 : 1}${publication.payload.publishedAt}`;
  return age(a).localeCompare(age(b), 'en') || a.name.localeCompare(b.name, 'en');
}

function walk(
  starts: readonly ChainLink[],
  followers: ReadonlyMap<string | null, readonly ChainLink[]>,
): readonly ChainLink[] {
  const ordered: ChainLink[] = [];
  const open = starts.toReversed();
  for (let link = open.pop(); link !== undefined; link = open.pop()) {
    ordered.push(link);
    open.push(...(followers.get(link.publication.hash) ?? []).toReversed());
  }
  return ordered;
}

function forks(followers: ReadonlyMap<string | null, readonly ChainLink[]>): readonly ChainFault[] {
  return [...followers]
    .filter(([, links]) => links.length > 1)
    .map(([after, links]) => ({ problem: 'fork', names: links.map(({ name }) => name), after }));
}

/** One beginning is no gap: somebody may verify the newer part of a chain alone. */
function gaps([, ...others]: readonly ChainLink[]): readonly ChainFault[] {
  return others.flatMap(({ name, publication: { previous } }) =>
    previous === null ? [] : [{ problem: 'gap' as const, name, after: previous }],
  );
}

function repeated(
  links: readonly ChainLink[],
  problem: 'same-id' | 'replaced-twice',
  idOf: (link: ChainLink) => string | undefined,
): readonly ChainFault[] {
  return [...Map.groupBy(links, idOf)].flatMap(([id, same]) =>
    id === undefined || same.length === 1 ? [] : [{ problem, id, names: same.map(({ name }) => name) }],
  );
}

function replacements(ordered: readonly ChainLink[]): readonly ChainFault[] {
  const places = new Map(ordered.map((link, index) => [String(link.publication.payload.id), { link, index }]));
  return ordered.flatMap(({ name, publication }, index): readonly ChainFault[] => {
    const { replaces } = publication.payload;
    const replaced = replaces === null ? undefined : places.get(replaces.id);
    if (replaces === null || replaced === undefined) return [];
    const { hash } = replaced.link.publication;
    if (hash !== replaces.hash)
      return [{ problem: 'replaced-hash', name, id: replaces.id, found: replaces.hash, expected: hash }];
    return replaced.index > index ? [{ problem: 'replaced-later', name, id: replaces.id }] : [];
  });
}

/** A key that was given up never signs again; whoever still holds it may be a thief. */
function keysThatCameBack(ordered: readonly ChainLink[]): readonly ChainFault[] {
  const seen = new Set<string>();
  let current: string | undefined;
  return ordered.flatMap(({ name, publication: { keyId } }): readonly ChainFault[] => {
    if (keyId === current) return [];
    current = keyId;
    if (seen.has(keyId)) return [{ problem: 'key-again', name, keyId }];
    seen.add(keyId);
    return [];
  });
}
