import type { Cell, Field } from '../domain/change.ts';
import { fileOf } from '../domain/evidence.ts';
import { canonicalText } from '../publication/canonical.ts';
import { sha256Hex } from '../publication/hash.ts';
import { answersHash, hashedCell } from '../sync/answers-hash.ts';
import { subjectKindOf } from '../sync/subjects.ts';
import { withoutWithdrawn } from '../sync/withdrawn.ts';
import { type Place, placeKey } from './places.ts';

/** Of the subject itself, what the answers about it hang on: another product or another person is another answer. */
const MAKES_THE_SUBJECT: ReadonlySet<Field> = new Set(['presence', 'name', 'profile', 'from-paper']);

/**
 * By place, the cells that are accepted with it: the answer, its note and what the team says to warnings there, the evidence
 * that proves it, and who or what the subject is. Made once, asked often.
 */
export function acceptedCells(cells: readonly Cell[]): (place: Place) => readonly Cell[] {
  const atPlace = new Map<string, Cell[]>();
  const ofSubject = new Map<string, Cell[]>();
  for (const cell of withoutWithdrawn(cells)) {
    const { indicatorId, subjectId, current } = cell;
    if (indicatorId !== null) add(atPlace, placeKey({ indicatorId, subjectId }), cell);
    else if (current.entry.field === 'evidence') {
      for (const key of new Set(current.entry.value?.proves.map(placeKey))) add(atPlace, key, cell);
    } else if (subjectKindOf(subjectId) !== 'unit' && MAKES_THE_SUBJECT.has(current.entry.field)) {
      add(ofSubject, subjectId, cell);
    }
  }
  return (place) => [...(atPlace.get(placeKey(place)) ?? []), ...(ofSubject.get(place.subjectId) ?? [])];
}

/**
 * SHA-256 of what is accepted with a place: the same exactly as long as each of its cells stands as it was set, and none of
 * its photos and documents arrives that was still `outstanding` (hashes) and that nobody could look at.
 */
export function acceptedValues(
  cells: readonly Cell[],
  outstanding: ReadonlySet<string> = new Set(),
): (place: Place) => string {
  const cellsOf = acceptedCells(cells);
  return (place) => {
    const own = cellsOf(place);
    const unseen = filesIn(own).filter((sha256) => outstanding.has(sha256));
    const said = [placeKey(place), answersHash(own.map(hashedCell))];
    return sha256Hex(canonicalText(unseen.length === 0 ? said : [...said, unseen.toSorted()]));
  };
}

/** Hashes of the files that these cells name, each once. */
export function filesIn(cells: readonly Cell[]): readonly string[] {
  const files = cells.flatMap(({ current: { entry } }) =>
    entry.field === 'evidence' && entry.value !== null ? (fileOf(entry.value)?.sha256 ?? []) : [],
  );
  return [...new Set(files)];
}

function add(to: Map<string, Cell[]>, key: string, cell: Cell): void {
  const known = to.get(key);
  if (known === undefined) to.set(key, [cell]);
  else known.push(cell);
}
