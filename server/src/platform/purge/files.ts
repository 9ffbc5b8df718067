import { type RawBuilder, sql } from 'kysely';

import type { Reader, Writer } from '../database.ts';
import { assessmentsIn, COUNTED, type Counted, type Held, held, type PeriodScope, together } from './held.ts';

/** Where files of a province in a period are named. */
function requestsIn(scope: PeriodScope): RawBuilder<unknown> {
  return sql`(select id from document_request where assessment_id in ${assessmentsIn(scope)})`;
}

/** Files that are sent there and nowhere else: another unit, another year, a case for practice may need the same. */
function filesOnlyIn(scope: PeriodScope): RawBuilder<unknown> {
  const { periodId, province } = scope;
  return sql`(
    select file.sha256, file.size from evidence_file as file
    where file.purged_at is null and file.sha256 in (
      select sha256 from assessment_file where assessment_id in ${assessmentsIn(scope)}
      union all select sha256 from document_delivery where request_id in ${requestsIn(scope)}
      union all select photo from calibration_case where period_id = ${periodId}::uuid and province_code = ${province})
    and not exists (
      select from assessment_file as other where other.sha256 = file.sha256 and other.purged_at is null
        and other.assessment_id not in ${assessmentsIn(scope)})
    and not exists (
      select from document_delivery as other where other.sha256 = file.sha256 and other.purged_at is null
        and other.request_id not in ${requestsIn(scope)})
    and not exists (
      select from calibration_case as other where other.photo = file.sha256
        and (other.period_id <> ${periodId}::uuid or other.province_code <> ${province})))`;
}

export async function countFiles(db: Reader, scope: PeriodScope): Promise<Held> {
  const files = await sql<{ files: number; bytes: number; ids: string }>`
    select count(*)::int as files, coalesce(sum(size), 0)::bigint as bytes,
      coalesce(md5(string_agg(sha256, ',' order by sha256)), '') as ids
    from ${filesOnlyIn(scope)} as held`.execute(db);
  const { rows } = await sql<Counted>`
    select ${COUNTED} from (
      select sha256 || assessment_id as id from assessment_file
        where assessment_id in ${assessmentsIn(scope)} and purged_at is null
      union all select id::text from document_delivery where request_id in ${requestsIn(scope)} and purged_at is null
      union all select url from web_copy where assessment_id in ${assessmentsIn(scope)}
      union all select id::text from photo_clearance
        where assessment_id in ${assessmentsIn(scope)} and areas is not null) as held`.execute(db);
  const [counted] = files.rows;
  return together([
    held(rows[0] ?? { entries: 0, ids: '' }),
    { entries: 0, files: counted?.files ?? 0, bytes: counted?.bytes ?? 0, ids: [counted?.ids ?? ''] },
  ]);
}

/**
 * From here on nobody is given the files: their rows say since when they are gone, by which a phone that sends one again is
 * told that it is here. The bytes go after the commit, by `sweepFiles`. Answers which.
 */
export async function purgeFiles(
  trx: Writer,
  scope: PeriodScope,
  { said, at }: { readonly said: string; readonly at: Date },
): Promise<readonly string[]> {
  const { rows } = await sql<{ sha256: string }>`
    update evidence_file set purged_at = ${at}, look = null
    where sha256 in (select sha256 from ${filesOnlyIn(scope)} as held) returning sha256`.execute(trx);
  await sql`
    update assessment_file set purged_at = ${at}
    where assessment_id in ${assessmentsIn(scope)} and purged_at is null`.execute(trx);
  await sql`
    update document_delivery set purged_at = ${at}, name = ${said}
    where request_id in ${requestsIn(scope)} and purged_at is null`.execute(trx);
  await sql`
    update calibration_case set photo = null, photo_areas = null
    where period_id = ${scope.periodId}::uuid and province_code = ${scope.province}`.execute(trx);
  await sql`
    update photo_clearance set areas = null
    where assessment_id in ${assessmentsIn(scope)} and areas is not null`.execute(trx);
  await sql`delete from web_copy where assessment_id in ${assessmentsIn(scope)}`.execute(trx);
  await sql`delete from upload where assessment_id in ${assessmentsIn(scope)}`.execute(trx);
  return rows.map(({ sha256 }) => sha256);
}
