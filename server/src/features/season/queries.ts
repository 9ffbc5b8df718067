import { type SqlBool, sql } from 'kysely';

import type { Reader } from '@patuh/server/platform/database';
import type { AssessmentState } from '@patuh/shared/domain/assessment';
import type { GovernmentCode, ProvinceCode } from '@patuh/shared/domain/government';
import type { PeriodId, TeamId } from '@patuh/shared/domain/ids';

/** One period in one province. */
export interface Where {
  readonly periodId: PeriodId;
  readonly province: ProvinceCode;
}

/** Everything in the plan, whether a team has it or not. */
function planned(
  db: Reader,
  { periodId, provinces }: { readonly periodId: PeriodId; readonly provinces: readonly ProvinceCode[] },
) {
  return db
    .selectFrom('period_unit')
    .innerJoin('period', 'period.id', 'period_unit.period_id')
    .innerJoin('unit', 'unit.id', 'period_unit.unit_id')
    .innerJoin('government', 'government.code', 'unit.government_code')
    .leftJoin('assessment', (join) =>
      join
        .onRef('assessment.period_id', '=', 'period_unit.period_id')
        .onRef('assessment.unit_id', '=', 'period_unit.unit_id'),
    )
    .leftJoin('assessment_summary as summary', 'summary.assessment_id', 'assessment.id')
    .where('period_unit.period_id', '=', periodId)
    .where('government.province_code', 'in', provinces);
}

/** Where an assessment stands at that moment; null before it has begun to exist. */
function stateAt(now: Date) {
  return sql<AssessmentState | null>`case
    when assessment.state = 'verified' and coalesce(period.clarification_until, '-infinity') <= ${now} then 'final'
    else assessment.state end`;
}

/** How many units of each government stand where, by the code of the government. */
export async function countByGovernment(db: Reader, { periodId, province }: Where, now: Date) {
  return await planned(db, { periodId, provinces: [province] })
    .select([
      'government.code',
      'government.name',
      stateAt(now).as('state'),
      sql<number>`count(*)::int`.as('units'),
      sql<number>`coalesce(sum(summary.files_named - summary.files_here), 0)::int`.as('filesOutstanding'),
      sql<number>`coalesce(sum(summary.conflicts), 0)::int`.as('conflicts'),
    ])
    .groupBy(['government.code', 'government.name', sql`3`])
    .orderBy('government.code')
    .execute();
}

export type UnitRow = Awaited<ReturnType<typeof findUnits>>[number];

/** Where the list goes on; the first page begins before everything. */
export interface After {
  readonly government: string;
  readonly name: string;
}

/** Units by government and name. */
export async function findUnits(
  db: Reader,
  {
    periodId,
    provinces,
    government,
  }: {
    readonly periodId: PeriodId;
    readonly provinces: readonly ProvinceCode[];
    readonly government?: GovernmentCode | undefined;
  },
  { now, after, limit }: { readonly now: Date; readonly after?: After | undefined; readonly limit: number },
) {
  let units = planned(db, { periodId, provinces })
    .leftJoin('team', 'team.id', 'period_unit.team_id')
    .leftJoin('verification_duty as duty', 'duty.assessment_id', 'assessment.id')
    .leftJoin('person as verifier', 'verifier.id', 'duty.person_id')
    .innerJoin('province', 'province.code', 'government.province_code');
  if (government !== undefined) units = units.where('government.code', '=', government);
  // The name of a unit is unique in its government.
  if (after !== undefined) {
    units = units.where(sql<SqlBool>`(government.code, unit.name) > (${after.government}, ${after.name})`);
  }
  return await units
    .select([
      'assessment.id',
      stateAt(now).as('state'),
      'assessment.submitted_at as submittedAt',
      'unit.name as unitName',
      'unit.kind as unitKind',
      'government.code as governmentCode',
      'government.name as governmentName',
      'province.name as provinceName',
      'period_unit.team_id as teamId',
      'team.name as team',
      'verifier.name as verifier',
      'duty.due_on as dueOn',
    ])
    .orderBy('government.code')
    .orderBy('unit.name')
    .limit(limit)
    .execute();
}

/** When the teams were last heard from, and since when something waits on one of their devices. */
export async function findContacts(db: Reader, teams: readonly TeamId[]) {
  if (teams.length === 0) return new Map<TeamId, never>();
  const rows = await db
    .selectFrom('team_member')
    .innerJoin('team', 'team.id', 'team_member.team_id')
    .innerJoin('period', 'period.id', 'team.period_id')
    .innerJoin('device_cursor as device', 'device.person_id', 'team_member.person_id')
    .select([
      'team_member.team_id as teamId',
      sql<Date | null>`max(device.last_seen_at)`.as('heardAt'),
      sql<Date | null>`min(device.oldest_waiting_at)`.as('oldestWaitingAt'),
    ])
    .where(sql<SqlBool>`team_member.team_id = any(${teams}::uuid[])`)
    .where('device.replaced_by', 'is', null)
    .whereRef('device.last_seen_at', '>=', 'period.created_at')
    .groupBy('team_member.team_id')
    .execute();
  return new Map(rows.map(({ teamId, ...contact }) => [teamId, contact]));
}

/** The days of the phases: those of everybody, and those of the province. */
export async function findPhases(db: Reader, { periodId, province }: Where) {
  const rows = await db
    .selectFrom('period_phase')
    .select(['phase', 'starts_on as startsOn', 'ends_on as endsOn', 'province_code as province'])
    .where('period_id', '=', (of) =>
      // A comparison has the days of its season.
      of
        .selectFrom('period')
        .select((row) => row.fn.coalesce('compares', 'id').as('id'))
        .where('id', '=', periodId),
    )
    .where((either) => either.or([either('province_code', 'is', null), either('province_code', '=', province)]))
    .execute();
  return {
    everywhere: rows.filter((row) => row.province === null),
    own: rows.filter((row) => row.province !== null),
  };
}

/** For units that no team has: how many questions there are depends on the instrument. */
export async function findInstrument(db: Reader, periodId: PeriodId) {
  return await db
    .selectFrom('period')
    .innerJoin('instrument', (join) =>
      join
        .onRef('instrument.id', '=', 'period.instrument_id')
        .onRef('instrument.version', '=', 'period.instrument_version'),
    )
    .select([
      'instrument.id as instrumentId',
      'instrument.version as instrumentVersion',
      'instrument.content_hash as instrumentHash',
    ])
    .where('period.id', '=', periodId)
    .executeTakeFirstOrThrow();
}
