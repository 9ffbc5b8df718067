import { sql } from 'kysely';

import type { Reader } from '@patuh/server/platform/database';
import type { Lookalike } from '@patuh/shared/contracts/evidence';
import type { SubjectId } from '@patuh/shared/domain/assessment';
import type { ProvinceCode } from '@patuh/shared/domain/government';
import type { AssessmentId } from '@patuh/shared/domain/ids';
import { SAME_LOOK } from '@patuh/shared/domain/look';

/** Where an assessment lies, and whether it is the second of its unit; undefined if there is none. */
export async function findPlace(db: Reader, id: AssessmentId) {
  return await db
    .selectFrom('assessment')
    .innerJoin('period', 'period.id', 'assessment.period_id')
    .innerJoin('unit', 'unit.id', 'assessment.unit_id')
    .innerJoin('government', 'government.code', 'unit.government_code')
    .select(['unit.id as unit', 'government.code as government', 'government.province_code as province', 'period.kind'])
    .where('assessment.id', '=', id)
    .executeTakeFirst();
}

/** What the server knows of the web addresses of an assessment. */
export async function findWebCopies(db: Reader, id: AssessmentId) {
  return await db
    .selectFrom('web_copy')
    .select([
      'subject_id as subjectId',
      'url',
      'state',
      'why',
      'fetched_at as fetchedAt',
      'final_url as finalUrl',
      'status',
      'title',
      'sha256',
      'size',
    ])
    .where('assessment_id', '=', id)
    .execute();
}

/** More than anybody compares by eye: a dark photo looks like every dark photo. */
const MOST_LOOKALIKES = 100;

/** No bit of a band, or one of its sixteen: see the migration of `look_bands`, whose promise ends at eight bits. */
const ONE_BIT: readonly number[] = [0, ...Array.from({ length: 16 }, (_, bit) => 1 << bit)];

/**
 * Photos of other assessments of the province, of whatever year, that look like one of this assessment’s; both as the
 * server saw them, not as a phone said. Nearest first.
 */
export async function findLookalikes(
  db: Reader,
  id: AssessmentId,
  province: ProvinceCode,
): Promise<readonly Lookalike[]> {
  const found = await sql<Omit<Lookalike, 'other'> & Omit<Lookalike['other'], 'subjectId'> & { other: SubjectId }>`
    with mine as materialized (
      select answer.subject_id, ('x' || file.look)::bit(64) as bits,
        array(select band # flipped from unnest(file.look_bands) as band, unnest(${ONE_BIT}::integer[]) as flipped) as near
      from answer
      join assessment_file using (assessment_id)
      join evidence_file as file
        on file.sha256 = assessment_file.sha256 and file.sha256 = answer.value -> 'file' ->> 'sha256'
      where answer.assessment_id = ${id} and answer.field = 'evidence' and file.look is not null
    ), near as materialized (
      select mine.subject_id, file.sha256, file.look, bit_count(mine.bits # ('x' || file.look)::bit(64)) as distance
      from mine join evidence_file as file on file.look_bands && mine.near
      where bit_count(mine.bits # ('x' || file.look)::bit(64)) <= ${SAME_LOOK}
    ), sent as materialized (
      select near.*, assessment_file.assessment_id
      from near join assessment_file on assessment_file.sha256 = near.sha256 and assessment_file.assessment_id <> ${id}
    )
    select sent.subject_id as "subjectId", sent.distance::int as distance, sent.look, sent.assessment_id as "assessmentId",
      unit.name as "unitName", period.year, other.subject_id as other
    from sent
    join assessment on assessment.id = sent.assessment_id
    join unit on unit.id = assessment.unit_id
    join government on government.code = unit.government_code and government.province_code = ${province}
    -- Whoever verifies must not learn that a second team was there.
    join period on period.id = assessment.period_id and period.kind <> 'comparison'
    -- Of these few: planned together with the rest, every answer of the country would be gone through.
    cross join lateral (
      select answer.subject_id from answer
      where answer.assessment_id = sent.assessment_id and answer.field = 'evidence'
        and answer.value -> 'file' ->> 'sha256' = sent.sha256
      offset 0
    ) as other
    order by sent.distance, period.year desc, unit.name, other.subject_id, sent.subject_id
    limit ${MOST_LOOKALIKES}`.execute(db);
  return found.rows.map(({ subjectId, distance, other, look, assessmentId, unitName, year }) => ({
    subjectId,
    distance,
    other: { assessmentId, unitName, year, subjectId: other, look },
  }));
}
