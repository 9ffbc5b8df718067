import { type RawBuilder, sql } from 'kysely';

import { barredIn } from '../assessments/involvement.ts';
import type { Reader } from '../database.ts';
import type { GovernmentKind } from '@patuh/shared/domain/government';
import type { PeriodId } from '@patuh/shared/domain/ids';

import { type Asked, findFirst, type Found } from './found.ts';

interface UnitsWish {
  /** How many of what the kind counts are in the unit. */
  readonly count?: RawBuilder<unknown>;
  readonly daysLeft?: RawBuilder<unknown>;
  readonly own?: RawBuilder<unknown>;
  readonly detail?: RawBuilder<unknown>;
  readonly join?: RawBuilder<unknown>;
  readonly where: RawBuilder<unknown>;
}

const TODAY = (now: Date) => sql`(${now}::timestamptz at time zone province.time_zone)::date`;

/** Units on the desk: of periods that were opened, and none that are assessed a second time, blind. */
async function findUnits(db: Reader, { provinces }: Asked, wish: UnitsWish): Promise<Found> {
  const none = sql`null`;
  return await findFirst(
    db,
    sql`
      select unit.name, government.name as place, government.province_code as province,
        assessment.period_id as "periodId", assessment.id as "assessmentId", null as "thingId",
        ${wish.count ?? sql`1`} as count, (${wish.daysLeft ?? none})::int as "daysLeft",
        ${wish.own ?? sql`false`} as own, (${wish.detail ?? none})::text as detail
      from assessment
      join period on period.id = assessment.period_id and period.kind <> 'comparison' and period.opened_at is not null
      join unit on unit.id = assessment.unit_id
      join government on government.code = unit.government_code
      join province on province.code = government.province_code
      left join verification_duty as duty on duty.assessment_id = assessment.id
      ${wish.join ?? sql``}
      where government.province_code = any(${provinces}::text[]) and ${wish.where}`,
  );
}

/** Handed in, and the caller’s to verify: their duty or nobody’s, and not collected by them, unless the head let them. */
export async function toVerify(db: Reader, asked: Asked): Promise<Found> {
  const { person, now } = asked;
  return await findUnits(db, asked, {
    daysLeft: sql`case when duty.person_id = ${person} then duty.due_on - ${TODAY(now)} end`,
    own: sql`duty.person_id is not distinct from ${person}::uuid`,
    where: sql`assessment.state = 'submitted' and coalesce(duty.person_id, ${person}::uuid) = ${person}::uuid
      and not ${barredIn(person)}`,
  });
}

/** Handed in, with nobody to verify it or not verified in time. */
export async function reviewsLate(db: Reader, asked: Asked): Promise<Found> {
  const today = TODAY(asked.now);
  return await findUnits(db, asked, {
    daysLeft: sql`duty.due_on - ${today}`,
    detail: sql`verifier.name`,
    join: sql`left join person as verifier on verifier.id = duty.person_id`,
    where: sql`assessment.state = 'submitted' and (duty.person_id is null or duty.due_on < ${today})`,
  });
}

/** With changes that came late and wait for a decision; those of users who withdrew are nobody’s to decide. */
export async function lateChanges(db: Reader, asked: Asked): Promise<Found> {
  return await findUnits(db, asked, {
    count: sql`late.changes`,
    own: sql`duty.person_id is not distinct from ${asked.person}::uuid`,
    join: sql`join (
      select late_change.assessment_id, count(*)::int as changes
      from late_change
      join answer_change on answer_change.id = late_change.change_id
      where late_change.decision = 'waiting' and not exists (
        select from answer as presence
        where presence.assessment_id = answer_change.assessment_id
          and presence.subject_id = answer_change.subject_id and presence.indicator_id = ''
          and presence.field = 'presence' and presence.value ->> 'state' = 'withdrawn')
      group by late_change.assessment_id
    ) as late on late.assessment_id = assessment.id`,
    where: sql`assessment.state in ('submitted', 'returned', 'verified')`,
  });
}

/** With points that were given back and that the team has answered. */
export async function pointsAnswered(db: Reader, asked: Asked): Promise<Found> {
  return await findUnits(db, asked, {
    count: sql`points.answered`,
    own: sql`duty.person_id is not distinct from ${asked.person}::uuid`,
    join: sql`join (
      select assessment_id, count(*)::int as answered from returned_point where state = 'answered' group by assessment_id
    ) as points on points.assessment_id = assessment.id`,
    where: sql`assessment.state in ('submitted', 'returned')`,
  });
}

