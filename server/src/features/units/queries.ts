import { sql } from 'kysely';

import type { Reader, Writer } from '@patuh/server/platform/database';
import { type GovernmentCode, LocalGovernmentKind, type ProvinceCode } from '@patuh/shared/domain/government';
import type { NotAssessedReason } from '@patuh/shared/domain/assessment';
import type { AssessmentId, PeriodId, PersonId, TeamId, UnitId } from '@patuh/shared/domain/ids';
import type { UnitKind } from '@patuh/shared/domain/instrument';
import type { UnitEventKind } from '@patuh/shared/domain/unit';

/** What is known of a unit by itself. */
export interface UnitRow {
  readonly id: UnitId;
  readonly government: GovernmentCode;
  readonly kind: UnitKind;
  readonly name: string;
  readonly address: string | null;
  readonly latitude: number | null;
  readonly longitude: number | null;
  readonly closedAt: Date | null;
}

/** Whoever changes the units of a province waits for whoever does so already: names are compared before they are written. */
export async function holdRegister(trx: Writer, province: ProvinceCode): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtext('patuh register'), ${Number(province)}::integer)`.execute(trx);
}

export async function findProvince(db: Reader, code: ProvinceCode) {
  return await db.selectFrom('province').select(['code', 'name']).where('code', '=', code).executeTakeFirst();
}

/** The province's own government first, then by code. */
export async function findGovernments(db: Reader, province: ProvinceCode) {
  const rows = await db
    .selectFrom('government')
    .select(['code', 'name', 'kind'])
    .where('province_code', '=', province)
    .orderBy('code')
    .execute();
  return rows.flatMap(({ code, name, kind }) => {
    const local = LocalGovernmentKind.safeParse(kind);
    return local.success ? [{ code, name, kind: local.data }] : [];
  });
}

export type GovernmentRow = Awaited<ReturnType<typeof findGovernments>>[number];

/** Names of the governments of every other province, to say where one lies. */
export async function findGovernmentsElsewhere(db: Reader, province: ProvinceCode) {
  return await db
    .selectFrom('government')
    .select(['code', 'name'])
    .where('province_code', '<>', province)
    .where('kind', 'in', ['province', 'city', 'regency'])
    .orderBy('code')
    .execute();
}

function units(db: Reader) {
  return db
    .selectFrom('unit')
    .innerJoin('government', 'government.code', 'unit.government_code')
    .select([
      'unit.id',
      'unit.government_code as government',
      'unit.kind',
      'unit.name',
      'unit.address',
      'unit.latitude',
      'unit.longitude',
      'unit.closed_at as closedAt',
    ]);
}

/** By government, kind and name. */
export async function findUnits(db: Reader, province: ProvinceCode): Promise<readonly UnitRow[]> {
  return await units(db)
    .where('government.province_code', '=', province)
    .orderBy('unit.government_code')
    .orderBy('unit.kind')
    .orderBy('unit.name')
    .orderBy('unit.id')
    .execute();
}

export async function findUnit(db: Reader, id: UnitId) {
  return await units(db)
    .select([
      'government.name as governmentName',
      'government.kind as governmentKind',
      'government.province_code as province',
    ])
    .where('unit.id', '=', id)
    .executeTakeFirst();
}

/** Assessments by way of their units: the index of the plan leads from a unit to its periods. */
function assessed(db: Reader) {
  return db
    .selectFrom('government')
    .innerJoin('unit', 'unit.government_code', 'government.code')
    .innerJoin('period_unit', 'period_unit.unit_id', 'unit.id')
    .innerJoin('period', 'period.id', 'period_unit.period_id')
    .innerJoin('assessment', (join) =>
      join
        .onRef('assessment.period_id', '=', 'period_unit.period_id')
        .onRef('assessment.unit_id', '=', 'period_unit.unit_id'),
    );
}

/** In which years the units were handed in, newest first; of one province, or of one unit. */
export async function findAssessedYears(
  db: Reader,
  of: { readonly province: ProvinceCode } | { readonly unit: UnitId },
) {
  const handedIn = assessed(db)
    .select(['assessment.unit_id as unitId', 'period.year'])
    .where('period.kind', '=', 'season')
    .where('assessment.submitted_at', 'is not', null)
    .where('assessment.state', '<>', 'not-assessed')
    .orderBy('period.year', 'desc');
  const rows = await (
    'unit' in of
      ? handedIn.where('unit.id', '=', of.unit)
      : handedIn.where('government.province_code', '=', of.province)
  ).execute();
  const byUnit = Map.groupBy(rows, ({ unitId }) => unitId);
  return new Map([...byUnit].map(([id, own]) => [id, own.map(({ year }) => year)]));
}

export async function findNames(db: Reader, government: GovernmentCode) {
  return await db.selectFrom('unit').select(['id', 'name']).where('government_code', '=', government).execute();
}

export async function findAssessmentsOf(db: Reader, unit: UnitId): Promise<readonly AssessmentId[]> {
  const rows = await assessed(db).select('assessment.id').where('unit.id', '=', unit).execute();
  return rows.map(({ id }) => id);
}

/** Whether anybody ever entered, sent or decided something for the unit, in any period. */
export async function isTouched(db: Reader, unit: UnitId): Promise<boolean> {
  const touched = await assessed(db)
    .select('assessment.id')
    .where('unit.id', '=', unit)
    .where((row) =>
      row.or([
        row('assessment.state', '<>', 'assigned'),
        row.exists(
          row
            .selectFrom('answer_change')
            .select(sql`1`.as('one'))
            .whereRef('answer_change.assessment_id', '=', 'assessment.id'),
        ),
        row.exists(
          row
            .selectFrom('assessment_file')
            .select(sql`1`.as('one'))
            .whereRef('assessment_file.assessment_id', '=', 'assessment.id'),
        ),
      ]),
    )
    .limit(1)
    .executeTakeFirst();
  return touched !== undefined;
}

export async function insertUnits(trx: Writer, rows: readonly Omit<UnitRow, 'closedAt'>[], now: Date): Promise<void> {
  if (rows.length === 0) return;
  await trx
    .insertInto('unit')
    .values(
      rows.map(({ id, government, kind, name, address, latitude, longitude }) => ({
        id,
        government_code: government,
        kind,
        name,
        address,
        latitude,
        longitude,
        created_at: now,
        closed_at: null,
      })),
    )
    .execute();
}

export async function updateUnit(trx: Writer, { id, government, closedAt, ...row }: UnitRow): Promise<void> {
  await trx
    .updateTable('unit')
    .set({
      government_code: government,
      name: row.name,
      address: row.address,
      latitude: row.latitude,
      longitude: row.longitude,
      closed_at: closedAt,
    })
    .where('id', '=', id)
    .execute();
}

interface NewEvent {
  readonly id: string;
  readonly unit: UnitId;
  readonly kind: UnitEventKind;
  readonly other?: UnitId;
  readonly before?: object;
  readonly after?: object;
  readonly reason: string;
}

export async function insertEvents(
  trx: Writer,
  events: readonly NewEvent[],
  { by, now }: { readonly by: PersonId; readonly now: Date },
): Promise<void> {
  if (events.length === 0) return;
  await trx
    .insertInto('unit_event')
    .values(
      events.map(({ id, unit, kind, other, before, after, reason }) => ({
        id,
        unit_id: unit,
        kind,
        other_unit_id: other ?? null,
        before: before === undefined ? null : JSON.stringify(before),
        after: after === undefined ? null : JSON.stringify(after),
        reason,
        person_id: by,
        at: now,
      })),
    )
    .execute();
}

/** Newest first. */
export async function findEvents(db: Reader, unit: UnitId) {
  return await db
    .selectFrom('unit_event')
    .leftJoin('person', 'person.id', 'unit_event.person_id')
    .leftJoin('unit as other', 'other.id', 'unit_event.other_unit_id')
    .select([
      'unit_event.kind',
      'unit_event.at',
      'person.name as by',
      'unit_event.reason',
      'unit_event.before',
      'unit_event.after',
      'other.id as otherId',
      'other.name as otherName',
    ])
    .where('unit_event.unit_id', '=', unit)
    .orderBy('unit_event.at', 'desc')
    .orderBy('unit_event.id', 'desc')
    .execute();
}

/** The period as a province plans it; undefined if there is none. */
export async function findPeriod(db: Reader, id: PeriodId, province: ProvinceCode) {
  return await db
    .selectFrom('period')
    .select((select) => [
      'id',
      'kind',
      'chain',
      'year',
      'name',
      'province_code as province',
      'clarification_until as clarificationUntil',
      select
        .exists(
          select
            .selectFrom('release')
            .select(sql`1`.as('one'))
            .whereRef('release.period_id', '=', 'period.id')
            .where('release.province_code', '=', province)
            .where('release.state', '=', 'published'),
        )
        .as('published'),
    ])
    .where('id', '=', id)
    .executeTakeFirst();
}

export type PeriodRow = NonNullable<Awaited<ReturnType<typeof findPeriod>>>;

/** What of a province is in the plan of a period, by government, kind and name. */
export async function findPlanned(db: Reader, period: PeriodId, province: ProvinceCode) {
  return await db
    .selectFrom('period_unit')
    .innerJoin('unit', 'unit.id', 'period_unit.unit_id')
    .innerJoin('government', 'government.code', 'unit.government_code')
    .leftJoin('team', 'team.id', 'period_unit.team_id')
    .leftJoin('assessment', (join) =>
      join
        .onRef('assessment.period_id', '=', 'period_unit.period_id')
        .onRef('assessment.unit_id', '=', 'period_unit.unit_id'),
    )
    .select([
      'period_unit.unit_id as unitId',
      'period_unit.first_time as firstTime',
      'unit.government_code as government',
      'unit.kind',
      'unit.name',
      'unit.address',
      'unit.latitude',
      'unit.longitude',
      'unit.closed_at as closedAt',
      'team.id as teamId',
      'team.name as team',
      'assessment.id as assessmentId',
      'assessment.version',
      'assessment.state',
      'assessment.not_assessed_note as note',
    ])
    .where('period_unit.period_id', '=', period)
    .where('government.province_code', '=', province)
    .orderBy('unit.government_code')
    .orderBy('unit.kind')
    .orderBy('unit.name')
    .orderBy('unit.id')
    .execute();
}

export type PlannedRow = Awaited<ReturnType<typeof findPlanned>>[number];

/** Of each unit of a province its newest score of an earlier season that stands: final, or published. */
export async function findLastScores(
  db: Reader,
  { chain, year }: PeriodRow,
  { province, now }: { readonly province: ProvinceCode; readonly now: Date },
) {
  return await assessed(db)
    .innerJoin('instrument', (join) =>
      join
        .onRef('instrument.id', '=', 'period.instrument_id')
        .onRef('instrument.version', '=', 'period.instrument_version'),
    )
    .innerJoin('unit_score', 'unit_score.assessment_id', 'assessment.id')
    .distinctOn('unit.id')
    .select([
      'unit.id as unitId',
      'period.year',
      'period.instrument_id as instrumentId',
      'period.instrument_version as instrumentVersion',
      'instrument.content_hash as instrumentHash',
      'government.kind as governmentKind',
      'unit_score.score',
    ])
    .where('government.province_code', '=', province)
    .where('period.chain', '=', chain)
    .where('period.kind', '=', 'season')
    .where('period.year', '<', year)
    .where('assessment.state', '=', 'verified')
    .where((row) =>
      row.or([
        row('period.clarification_until', 'is', null),
        row('period.clarification_until', '<=', now),
        row.exists(
          row
            .selectFrom('release')
            .select(sql`1`.as('one'))
            .whereRef('release.period_id', '=', 'period.id')
            .where('release.province_code', '=', province)
            .where('release.state', '=', 'published'),
        ),
      ]),
    )
    .orderBy('unit.id')
    .orderBy('period.year', 'desc')
    .orderBy('unit_score.sequence', 'desc')
    .execute();
}

/** Units of a province that were handed in in a season before this one. */
export async function findAssessedBefore(
  db: Reader,
  { chain, year }: PeriodRow,
  province: ProvinceCode,
): Promise<ReadonlySet<UnitId>> {
  const rows = await assessed(db)
    .select('assessment.unit_id as unitId')
    .distinct()
    .where('government.province_code', '=', province)
    .where('period.chain', '=', chain)
    .where('period.kind', '=', 'season')
    .where('period.year', '<', year)
    .where('assessment.submitted_at', 'is not', null)
    .where('assessment.state', '<>', 'not-assessed')
    .execute();
  return new Set(rows.map(({ unitId }) => unitId));
}

/** The newest season before this one that had units of the province, with them. */
export async function findSeasonBefore(db: Reader, { chain, year }: PeriodRow, province: ProvinceCode) {
  const rows = await db
    .selectFrom('period_unit')
    .innerJoin('period', 'period.id', 'period_unit.period_id')
    .innerJoin('unit', 'unit.id', 'period_unit.unit_id')
    .innerJoin('government', 'government.code', 'unit.government_code')
    .select(['period.year', 'period_unit.unit_id as unitId'])
    .where('government.province_code', '=', province)
    .where('period.chain', '=', chain)
    .where('period.kind', '=', 'season')
    .where('period.year', '<', year)
    .orderBy('period.year', 'desc')
    .execute();
  const newest = rows[0]?.year ?? null;
  return { year: newest, units: new Set(rows.filter((row) => row.year === newest).map(({ unitId }) => unitId)) };
}

export async function insertPlanned(
  trx: Writer,
  period: PeriodId,
  rows: readonly { readonly unit: UnitId; readonly firstTime: boolean; readonly team?: TeamId }[],
  now: Date,
): Promise<void> {
  if (rows.length === 0) return;
  await trx
    .insertInto('period_unit')
    .values(
      rows.map(({ unit, firstTime, team }) => ({
        period_id: period,
        unit_id: unit,
        team_id: team ?? null,
        first_time: firstTime,
        added_at: now,
      })),
    )
    .execute();
}

/** Takes out what no team ever had; answers with how many that were. */
export async function deletePlanned(trx: Writer, period: PeriodId, unitIds: readonly UnitId[]): Promise<number> {
  const gone = await trx
    .deleteFrom('period_unit')
    .where('period_id', '=', period)
    .where('unit_id', 'in', unitIds)
    .where('team_id', 'is', null)
    .returning('unit_id')
    .execute();
  return gone.length;
}

export async function findTeams(db: Reader, period: PeriodId, province: ProvinceCode) {
  return await db
    .selectFrom('team')
    .select(['id', 'name'])
    .where('period_id', '=', period)
    .where('province_code', '=', province)
    .orderBy('name')
    .execute();
}

export async function saveOfficeNotAssessed(
  trx: Writer,
  id: AssessmentId,
  {
    reason,
    note,
    by,
    at,
  }: { readonly reason: NotAssessedReason; readonly note: string; readonly by: PersonId; readonly at: Date },
): Promise<void> {
  await trx
    .updateTable('assessment')
    .set({
      state: 'not-assessed',
      not_assessed_reason: reason,
      not_assessed_note: note,
      not_assessed_by: by,
      not_assessed_at: at,
    })
    .where('id', '=', id)
    .execute();
}
