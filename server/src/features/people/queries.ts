import { sql } from 'kysely';
import { jsonArrayFrom } from 'kysely/helpers/postgres';

import type { Reader, Writer } from '@patuh/server/platform/database';
import { grantColumns } from '@patuh/server/platform/sessions/grants';
import type { Grant, Scope } from '@patuh/shared/domain/actor';
import type { GovernmentCode, ProvinceCode } from '@patuh/shared/domain/government';
import type { AssessmentId, PersonId, SessionId, UnitId } from '@patuh/shared/domain/ids';

import type { Reach } from './policy.ts';

/** The province in which the scope of a grant lies. */
const PROVINCE = sql<ProvinceCode | null>`case person_grant.scope_kind
  when 'province' then person_grant.scope_code
  when 'government' then left(person_grant.scope_code, 2)
  when 'unit' then left(unit.government_code, 2) end`;

const GOVERNMENT = sql<GovernmentCode | null>`case person_grant.scope_kind
  when 'government' then person_grant.scope_code
  when 'unit' then unit.government_code end`;

/** The cast only where the code is an id, so that the index of the units is used. */
const UNIT = sql<UnitId>`case person_grant.scope_kind when 'unit' then person_grant.scope_code::uuid end`;

function people(db: Reader) {
  return db.selectFrom('person').select((build) => [
    'person.id',
    'person.name',
    'person.email',
    'person.disabled_at',
    'person.home_government as homeGovernment',
    sql<boolean>`person.forgotten_at is not null`.as('isForgotten'),
    sql<boolean>`person.password_hash is not null`.as('hasPassword'),
    sql<boolean>`person.totp_confirmed_at is not null`.as('secondFactor'),
    build
      .selectFrom('device_session')
      .whereRef('device_session.person_id', '=', 'person.id')
      .select(({ fn }) => fn.max('last_seen_at').as('seen'))
      .as('lastSeenAt'),
    build
      .selectFrom('sign_in_link')
      .whereRef('sign_in_link.person_id', '=', 'person.id')
      .where('used_at', 'is', null)
      .select(({ fn }) => fn.max('expires_at').as('until'))
      .as('linkUntil'),
    jsonArrayFrom(
      build
        .selectFrom('person_grant')
        .leftJoin('unit', (join) => join.on('unit.id', '=', UNIT))
        .whereRef('person_grant.person_id', '=', 'person.id')
        .select([
          'person_grant.role',
          'person_grant.scope_kind',
          'person_grant.scope_code',
          PROVINCE.as('province'),
          GOVERNMENT.as('government'),
        ])
        .orderBy('person_grant.role')
        .orderBy('person_grant.scope_code'),
    ).as('grants'),
  ]);
}

export type StoredPerson = Awaited<ReturnType<typeof findPeople>>[number];

/** Everybody within the reach, by name. */
export function findPeople(db: Reader, { everywhere, provinces, governments }: Reach) {
  const all = people(db).orderBy('person.name').orderBy('person.id');
  if (everywhere) return all.execute();
  const within = sql<boolean>`${PROVINCE} = any(${provinces}::text[])
    or (person_grant.role = 'unit-contact' and ${GOVERNMENT} = any(${governments}::text[]))`;
  return all
    .where('person.id', 'in', (build) =>
      build
        .selectFrom('person_grant')
        .leftJoin('unit', (join) => join.on('unit.id', '=', UNIT))
        .select('person_grant.person_id')
        .where(within),
    )
    .execute();
}

export function findPerson(db: Reader, id: PersonId) {
  return people(db).where('person.id', '=', id).executeTakeFirst();
}

/**
 * Holds the person for whoever changes the account, so that two who do it at once come one after the other. The id stays, so
 * nobody waits who only names the person: a phone that sends what they entered, a plan that they are in.
 */
export function lockPerson(trx: Writer, id: PersonId) {
  return trx.selectFrom('person').where('id', '=', id).select('id').forNoKeyUpdate().executeTakeFirst();
}

/** Undefined if the address is taken. */
export function insertPerson(
  trx: Writer,
  {
    id,
    name,
    email,
    home = null,
    now,
  }: {
    readonly id: PersonId;
    readonly name: string;
    readonly email: string;
    readonly home?: GovernmentCode | null;
    readonly now: Date;
  },
) {
  return trx
    .insertInto('person')
    .values({
      id,
      email,
      name,
      password_hash: null,
      totp_secret: null,
      totp_pending: null,
      totp_confirmed_at: null,
      totp_last_step: null,
      disabled_at: null,
      created_at: now,
      home_government: home,
    })
    .onConflict((conflict) => conflict.column('email').doNothing())
    .returning('id')
    .executeTakeFirst();
}

export function findByEmail(db: Reader, email: string) {
  return db
    .selectFrom('person')
    .where('email', '=', email)
    .select(['id', 'disabled_at', sql<boolean>`password_hash is not null`.as('hasPassword')])
    .executeTakeFirst();
}

export async function takeGrants(trx: Writer, id: PersonId, grants: readonly Grant[]): Promise<void> {
  for (const grant of grants) {
    const { role, scope_kind: kind, scope_code: code } = grantColumns(grant);
    await trx
      .deleteFrom('person_grant')
      .where('person_id', '=', id)
      .where('role', '=', role)
      .where('scope_kind', '=', kind)
      .where('scope_code', '=', code)
      .execute();
  }
}

