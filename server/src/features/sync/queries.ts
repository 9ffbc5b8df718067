import { type RawBuilder, sql } from 'kysely';

import type { Reader, Writer } from '@patuh/server/platform/database';
import { entryOf, indicatorOf } from '@patuh/server/platform/assessments/cells';
import { plainArray } from '@patuh/server/platform/plain-array';
import type { Change, ChangeRefusal } from '@patuh/shared/domain/change';
import type { AssessmentId, ChangeId, DeviceId, PeriodId, PersonId, PushId } from '@patuh/shared/domain/ids';

/**
 * The last number taken from each device of the person, under its row lock until the end of the transaction: of two
 * pushes of one device the second waits for the first. A device that is new starts at 0. Along with it whether anything of
 * the person was ever refused and kept.
 */
export async function lockCursors(
  trx: Writer,
  personId: PersonId,
  devices: readonly DeviceId[],
  now: Date,
): Promise<{ readonly cursors: Map<DeviceId, number>; readonly wasRefused: boolean }> {
  const rows = await trx
    .insertInto('device_cursor')
    .values(
      devices
        .toSorted()
        .map((deviceId) => ({ person_id: personId, device_id: deviceId, last_seq: 0, last_seen_at: now })),
    )
    .onConflict((conflict) => conflict.columns(['person_id', 'device_id']).doUpdateSet({ last_seen_at: now }))
    .returning([
      'device_id',
      'last_seq',
      sql<boolean>`exists (select from quarantined_change where person_id = ${personId})`.as('was_refused'),
    ])
    .execute();
  const cursors = new Map(rows.map((row) => [row.device_id, row.last_seq]));
  return { cursors, wasRefused: rows.some((row) => row.was_refused) };
}

/** The numbers that were taken, under the locks of `lockCursors`. */
export function cursorWrite(personId: PersonId, cursors: ReadonlyMap<DeviceId, number>): RawBuilder<unknown> {
  return sql`
    update device_cursor set last_seq = moved.last_seq
    from unnest(${[...cursors.keys()]}::uuid[], ${[...cursors.values()]}::integer[]) as moved (device_id, last_seq)
    where device_cursor.person_id = ${personId} and device_cursor.device_id = moved.device_id
      and device_cursor.last_seq < moved.last_seq`;
}

/** Changes stored before under these ids, whoever made them. */
export async function findStored(
  db: Reader,
  ids: readonly ChangeId[],
): Promise<readonly { readonly by: PersonId; readonly change: Change; readonly late: boolean }[]> {
  if (ids.length === 0) return [];
  const rows = await db
    .selectFrom('answer_change')
    .select([
      'id',
      'assessment_id',
      'indicator_id',
      'subject_id',
      'field',
      'value',
      'base',
      'seq',
      'device_id',
      'person_id',
      'made_at',
      'placement',
    ])
    .where('id', '=', sql<ChangeId>`any(${ids}::uuid[])`)
    .execute();
  return rows.map((row) => ({
    by: row.person_id,
    late: row.placement === 'late',
    change: {
      id: row.id,
      assessmentId: row.assessment_id,
      indicatorId: indicatorOf(row.indicator_id),
      subjectId: row.subject_id,
      entry: entryOf(row),
      base: row.base,
      seq: row.seq,
      madeAt: row.made_at.toISOString(),
      deviceId: row.device_id,
    },
  }));
}

/**
 * Changes of the person that were refused and kept, with the reason they were given then. Those whose unit was closed are
 * looked at anew: now they come late, into the history.
 */
export async function findQuarantined(
  db: Reader,
  personId: PersonId,
  ids: readonly ChangeId[],
): Promise<readonly { readonly id: ChangeId; readonly content: unknown; readonly reason: string }[]> {
  if (ids.length === 0) return [];
  return await db
    .selectFrom('quarantined_change')
    .select(['id', 'content', 'reason'])
    .where('person_id', '=', personId)
    .where('id', '=', sql<ChangeId>`any(${ids}::uuid[])`)
    .where('reason', '<>', 'closed')
    .execute();
}

/** A change as it is stored: with what became of it. */
export interface StoredChange {
  readonly change: Change;
  readonly periodId: PeriodId;
  readonly placement: 'applied' | 'conflict' | 'history' | 'late';
}

interface Arrival {
  readonly personId: PersonId;
  readonly pushId: PushId;
  readonly at: Date;
}

