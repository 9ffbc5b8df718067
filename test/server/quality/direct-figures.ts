import { type RawBuilder, sql } from 'kysely';

import type { Pooled } from '@patuh/server/platform/database';

/** What the figures are, counted in one go from everything that is there: what the server answers must be the same. */
export interface DirectWork {
  readonly periodId: string;
  readonly province: string;
  readonly highest: ReadonlyMap<string, number>;
}

/**
 * Assessments of the period in the province, and whose answers in them count: not of users who are gone, or took them back.
 * What lies in each of them is asked for one by one (`offset 0` keeps it so): planned as one, it would go through every answer
 * of the country.
 */
function within({ periodId, province }: DirectWork): RawBuilder<unknown> {
  return sql`
    mine as materialized (
      select assessment.id
      from assessment
      join unit on unit.id = assessment.unit_id
      join government on government.code = unit.government_code
      where assessment.period_id = ${periodId} and government.province_code = ${province}
    ), gone as materialized (
      select mine.id as assessment_id, answer.subject_id from mine
      cross join lateral (
        select subject_id from answer
        where assessment_id = mine.id and field = 'presence' and value ->> 'state' <> 'present' offset 0
      ) as answer
    ), given as materialized (
      select answer.assessment_id, answer.indicator_id, answer.subject_id, answer.person_id, answer.level
      from mine
      cross join lateral (
        select assessment_id, indicator_id, subject_id, person_id, (value ->> 'level')::int as level from answer
        where assessment_id = mine.id and field = 'answer' and value ->> 'kind' = 'level' offset 0
      ) as answer
      where not exists (select from gone where gone.assessment_id = answer.assessment_id
          and gone.subject_id = answer.subject_id)
    )`;
}

export interface AnswerTally {
  /** By person, or by indicator: the other one is null. */
  readonly personId: string | null;
  readonly indicatorId: string | null;
  readonly answers: number;
  readonly units: number;
  readonly top: number;
}

/** How many answers, and how many of them with the highest level, by person and by indicator. */
export async function tallyAnswers(db: Pooled, work: DirectWork): Promise<readonly AnswerTally[]> {
  const { rows } = await sql<AnswerTally>`
    with ${within(work)}
    select person_id as "personId", given.indicator_id as "indicatorId", count(*)::int as answers,
      count(distinct assessment_id)::int as units, (count(*) filter (where level = highest))::int as top
    from given
    join unnest(${[...work.highest.keys()]}::text[], ${[...work.highest.values()]}::int[])
      as scale (indicator_id, highest) on scale.indicator_id = given.indicator_id
    group by grouping sets ((person_id), (given.indicator_id))`.execute(db);
  return rows;
}

export interface Tempo extends Pick<AnswerTally, 'personId' | 'indicatorId'> {
  readonly seconds: number;
}

/** Longer is a pause: somebody was called away, or went on the next day. */
const LONGEST_SECONDS = 600;

/** Median seconds between one answer and the next on the same device, by person and by indicator. */
export async function medianSeconds(db: Pooled, work: DirectWork): Promise<readonly Tempo[]> {
  const { rows } = await sql<Tempo>`
    with ${within(work)}, paper as materialized (
      select mine.id as assessment_id, answer.subject_id from mine
      cross join lateral (
        select subject_id from answer
        where assessment_id = mine.id and field = 'from-paper' and value = 'true' offset 0
      ) as answer
    ), entered as (
      select person_id, indicator_id, assessment_id, subject_id, base,
        extract(epoch from made_at - lag(made_at) over (partition by assessment_id, device_id order by seq)) as seconds
      from mine
      cross join lateral (
        select person_id, indicator_id, assessment_id, subject_id, base, made_at, device_id, seq from answer_change
        where assessment_id = mine.id and field = 'answer' offset 0
      ) as answer_change
    )
    select person_id as "personId", indicator_id as "indicatorId",
      round(percentile_cont(0.5) within group (order by seconds))::int as seconds
    from entered
    where cardinality(base) = 0 and seconds between 0 and ${LONGEST_SECONDS}
      and not exists (select from paper where paper.assessment_id = entered.assessment_id
        and paper.subject_id = entered.subject_id)
      and not exists (select from gone where gone.assessment_id = entered.assessment_id
        and gone.subject_id = entered.subject_id)
    group by grouping sets ((person_id), (indicator_id))`.execute(db);
  return rows;
}

export interface InterviewTally {
  readonly personId: string;
  readonly interviews: number;
  readonly alike: number;
  readonly copied: number;
}

/** Interviews by whoever entered most of each; of whom no profile is known nobody can be the copy. */
export async function tallyInterviews(db: Pooled, work: DirectWork): Promise<readonly InterviewTally[]> {
  const { rows } = await sql<InterviewTally>`
    with ${within(work)}, interview as (
      select given.assessment_id, given.subject_id, mode() within group (order by person_id) as person_id,
        count(*) > 1 and min(level) = max(level) as alike,
        string_agg(given.indicator_id || '=' || level, ' ' order by given.indicator_id) as answers
      from given where given.subject_id like 'user-%'
      group by given.assessment_id, given.subject_id
    ), told as (
      select interview.*, coalesce(profile.value::text, interview.subject_id) as who
      from interview
      left join lateral (
        select value from answer
        where assessment_id = interview.assessment_id and indicator_id = '' and subject_id = interview.subject_id
          and field = 'profile' and value <> 'null' offset 0
      ) as profile on true
    ), seen as (
      select told.*, count(*) over (partition by assessment_id, answers, who) as times from told
    )
    select person_id as "personId", count(*)::int as interviews, (count(*) filter (where alike))::int as alike,
      (count(*) filter (where times > 1 and not alike))::int as copied
    from seen group by person_id`.execute(db);
  return rows;
}
