import { timingSafeEqual } from 'node:crypto';
import { setImmediate as letOthersGo } from 'node:timers/promises';

import { unseal } from '@patuh/server/platform/custody/unseal';
import { type FieldFile, ProvenEdit } from '@patuh/shared/contracts/field-files';
import type { Change } from '@patuh/shared/domain/change';
import type { PersonId } from '@patuh/shared/domain/ids';
import { proofOf } from '@patuh/shared/sync/proof';
import * as z from 'zod/mini';

export type SealedEntry = FieldFile['entries'][number];

/** Why an entry is not stored as its author’s. */
export type Flaw = 'broken-seal' | 'wrong-shape' | 'wrong-proof';

interface OpenedEntries {
  /** What the author entered, as changes of the device it was entered on, in the order of its numbers. */
  readonly changes: readonly Change[];
  readonly flawed: readonly { readonly entry: SealedEntry; readonly flaw: Flaw }[];
}

export interface FileKeys {
  /** With which the entries are sealed. */
  readonly key: Uint8Array;
  readonly author: PersonId;
  /** With which the author may have proven them. */
  readonly authorKeys: readonly Uint8Array[];
}

/** So many at once, then whoever else waits has a turn: a large file takes seconds. */
const AT_ONCE = 50;

/** Opens every entry by itself: one that is damaged says nothing about the others. */
export async function openEntries(entries: readonly SealedEntry[], keys: FileKeys): Promise<OpenedEntries> {
  const changes: Change[] = [];
  const flawed: { entry: SealedEntry; flaw: Flaw }[] = [];
  for (const [index, entry] of entries.entries()) {
    const opened = openEntry(entry, keys);
    if (typeof opened === 'string') flawed.push({ entry, flaw: opened });
    else changes.push(opened);
    if (index % AT_ONCE === AT_ONCE - 1) await letOthersGo();
  }
  return { changes: changes.toSorted(byNumber), flawed };
}

function openEntry({ deviceId, seq, sealed }: SealedEntry, { key, author, authorKeys }: FileKeys): Change | Flaw {
  const text = unseal(key, Buffer.from(sealed, 'base64'))?.toString('utf8');
  if (text === undefined) return 'broken-seal';
  const written = writtenIn(text);
  const read = ProvenEdit.safeParse(written);
  if (written === undefined || !read.success) return 'wrong-shape';
  const proof = Buffer.from(read.data.proof, 'base64');
  const isTheirs = authorKeys.some((authorKey) => timingSafeEqual(proofOf(authorKey, author, written.edit), proof));
  return isTheirs ? { ...read.data.edit, deviceId, seq } : 'wrong-proof';
}

/** The edit as the phone wrote it: the proof is of this text, the schema may trim it. */
const Written = z.looseObject({ edit: z.looseObject({}) });

function writtenIn(text: string): z.infer<typeof Written> | undefined {
  try {
    return Written.parse(JSON.parse(text));
  } catch {
    return undefined;
  }
}

function byNumber(a: Change, b: Change): number {
  return a.deviceId === b.deviceId ? a.seq - b.seq : a.deviceId < b.deviceId ? -1 : 1;
}
