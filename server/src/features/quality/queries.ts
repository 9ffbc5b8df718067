import { type RawBuilder, sql } from 'kysely';

import type { Reader, Writer } from '@patuh/server/platform/database';
import type { Work } from '@patuh/server/platform/quality/known-tallies';
import type { PeriodId, PersonId } from '@patuh/shared/domain/ids';

type Where = Pick<Work, 'periodId' | 'province'>;

/**
 * Assessments of the period in the province. What lies in each of them is asked for one by one (`offset 0` keeps it so):
 * planned as one, it would go through every answer of the country.
 */
function within({ periodId, province }: Where): RawBuilder<unknown> {
  return sql`
    mine as materialized (
      select assessment.id, assessment.unit_id
      from assessment
      join unit on unit.id = assessment.unit_id
      join government on government.code = unit.government_code
      where assessment.period_id = ${periodId} and government.province_code = ${province}
    )`;
}

export interface PhotoTally {
  readonly personId: PersonId;
  readonly photos: number;
  readonly reused: number;
}

/**
 * Photos by whoever took them, and those that look the same as one sent for another unit of the province. Second visits are
 * told to nobody by this, and what two teams saw of one unit may look the same.
 */
export async function tallyPhotos(db: Reader, work: Where): Promise<readonly PhotoTally[]> {
  const { rows } = await sql<PhotoTally>`
    with ${within(work)}, photo as (
      select answer.person_id, answer.assessment_id, mine.unit_id, evidence_file.look
      from mine
      cross join lateral (
        select person_id, assessment_id, value -> 'file' ->> 'sha256' as sha256 from answer
        where assessment_id = mine.id and field = 'evidence' and value ->> 'kind' = 'photo' offset 0
      ) as answer
      left join evidence_file on evidence_file.sha256 = answer.sha256
    )
    select person_id as "personId", count(*)::int as photos,
      (count(*) filter (where exists (
        select from evidence_file as same
        join assessment_file on assessment_file.sha256 = same.sha256
        join assessment on assessment.id = assessment_file.assessment_id
        join period on period.id = assessment.period_id and period.kind <> 'comparison'
        join unit on unit.id = assessment.unit_id
        join government on government.code = unit.government_code
        where same.look = photo.look and assessment_file.assessment_id <> photo.assessment_id
          and (assessment.unit_id <> photo.unit_id or assessment.period_id is distinct from (
            select compares from period where period.id = ${work.periodId}))
          and government.province_code = ${work.province})))::int as reused
    from photo group by person_id`.execute(db);
  return rows;
}

export interface ReturnTally {
  readonly personId: PersonId;
  readonly returned: number;
  readonly changed: number;
}

/** Points that were given back, by whose answer stood there, and those whose answer is another one since. */
export async function tallyReturns(db: Reader, work: Where): Promise<readonly ReturnTally[]> {
  const { rows } = await sql<ReturnTally>`
    with ${within(work)}
    select stood.person_id as "personId", count(distinct point.id)::int as returned,
      (count(distinct point.id) filter (where exists (
        select from answer_change as later
        where later.assessment_id = point.assessment_id and later.indicator_id = point.indicator_id
          and later.subject_id = stood.subject_id and later.field = 'answer'
          and later.received_at > point.returned_at and later.value is distinct from stood.value)))::int as changed
    from returned_point as point
    join mine on mine.id = point.assessment_id
    join lateral (
      select distinct on (subject_id) person_id, subject_id, value from answer_change
      where assessment_id = point.assessment_id and indicator_id = point.indicator_id and field = 'answer'
        and (point.subject_id is null or subject_id = point.subject_id) and received_at <= point.returned_at
      order by subject_id, received_at desc, id desc
    ) as stood on true
    group by stood.person_id`.execute(db);
  return rows;
}

export interface PairRow {
  readonly assessmentId: string;
  readonly indicatorId: string;
  readonly subjectId: string;
  readonly first: PersonId;
  readonly firstLevel: number;
  readonly second: PersonId;
  readonly secondLevel: number;
  /** When the later of the two teams handed the unit in. */
  readonly at: Date;
}

/**
 * Places of units that two teams handed in, as each saw them. Users are left out: the two teams asked different people.
 */
