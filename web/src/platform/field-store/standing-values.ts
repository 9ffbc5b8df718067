import type { Cell, CellValue, Edit } from '@patuh/shared/domain/change';
import type { ChangeId, PersonId } from '@patuh/shared/domain/ids';
import { type Head, placeChange } from '@patuh/shared/sync/place-change';

import type { CarriedEdit, JournalEntry } from './field-store.ts';

/** A value of a place that nobody has replaced, as far as this device knows. */
export interface StandingValue extends CellValue {
  /** The own change, where it is one that the server’s cell does not show yet. */
  readonly own: JournalEntry | undefined;
  /** Only on this device, in a colleague’s file. */
  readonly carried: boolean;
}

/** An edit that the server’s cell does not show. */
interface Beyond {
  readonly edit: Edit;
  readonly by: string;
  readonly own: JournalEntry | undefined;
}

/**
 * What stands at a place once the server’s cell, one’s own changes and those of carried files are put together as the
 * server will do it; the current value is the last. Devices that know the same edits come to the same, in whatever order
 * they learned of them.
 */
export function standingValues(
  server: Cell | undefined,
  own: readonly JournalEntry[],
  carried: readonly CarriedEdit[],
  myName: string,
): readonly StandingValue[] {
  const known = server === undefined ? [] : [...server.others, server.current];
  const values = new Map<ChangeId, StandingValue>(
    known.map((value) => [value.changeId, { ...value, own: undefined, carried: false }]),
  );
  let heads: readonly Head[] = known.map(({ changeId, entry, by }) => ({ id: changeId, by: called(by), entry }));
  const bases = new Map<ChangeId, readonly ChangeId[]>(known.map(({ changeId }) => [changeId, []]));
  const beyond = byId([
    ...own.map((entry): Beyond => ({ edit: entry.change, by: myName, own: entry })),
    ...carried.map(({ author, edit }): Beyond => ({ edit, by: author.name, own: undefined })),
  ]);
  for (const { edit, by, own: entry } of beyond) {
    if (bases.has(edit.id)) continue;
    ({ heads } = placeChange({ heads, bases }, { id: edit.id, by: called(by), entry: edit.entry, base: edit.base }));
    bases.set(edit.id, edit.base);
    const value = { changeId: edit.id, entry: edit.entry, by, at: edit.madeAt };
    values.set(edit.id, { ...value, own: entry, carried: entry === undefined });
  }
  return heads.flatMap(({ id }) => values.get(id) ?? []);
}

/** By id, so that every device places them alike; what was built upon which follows from the edits themselves. */
function byId(edits: readonly Beyond[]): readonly Beyond[] {
  return edits.toSorted((a, b) => (a.edit.id < b.edit.id ? -1 : 1));
}

/** The server tells names, not ids; within one team they are as good. */
function called(name: string): PersonId {
  return name as PersonId;
}
