import type { Cell, CellKey, CellValue, FieldValue } from '@patuh/shared/domain/change';
import type { ChangeId } from '@patuh/shared/domain/ids';

import type { Fate, JournalEntry, RefusalReason } from './field-store.ts';

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

/**
 * The server's value with the device's own changes on top: what was not sent, or not pulled back yet, stays visible.
 * `entries` are the own changes of this place, oldest first; `unsaved` is an edit on its way into the store.
 */
export function localCell(
  key: CellKey,
  server: Cell | undefined,
  entries: readonly JournalEntry[],
  unsaved?: { readonly changeId: ChangeId; readonly entry: FieldValue; readonly failed: boolean },
): LocalCell {
  const own = entries.findLast(({ fate }) => fate.kind === 'waiting' || fate.kind === 'sent');
  const value = shownOf(server, own, unsaved);
  const isServers = value !== undefined && value.changeId === server?.current.changeId && value.entered !== undefined;
  const conflict = isServers && server.others.length > 0 ? [server.current, ...server.others] : [];
  const heads = conflict.length > 0 ? conflict.map(({ changeId }) => changeId) : [];
  return {
    ...key,
    value,
    base: heads.length > 0 ? heads : value === undefined ? [] : [value.changeId],
    conflict,
    ...leftOver(unsaved === undefined ? entries.at(-1) : undefined),
  };
}

function shownOf(
  server: Cell | undefined,
  own: JournalEntry | undefined,
  unsaved: Parameters<typeof localCell>[3],
): ShownValue | undefined {
  if (unsaved !== undefined) {
    const { changeId, entry, failed } = unsaved;
    return { changeId, entry, keeping: failed ? 'failed' : 'saving', entered: undefined };
  }
  if (own !== undefined) {
    const { id, entry } = own.change;
    return { changeId: id, entry, keeping: keepingOf(own.fate), entered: undefined };
  }
  if (server === undefined) return undefined;
  const { changeId, entry, by, at } = server.current;
  return { changeId, entry, keeping: 'on-server', entered: { by, at } };
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
