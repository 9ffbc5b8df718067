import { sql } from 'kysely';
import { jsonArrayFrom } from 'kysely/helpers/postgres';

import type { Reader, Writer } from '@patuh/server/platform/database';
import type { PersonId, SessionId } from '@patuh/shared/domain/ids';

export function findCredentials(db: Reader, email: string) {
  return db
    .selectFrom('person')
    .where('email', '=', email)
    .select(['id', 'password_hash', 'totp_confirmed_at', 'disabled_at'])
    .executeTakeFirst();
}

export function findPassword(db: Reader, id: PersonId) {
  return db.selectFrom('person').where('id', '=', id).select(['name', 'email', 'password_hash']).executeTakeFirst();
}

/** Whoever signs in, held until the session is there: an account that is being closed is closed for it too. */
export function lockPerson(trx: Writer, id: PersonId) {
  return trx
    .selectFrom('person')
    .where('id', '=', id)
    .select([
      'id',
      'name',
      'email',
      'password_hash',
      'totp_secret',
      'totp_pending',
      'totp_confirmed_at',
      'totp_last_step',
      'disabled_at',
    ])
    .forNoKeyUpdate()
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

/** Sets a password; with a reset the second factor goes too, since whoever lost one may have lost both. */
export async function setPassword(
  trx: Writer,
  id: PersonId,
  hash: string,
  { withoutSecondFactor }: { readonly withoutSecondFactor: boolean },
): Promise<void> {
  await trx
    .updateTable('person')
    .set({
      password_hash: hash,
      ...(withoutSecondFactor && {
        totp_secret: null,
        totp_pending: null,
        totp_confirmed_at: null,
        totp_last_step: null,
      }),
    })
    .where('id', '=', id)
    .execute();
  if (withoutSecondFactor) await trx.deleteFrom('recovery_code').where('person_id', '=', id).execute();
}

export async function savePendingSecret(trx: Writer, id: PersonId, sealed: string): Promise<void> {
  await trx.updateTable('person').set({ totp_pending: sealed }).where('id', '=', id).execute();
}

/** The pending secret becomes the secret; recovery codes of an older one are worth nothing any more. */
export async function turnSecondFactorOn(
  trx: Writer,
  id: PersonId,
  { secret, step, codeHashes, now }: SecondFactorOn,
): Promise<void> {
  await trx
    .updateTable('person')
    .set({ totp_secret: secret, totp_pending: null, totp_confirmed_at: now, totp_last_step: step })
    .where('id', '=', id)
    .execute();
  await trx.deleteFrom('recovery_code').where('person_id', '=', id).execute();
  await trx
    .insertInto('recovery_code')
    .values(codeHashes.map((hash) => ({ person_id: id, code_hash: hash, used_at: null })))
    .execute();
}

interface SecondFactorOn {
  readonly secret: string;
  readonly step: number;
  readonly codeHashes: readonly string[];
  readonly now: Date;
}

export async function useStep(trx: Writer, id: PersonId, step: number): Promise<void> {
  await trx.updateTable('person').set({ totp_last_step: step }).where('id', '=', id).execute();
}

/** Whether it was there and not used before. */
export async function useRecoveryCode(trx: Writer, id: PersonId, codeHash: string, now: Date): Promise<boolean> {
  const { numUpdatedRows } = await trx
    .updateTable('recovery_code')
    .set({ used_at: now })
    .where('person_id', '=', id)
    .where('code_hash', '=', codeHash)
    .where('used_at', 'is', null)
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}

/** A one-time link that can still be used, and whose it is. */
export function findLink(db: Reader, tokenHash: string, now: Date) {
  return db
    .selectFrom('sign_in_link')
    .innerJoin('person', 'person.id', 'sign_in_link.person_id')
    .where('token_hash', '=', tokenHash)
    .where('used_at', 'is', null)
    .where('expires_at', '>', now)
    .where('person.disabled_at', 'is', null)
    .select(['person.id', 'person.name', 'person.email', 'sign_in_link.purpose', 'sign_in_link.expires_at'])
    .executeTakeFirst();
}

/** Whether it could still be used; from here on it cannot. */
export async function useUpLink(trx: Writer, tokenHash: string, now: Date): Promise<boolean> {
  const { numUpdatedRows } = await trx
    .updateTable('sign_in_link')
    .set({ used_at: now })
    .where('token_hash', '=', tokenHash)
    .where('used_at', 'is', null)
    .where('expires_at', '>', now)
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}

/** Held until the next refresh token is decided, so that two requests at once get the same one. */
export function lockSession(trx: Writer, id: SessionId) {
  return trx
    .selectFrom('device_session as session')
    .innerJoin('person', 'person.id', 'session.person_id')
    .where('session.id', '=', id)
    .select([
      'session.person_id',
      'session.generation',
      'session.last_seen_at',
      'session.expires_at',
      'session.revoked_at',
      'person.disabled_at',
    ])
    .forUpdate('session')
    .executeTakeFirst();
}

export async function saveGeneration(trx: Writer, id: SessionId, generation: number, now: Date): Promise<void> {
  await trx.updateTable('device_session').set({ generation, last_seen_at: now }).where('id', '=', id).execute();
}

/** Whether such a device of that person was signed in. */
export async function revokeSession(trx: Writer, personId: PersonId, id: SessionId, now: Date): Promise<boolean> {
  const { numUpdatedRows } = await trx
    .updateTable('device_session')
    .set({ revoked_at: now })
    .where('id', '=', id)
    .where('person_id', '=', personId)
    .where('revoked_at', 'is', null)
    .where('expires_at', '>', now)
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}

/** The devices that could still ask for a new token, the one used last first. */
export function findSessions(db: Reader, personId: PersonId, now: Date, seenSince: Date) {
  return db
    .selectFrom('device_session')
    .where('person_id', '=', personId)
    .where('revoked_at', 'is', null)
    .where('expires_at', '>', now)
    .where('last_seen_at', '>', seenSince)
    .select(['id', 'device_name', 'created_at', 'last_seen_at'])
    .orderBy('last_seen_at', 'desc')
    .orderBy('id')
    .execute();
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
