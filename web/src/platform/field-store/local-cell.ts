import type { Cell, CellKey, CellValue, FieldValue } from '@patuh/shared/domain/change';
import type { ChangeId } from '@patuh/shared/domain/ids';

import type { CarriedEdit, Fate, JournalEntry, RefusalReason } from './field-store.ts';
import { type StandingValue, standingValues } from './standing-values.ts';

/** One place of an assessment as it stands on this device's screen. */
export interface LocalCell extends CellKey {
  /** What is shown; undefined where only a refused or late change exists. */
  readonly value: ShownValue | undefined;
  /** What a new change replaces: everything that was on the screen. */
  readonly base: readonly ChangeId[];
  /** All values that stand against each other, the current one first; empty without a conflict. */
  readonly conflict: readonly CellValue[];
  /** The newest own change of this place, where the server did not take it. */
  readonly refused: { readonly id: ChangeId; readonly entry: FieldValue; readonly reason: RefusalReason } | undefined;
  readonly late: { readonly id: ChangeId; readonly entry: FieldValue } | undefined;
}

/** `failed`: the device could not keep it; it is on the screen and nowhere else. */
export type Keeping = 'saving' | 'failed' | 'on-device' | 'on-server';

export interface ShownValue {
  readonly changeId: ChangeId;
  readonly entry: FieldValue;
  readonly keeping: Keeping;
  /** Who entered it and when; undefined for one's own that the server has not told back yet. */
  readonly entered: { readonly by: string; readonly at: string } | undefined;
}

/** What else this device knows, besides the server’s cell and the own changes. */
export interface Beside {
  /** What colleagues entered at this place, out of files that the server does not have yet. */
  readonly carried: readonly CarriedEdit[];
  /** Under which name the server knows the person of this device. */
  readonly myName: string;
}

const ALONE: Beside = { carried: [], myName: '' };

/** A change names no more than this; what is left over is chosen again. */
export const MOST_BASES = 16;

/**
 * The server's value with everything on top that this device knows and the server does not show yet: what was not sent,
 * or not pulled back, stays visible. `entries` are the own changes of this place, oldest first; `unsaved` is an edit on its
 * way into the store.
 */
export function localCell(
  key: CellKey,
  server: Cell | undefined,
  entries: readonly JournalEntry[],
  unsaved?: Unsaved,
  { carried, myName }: Beside = ALONE,
): LocalCell {
  const own = entries.filter(({ fate }) => fate.kind === 'waiting' || fate.kind === 'sent');
  const standing = standingValues(server, own, carried, myName).toReversed();
  const value = unsaved === undefined ? shownOf(standing[0]) : unsavedValue(unsaved);
  const heads = unsaved === undefined ? standing.map(({ changeId }) => changeId) : [unsaved.changeId];
  return {
    ...key,
    value,
    base: heads.slice(0, MOST_BASES),
    conflict: unsaved === undefined && standing.length > 1 ? standing.map(cellValue) : [],
    ...leftOver(unsaved === undefined ? entries.at(-1) : undefined),
  };
}

/** An edit on its way into the store. */
export interface Unsaved {
  readonly changeId: ChangeId;
  readonly entry: FieldValue;
  readonly failed: boolean;
}

function unsavedValue({ changeId, entry, failed }: Unsaved): ShownValue {
  return { changeId, entry, keeping: failed ? 'failed' : 'saving', entered: undefined };
}

function shownOf(current: StandingValue | undefined): ShownValue | undefined {
  if (current === undefined) return undefined;
  const { changeId, entry, by, at, own, carried } = current;
  if (own !== undefined) return { changeId, entry, keeping: keepingOf(own.fate), entered: undefined };
  return { changeId, entry, keeping: carried ? 'on-device' : 'on-server', entered: { by, at } };
}

function cellValue({ changeId, entry, by, at }: StandingValue): CellValue {
  return { changeId, entry, by, at };
}

function keepingOf(fate: Fate): Keeping {
  return fate.kind === 'waiting' ? 'on-device' : 'on-server';
}

function leftOver(newest: JournalEntry | undefined): Pick<LocalCell, 'refused' | 'late'> {
  const none = { refused: undefined, late: undefined };
  if (newest === undefined) return none;
  const { change, fate } = newest;
  if (fate.kind === 'late') return { ...none, late: { id: change.id, entry: change.entry } };
  if (fate.kind !== 'refused') return none;
  return { ...none, refused: { id: change.id, entry: change.entry, reason: fate.reason } };
}

/** The cell as `shared/sync` and `shared/checks` read it: own values count before the server has them. */
export function asCell(local: LocalCell): Cell | undefined {
  if (local.value === undefined) return undefined;
  const { changeId, entry, entered } = local.value;
  return {
    indicatorId: local.indicatorId,
    subjectId: local.subjectId,
    current: { changeId, entry, by: entered?.by ?? '', at: entered?.at ?? '' },
    others: local.conflict.slice(1),
  };
}
