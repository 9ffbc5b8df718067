import type { AssessmentState } from '@patuh/shared/domain/assessment';
import type { AssessmentId } from '@patuh/shared/domain/ids';

import type { AssessmentHeader, FieldStore } from './field-store.ts';
import type { FilePlace, FileRow } from './file-shelf.ts';
import { isOlder } from './is-older.ts';
import type { RoomLeft } from './room.ts';

/** What leaves the device: never anything that the server has not said it has. */

const DAY = 24 * 60 * 60_000;
/** So long a photo that the server has stays here all the same: a server may come out of a backup. */
const SECOND_PLACE = 7 * DAY;
/** So long everything stays of a unit that the person has no more. */
const FAREWELL = 30 * DAY;

/** The office has looked at it: nobody needs the photo on the phone to go on. */
const ACCEPTED: ReadonlySet<AssessmentState> = new Set(['verified', 'final']);

interface Situation {
  readonly rows: readonly FileRow[];
  readonly headers: readonly Pick<AssessmentHeader, 'id' | 'files' | 'state'>[];
  readonly room: RoomLeft;
  readonly now: Date;
}

/**
 * Contents of which the server said by hash that it has them, and names them in its list too. They go a week after that
 * once the unit is accepted, and at once where the device runs low.
 */
export function contentsToFree({ rows, headers, room, now }: Situation): readonly FilePlace[] {
  const units = new Map(headers.map((header) => [header.id, header]));
  return rows
    .filter(({ assessmentId, sha256, here, arrivedAt }) => {
      if (!here || arrivedAt === null) return false;
      const unit = units.get(assessmentId);
      // Of a unit that is another team’s now there is no list any more.
      if (unit !== undefined && !unit.files.includes(sha256)) return false;
      if (room !== 'ample') return true;
      return unit !== undefined && ACCEPTED.has(unit.state) && isOlder(arrivedAt, SECOND_PLACE, now);
    })
    .map(({ assessmentId, sha256 }) => ({ assessmentId, sha256 }));
}

/** Frees contents; answers how many. */
export async function freeContents(store: FieldStore, room: RoomLeft, now: Date): Promise<number> {
  const places = contentsToFree({ rows: await store.files(), headers: await store.assessments(), room, now });
  if (places.length > 0) await (await store.shelf()).free(places);
  return places.length;
}

/** After an exchange that ended well: only then what the server has, and whose unit is whose, is known. */
export async function letGo(store: FieldStore, room: RoomLeft, now: Date): Promise<void> {
  await freeContents(store, room, now);
  for (const id of await store.beyond()) await leave(store, id, now);
  for (const { id } of await store.assessments()) {
    // It came back.
    if ((await store.note(`gone-at ${id}`)) !== undefined) await store.keepNote(`gone-at ${id}`, '');
  }
}

async function leave(store: FieldStore, id: AssessmentId, now: Date): Promise<void> {
  const gone = await store.note(`gone-at ${id}`);
  if (gone === undefined || gone === '') await store.keepNote(`gone-at ${id}`, now.toISOString());
  else if (isOlder(gone, FAREWELL, now)) await store.forget(id);
}