export async function setDisabled(trx: Writer, id: PersonId, at: Date | null): Promise<void> {
  await trx.updateTable('person').set({ disabled_at: at }).where('id', '=', id).execute();
}

/**
 * National administrators whose accounts are open, held: two who take each other's grant at once must not both succeed.
 */
export async function lockNationalAdmins(trx: Writer): Promise<readonly PersonId[]> {
  await trx
    .selectFrom('person_grant')
    .where('role', '=', 'national-admin')
    .select('person_id')
    .orderBy('person_id')
    .forUpdate()
    .execute();
  // A statement of its own: it sees what whoever held the lock before did to the accounts as well.
  const rows = await trx
    .selectFrom('person_grant')
    .innerJoin('person', 'person.id', 'person_grant.person_id')
    .where('person_grant.role', '=', 'national-admin')
    .where('person.disabled_at', 'is', null)
    .select('person_grant.person_id')
    .execute();
  return rows.map(({ person_id: id }) => id);
}

export function findAdministrator(db: Reader) {
  return db
    .selectFrom('person_grant')
    .innerJoin('person', 'person.id', 'person_grant.person_id')
    .where('person_grant.role', '=', 'national-admin')
    .where('person.disabled_at', 'is', null)
    .select('person.id')
    .limit(1)
    .executeTakeFirst();
}

export async function setHome(trx: Writer, id: PersonId, government: GovernmentCode | null): Promise<void> {
  await trx.updateTable('person').set({ home_government: government }).where('id', '=', id).execute();
}

/** Where the person is signed in, the device used last first. */
export async function findSessions(
  db: Reader,
  id: PersonId,
  { now, seenSince }: { readonly now: Date; readonly seenSince: Date },
) {
  return await db
    .selectFrom('device_session')
    .select(['id', 'device_name as deviceName', 'created_at as createdAt', 'last_seen_at as lastSeenAt'])
    .where('person_id', '=', id)
    .where('revoked_at', 'is', null)
    .where('expires_at', '>', now)
    .where('last_seen_at', '>', seenSince)
    .orderBy('last_seen_at', 'desc')
    .orderBy('id')
    .execute();
}

/** False for a device that is not, or is no longer, signed in as that person. */
export async function revokeSession(
  trx: Writer,
  { personId, sessionId, now }: { readonly personId: PersonId; readonly sessionId: SessionId; readonly now: Date },
) {
  const revoked = await trx
    .updateTable('device_session')
    .set({ revoked_at: now })
    .where('id', '=', sessionId)
    .where('person_id', '=', personId)
    .where('revoked_at', 'is', null)
    .returning('id')
    .executeTakeFirst();
  return revoked !== undefined;
}

/** The devices that keep what the person entered, the one heard from last first; one that numbered anew is one. */
export async function findFieldDevices(db: Reader, id: PersonId) {
  return await db
    .selectFrom('device_cursor')
    .select(['device_id as id', 'name', 'exchanged_at as exchangedAt', 'last_seen_at as lastSeenAt', 'waiting'])
    .where('person_id', '=', id)
    .where('replaced_by', 'is', null)
    .orderBy('last_seen_at', 'desc')
    .orderBy('device_id')
    .execute();
}

export async function findTimeZone(db: Reader, province: ProvinceCode): Promise<string | undefined> {
  const row = await db.selectFrom('province').select('time_zone').where('code', '=', province).executeTakeFirst();
  return row?.time_zone;
}

/** The last moment of a day in a place, or now if that day is not over. */
export async function endOfDay(
  db: Reader,
  { day, timeZone, now }: { readonly day: string; readonly timeZone: string; readonly now: Date },
): Promise<Date> {
  const row = await db
    .selectNoFrom(
      sql<Date>`least(${now}::timestamptz, (${day}::date + 1)::timestamp at time zone ${timeZone})`.as('at'),
    )
    .executeTakeFirstOrThrow();
  return row.at;
}

export async function findNames(db: Reader, ids: readonly PersonId[]): Promise<ReadonlyMap<PersonId, string>> {
  const rows = await db.selectFrom('person').select(['id', 'name']).where('id', 'in', ids).execute();
  return new Map(rows.map(({ id, name }) => [id, name]));
}

/** Holds units that go to another verifier, in the order of their ids. */
export async function lockUnits(trx: Writer, ids: readonly AssessmentId[]): Promise<void> {
  if (ids.length === 0) return;
  await trx.selectFrom('assessment').select('id').where('id', 'in', ids).orderBy('id').forUpdate().execute();
}

/** Whether there is such a province, government or unit. */
export async function scopeExists(db: Reader, scope: Scope): Promise<boolean> {
  switch (scope.kind) {
    case 'national':
      return true;
    case 'province':
      return isThere(await db.selectFrom('province').where('code', '=', scope.code).select('code').executeTakeFirst());
    case 'government':
      return isThere(
        await db.selectFrom('government').where('code', '=', scope.code).select('code').executeTakeFirst(),
      );
    case 'unit':
      return isThere(await db.selectFrom('unit').where('id', '=', scope.id).select('id').executeTakeFirst());
    default:
      return scope satisfies never;
  }
}

function isThere(row: object | undefined): boolean {
  return row !== undefined;
}