/** A unit that is not assessed after all waits for nothing. */
const MAY_BE_DECIDED = sql`assessment.state in ('submitted', 'returned')`;

/** With documents that the unit sent and nobody has looked at. */
export async function documentsReceived(db: Reader, asked: Asked): Promise<Found> {
  return await findUnits(db, asked, {
    count: sql`request.documents`,
    detail: sql`request.wanted`,
    own: sql`duty.person_id is not distinct from ${asked.person}::uuid`,
    join: sql`join (
      select assessment_id, count(*)::int as documents, min(wanted) as wanted
      from document_request where state = 'received' group by assessment_id
    ) as request on request.assessment_id = assessment.id`,
    where: MAY_BE_DECIDED,
  });
}

/** With documents that were asked for and did not come in time. */
export async function documentsOverdue(db: Reader, asked: Asked): Promise<Found> {
  const today = TODAY(asked.now);
  return await findUnits(db, asked, {
    count: sql`request.documents`,
    detail: sql`request.wanted`,
    daysLeft: sql`request.due_on - ${today}`,
    own: sql`duty.person_id is not distinct from ${asked.person}::uuid`,
    join: sql`join (
      select assessment_id, count(*)::int as documents, min(wanted) as wanted, min(due_on) as due_on
      from document_request where state = 'open' group by assessment_id
    ) as request on request.assessment_id = assessment.id`,
    where: sql`request.due_on < ${today} and ${MAY_BE_DECIDED}`,
  });
}

/** What is settled in public is nobody’s to call about any more. */
const NOT_PUBLISHED = sql`not exists (
  select from release
  where release.period_id = assessment.period_id and release.province_code = government.province_code
    and release.state = 'published')`;

/** With places of which nobody has chosen a value. */
export async function conflicts(db: Reader, asked: Asked): Promise<Found> {
  return await findUnits(db, asked, {
    count: sql`summary.conflicts`,
    join: sql`join assessment_summary as summary on summary.assessment_id = assessment.id and summary.conflicts > 0`,
    where: sql`assessment.state in ('in-progress', 'submitted', 'returned') and ${NOT_PUBLISHED}`,
  });
}

/** Handed in while photos or documents of it are still on a phone. */
export async function filesOutstanding(db: Reader, asked: Asked): Promise<Found> {
  return await findUnits(db, asked, {
    count: sql`summary.files_named - summary.files_here`,
    join: sql`join assessment_summary as summary
      on summary.assessment_id = assessment.id and summary.files_here < summary.files_named`,
    where: sql`assessment.state = 'submitted'`,
  });
}

/** A score at which one band ends and the next begins, for one kind of government in one period. */
export interface BandBound {
  readonly periodId: PeriodId;
  readonly governmentKind: GovernmentKind;
  /** In hundredths. */
  readonly lower: number;
}

/** Verified so near to where a band begins that somebody should look once more before it is published. */
export async function bandEdges(db: Reader, asked: Asked, bounds: readonly BandBound[]): Promise<Found> {
  return await findUnits(db, asked, {
    detail: sql`newest.score`,
    join: sql`join lateral (
      select score from unit_score where unit_score.assessment_id = assessment.id order by sequence desc limit 1
    ) as newest on true`,
    where: sql`assessment.state = 'verified' and exists (
      select from unnest(
        ${bounds.map(({ periodId }) => periodId)}::uuid[], ${bounds.map(({ governmentKind }) => governmentKind)}::text[],
        ${bounds.map(({ lower }) => lower)}::integer[]) as bound (period_id, kind, lower)
      where bound.period_id = assessment.period_id and bound.kind = government.kind
        and abs(newest.score - bound.lower) <= period.edge_points)
      and not exists (
        select from release
        where release.period_id = assessment.period_id and release.province_code = government.province_code
          and release.state in ('prepared', 'published'))`,
  });
}

/** The periods in which something is verified and not published, with their instruments. */
export async function findPeriods(db: Reader) {
  return await db
    .selectFrom('period')
    .innerJoin('instrument', (join) =>
      join
        .onRef('instrument.id', '=', 'period.instrument_id')
        .onRef('instrument.version', '=', 'period.instrument_version'),
    )
    .select([
      'period.id',
      'period.instrument_id as instrumentId',
      'period.instrument_version as instrumentVersion',
      'instrument.content_hash as instrumentHash',
    ])
    .where('period.opened_at', 'is not', null)
    .where('period.kind', '=', 'season')
    .orderBy('period.year', 'desc')
    // Older ones are published or given up.
    .limit(4)
    .execute();
}
