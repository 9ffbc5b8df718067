import { sql } from 'kysely';

import { DEMO_PROVINCE } from '@patuh/shared/domain/demo';
import type { AssessmentId, PersonId } from '@patuh/shared/domain/ids';
import type { Instrument } from '@patuh/shared/domain/instrument';
import type { Demo } from '@patuh/seeds/demo';
import { assessmentIdOf, type DemoSeason } from '@patuh/seeds/demo/seasons';

import type { Reader, Writer } from '../platform/database.ts';
import { giveGrants } from '../platform/sessions/grants.ts';

/** Whether Provinsi Contoh is in the database: it comes whole or not at all. */
export async function hasDemo(db: Reader): Promise<boolean> {
  const found = await db.selectFrom('province').select('code').where('code', '=', DEMO_PROVINCE).executeTakeFirst();
  return found !== undefined;
}

/** Nobody has an account and nothing was published: what `npm start` finds the first time. */
export async function isUntouched(db: Reader): Promise<boolean> {
  const person = await db.selectFrom('person').select('id').limit(1).executeTakeFirst();
  const publication = await db.selectFrom('publication').select('id').limit(1).executeTakeFirst();
  return person === undefined && publication === undefined;
}

/** Makes whoever else would load the demo wait until this one is there. */
export async function lockDemo(trx: Writer): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtext('patuh demo'))`.execute(trx);
}

export async function insertRegion(trx: Writer, { province, governments }: Demo): Promise<void> {
  const { code, name, timeZone } = province;
  await trx.insertInto('province').values({ code, name, time_zone: timeZone }).execute();
  await trx
    .insertInto('government')
    .values(
      governments.map((government) => ({
        code: government.code,
        name: government.name,
        kind: government.kind,
        province_code: government.provinceCode,
        bps_code: government.bpsCode,
        since_year: government.sinceYear,
      })),
    )
    .execute();
}

/** `passwordHash` is one for all of them: it is that of a password everybody may read. */
export async function insertPeople(
  trx: Writer,
  { people }: Demo,
  { passwordHash, at }: { readonly passwordHash: string; readonly at: Date },
): Promise<void> {
  await trx
    .insertInto('person')
    .values(
      people.map(({ id, email, name }) => ({
        id,
        email,
        name,
        password_hash: passwordHash,
        totp_secret: null,
        totp_confirmed_at: null,
        totp_last_step: null,
        demo: true,
        disabled_at: null,
        created_at: at,
      })),
    )
    .execute();
  for (const { id, grants } of people) await giveGrants(trx, id, grants, at);
}

export async function insertUnits(trx: Writer, { units }: Demo, at: Date): Promise<void> {
  await trx
    .insertInto('unit')
    .values(
      units.map(({ id, government, kind, name, address }) => ({
        id,
        government_code: government,
        kind,
        name,
        address,
        created_at: at,
        closed_at: null,
      })),
    )
    .execute();
}

/** Days a verifier of the demo has from handing in on. */
const REVIEW_DAYS = 24;

/** A period without anything in it; with no moment of opening, no phone sees it. */
export async function insertPeriod(
  trx: Writer,
  {
    id,
    year,
    name,
    secondVisitPercent,
    instrument,
  }: Pick<DemoSeason, 'id' | 'name' | 'secondVisitPercent'> & {
    readonly year: number;
    readonly instrument: Pick<Instrument, 'id' | 'version'>;
  },
  { createdAt, openedAt }: { readonly createdAt: Date; readonly openedAt: Date | null },
): Promise<void> {
  await trx
    .insertInto('period')
    .values({
      id,
      chain: 'demo',
      year,
      name,
      instrument_id: instrument.id,
      instrument_version: instrument.version,
      clarification_until: null,
      second_visit_percent: secondVisitPercent,
      review_days: REVIEW_DAYS,
      opened_at: openedAt,
      created_at: createdAt,
    })
    .execute();
}

/** A period with its teams, and every unit assigned to one of them. */
export async function insertSeason(
  trx: Writer,
  { teams, stories, ...season }: DemoSeason,
  { instrument, personOf }: { readonly instrument: Instrument; readonly personOf: PersonOf },
): Promise<void> {
  const { id, year, createdAt } = season;
  await insertPeriod(trx, { ...season, instrument }, { createdAt, openedAt: createdAt });
  await trx
    .insertInto('team')
    .values(teams.map((team) => ({ id: team.id, period_id: id, province_code: DEMO_PROVINCE, name: team.name })))
    .execute();
  await trx
    .insertInto('team_member')
    .values(
      teams.flatMap((team) => [
        { team_id: team.id, person_id: personOf(team.assessor), role: 'assessor' as const },
        ...team.enumerators.map((key) => ({
          team_id: team.id,
          person_id: personOf(key),
          role: 'enumerator' as const,
        })),
      ]),
    )
    .execute();
  const teamIds = new Map(teams.map((team) => [team.key, team.id]));
  await trx
    .insertInto('period_unit')
    .values(
      stories.flatMap(({ unit, team, firstTime }) => {
        const teamId = teamIds.get(team);
        return teamId === undefined
          ? []
          : [{ period_id: id, unit_id: unit.id, team_id: teamId, first_time: firstTime }];
      }),
    )
    .execute();
  await trx
    .insertInto('assessment')
    .values(
      stories.map(({ unit }) => ({
        id: assessmentIdOf(year, unit),
        period_id: id,
        unit_id: unit.id,
        state: 'assigned' as const,
      })),
    )
    .execute();
}

/** The id of a person of the demo, by the name under which its story knows them. */
export type PersonOf = (key: DemoSeason['teams'][number]['assessor']) => PersonId;

/** The version that whoever looks at the assessment now has on the screen. */
export async function versionOf(db: Reader, id: AssessmentId): Promise<number> {
  const { version } = await db
    .selectFrom('assessment')
    .select('version')
    .where('id', '=', id)
    .executeTakeFirstOrThrow();
  return version;
}

/** Accounts of the demo that are open, or closed. */
export async function lockDemoPeople(trx: Writer, state: 'open' | 'closed'): Promise<readonly PersonId[]> {
  const people = await trx
    .selectFrom('person')
    .select('id')
    .where('demo', '=', true)
    .where('disabled_at', state === 'open' ? 'is' : 'is not', null)
    .orderBy('id')
    .forUpdate()
    .execute();
  return people.map(({ id }) => id);
}

/** Opens or closes accounts; closing ends their sessions too. */
export async function setDisabled(trx: Writer, ids: readonly PersonId[], at: Date | null): Promise<void> {
  await trx.updateTable('person').set({ disabled_at: at }).where('id', 'in', ids).execute();
  if (at === null) return;
  await trx
    .updateTable('device_session')
    .set({ revoked_at: at })
    .where('person_id', 'in', ids)
    .where('revoked_at', 'is', null)
    .execute();
}
