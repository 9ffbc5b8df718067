import { sql } from 'kysely';

import type { AssessmentId, PersonId } from '@patuh/shared/domain/ids';

import type { Reader, Writer } from '../database.ts';

/** Who is to verify a unit, and by when. */
export interface Duty {
  readonly personId: PersonId;
  readonly name: string;
  /** Day as `2026-09-30`; null while the field has the unit. */
  readonly dueOn: string | null;
}

/** The duties of these assessments; those that nobody has are left out. */
export async function dutiesOf(db: Reader, ids: readonly AssessmentId[]): Promise<ReadonlyMap<AssessmentId, Duty>> {
  if (ids.length === 0) return new Map();
  const rows = await db
    .selectFrom('verification_duty')
    .innerJoin('person', 'person.id', 'verification_duty.person_id')
    .select(['assessment_id', 'person_id', 'person.name', 'due_on'])
    .where(sql<boolean>`assessment_id = any(${ids}::uuid[])`)
    .execute();
  return new Map(
    rows.map((row) => [row.assessment_id, { personId: row.person_id, name: row.name, dueOn: row.due_on }]),
  );
}

/**
 * The last day of a verifier: so many days after `since` (or after it was handed in) as the period says, counted in the days of the province; null while the
 * field has the unit.
 */
function lastDay(since: Date | null) {
  return sql<string | null>`(
    select (coalesce(${since}::timestamptz, assessment.submitted_at) at time zone province.time_zone)::date + period.review_days
    from assessment
    join period on period.id = assessment.period_id
    join unit on unit.id = assessment.unit_id
    join government on government.code = unit.government_code
    join province on province.code = government.province_code
    where assessment.id = verification_duty.assessment_id and assessment.state = 'submitted')`;
}

/**
 * The verifier has the unit from that moment on, if anybody is to verify it; while the field has it, nobody has a last day.
 * To be called under the lock of the assessment, after its state was changed.
 */
export async function countReviewDays(trx: Writer, id: AssessmentId, since: Date): Promise<void> {
  await trx
    .updateTable('verification_duty')
    .set({ due_on: lastDay(since) })
    .where('assessment_id', '=', id)
    .execute();
}

export interface GivenDuty {
  readonly assessmentId: AssessmentId;
  readonly personId: PersonId;
  /** Another day than the period says; null for that one. */
  readonly dueOn: string | null;
}

/** Gives units to verifiers, whoever had them before. To be called under the locks of the assessments. */
export async function giveDuties(
  trx: Writer,
  duties: readonly GivenDuty[],
  { by, at }: { readonly by: PersonId; readonly at: Date },
): Promise<void> {
  for (const { assessmentId, personId, dueOn } of duties) {
    const given = { person_id: personId, due_on: dueOn, assigned_by: by, assigned_at: at };
    await trx
      .insertInto('verification_duty')
      .values({ assessment_id: assessmentId, ...given })
      .onConflict((conflict) => conflict.column('assessment_id').doUpdateSet(given))
      .execute();
    if (dueOn !== null) continue;
    await trx
      .updateTable('verification_duty')
      .set({ due_on: lastDay(null) })
      .where('assessment_id', '=', assessmentId)
      .execute();
  }
}

/** Nobody in particular is to verify these any more. */
export async function takeDuties(trx: Writer, ids: readonly AssessmentId[]): Promise<void> {
  await trx
    .deleteFrom('verification_duty')
    .where(sql<boolean>`assessment_id = any(${ids}::uuid[])`)
    .execute();
}
