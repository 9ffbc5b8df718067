import { createHash } from 'node:crypto';

import { sql } from 'kysely';

import type { Reader, Writer } from '@patuh/server/platform/database';
import { grantsOf } from '@patuh/server/platform/sessions/grants';
import type { FieldFile } from '@patuh/shared/contracts/field-files';
import type { Actor } from '@patuh/shared/domain/actor';
import type { ChangeId, PersonId, SessionId } from '@patuh/shared/domain/ids';

import type { Flaw, SealedEntry } from './open-entries.ts';
import type { Renumbered } from './renumbered.ts';

/** A person with what they may do now: nothing, where the account is closed. Undefined where there is no such person. */
export async function findAuthor(
  db: Reader,
  personId: PersonId,
): Promise<Pick<Actor, 'personId' | 'grants'> | undefined> {
  const person = await db.selectFrom('person').select('disabled_at').where('id', '=', personId).executeTakeFirst();
  if (person === undefined) return undefined;
  return { personId, grants: person.disabled_at === null ? await grantsOf(db, personId) : [] };
}

/** When the person of this session gave their password or came in by a link. */
export async function findSignedInAt(db: Reader, sessionId: SessionId): Promise<Date | undefined> {
  const session = await db
    .selectFrom('device_session')
    .select('created_at')
    .where('id', '=', sessionId)
    .executeTakeFirst();
  return session?.created_at;
}

/** Which of these changes the server has of that person. */
export async function findStored(
  db: Reader,
  personId: PersonId,
  changes: readonly { readonly id: ChangeId }[],
): Promise<ReadonlySet<ChangeId>> {
  const rows = await db
    .selectFrom('answer_change')
    .select('id')
    .where('id', '=', sql<ChangeId>`any(${changes.map(({ id }) => id)}::uuid[])`)
    .where('person_id', '=', personId)
    .execute();
  return new Set(rows.map(({ id }) => id));
}

/** What was stored under numbers made here is work of the store it was entered in: nobody has another device to look for. */
export async function nameAsOne(trx: Writer, personId: PersonId, anew: readonly Renumbered[]): Promise<void> {
  if (anew.length === 0) return;
  await sql`
    update device_cursor set replaced_by = coalesce(store.replaced_by, store.device_id)
    from unnest(${anew.map((one) => one.as)}::uuid[], ${anew.map((one) => one.of)}::uuid[]) as made (device_id, store_id)
    join device_cursor store on store.person_id = ${personId} and store.device_id = made.store_id
    where device_cursor.person_id = ${personId} and device_cursor.device_id = made.device_id`.execute(trx);
}

interface Flawed {
  readonly file: FieldFile;
  readonly flawed: readonly { readonly entry: SealedEntry; readonly flaw: Flaw }[];
  readonly broughtBy: PersonId;
  readonly at: Date;
}

/** So many of one carrier are kept: enough for any accident, too few to fill a disk with. */
const MOST_KEPT = 2_000;

/** Keeps entries that could not be stored as their author’s, as they came; each once. */
export async function keepFlawed(trx: Writer, { file, flawed, broughtBy, at }: Flawed): Promise<void> {
  if (flawed.length === 0) return;
  const { kept } = await trx
    .selectFrom('quarantined_entry')
    .select(({ fn }) => fn.countAll<number>().as('kept'))
    .where('brought_by', '=', broughtBy)
    .executeTakeFirstOrThrow();
  const room = flawed.slice(0, Math.max(0, MOST_KEPT - kept));
  if (room.length === 0) return;
  await trx
    .insertInto('quarantined_entry')
    .values(
      room.map(({ entry: { deviceId, seq, sealed }, flaw }) => ({
        author_id: file.from.personId,
        hash: createHash('sha256').update(sealed).digest('hex'),
        file_id: file.id,
        device_id: deviceId,
        seq,
        sealed,
        office_lock: JSON.stringify(file.locks.office),
        reason: flaw,
        brought_by: broughtBy,
        received_at: at,
      })),
    )
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}