export async function findPairs(db: Reader, { periodId, province }: Where) {
  const { rows } = await sql<PairRow>`
    with pair as materialized (
      select main.id as main, again.id as again, greatest(main.submitted_at, again.submitted_at) as at
      from period as comparison
      join assessment as again on again.period_id = comparison.id and again.submitted_at is not null
      join assessment as main on main.period_id = comparison.compares and main.unit_id = again.unit_id
        and main.submitted_at is not null
      join unit on unit.id = main.unit_id
      join government on government.code = unit.government_code and government.province_code = ${province}
      where comparison.compares = ${periodId} and comparison.kind = 'comparison'
    )
    select pair.main as "assessmentId", one.indicator_id as "indicatorId", one.subject_id as "subjectId",
      one.person_id as first, (one.value ->> 'level')::int as "firstLevel",
      other.person_id as second, (other.value ->> 'level')::int as "secondLevel", pair.at
    from pair
    cross join lateral (
      select indicator_id, subject_id, person_id, value from answer
      where assessment_id = pair.main and field = 'answer' and value ->> 'kind' = 'level'
        and subject_id not like 'user-%' offset 0
    ) as one
    cross join lateral (
      select person_id, value from answer
      where assessment_id = pair.again and indicator_id = one.indicator_id and subject_id = one.subject_id
        and field = 'answer' and value ->> 'kind' = 'level' offset 0
    ) as other
    order by pair.main, one.indicator_id, one.subject_id`.execute(db);
  return rows;
}

/** Units of the province that are visited twice in this season. */
export async function countDrawn(db: Reader, { periodId, province }: Where) {
  const row = await db
    .selectFrom('period')
    .innerJoin('period_unit', 'period_unit.period_id', 'period.id')
    .innerJoin('unit', 'unit.id', 'period_unit.unit_id')
    .innerJoin('government', 'government.code', 'unit.government_code')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .where('period.compares', '=', periodId)
    .where('government.province_code', '=', province)
    .executeTakeFirstOrThrow();
  return row.count;
}

export async function findNames(db: Reader, ids: readonly PersonId[]): Promise<ReadonlyMap<PersonId, string>> {
  if (ids.length === 0) return new Map();
  const rows = await db.selectFrom('person').select(['id', 'name']).where('id', 'in', ids).execute();
  return new Map(rows.map(({ id, name }) => [id, name]));
}

/** Who has seen what is said about them in the period, and what they say to it. */
export async function findSeen(db: Reader, id: PeriodId) {
  const rows = await db
    .selectFrom('quality_seen')
    .select(['person_id as personId', 'remark'])
    .where('period_id', '=', id)
    .execute();
  return new Map(rows.map(({ personId, remark }) => [personId, remark]));
}

export async function saveSeen(
  trx: Writer,
  { periodId, personId, remark, at }: { periodId: PeriodId; personId: PersonId; remark: string | null; at: Date },
): Promise<void> {
  await trx
    .insertInto('quality_seen')
    .values({ period_id: periodId, person_id: personId, seen_at: at, remark })
    .onConflict((conflict) => conflict.columns(['period_id', 'person_id']).doUpdateSet({ remark }))
    .execute();
}

/**
 * Seasons and trials in which the person is or was in a team, newest first, with the province of the team; a second visit
 * belongs to its season.
 */
export async function findOwnPeriods(db: Reader, person: PersonId) {
  return await db
    .selectFrom('team_member')
    .innerJoin('team', 'team.id', 'team_member.team_id')
    .innerJoin('period as worked', 'worked.id', 'team.period_id')
    .innerJoin('period', (join) =>
      join.on(({ eb, fn, ref }) => eb('period.id', '=', fn.coalesce(ref('worked.compares'), ref('worked.id')))),
    )
    .select(['period.id as periodId', 'period.name', 'period.year', 'team.province_code as province'])
    .distinct()
    .where('team_member.person_id', '=', person)
    .where('worked.opened_at', 'is not', null)
    .orderBy('period.year', 'desc')
    .orderBy('period.name')
    .limit(10)
    .execute();
}

/** How often each person gave the agreed level to the practice cases of the province. */
export async function findCalibration(db: Reader, { periodId, province }: Where) {
  const { rows } = await sql<{ personId: PersonId; name: string; answered: number; same: number; cases: number }>`
    with cases as (
      select id, level from calibration_case where period_id = ${periodId} and province_code = ${province}
    )
    select person.id as "personId", person.name, count(*)::int as answered,
      (count(*) filter (where calibration_answer.level = cases.level))::int as same,
      (select count(*) from cases)::int as cases
    from cases
    join calibration_answer on calibration_answer.case_id = cases.id
    join person on person.id = calibration_answer.person_id
    group by person.id, person.name
    order by person.name, person.id`.execute(db);
  return rows;
}
