import type { Cell, Field } from '../domain/change.ts';
import { canonicalText } from '../publication/canonical.ts';
import { sha256Hex } from '../publication/hash.ts';
import { answersHash, hashedCell } from '../sync/answers-hash.ts';
import { subjectKindOf } from '../sync/subjects.ts';
import { withoutWithdrawn } from '../sync/withdrawn.ts';
import { type Place, placeKey } from './places.ts';

/** Of the subject itself, what the answers about it hang on: another product or another person is another answer. */
const MAKES_THE_SUBJECT: ReadonlySet<Field> = new Set(['presence', 'name', 'profile', 'from-paper']);

/**
 * SHA-256 of all that is accepted with a place: the answer, its note and what the team says to warnings there, the evidence
 * that proves it, and who or what the subject is. It is the same exactly as long as each of them stands as it was set.
 */
export function acceptedValues(cells: readonly Cell[]): (place: Place) => string {
  const shown = withoutWithdrawn(cells);
  const atPlace = new Map<string, Cell[]>();
  const ofSubject = new Map<string, Cell[]>();
  for (const cell of shown) {
    const { indicatorId, subjectId, current } = cell;
    if (indicatorId !== null) add(atPlace, placeKey({ indicatorId, subjectId }), cell);
    else if (current.entry.field === 'evidence') {
      for (const key of new Set(current.entry.value?.proves.map(placeKey))) add(atPlace, key, cell);
    } else if (subjectKindOf(subjectId) !== 'unit' && MAKES_THE_SUBJECT.has(current.entry.field)) {
      add(ofSubject, subjectId, cell);
    }
  }
  return (place) => {
    const key = placeKey(place);
    const mine = [...(atPlace.get(key) ?? []), ...(ofSubject.get(place.subjectId) ?? [])];
    return sha256Hex(canonicalText([key, answersHash(mine.map(hashedCell))]));
  };
}

function add(to: Map<string, Cell[]>, key: string, cell: Cell): void {
  const known = to.get(key);
  if (known === undefined) to.set(key, [cell]);
  else known.push(cell);
}
