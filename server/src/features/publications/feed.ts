import { setTimeout as pause } from 'node:timers/promises';

import { PublicationFile } from '@patuh/shared/publication/payload';

import { buildCatalogue, type Catalogue } from '@patuh/server/platform/catalogue/catalogue';
import type { Reference } from '@patuh/server/platform/catalogue/reference';
import type { StoredPublication } from '@patuh/server/platform/catalogue/stored-publication';
import type { Reader } from '@patuh/server/platform/database';
import { publicationsAfter } from '@patuh/server/platform/publication-chain';

/** How long a look under way may take before stopping goes on without it: a database that hangs must not hold the rest. */
const STOP_PATIENCE_MS = 5_000;

/** Looks for new publications once a second, so that what a command published is public within two. */
const POLL_MS = 1_000;

/** Where the names of the chains come from; the demo's publications are read only with its own. */
export interface References {
  readonly main: Reference;
  readonly demo?: Reference | undefined;
}

export interface CatalogueFeed {
  readonly catalogue: () => Catalogue;
  /** Ends the looking; a look under way is waited for. */
  readonly stop: () => Promise<void>;
}

/**
 * Keeps the catalogue at the head of the chains. A database that does not answer leaves the last catalogue standing: what
 * was published stays readable through a restart of the database.
 */
export async function startFeed(
  db: Reader,
  references: References,
  onError: (error: unknown) => void,
): Promise<CatalogueFeed> {
  const stored: StoredPublication[] = [];
  const chains = references.demo === undefined ? (['main'] as const) : (['main', 'demo'] as const);
  const sequences = new Map<'main' | 'demo', number>();
  let catalogue = buildCatalogue(stored, references.main, references.demo);
  let shown = 0;
  let stopped = false;
  let timer: NodeJS.Timeout | undefined;
  let looking = Promise.resolve();

  const look = async (): Promise<void> => {
    for (const chain of chains) {
      const fresh = await publicationsAfter(db, chain, sequences.get(chain) ?? 0);
      for (const { bytes, sequence } of fresh) {
        stored.push({ file: PublicationFile.parse(JSON.parse(bytes)), text: bytes });
        sequences.set(chain, sequence);
      }
    }
    if (stored.length === shown) return;
    catalogue = buildCatalogue(stored, references.main, references.demo);
    shown = stored.length;
  };
  const again = (): void => {
    if (stopped) return;
    timer = setTimeout(() => {
      looking = look().catch(onError).then(again);
    }, POLL_MS);
    timer.unref();
  };

  await look();
  again();
  return {
    catalogue: () => catalogue,
    stop: async () => {
      stopped = true;
      clearTimeout(timer);
      await Promise.race([looking, pause(STOP_PATIENCE_MS, undefined, { ref: false })]);
    },
  };
}
