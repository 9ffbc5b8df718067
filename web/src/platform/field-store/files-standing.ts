import type { Cell } from '@patuh/shared/domain/change';
import { fileOf } from '@patuh/shared/domain/evidence';
import type { AssessmentId } from '@patuh/shared/domain/ids';

import type { FileRow } from './file-shelf.ts';

/** How the files stand that the evidence of one unit names. */
export interface FilesAt {
  readonly named: number;
  /** On this device and not at the server. */
  readonly here: number;
  /** Neither here nor at the server: on the phone of a colleague. */
  readonly elsewhere: number;
  /** Turned away by the server; kept here. */
  readonly refused: number;
}

export const NO_FILES: FilesAt = { named: 0, here: 0, elsewhere: 0, refused: 0 };

/** Hashes of the files that the pieces name, those of an open conflict included: either may be chosen. */
export function namedIn(cells: readonly Cell[]): ReadonlySet<string> {
  const known =
    named.get(cells) ?? new Set(cells.flatMap(({ current, others }) => [current, ...others].flatMap(fileIn)));
  named.set(cells, known);
  return known;
}

/** The cells of an assessment are the same array until something changes. */
const named = new WeakMap<readonly Cell[], ReadonlySet<string>>();

function fileIn({ entry }: Cell['current']): readonly string[] {
  if (entry.field !== 'evidence' || entry.value === null) return [];
  const file = fileOf(entry.value);
  return file === null ? [] : [file.sha256];
}

/** `atServer`: hashes of what the server said it has, with the last pull. */
export function filesAt(hashes: ReadonlySet<string>, atServer: readonly string[], rows: readonly FileRow[]): FilesAt {
  const there = new Set([
    ...atServer,
    ...rows.flatMap(({ sha256, arrivedAt }) => (arrivedAt === null ? [] : [sha256])),
  ]);
  const kept = new Map(rows.map((row) => [row.sha256, row]));
  let [here, elsewhere, refused] = [0, 0, 0];
  for (const hash of hashes) {
    if (there.has(hash)) continue;
    const row = kept.get(hash);
    if (row?.here !== true) elsewhere += 1;
    else if (row.refused === null) here += 1;
    else refused += 1;
  }
  return { named: hashes.size, here, elsewhere, refused };
}

export function sumOf(all: Iterable<FilesAt>): FilesAt {
  let sum = NO_FILES;
  for (const { named: count, here, elsewhere, refused } of all) {
    sum = {
      named: sum.named + count,
      here: sum.here + here,
      elsewhere: sum.elsewhere + elsewhere,
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
