import { setTimeout as pause } from 'node:timers/promises';

import { PublicationFile } from '@patuh/shared/publication/payload';

import { buildCatalogue, type Catalogue } from '@patuh/server/platform/catalogue/catalogue';
import type { Reference } from '@patuh/server/platform/catalogue/reference';
import type { StoredPublication } from '@patuh/server/platform/catalogue/stored-publication';
import type { Reader } from '@patuh/server/platform/database';
import { publicationsAfter } from './queries.ts';

/** How long a look under way may take before stopping goes on without it: a database that hangs must not hold the rest. */
const STOP_PATIENCE_MS = 5_000;

/** Looks for new publications once a second, so that what a command published is public within two. */
const POLL_MS = 1_000;

export interface CatalogueFeed {
  readonly catalogue: () => Catalogue;
  /** Ends the looking; a look under way is waited for. */
  readonly stop: () => Promise<void>;
}

/**
 * Keeps the catalogue at the head of the chain. A database that does not answer leaves the last catalogue standing: what
 * was published stays readable through a restart of the database.
 */
export async function startFeed(
  db: Reader,
  reference: Reference,
  onError: (error: unknown) => void,
): Promise<CatalogueFeed> {
  let stored: readonly StoredPublication[] = [];
  let sequence = 0;
  let catalogue = buildCatalogue(stored, reference);
  let stopped = false;
  let timer: NodeJS.Timeout | undefined;
  let looking = Promise.resolve();

  const look = async (): Promise<void> => {
    const fresh = await publicationsAfter(db, 'main', sequence);
    if (fresh.length === 0) return;
    stored = [
      ...stored,
      ...fresh.map(({ bytes }) => ({ file: PublicationFile.parse(JSON.parse(bytes)), text: bytes })),
    ];
    sequence = fresh.at(-1)?.sequence ?? sequence;
    catalogue = buildCatalogue(stored, reference);
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
