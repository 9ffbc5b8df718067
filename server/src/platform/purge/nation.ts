import { type RawBuilder, sql } from 'kysely';

import { assertNever } from '@patuh/shared/domain/assert-never';
import type { PersonId } from '@patuh/shared/domain/ids';
import type { NationRetention } from '@patuh/shared/domain/retention';

import type { Reader, Writer } from '../database.ts';
import { type Counted, COUNTED, type Held, held } from './held.ts';

/** What belongs to no province: everything that ended, or came, before a moment. */
export async function countNation(db: Reader, kind: NationRetention, before: Date): Promise<Held> {
  const { rows } = await sql<Counted>`select ${COUNTED} from (${idsOf(kind, before)}) as held`.execute(db);
  return held(rows[0] ?? { entries: 0, ids: '' });
}

const ended = (before: Date): RawBuilder<unknown> => sql`least(revoked_at, expires_at) < ${before}`;
const linkEnded = (before: Date): RawBuilder<unknown> => sql`least(used_at, expires_at) < ${before}`;
const silent = (before: Date): RawBuilder<unknown> => sql`last_seen_at < ${before} and name is not null`;
const closed = (before: Date): RawBuilder<unknown> => sql`disabled_at < ${before} and forgotten_at is null`;

function idsOf(kind: NationRetention, before: Date): RawBuilder<unknown> {
  switch (kind) {
    case 'unplaced':
      return sql`
        select person_id || id::text as id from quarantined_change where received_at < ${before}
        union all select author_id || hash from quarantined_entry where received_at < ${before}`;
    case 'devices':
      return sql`
        select id::text as id from device_session where ${ended(before)}
        union all select token_hash from sign_in_link where ${linkEnded(before)}
        union all select person_id::text || device_id from device_cursor where ${silent(before)}`;
    case 'accounts':
      return sql`select id::text as id from person where ${closed(before)}`;
    default:
      return assertNever(kind);
  }
}

/** Takes it away; answers whose accounts were forgotten. */
export async function purgeNation(
  trx: Writer,
  kind: NationRetention,
  { before, at }: { readonly before: Date; readonly at: Date },
): Promise<readonly PersonId[]> {
  switch (kind) {
    case 'unplaced':
      await sql`delete from quarantined_change where received_at < ${before}`.execute(trx);
      await sql`delete from quarantined_entry where received_at < ${before}`.execute(trx);
      return [];
    case 'devices':
      await sql`delete from device_session where ${ended(before)}`.execute(trx);
      await sql`delete from sign_in_link where ${linkEnded(before)}`.execute(trx);
      // The number stays: by it the answers of a phone that comes back after all are put in their order.
      await sql`update device_cursor set name = null where ${silent(before)}`.execute(trx);
      return [];
    case 'accounts':
      return await forgetPeople(trx, before, at);
    default:
      return assertNever(kind);
  }
}

/**
 * Closed accounts lose everything that says whose they were. The id stays, by which results and the audit name them, and a
 * name that is made of it, so that two of them are not taken for one.
 */
async function forgetPeople(trx: Writer, before: Date, at: Date): Promise<readonly PersonId[]> {
  const { rows } = await sql<{ id: PersonId }>`
    update person set
      name = 'Akun tertutup ' || left(id::text, 8), email = 'akun-' || id || '@tertutup.invalid',
      password_hash = null, totp_secret = null, totp_pending = null, totp_confirmed_at = null, totp_last_step = null,
      home_government = null, forgotten_at = ${at}
    where ${closed(before)} returning id`.execute(trx);
  const ids = rows.map(({ id }) => id);
  for (const table of ['person_grant', 'recovery_code', 'sign_in_link', 'device_session']) {
    await sql`delete from ${sql.table(table)} where person_id = any(${ids}::uuid[])`.execute(trx);
  }
  await sql`update device_cursor set name = null where person_id = any(${ids}::uuid[])`.execute(trx);
  return ids.toSorted();
}
