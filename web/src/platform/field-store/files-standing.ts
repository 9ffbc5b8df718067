import type { Cell } from '@patuh/shared/domain/change';
import { fileOf } from '@patuh/shared/domain/evidence';
import type { AssessmentId } from '@patuh/shared/domain/ids';

import type { JournalEntry } from './field-store.ts';
import type { FileRow } from './file-shelf.ts';

/** How the files stand that the evidence of one unit names. */
export interface FilesAt {
  readonly named: number;
  /** On this device and not at the server. */
  readonly here: number;
  /** Neither here nor at the server: on the phone of a colleague. */
  readonly elsewhere: number;
  /** Taken on this device, and neither here any more nor at the server. */
  readonly lost: number;
  /** Turned away by the server; kept here. */
  readonly refused: number;
}

export const NO_FILES: FilesAt = { named: 0, here: 0, elsewhere: 0, lost: 0, refused: 0 };

/** Hashes of the files that the pieces name, those of an open conflict included: either may be chosen. */
export function namedIn(cells: readonly Cell[]): ReadonlySet<string> {
  const known =
    named.get(cells) ?? new Set(cells.flatMap(({ current, others }) => [current, ...others].flatMap(fileIn)));
  named.set(cells, known);
  return known;
}

/** The cells of an assessment are the same array until something changes. */
const named = new WeakMap<readonly Cell[], ReadonlySet<string>>();

function fileIn({ entry }: Pick<Cell['current'], 'entry'>): readonly string[] {
  if (entry.field !== 'evidence' || entry.value === null) return [];
  const file = fileOf(entry.value);
  return file === null ? [] : [file.sha256];
}

/** With those of own pieces that came after submission: whoever decides about them has to see what they show. */
export function namedWith(
  cells: readonly Cell[],
  journal: readonly JournalEntry[],
  id: AssessmentId,
): ReadonlySet<string> {
  const late = journal.filter(({ change, fate }) => fate.kind === 'late' && change.assessmentId === id);
  const hashes = late.flatMap(({ change: { entry } }) => fileIn({ entry }));
  return hashes.length === 0 ? namedIn(cells) : new Set([...namedIn(cells), ...hashes]);
}

/** Hashes of files that this device was the first to name, whatever became of them here since. */
export function takenHere(journal: readonly JournalEntry[]): ReadonlySet<string> {
  const known =
    taken.get(journal) ??
    new Set(journal.flatMap(({ change }) => (change.base.length === 0 ? fileIn({ entry: change.entry }) : [])));
  taken.set(journal, known);
  return known;
}

/** The journal is the same array until something changes. */
const taken = new WeakMap<readonly JournalEntry[], ReadonlySet<string>>();

/** Where a file is of which the server said nothing. */
export function whereIs(row: FileRow | undefined, isFromHere: boolean): 'here' | 'elsewhere' | 'lost' | 'refused' {
  // What does not open any more is as good as not there.
  if (row?.here !== true || row.refused === 'not-here') return row !== undefined || isFromHere ? 'lost' : 'elsewhere';
  return row.refused === null ? 'here' : 'refused';
}

/** `atServer`: hashes of what the server said it has, with the last pull; `fromHere`: see `takenHere`. */
export function filesAt(
  hashes: ReadonlySet<string>,
  atServer: readonly string[],
  rows: readonly FileRow[],
  fromHere: ReadonlySet<string> = new Set(),
): FilesAt {
  const there = new Set([
    ...atServer,
    ...rows.flatMap(({ sha256, arrivedAt }) => (arrivedAt === null ? [] : [sha256])),
  ]);
  const kept = new Map(rows.map((row) => [row.sha256, row]));
  const count = { ...NO_FILES, named: hashes.size };
  for (const hash of hashes) {
    if (!there.has(hash)) count[whereIs(kept.get(hash), fromHere.has(hash))] += 1;
  }
  return count;
}

export function sumOf(all: Iterable<FilesAt>): FilesAt {
  let sum = NO_FILES;
  for (const { named: count, here, elsewhere, lost, refused } of all) {
    sum = {
      named: sum.named + count,
      here: sum.here + here,
      elsewhere: sum.elsewhere + elsewhere,
      lost: sum.lost + lost,
      refused: sum.refused + refused,
    };
  }
  return sum;
}

/** How those stand that were taken in a unit the person has no more: nobody tells what is named there, or has arrived. */
export function filesLeft(rows: readonly FileRow[]): FilesAt {
  const left = rows.filter(({ here, arrivedAt }) => here && arrivedAt === null);
  return filesAt(new Set(left.map(({ sha256 }) => sha256)), [], left);
}

/** What of a unit is to be sent: named by a piece, here, not at the server, and not turned away. */
export function toSend(rows: readonly FileRow[], hashes: ReadonlySet<string> | undefined, atServer: readonly string[]) {
  const there = new Set(atServer);
  return rows.filter(
    ({ sha256, here, arrivedAt, refused }) =>
      here && refused === null && arrivedAt === null && !there.has(sha256) && (hashes?.has(sha256) ?? true),
  );
}

export function rowsOf(rows: readonly FileRow[], id: AssessmentId): readonly FileRow[] {
  return rows.filter(({ assessmentId }) => assessmentId === id);
}
