import type { ChangeId } from '@patuh/shared/domain/ids';
import { cellKey } from '@patuh/shared/sync/cell-key';

import type { FieldStore, JournalEntry, RefusalReason } from './field-store.ts';

/** Whether sending once more may help: the server may be newer now, or another id is all that it takes. */
export function mayBeSentAgain(entry: JournalEntry): boolean {
  const reason = reasonOf(entry);
  return reason === 'not-understood' || reason === 'id-used';
}

/**
 * Sends refused changes once more. One whose id somebody else took goes out with the same content under an id of its own;
 * the refused one stays as it is, and is not counted any more.
 */
export async function sendAgain(
  store: Pick<FieldStore, 'put' | 'sendAgain'>,
  newChangeId: () => ChangeId,
  entries: readonly JournalEntry[],
): Promise<void> {
  const unread = entries.filter((entry) => reasonOf(entry) === 'not-understood');
  if (unread.length > 0) await store.sendAgain(unread.map(({ change }) => change.id));
  for (const entry of entries.filter((one) => reasonOf(one) === 'id-used')) {
    const { seq: _seq, deviceId: _deviceId, ...edit } = entry.change;
    await store.put({ ...edit, id: newChangeId() });
  }
}

/** What the server turned away for good or for now; what was only in want of another id is not, once it was entered anew. */
export function refusedOf(entries: readonly JournalEntry[]): readonly JournalEntry[] {
  const newest = new Map(entries.map((entry) => [placeOf(entry), entry]));
  return entries.filter((entry) => {
    const reason = reasonOf(entry);
    return reason !== undefined && (reason !== 'id-used' || newest.get(placeOf(entry)) === entry);
  });
}

function reasonOf({ fate }: JournalEntry): RefusalReason | undefined {
  return fate.kind === 'refused' ? fate.reason : undefined;
}

function placeOf({ change: { assessmentId, indicatorId, subjectId, entry } }: JournalEntry): string {
  return `${assessmentId} ${cellKey({ indicatorId, subjectId, field: entry.field })}`;
}
