import { assertNever } from '@patuh/shared/domain/assert-never';
import type { Change, ChangeAnswer, Edit } from '@patuh/shared/domain/change';
import type { ChangeId, DeviceId } from '@patuh/shared/domain/ids';

import type { Fate, JournalEntry, Taken } from './field-store.ts';

/** All that is decided by: what was entered may be sealed. */
export interface Numbered {
  readonly change: Pick<Change, 'id' | 'deviceId' | 'seq'>;
  readonly fate: Fate;
}

/** The journal of a device as a value, so that every store decides alike. Entries are in the order they were made. */
export interface Journal<Entry extends Numbered = JournalEntry> {
  readonly deviceId: DeviceId;
  /** Number of the next change of this device. */
  readonly nextSeq: number;
  readonly entries: readonly Entry[];
}

export function emptyJournal(deviceId: DeviceId): Journal {
  return { deviceId, nextSeq: 1, entries: [] };
}

/** The journal with one change more, which waits to be sent. */
export function withEdit(journal: Journal, edit: Edit): { readonly journal: Journal; readonly entry: JournalEntry } {
  const { deviceId, nextSeq } = journal;
  const entry: JournalEntry = { change: { ...edit, seq: nextSeq, deviceId }, fate: { kind: 'waiting' } };
  return { journal: { deviceId, nextSeq: nextSeq + 1, entries: [...journal.entries, entry] }, entry };
}

/**
 * The journal after the server's answers. A number the server misses is sent again from there; if the device cannot,
 * because it never had that number or somebody else used it, its numbering starts anew under another device id: the
 * changes keep their own ids, so nothing can be stored twice.
 */
export function settled<Entry extends Numbered>(
  journal: Journal<Entry>,
  answers: readonly ChangeAnswer[],
  newDeviceId: () => DeviceId,
): Journal<Entry> {
  const fates = new Map(answers.map((answer) => [answer.id, fateOf(answer)]));
  const entries = journal.entries.map((entry) => withFate(entry, fates.get(entry.change.id)));
  const expected = Math.min(...answers.flatMap((answer) => (answer.outcome === 'held' ? [answer.expected] : [])));
  const taken = answers.some((answer) => answer.outcome === 'refused' && answer.reason === 'number-used');
  const next = { ...journal, entries };
  if (taken) return renumbered(next, newDeviceId());
  if (expected === Infinity) return next;
  const has = entries.some(({ change }) => change.deviceId === journal.deviceId && change.seq === expected);
  return has ? sentAgainFrom(next, expected) : renumbered(next, newDeviceId());
}

/** What an answer makes of its change; undefined leaves it waiting. */
function fateOf(answer: ChangeAnswer): Fate | undefined {
  switch (answer.outcome) {
    case 'applied':
    case 'duplicate':
    case 'conflict':
      return { kind: 'sent' };
    case 'late':
      return { kind: 'late' };
    case 'held':
      return undefined;
    case 'refused':
      // Somebody else's change has this number: the change itself was never looked at and goes again.
      return answer.reason === 'number-used' ? undefined : { kind: 'refused', reason: answer.reason };
    default:
      return assertNever(answer);
  }
}

/** A second answer to the same change does not undo the first: `late` stays late when it is called a duplicate. */
function withFate<Entry extends Numbered>(entry: Entry, fate: Fate | undefined): Entry {
  return fate === undefined || entry.fate.kind !== 'waiting' ? entry : { ...entry, fate };
}

/** A server that lost its newest rows asks for a number it answered before; whatever it answered then is void. */
function sentAgainFrom<Entry extends Numbered>(journal: Journal<Entry>, seq: number): Journal<Entry> {
  const entries = journal.entries.map((entry): Entry =>
    entry.change.deviceId === journal.deviceId && entry.change.seq >= seq
      ? { ...entry, fate: { kind: 'waiting' } }
      : entry,
  );
  return { ...journal, entries };
}

/** What waits gets numbers from 1 under a new device id; what was answered keeps the number it was answered under. */
export function renumbered<Entry extends Numbered>(journal: Journal<Entry>, deviceId: DeviceId): Journal<Entry> {
  let nextSeq = 1;
  const entries = journal.entries.map((entry): Entry => {
    if (entry.fate.kind !== 'waiting') return entry;
    const change = { ...entry.change, deviceId, seq: nextSeq };
    nextSeq += 1;
    return { ...entry, change };
  });
  return { deviceId, nextSeq, entries };
}

/** A change the server cannot read leaves a hole in the numbers, so the rest is numbered anew. */
export function withSetAside<Entry extends Numbered>(
  journal: Journal<Entry>,
  id: ChangeId,
  newDeviceId: () => DeviceId,
): Journal<Entry> {
  const entries = journal.entries.map((entry): Entry =>
    entry.change.id === id ? { ...entry, fate: { kind: 'refused', reason: 'not-understood' } } : entry,
  );
  return renumbered({ ...journal, entries }, newDeviceId());
}

/**
 * What the server does not have although it once answered it is sent again: it came out of a backup. `taken` says which
 * numbers it has; what was numbered under another id of this device goes out under the present one.
 */
export function sentAgain<Entry extends Numbered>(journal: Journal<Entry>, taken: readonly Taken[]): Journal<Entry> {
  const lastOf = new Map(taken.map(({ deviceId, lastSeq }) => [deviceId, lastSeq]));
  let { nextSeq } = journal;
  const entries = journal.entries.map((entry): Entry => {
    const { change, fate } = entry;
    const last = lastOf.get(change.deviceId);
    if (fate.kind === 'waiting' || fate.kind === 'refused' || last === undefined || change.seq <= last) return entry;
    if (change.deviceId === journal.deviceId) return { ...entry, fate: { kind: 'waiting' } };
    const renamed = { ...change, deviceId: journal.deviceId, seq: nextSeq };
    nextSeq += 1;
    return { ...entry, change: renamed, fate: { kind: 'waiting' } };
  });
  return { ...journal, nextSeq, entries };
}

/** What the server could not read waits again, behind everything else. */
export function triedAgain<Entry extends Numbered>(journal: Journal<Entry>, ids: readonly ChangeId[]): Journal<Entry> {
  const again = new Set(ids);
  let { nextSeq } = journal;
  const entries = journal.entries.map((entry): Entry => {
    const { change, fate } = entry;
    if (!again.has(change.id) || fate.kind !== 'refused' || fate.reason !== 'not-understood') return entry;
    const renamed = { ...change, deviceId: journal.deviceId, seq: nextSeq };
    nextSeq += 1;
    return { ...entry, change: renamed, fate: { kind: 'waiting' } };
  });
  return { ...journal, nextSeq, entries };
}

/** Own changes that the pulled cells show now. */
export function covered<Entry extends Numbered>(journal: Journal<Entry>, ids: readonly ChangeId[]): Journal<Entry> {
  const shown = new Set(ids);
  const entries = journal.entries.map((entry): Entry =>
    entry.fate.kind === 'sent' && shown.has(entry.change.id) ? { ...entry, fate: { kind: 'done' } } : entry,
  );
  return { ...journal, entries };
}
