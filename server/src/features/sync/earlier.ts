import type { Reader } from '@patuh/server/platform/database';
import { type Change, ChangeRefusal } from '@patuh/shared/domain/change';
import type { ChangeId, PersonId } from '@patuh/shared/domain/ids';

import type { Earlier } from './intake.ts';
import { findQuarantined, findStored } from './queries.ts';

export interface Suspicion {
  readonly personId: PersonId;
  /** Whether something of this person was ever refused and kept. */
  readonly wasRefused: boolean;
  /** What would be stored in quarantine, or under a number that is used. */
  readonly isOdd: (change: Change) => boolean;
  /** Somebody else brings it in a file: what was refused as nobody’s is looked at anew. */
  readonly inFile: boolean;
  /** Nothing of it is left to chance: the database found an id that was used. */
  readonly all: boolean;
}

/**
 * What came before under the ids of these changes. Nearly always nothing did, and nothing is asked: what comes again
 * brings a number that was used up then; of what was numbered anew, the database says so when it is to be stored a second
 * time. Neither must make something that is stored look refused, so what would be refused is looked up first.
 */
export async function loadEarlier(
  db: Reader,
  { personId, wasRefused, isOdd, inFile, all }: Suspicion,
  changes: readonly Change[],
): Promise<Map<ChangeId, Earlier>> {
  const ids = changes.map(({ id }) => id);
  const stored = await findStored(db, all ? ids : changes.filter(isOdd).map(({ id }) => id));
  const kept = wasRefused ? await findQuarantined(db, personId, ids) : [];
  const refused = kept.filter(({ reason }) => !inFile || reason !== 'unknown-assessment');
  return new Map<ChangeId, Earlier>([
    ...refused.map(({ id, content, reason }): [ChangeId, Earlier] => [
      id,
      { content, by: personId, fate: { refused: ChangeRefusal.parse(reason) } },
    ]),
    ...stored.map(({ by, change, late }): [ChangeId, Earlier] => [
      change.id,
      { content: change, by, fate: late ? 'late' : 'placed' },
    ]),
  ]);
}
