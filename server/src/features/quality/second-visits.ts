import { type Ratings } from '@patuh/shared/agreement/alpha';
import { FEWEST_PAIRS, type Leaning, leaningOf, type Pair } from '@patuh/shared/agreement/difference';
import { alphaInterval } from '@patuh/shared/agreement/interval';
import type { Agreement } from '@patuh/shared/contracts/quality';
import type { PersonId } from '@patuh/shared/domain/ids';

import type { PairRow } from './queries.ts';

/** What second visits say about one person, whichever of the two teams they were in. */
export interface PersonVisits {
  readonly things: number;
  readonly leaning: Leaning | undefined;
  /** When so many points were compared that there is something to tell. */
  readonly since: Date | undefined;
}

export function visitsOf(pairs: readonly PairRow[], person: PersonId): PersonVisits {
  const own = pairs
    .flatMap((row): (Pair & { readonly at: Date })[] => {
      if (row.first === person) return [{ own: row.firstLevel, other: row.secondLevel, at: row.at }];
      return row.second === person ? [{ own: row.secondLevel, other: row.firstLevel, at: row.at }] : [];
    })
    .toSorted((one, other) => one.at.getTime() - other.at.getTime());
  return { things: own.length, leaning: leaningOf(own), since: own[FEWEST_PAIRS - 1]?.at };
}

/** Everybody who has a part in some pair. */
export function peopleIn(pairs: readonly PairRow[]): readonly PersonId[] {
  return [...new Set(pairs.flatMap(({ first, second }) => [first, second]))];
}

/** The same for the same pairs, whoever asks and whenever. */
const SEED = 42;

/** How far the two teams agree; null where too little was assessed twice, or nothing differed. */
export function agreementOf(pairs: readonly PairRow[]): Agreement | null {
  const things = pairs.map(({ firstLevel, secondLevel }): Ratings => [firstLevel, secondLevel]);
  const found = alphaInterval(things, { seed: SEED });
  return found === undefined ? null : { ...found };
}
