import type { AssessmentId } from '@patuh/shared/domain/ids';
import type { LevelsGiven } from '@patuh/shared/review/levels';
import { sql } from 'kysely';

import type { Reader, Writer } from '../database.ts';
import type { ReviewHead } from './head.ts';

/**
 * Keeps how often each level was given in a unit, for those who look at others of its kind; nothing where it was never handed
 * in. Whoever was not asked in the end, or withdrew, does not count.
 */
export async function saveLevels(trx: Writer, id: AssessmentId): Promise<void> {
  await sql`
    insert into unit_levels (assessment_id, levels)
    select ${id}::uuid, coalesce(jsonb_object_agg(indicator_id, counts), '{}') from (
      select indicator_id, jsonb_object_agg(level, given) as counts from (
        select said.indicator_id, said.value ->> 'level' as level, count(*) as given
        from answer as said
        left join answer as presence
          on presence.assessment_id = said.assessment_id and presence.indicator_id = ''
          and presence.subject_id = said.subject_id and presence.field = 'presence'
        where said.assessment_id = ${id} and said.field = 'answer' and said.value ->> 'kind' = 'level'
          and coalesce(presence.value ->> 'state', 'present') = 'present'
        group by said.indicator_id, said.value ->> 'level'
      ) as by_level
      group by indicator_id
    ) as by_indicator
    having exists (select from assessment where assessment.id = ${id} and submitted_at is not null)
    on conflict (assessment_id) do update set levels = excluded.levels`.execute(trx);
}

/** Of the other units of the kind in the same period and province, as far as they are handed in. */
export async function levelsOfOthers(
  db: Reader,
  { id, periodId, unitKind, province }: ReviewHead,
): Promise<readonly LevelsGiven[]> {
  const rows = await db
    .selectFrom('unit')
    .innerJoin('government', 'government.code', 'unit.government_code')
    .innerJoin('assessment', 'assessment.unit_id', 'unit.id')
    .innerJoin('unit_levels', 'unit_levels.assessment_id', 'assessment.id')
    .select('unit_levels.levels')
    .where('unit.kind', '=', unitKind)
    .where('government.province_code', '=', province)
    .where('assessment.period_id', '=', periodId)
    .where('assessment.id', '<>', id)
    .where('assessment.state', 'in', ['submitted', 'returned', 'verified'])
    .execute();
  return rows.map(({ levels }) => levels);
}
