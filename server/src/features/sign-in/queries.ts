import { sql } from 'kysely';
import { jsonArrayFrom } from 'kysely/helpers/postgres';

import type { Reader, Writer } from '@patuh/server/platform/database';
import type { PersonId } from '@patuh/shared/domain/ids';

export function findCredentials(db: Reader, email: string) {
  return db
    .selectFrom('person')
    .where('email', '=', email)
    .select(['id', 'password_hash', 'disabled_at'])
    .executeTakeFirst();
}

/** Whoever signs in, held until the session is there: an account that is being closed is closed for it too. */
export function lockPerson(trx: Writer, id: PersonId) {
  return trx
    .selectFrom('person')
    .where('id', '=', id)
    .select(['id', 'password_hash', 'totp_secret', 'totp_confirmed_at', 'totp_last_step', 'disabled_at'])
    .forUpdate()
    .executeTakeFirst();
}

/** Everything the screens know about a person. */
export function findPerson(db: Reader, id: PersonId) {
  return db
    .selectFrom('person')
    .where('id', '=', id)
    .select((build) => [
      'id',
      'name',
      'email',
      'demo',
      sql<boolean>`totp_confirmed_at is not null`.as('secondFactorOn'),
      build
        .selectFrom('recovery_code')
        .whereRef('recovery_code.person_id', '=', 'person.id')
        .where('used_at', 'is', null)
        .select(({ fn }) => fn.countAll<number>().as('left'))
        .as('recoveryCodesLeft'),
      jsonArrayFrom(
        build
          .selectFrom('person_grant')
          .whereRef('person_grant.person_id', '=', 'person.id')
          .select(['role', 'scope_kind', 'scope_code'])
          .orderBy('role')
          .orderBy('scope_code'),
      ).as('grants'),
    ])
    .executeTakeFirst();
}

/** Counts an attempt before it is judged, so that guesses sent together count each. Undefined while blocked. */
export function countAttempt(trx: Writer, keyHash: string, now: Date, forgottenBefore: Date) {
  return trx
    .insertInto('sign_in_throttle')
    .values({ key_hash: keyHash, failures: 1, last_failure_at: now, blocked_until: null })
    .onConflict((conflict) =>
      conflict
        .column('key_hash')
        .doUpdateSet({
          failures: sql<number>`case when sign_in_throttle.last_failure_at < ${forgottenBefore} then 1
            else sign_in_throttle.failures + 1 end`,
          last_failure_at: now,
          blocked_until: null,
        })
        .where((build) =>
          build.or([
            build('sign_in_throttle.blocked_until', 'is', null),
            build('sign_in_throttle.blocked_until', '<=', now),
          ]),
        ),
    )
    .returning('failures')
    .executeTakeFirst();
}

export async function blockAttempts(trx: Writer, keyHash: string, until: Date): Promise<void> {
  await trx.updateTable('sign_in_throttle').set({ blocked_until: until }).where('key_hash', '=', keyHash).execute();
}

export function findBlock(db: Reader, keyHash: string) {
  return db.selectFrom('sign_in_throttle').where('key_hash', '=', keyHash).select('blocked_until').executeTakeFirst();
}

export async function forgetAttempts(trx: Writer, keyHash: string): Promise<void> {
  await trx.deleteFrom('sign_in_throttle').where('key_hash', '=', keyHash).execute();
}

/** Counts that no longer count. */
export async function sweepAttempts(trx: Writer, forgottenBefore: Date): Promise<void> {
  await trx.deleteFrom('sign_in_throttle').where('last_failure_at', '<', forgottenBefore).execute();
}
