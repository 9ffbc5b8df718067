import type { AssessmentView } from '@patuh/shared/contracts/assessments';
import type { Cell } from '@patuh/shared/domain/change';
import { cellKey } from '@patuh/shared/sync/cell-key';
import { withoutWithdrawn } from '@patuh/shared/sync/withdrawn';

import type { AssessmentHeader } from './field-store.ts';

/** One assessment as the server held it at `header.version`. */
export interface Snapshot {
  readonly header: AssessmentHeader;
  readonly cells: ReadonlyMap<string, Cell>;
}

/**
 * The snapshot with what a pull brought: `view.cells` are those that changed since the version the device named, or all
 * of them (`whole`): then they take the place of what was there, which a server out of a backup may not have. An answer
 * that was overtaken by a newer one changes nothing.
 */
export function merged(old: Snapshot | undefined, view: AssessmentView, whole = false): Snapshot {
  if (whole) return merged(undefined, view);
  if (old !== undefined && old.header.version > view.version) return old;
  const { cells, ...header } = view;
  const next = new Map(old?.cells);
  for (const cell of cells) next.set(keyOf(cell), cell);
  // Nothing of a withdrawn user is kept.
  const kept = withoutWithdrawn([...next.values()]);
  return { header, cells: kept.length === next.size ? next : new Map(kept.map((cell) => [keyOf(cell), cell])) };
}

/** The place of a cell, as a key. */
export function keyOf({ indicatorId, subjectId, current }: Cell): string {
  return cellKey({ indicatorId, subjectId, field: current.entry.field });
}
