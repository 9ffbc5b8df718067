import { FILE_SIZE } from '@patuh/shared/contracts/field-files';
import type { FieldFile } from '@patuh/shared/contracts/field-files';

import { fieldFileOf, type OpenSource } from '../../platform/field-file/make-file.ts';
import type { FieldDesk } from '../../platform/field-store/field-desk.ts';
import type { FieldStore, JournalEntry } from '../../platform/field-store/field-store.ts';

/** Why there is no file, or the file. */
export type OwnFile =
  | { readonly kind: 'made'; readonly file: FieldFile }
  | { readonly kind: 'nothing' }
  /** This device never got the keys that lock a file: it was never connected. */
  | { readonly kind: 'no-keys' };

/** Everything of this person that the server does not have, as a file. */
export async function ownFile(store: FieldStore, me: OpenSource['me'], now: Date): Promise<OwnFile> {
  const entries = (await store.journal()).filter(isUnsent);
  if (entries.length === 0) return { kind: 'nothing' };
  const keys = await store.keys();
  if (keys === undefined) return { kind: 'no-keys' };
  const teams = new Map((await store.assessments()).map(({ id, team }) => [id, team.id]));
  const changes = entries.slice(0, FILE_SIZE).map(({ change }) => change);
  return { kind: 'made', file: await fieldFileOf({ me, changes, keys, teamOf: (id) => teams.get(id), now }) };
}

/**
 * What the server could not even read travels along, and what it did not know as this person’s any more: in a file it is
 * looked at anew.
 */
function isUnsent({ fate }: JournalEntry): boolean {
  if (fate.kind === 'refused') return fate.reason === 'not-understood' || fate.reason === 'unknown-assessment';
  return fate.kind === 'waiting';
}

/** A file that left the app. */
export interface LastFile {
  readonly at: number;
  readonly held: number;
}

/** Remembers that a file left the app, for the reminder and for whoever looks later. */
export async function rememberFile(store: FieldStore, { entries }: FieldFile, now: Date): Promise<LastFile> {
  await store.keepNote('file-made-at', now.toISOString());
  await store.keepNote('file-held', String(entries.length));
  return { at: now.getTime(), held: entries.length };
}

/** The last one, undefined if none ever did. */
export async function lastFile({ store }: FieldDesk): Promise<LastFile | undefined> {
  const at = Date.parse((await store.note('file-made-at')) ?? '');
  return Number.isNaN(at) ? undefined : { at, held: Number((await store.note('file-held')) ?? 0) };
}
