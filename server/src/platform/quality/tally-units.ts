import { sql } from 'kysely';

import type { AssessmentId, PersonId } from '@patuh/shared/domain/ids';

import type { Reader } from '../database.ts';

/** How the answers of one assessment came about, in parts that can be added to those of others. */
export interface UnitTally {
  readonly assessmentId: AssessmentId;
  /** Answers that stand now, and how many of them have the highest level. */
  readonly answers: readonly {
    readonly person: PersonId;
    readonly indicator: string;
    readonly answers: number;
    readonly top: number;
  }[];
  /** Seconds between one answer and the next on the same device. */
  readonly seconds: readonly {
    readonly person: PersonId;
    readonly indicator: string;
    readonly seconds: readonly number[];
  }[];
  /** Interviews by whoever entered most of each. */
  readonly interviews: readonly {
    readonly person: PersonId;
    readonly interviews: number;
    readonly alike: number;
    readonly copied: number;
  }[];
}

/** Longer is a pause: somebody was called away, or went on the next day. */
const LONGEST_SECONDS = 600;

/**
 * Users who are gone, or took their answers back, count nowhere; what was copied from paper has no tempo; of whom no profile
 * is known nobody can be the copy. What lies in each assessment is asked for one by one (`offset 0` keeps it so): planned as
 * one, it would go through every answer of the country. `highest`: the highest level of each indicator.
 */
export async function tallyUnits(
  db: Reader,
  ids: readonly AssessmentId[],
  highest: ReadonlyMap<string, number>,
): Promise<readonly UnitTally[]> {
  if (ids.length === 0) return [];
  const { rows } = await sql<UnitTally>`
    with mine as materialized (
      select id from unnest(${ids}::uuid[]) as mine (id)
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
      where (answer.assessment_id, answer.subject_id) not in (select assessment_id, subject_id from gone)
    ), answered as (
      select assessment_id, json_agg(tally) as answers from (
        select assessment_id, person_id as person, given.indicator_id as indicator, count(*)::int as answers,
          (count(*) filter (where level = highest))::int as top
        from given
        join unnest(${[...highest.keys()]}::text[], ${[...highest.values()]}::int[]) as scale (indicator_id, highest)
          on scale.indicator_id = given.indicator_id
        group by assessment_id, person_id, given.indicator_id
      ) as tally group by assessment_id
    ), interview as (
      select given.assessment_id, given.subject_id, mode() within group (order by person_id) as person,
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
    ), interviewed as (
      select assessment_id, json_agg(tally) as interviews from (
        select assessment_id, person, count(*)::int as interviews, (count(*) filter (where alike))::int as alike,
          (count(*) filter (where times > 1 and not alike))::int as copied
        from seen group by assessment_id, person
      ) as tally group by assessment_id
    ), paper as materialized (
      select mine.id as assessment_id, answer.subject_id from mine
      cross join lateral (
        select subject_id from answer
        where assessment_id = mine.id and field = 'from-paper' and value = 'true' offset 0
      ) as answer
    ), entered as (
      select assessment_id, person_id, indicator_id, subject_id, base,
        extract(epoch from made_at - lag(made_at) over (partition by assessment_id, device_id order by seq)) as seconds
      from mine
      cross join lateral (
        select assessment_id, person_id, indicator_id, subject_id, base, made_at, device_id, seq from answer_change
        where assessment_id = mine.id and field = 'answer' offset 0
      ) as answer_change
    ), timed as (
      select assessment_id, json_agg(tally) as seconds from (
        select assessment_id, person_id as person, indicator_id as indicator, json_agg(seconds::float8) as seconds
        from entered
        where cardinality(base) = 0 and seconds between 0 and ${LONGEST_SECONDS}
          and (assessment_id, subject_id) not in (select assessment_id, subject_id from paper)
          -- What still comes of them is kept without its content and moves no version.
          and (assessment_id, subject_id) not in (select assessment_id, subject_id from gone)
        group by assessment_id, person_id, indicator_id
      ) as tally group by assessment_id
    )
    select mine.id as "assessmentId", coalesce(answers, '[]') as answers, coalesce(seconds, '[]') as seconds,
      coalesce(interviews, '[]') as interviews
    from mine
    left join answered on answered.assessment_id = mine.id
    left join timed on timed.assessment_id = mine.id
    left join interviewed on interviewed.assessment_id = mine.id`.execute(db);
  return rows;
}
