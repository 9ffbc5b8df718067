import { type SqlBool, sql } from 'kysely';

import { barredIn, collectedIn } from '@patuh/server/platform/assessments/involvement';
import type { Reader } from '@patuh/server/platform/database';
import type { AssessmentState } from '@patuh/shared/domain/assessment';
import type { GovernmentCode, ProvinceCode } from '@patuh/shared/domain/government';
import type { AssessmentId, PeriodId, PersonId } from '@patuh/shared/domain/ids';

/** One period in one province. */
export interface Where {
  readonly periodId: PeriodId;
  readonly province: ProvinceCode;
}

export interface Wanted {
  readonly state: AssessmentState | undefined;
  readonly government: GovernmentCode | undefined;
  readonly name: string | undefined;
  /** Only what waits for this person. */
  readonly waitingFor: PersonId | undefined;
  /** Whose duties come first. */
  readonly reader: PersonId;
  readonly now: Date;
  readonly limit: number;
  readonly offset: number;
}

function unitsIn(db: Reader, { periodId, province }: Where) {
  return db
    .selectFrom('assessment')
    .innerJoin('period', 'period.id', 'assessment.period_id')
    .innerJoin('unit', 'unit.id', 'assessment.unit_id')
    .innerJoin('government', 'government.code', 'unit.government_code')
    .where('assessment.period_id', '=', periodId)
    .where('government.province_code', '=', province);
}

/** Where an assessment stands at that moment. */
function stateAt(now: Date) {
  return sql<AssessmentState>`case
    when assessment.state = 'verified' and coalesce(period.clarification_until, '-infinity') <= ${now} then 'final'
    else assessment.state end`;
}

export async function countStates(db: Reader, where: Where, now: Date) {
  return await unitsIn(db, where)
    .select([stateAt(now).as('state'), 'government.code', 'government.name', sql<number>`count(*)::int`.as('units')])
    .groupBy(['government.code', 'government.name', sql`1`])
    .orderBy('government.code')
    .execute();
}

/** Changes that came late and wait, without those of users who withdrew. */
const LATE_CHANGES = sql`
  select from late_change
  join answer_change on answer_change.id = late_change.change_id
  where late_change.assessment_id = assessment.id and late_change.decision = 'waiting' and not exists (
    select from answer as presence
    where presence.assessment_id = answer_change.assessment_id and presence.subject_id = answer_change.subject_id
      and presence.indicator_id = '' and presence.field = 'presence' and presence.value ->> 'state' = 'withdrawn')`;

/** Ids of the page in its order, and how many there are in all: own duties first, what is due next before the others. */
export async function findPage(db: Reader, where: Where, wanted: Wanted) {
  const { state, government, name, waitingFor, reader, now } = wanted;
  let units = unitsIn(db, where).leftJoin('verification_duty as duty', 'duty.assessment_id', 'assessment.id');
  if (state !== undefined) units = units.where(stateAt(now), '=', state);
  if (government !== undefined) units = units.where('government.code', '=', government);
  if (name !== undefined && name !== '')
    units = units.where(sql<SqlBool>`strpos(lower(unit.name), lower(${name})) > 0`);
  if (waitingFor !== undefined) {
    units = units
      .where((either) => either.or([either('duty.person_id', 'is', null), either('duty.person_id', '=', waitingFor)]))
      .where(sql<SqlBool>`(assessment.state = 'submitted'
        or assessment.state in ('returned', 'verified') and exists (${LATE_CHANGES}))`)
      .where(sql<SqlBool>`not ${barredIn(waitingFor)}`);
  }
  const rank = sql`case when duty.person_id = ${reader} then
    case assessment.state when 'submitted' then 0 when 'verified' then 2 when 'not-assessed' then 2 else 1 end
    else 2 end`;
  const rows = await units
    .select(['assessment.id', sql<number>`(count(*) over ())::int`.as('found')])
    .orderBy(rank)
    .orderBy(sql`case when duty.person_id = ${reader} and assessment.state = 'submitted' then duty.due_on end`)
    .orderBy('government.code')
    .orderBy('unit.kind')
    .orderBy('unit.name')
    .orderBy('assessment.id')
    .limit(wanted.limit)
    .offset(wanted.offset)
    .execute();
  return { ids: rows.map(({ id }) => id), found: rows[0]?.found ?? 0 };
}

/** What a page shows of these units, in no order. `reader`: told where they collected; null: never asked. */
export async function findUnits(
  db: Reader,
  ids: readonly AssessmentId[],
  { reader, now }: { readonly reader: PersonId | null; readonly now: Date },
) {
  if (ids.length === 0) return [];
  return await db
    .selectFrom('assessment')
    .innerJoin('period', 'period.id', 'assessment.period_id')
    .innerJoin('instrument', (join) =>
      join
        .onRef('instrument.id', '=', 'period.instrument_id')
        .onRef('instrument.version', '=', 'period.instrument_version'),
    )
    .innerJoin('period_unit', (join) =>
      join
        .onRef('period_unit.period_id', '=', 'assessment.period_id')
        .onRef('period_unit.unit_id', '=', 'assessment.unit_id'),
    )
    .innerJoin('team', 'team.id', 'period_unit.team_id')
    .innerJoin('unit', 'unit.id', 'assessment.unit_id')
    .innerJoin('government', 'government.code', 'unit.government_code')
    .select((select) => [
      'assessment.id',
      stateAt(now).as('state'),
      'assessment.submitted_at as submittedAt',
      'assessment.not_assessed_note as notAssessedNote',
      'period.instrument_id as instrumentId',
      'period.instrument_version as instrumentVersion',
      'instrument.content_hash as instrumentHash',
      'unit.name as unitName',
      'unit.kind as unitKind',
      'government.code as governmentCode',
      'government.name as governmentName',
      'government.kind as governmentKind',
      'team.name as team',
      select
        .selectFrom('returned_point')
        .select(({ fn }) => fn.countAll<number>().as('count'))
        .whereRef('returned_point.assessment_id', '=', 'assessment.id')
        .where('returned_point.state', '<>', 'settled')
        .as('openPoints'),
      sql<number>`(select count(*)::int from (${LATE_CHANGES}) as late)`.as('lateChanges'),
      (reader === null ? sql<boolean>`false` : collectedIn(reader)).as('collectedByMe'),
    ])
    .where(sql<SqlBool>`assessment.id = any(${ids}::uuid[])`)
    .execute();
}
