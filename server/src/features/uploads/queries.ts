import { sql } from 'kysely';

import type { Reader, Writer } from '@patuh/server/platform/database';
import type { Inspected } from '@patuh/server/platform/evidence/inspect';
import type { FileType } from '@patuh/shared/domain/evidence';
import type { AssessmentId, PersonId } from '@patuh/shared/domain/ids';
import { REMOVED_MARK } from '@patuh/shared/sync/emptied';

/** A file on its way in. */
export interface Upload {
  readonly id: string;
  readonly assessmentId: AssessmentId;
  readonly personId: PersonId;
  readonly sha256: string;
  readonly type: FileType;
  /** Bytes of the whole file. */
  readonly size: number;
}

const COLUMNS = ['id', 'assessment_id as assessmentId', 'person_id as personId', 'sha256', 'type', 'size'] as const;

/** An upload that this person began. */
export async function findUpload(db: Reader, id: string, personId: PersonId): Promise<Upload | undefined> {
  return await db
    .selectFrom('upload')
    .select(COLUMNS)
    .where('id', '=', id)
    .where('person_id', '=', personId)
    .executeTakeFirst();
}

type SameFile = Pick<Upload, 'assessmentId' | 'personId' | 'sha256'>;

export async function findUploadOf(
  db: Reader,
  { assessmentId, personId, sha256 }: SameFile,
): Promise<Upload | undefined> {
  return await db
    .selectFrom('upload')
    .select(COLUMNS)
    .where('assessment_id', '=', assessmentId)
    .where('person_id', '=', personId)
    .where('sha256', '=', sha256)
    .executeTakeFirst();
}

/** Nobody else begins a file of that assessment until this transaction ends. */
export async function holdFiles(trx: Writer, id: AssessmentId): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtext('patuh files'), hashtext(${id}))`.execute(trx);
}

/** Notes that a file is on its way. Answers whether it did: not where somebody was quicker with the same one. */
export async function insertUpload(trx: Writer, upload: Upload, at: Date): Promise<boolean> {
  const { id, assessmentId, personId, sha256, type, size } = upload;
  const inserted = await trx
    .insertInto('upload')
    .values({ id, assessment_id: assessmentId, person_id: personId, sha256, type, size, created_at: at })
    .onConflict((conflict) => conflict.columns(['assessment_id', 'person_id', 'sha256']).doNothing())
    .returning('id')
    .executeTakeFirst();
  return inserted !== undefined;
}

export async function deleteUpload(trx: Writer, id: string): Promise<void> {
  await trx.deleteFrom('upload').where('id', '=', id).execute();
}

/** A file that was sent for the assessment, and since when it is gone again; undefined where it never was. */
export async function findSent(
  db: Reader,
  id: AssessmentId,
  sha256: string,
): Promise<{ readonly purgedAt: Date | null } | undefined> {
  return await db
    .selectFrom('assessment_file')
    .select('purged_at as purgedAt')
    .where('assessment_id', '=', id)
    .where('sha256', '=', sha256)
    .executeTakeFirst();
}

/** Other files that are here or on their way, each counted once. */
export async function countOthers(db: Reader, { assessmentId, sha256 }: Omit<SameFile, 'personId'>): Promise<number> {
  const filesOf = (table: 'assessment_file' | 'upload') =>
    db.selectFrom(table).select('sha256').where('assessment_id', '=', assessmentId).where('sha256', '<>', sha256);
  const { count } = await db
    .selectFrom(filesOf('assessment_file').union(filesOf('upload')).as('file'))
    .select((select) => select.fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow();
  return count;
}

/**
 * The upload has become a file of the assessment, in one statement: the photos of an office wait for each other from here to the
 * commit. Answers whether it was not the assessment’s before.
 */
export async function insertFile(
  trx: Writer,
  { id, assessmentId, personId, sha256, type, size }: Upload,
  { width, height, look }: Inspected,
  { at, purgedAt = null }: { readonly at: Date; readonly purgedAt?: Date | null },
): Promise<boolean> {
  const { rows } = await sql`
    with ended as (
      delete from upload where id = ${id}
    ), stored as (
      insert into evidence_file (sha256, type, size, width, height, look, stored_at, purged_at)
      values (${sha256}, ${type}, ${size}, ${width}, ${height}, ${purgedAt === null ? look : null}, ${at}, ${purgedAt})
      on conflict (sha256) do update set look = excluded.look, purged_at = null
      where evidence_file.purged_at is not null and excluded.purged_at is null
    )
    insert into assessment_file (assessment_id, sha256, person_id, received_at, purged_at)
    values (${assessmentId}, ${sha256}, ${personId}, ${at}, ${purgedAt})
    on conflict (assessment_id, sha256) do update set purged_at = null
      where assessment_file.purged_at is not null and excluded.purged_at is null
    returning sha256`.execute(trx);
  return rows.length > 0;
}

/**
 * Since when a file is not kept for the assessment any more; null where it is. What the field described since then, for a
 * season that was opened again, is kept whenever it arrives: nothing but its description tells it from what was purged.
 */
export async function filePurgedAt(
  db: Reader,
  { assessmentId, sha256 }: Pick<Upload, 'assessmentId' | 'sha256'>,
): Promise<Date | null> {
  const { rows } = await sql<{ at: Date | null }>`
    select max(purge.at) as at from assessment
    join unit on unit.id = assessment.unit_id
    join purge on purge.period_id = assessment.period_id and purge.province_code = left(unit.government_code, 2)
    where assessment.id = ${assessmentId} and purge.kind = 'evidence'
      and not exists (
        select from answer_change as piece
        where piece.assessment_id = assessment.id and piece.field = 'evidence'
          and piece.value #>> '{file,sha256}' = ${sha256}
          and position(${REMOVED_MARK} in piece.value::text) = 0)`.execute(db);
  return rows[0]?.at ?? null;
}

/** Every file that is to be there. */
export async function listFiles(db: Reader): Promise<readonly { readonly sha256: string; readonly size: number }[]> {
  return await db
    .selectFrom('evidence_file')
    .select(['sha256', 'size'])
    .where('purged_at', 'is', null)
    .orderBy('sha256')
    .execute();
}

export async function listUploads(
  db: Reader,
): Promise<readonly { readonly id: string; readonly sha256: string; readonly createdAt: Date }[]> {
  return await db.selectFrom('upload').select(['id', 'sha256', 'created_at as createdAt']).orderBy('id').execute();
}