/** Adds changes to the history: rows travel as one array per column. */
export function changesWrite(rows: readonly StoredChange[], { personId, pushId, at }: Arrival): RawBuilder<unknown> {
  const column = <Value>(valueOf: (change: Change) => Value): Value[] => rows.map(({ change }) => valueOf(change));
  return sql`
    insert into answer_change
      (id, period_id, assessment_id, indicator_id, subject_id, field, value, base, seq, device_id, person_id, made_at,
       received_at, push_id, placement)
    select id, period_id, assessment_id, indicator_id, subject_id, field, value::jsonb, base::uuid[], seq, device_id,
      ${personId}::uuid, made_at, ${at}::timestamptz, ${pushId}::uuid, placement
    from unnest(
      ${plainArray(column(({ id }) => id))}::uuid[], ${plainArray(rows.map(({ periodId }) => periodId))}::uuid[],
      ${plainArray(column(({ assessmentId }) => assessmentId))}::uuid[], ${column(({ indicatorId }) => indicatorId ?? '')}::text[],
      ${column(({ subjectId }) => subjectId)}::text[], ${column(({ entry }) => entry.field)}::text[],
      ${column(({ entry }) => JSON.stringify(entry.value))}::text[], ${column(({ base }) => `{${base.join(',')}}`)}::text[],
      ${plainArray(column(({ seq }) => seq))}::integer[], ${plainArray(column(({ deviceId }) => deviceId))}::uuid[],
      ${plainArray(column(({ madeAt }) => madeAt))}::timestamptz[], ${rows.map(({ placement }) => placement)}::text[]
    ) as incoming
      (id, period_id, assessment_id, indicator_id, subject_id, field, value, base, seq, device_id, made_at, placement)`;
}

export async function insertLate(
  trx: Writer,
  late: readonly { readonly change: Change; readonly decision: 'waiting' | 'after-publication' }[],
  now: Date,
): Promise<void> {
  if (late.length === 0) return;
  await trx
    .insertInto('late_change')
    .values(
      late.map(({ change: { id, assessmentId }, decision }) => ({
        change_id: id,
        assessment_id: assessmentId,
        received_at: now,
        decision,
        reason: null,
        decided_by: null,
        decided_at: decision === 'waiting' ? null : now,
      })),
    )
    .execute();
}

/** Keeps what was refused, with the reason: nothing that somebody entered is thrown away. */
export async function insertQuarantined(
  trx: Writer,
  personId: PersonId,
  refused: readonly { readonly change: Change; readonly reason: ChangeRefusal }[],
  now: Date,
): Promise<void> {
  if (refused.length === 0) return;
  await trx
    .insertInto('quarantined_change')
    .values(
      refused.map(({ change, reason }) => ({
        person_id: personId,
        id: change.id,
        content: JSON.stringify(change),
        reason,
        received_at: now,
      })),
    )
    // Another change of this person was refused under the same id: the first one stays.
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

/** Something arrived: the next version of each, and the first change begins an assessment. */
export function versionsWrite(ids: readonly AssessmentId[]): RawBuilder<unknown> {
  return sql`
    update assessment
    set version = version + 1, state = case when state = 'assigned' then 'in-progress' else state end
    where id = any(${ids}::uuid[])`;
}

/** What a device says of itself when it asks for everything. */
export interface PullingDevice {
  readonly id: DeviceId;
  readonly name: string;
  readonly waiting: number;
  readonly oldestWaitingAt?: string | undefined;
  readonly filesWaiting?: number | undefined;
}

/** That the device asked for everything, with what it says of itself and of what it was before it numbered anew. */
export async function recordContact(
  trx: Writer,
  personId: PersonId,
  { id, name, waiting, oldestWaitingAt, filesWaiting }: PullingDevice,
  { earlier, now }: { readonly earlier: readonly DeviceId[]; readonly now: Date },
): Promise<void> {
  const said = {
    name,
    waiting,
    oldest_waiting_at: enteredAt(oldestWaitingAt, now),
    files_waiting: filesWaiting ?? null,
    exchanged_at: now,
    last_seen_at: now,
    replaced_by: null,
  };
  await trx
    .insertInto('device_cursor')
    .values({ person_id: personId, device_id: id, last_seq: 0, ...said })
    .onConflict((conflict) => conflict.columns(['person_id', 'device_id']).doUpdateSet(said))
    .execute();
  if (earlier.length === 0) return;
  await trx
    .updateTable('device_cursor')
    .set({ replaced_by: id })
    .where('person_id', '=', personId)
    // Also what came in a file as work of one of them.
    .where((either) => either.or([either('device_id', 'in', earlier), either('replaced_by', 'in', earlier)]))
    .where('device_id', '<>', id)
    .execute();
}

/** Nothing was entered after it was told: a clock that goes fast is not believed. */
function enteredAt(said: string | undefined, now: Date): Date | null {
  if (said === undefined) return null;
  return new Date(Math.min(Date.parse(said), now.getTime()));
}

export interface Taken {
  readonly deviceId: DeviceId;
  readonly lastSeq: number;
}

/** The last number taken of each of these devices of the person; 0 for those that sent nothing yet. */
export async function findTaken(
  db: Reader,
  personId: PersonId,
  devices: readonly DeviceId[],
): Promise<readonly Taken[]> {
  const rows = await db
    .selectFrom('device_cursor')
    .select(['device_id', 'last_seq'])
    .where('person_id', '=', personId)
    .where('device_id', 'in', devices)
    .execute();
  const lastOf = new Map(rows.map((row) => [row.device_id, row.last_seq]));
  return [...new Set(devices)].map((deviceId) => ({ deviceId, lastSeq: lastOf.get(deviceId) ?? 0 }));
}
