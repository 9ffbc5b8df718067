import type { PersonId } from '@patuh/shared/domain/ids';
import { deleteDB } from 'idb';

import { removeCopies } from '../field-store/copy-book.ts';
import { dbNames } from '../field-store/idb-schema.ts';
import { lockedRows, undeliveredOf, unsentFilesOf } from '../field-store/left-behind.ts';
import { opfsFolder } from '../field-store/opfs-folder.ts';
import { tellTabs } from './tabs.ts';
import { here, lookHere } from './who-is-here.ts';

/** Taking somebody off this device: never while anything of theirs exists nowhere else, and only by themselves. */

export type Removal =
  | { readonly kind: 'removed' | 'lost' }
  | { readonly kind: 'unsent'; readonly count: number }
  | { readonly kind: 'wrong'; readonly left: number }
  | { readonly kind: 'wait'; readonly wait: number };

export async function unsentOf(personId: PersonId): Promise<number> {
  const [rows, files] = [await lockedRows(personId), await unsentFilesOf(personId)];
  return rows.length + files.length + (await undeliveredOf(personId));
}

export async function removeFromDevice(personId: PersonId, pin: string): Promise<Removal> {
  const answer = await here.tryPin(personId, pin);
  if (answer.kind !== 'open') return answer;
  await here.endResume();
  // A tab that has it open would keep on writing.
  tellTabs({ kind: 'locked' });
  const count = await unsentOf(personId);
  if (count > 0) return { kind: 'unsent', count };
  for (const name of dbNames(personId)) await deleteDB(name);
  await removeCopies(opfsFolder, personId);
  await here.forget(personId);
  await lookHere();
  tellTabs({ kind: 'people' });
  return { kind: 'removed' };
}
