import { sql } from 'kysely';

import { collectorsOf, entryOf, indicatorOf } from '@patuh/server/platform/assessments/cells';
import type { Reader, Writer } from '@patuh/server/platform/database';
import type { Coordinates } from '@patuh/shared/checks/whereabouts';
import type { SubjectId } from '@patuh/shared/domain/assessment';
import type { CellKey, FieldValue } from '@patuh/shared/domain/change';
import type { GovernmentCode, ProvinceCode } from '@patuh/shared/domain/government';
import type { AssessmentId, ChangeId, PersonId, PointId } from '@patuh/shared/domain/ids';
import type { IndicatorId } from '@patuh/shared/domain/instrument';

import type { PossibleVerifier } from './policy.ts';

/** Where an assessment lies; undefined if there is none. */
export async function findPlace(db: Reader, id: AssessmentId) {
  return await db
    .selectFrom('assessment')
    .innerJoin('period', (join) =>
      // A second visit stands on no desk: whoever verifies the first must not know what it found.
      join.onRef('period.id', '=', 'assessment.period_id').on('period.kind', '<>', 'comparison'),
    )
    .innerJoin('unit', 'unit.id', 'assessment.unit_id')
    .innerJoin('government', 'government.code', 'unit.government_code')
    .select([
      'assessment.unit_id as unit',
      'government.code as government',
      'government.kind as governmentKind',
      'government.province_code as province',
      'assessment.period_id as periodId',
    ])
    .where('assessment.id', '=', id)
    .executeTakeFirst();
}

/** The verifiers of a province whose accounts are open, and who of them collected in the assessment. */
export async function findVerifiers(
  db: Reader,
  id: AssessmentId,
  province: ProvinceCode,
): Promise<readonly (PossibleVerifier & { readonly name: string })[]> {
  const collectors = new Set((await collectorsOf(db, id)).map((person) => person.id));
  const rows = await db
    .selectFrom('person_grant')
    .innerJoin('person', 'person.id', 'person_grant.person_id')
    .select(['person.id as personId', 'person.name'])
    .where('role', '=', 'verifier')
    .where('scope_kind', '=', 'province')
    .where('scope_code', '=', province)
    .where('person.disabled_at', 'is', null)
    .orderBy('person.name')
    .orderBy('person.id')
    .execute();
  return rows.map((row) => ({ ...row, collected: collectors.has(row.personId) }));
}

export async function findPoints(db: Reader, id: AssessmentId) {
  return await db
    .selectFrom('returned_point')
    .select(['id', 'indicator_id as indicatorId', 'subject_id as subjectId', 'state'])
    .where('assessment_id', '=', id)
    .execute();
}

export interface NewPoint {
  readonly id: PointId;
  readonly indicatorId: IndicatorId;
  readonly subjectId: SubjectId | null;
  readonly reason: string;
}

interface By {
  readonly person: PersonId;
  readonly at: Date;
}

export async function insertPoints(
  trx: Writer,
  id: AssessmentId,
  { points, state, person, at }: By & { readonly points: readonly NewPoint[]; readonly state: 'open' | 'answered' },
): Promise<void> {
  await trx
    .insertInto('returned_point')
    .values(
      points.map((point) => ({
        id: point.id,
        assessment_id: id,
        indicator_id: point.indicatorId,
        subject_id: point.subjectId,
        reason: point.reason,
        returned_by: person,
        returned_at: at,
        state,
        settled_by: null,
        settled_at: null,
      })),
    )
    .execute();
}

export async function settlePoints(trx: Writer, ids: readonly PointId[], { person, at }: By): Promise<void> {
  if (ids.length === 0) return;
  await trx
    .updateTable('returned_point')
    .set({ state: 'settled', settled_by: person, settled_at: at })
    .where('id', 'in', ids)
    .where('state', '<>', 'settled')
    .execute();
}

/** Moves the assessment to where a decision puts it; every column that belonged to the former state is emptied. */
export async function setState(
  trx: Writer,
  id: AssessmentId,
  to:
    | { readonly state: 'submitted' | 'returned' | 'assigned' | 'in-progress' }
    | { readonly state: 'verified'; readonly at: Date },
): Promise<void> {
  await trx
    .updateTable('assessment')
    .set({
      state: to.state,
      verified_at: to.state === 'verified' ? to.at : null,
      not_assessed_reason: null,
      not_assessed_note: null,
      not_assessed_by: null,
      not_assessed_at: null,
    })
    .where('id', '=', id)
    .execute();
}

/** Where the unit of an assessment is, as its team found it. */
export async function saveCoordinates(
  trx: Writer,
  id: AssessmentId,
  { latitude, longitude }: Coordinates,
): Promise<void> {
  await trx
    .updateTable('unit')
    .set({ latitude, longitude })
    .where('id', '=', (eb) => eb.selectFrom('assessment').select('unit_id').where('assessment.id', '=', id))
    .execute();
}

/** Where a unit that was recorded as not assessed stood before. */
export async function findFormerState(db: Reader, id: AssessmentId): Promise<'assigned' | 'in-progress' | 'returned'> {
  const { submittedAt, isBegun } = await db
    .selectFrom('assessment')
    .select(({ exists, selectFrom }) => [
      'submitted_at as submittedAt',
      exists(
        selectFrom('answer')
          .select(sql`1`.as('one'))
          .where('assessment_id', '=', id),
      ).as('isBegun'),
    ])
    .where('id', '=', id)
    .executeTakeFirstOrThrow();
  if (submittedAt !== null) return 'returned';
  return isBegun === true ? 'in-progress' : 'assigned';
}

export async function findAcceptances(db: Reader, id: AssessmentId) {
  return await db
    .selectFrom('section_acceptance')
    .innerJoin('person', 'person.id', 'accepted_by')
    .select([
      'section_id as sectionId',
      'answers_hash as answersHash',
      'accepted_at as at',
      'person.name as by',
      'review_sequence as review',
    ])
    .where('assessment_id', '=', id)
    .orderBy('accepted_at')
    .orderBy('section_id')
    .execute();
}

export async function saveAcceptance(
  trx: Writer,
  id: AssessmentId,
  {
    sectionId,
    answersHash,
    review,
    person,
    at,
  }: By & {
    readonly sectionId: string;
    readonly answersHash: string;
    /** Number of the plan by which it is accepted. */
    readonly review: number;
  },
): Promise<void> {
  const accepted = { answers_hash: answersHash, review_sequence: review, accepted_by: person, accepted_at: at };
  await trx
    .insertInto('section_acceptance')
    .values({ assessment_id: id, section_id: sectionId, ...accepted })
    .onConflict((conflict) => conflict.columns(['assessment_id', 'section_id']).doUpdateSet(accepted))
    .execute();
}

/** What was accepted is open again: a point of it came back, or a late change came in. */
export async function removeAcceptances(trx: Writer, id: AssessmentId, sectionIds: readonly string[]): Promise<void> {
  if (sectionIds.length === 0) return;
  await trx
    .deleteFrom('section_acceptance')
    .where('assessment_id', '=', id)
    .where('section_id', 'in', sectionIds)
    .execute();
}

export async function countWaitingLate(db: Reader, id: AssessmentId): Promise<number> {
  const row = await db
    .selectFrom('late_change')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .where('assessment_id', '=', id)
    .where('decision', '=', 'waiting')
    .executeTakeFirstOrThrow();
  return row.count;
}

/** A late change of this assessment with all that was sent; undefined if there is none. */
export async function findLateChange(db: Reader, id: AssessmentId, change: ChangeId) {
  return await db
    .selectFrom('late_change')
    .innerJoin('answer_change', 'answer_change.id', 'late_change.change_id')
    .select([
      'late_change.decision',
      'answer_change.indicator_id as indicatorId',
      'answer_change.subject_id as subjectId',
      'answer_change.field',
      'answer_change.value',
    ])
    .where('late_change.change_id', '=', change)
    .where('late_change.assessment_id', '=', id)
    .executeTakeFirst();
}

/** What is current of a subject, without an indicator; undefined where nothing is. */
export async function findEntry(
  db: Reader,
  id: AssessmentId,
  { subjectId, field }: Pick<CellKey, 'subjectId' | 'field'>,
): Promise<FieldValue | undefined> {
  const row = await db
    .selectFrom('answer')
    .select(['field', 'value'])
    .where('assessment_id', '=', id)
    .where('indicator_id', '=', '')
    .where('subject_id', '=', subjectId)
    .where('field', '=', field)
    .executeTakeFirst();
  return row && entryOf(row);
}

export async function decideLate(
  trx: Writer,
  change: ChangeId,
  { decision, reason, person, at }: By & { readonly decision: 'taken-in' | 'left-out'; readonly reason: string },
): Promise<void> {
  await trx
    .updateTable('late_change')
    .set({ decision, reason, decided_by: person, decided_at: at })
    .where('change_id', '=', change)
    .execute();
}

export async function findLateDecisions(db: Reader, id: AssessmentId) {
  return await db
    .selectFrom('late_change')
    .innerJoin('person', 'person.id', 'decided_by')
    .select(['change_id as changeId', 'decision', 'reason', 'decided_at as at', 'person.name as by'])
    .where('assessment_id', '=', id)
    .orderBy('decided_at')
    .orderBy('change_id')
    .execute();
}

export async function insertException(
  trx: Writer,
  id: AssessmentId,
  { personId, reason, person, at }: By & { readonly personId: PersonId; readonly reason: string },
): Promise<void> {
  await trx
    .insertInto('verifier_exception')
    .values({ assessment_id: id, person_id: personId, decided_by: person, reason, decided_at: at })
    .execute();
}

export async function findExceptions(db: Reader, id: AssessmentId) {
  return await db
    .selectFrom('verifier_exception')
    .innerJoin('person', 'person.id', 'verifier_exception.person_id')
    .innerJoin('person as head', 'head.id', 'verifier_exception.decided_by')
    .select(['person.id as personId', 'person.name as person', 'head.name as decidedBy', 'reason', 'decided_at as at'])
    .where('assessment_id', '=', id)
    .orderBy('decided_at')
    .execute();
}

/** Every value of the places that ever had more than one, or a late one; oldest first. */
export async function findHistory(db: Reader, id: AssessmentId) {
  const rows = await db
    .selectFrom((from) =>
      from
        .selectFrom('answer_change')
        .select(['id', 'indicator_id', 'subject_id', 'field', 'value', 'person_id', 'received_at', 'placement'])
        .select(sql<boolean>`count(*) over place > 1 or bool_or(placement = 'late') over place`.as('is_told'))
        .where('assessment_id', '=', id)
        .modifyEnd(sql`window place as (partition by indicator_id, subject_id, field)`)
        .as('change'),
    )
    .innerJoin('person', 'person.id', 'change.person_id')
    .select([
      'change.id',
      'change.indicator_id',
      'change.subject_id',
      'change.field',
      'change.value',
      'change.received_at',
      'change.placement',
      'person.name as by',
    ])
    .where('change.is_told', '=', true)
    .orderBy('change.indicator_id')
    .orderBy('change.subject_id')
    .orderBy('change.field')
    .orderBy('change.received_at')
    .orderBy('change.id')
    .execute();
  return rows.map((row) => ({
    indicatorId: indicatorOf(row.indicator_id),
    subjectId: row.subject_id,
    value: {
      changeId: row.id,
      entry: entryOf(row),
      by: row.by,
      at: row.received_at.toISOString(),
      late: row.placement === 'late',
    },
  }));
}

export async function findScores(db: Reader, id: AssessmentId) {
  return await db
    .selectFrom('unit_score')
    .innerJoin('person', 'person.id', 'accepted_by')
    .select(['sequence', 'score', 'accepted_at as acceptedAt', 'person.name as acceptedBy'])
    .where('assessment_id', '=', id)
    .orderBy('sequence')
    .execute();
}

/** Whether a result of the period is published in the province. */
export async function isPublished(
  db: Reader,
  { periodId, province }: NonNullable<Awaited<ReturnType<typeof findPlace>>>,
): Promise<boolean> {
  const row = await db
    .selectFrom('release')
    .select('id')
    .where('period_id', '=', periodId)
    .where('province_code', '=', province)
    .where('state', '=', 'published')
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}

/** More than a province can have in its hands at once. */
const MOST_WAITING = 1_000;

/**
 * The units that wait for a verifier in the provinces, in the order in which this one takes them: those they are to verify,
 * by the last day; then those nobody is, first what lies at the edge of a band and has most to look at. What is somebody
 * else's duty is left to them.
 */
export async function findWaiting(db: Reader, provinces: readonly ProvinceCode[], person: PersonId) {
  const { rows } = await sql<{
    assessmentId: AssessmentId;
    unitName: string;
    governmentCode: GovernmentCode;
    governmentName: string;
    dueOn: string | null;
    mine: boolean;
  }>`
    select assessment.id as "assessmentId", unit.name as "unitName", government.code as "governmentCode",
      government.name as "governmentName", duty.due_on as "dueOn", duty.person_id is not null as mine
    from assessment
    join unit on unit.id = assessment.unit_id
    join government on government.code = unit.government_code
    join period on period.id = assessment.period_id and period.kind <> 'comparison'
    left join verification_duty as duty on duty.assessment_id = assessment.id
    left join lateral (
      select at_edge, required from review_plan
      where review_plan.assessment_id = assessment.id order by sequence desc limit 1) as review on true
    where assessment.state = 'submitted' and government.province_code = any(${provinces}::text[])
      and (duty.person_id is null or duty.person_id = ${person})
    order by mine desc, duty.due_on nulls last, review.at_edge desc nulls last, review.required desc nulls last,
      assessment.submitted_at, assessment.id
    limit ${MOST_WAITING}`.execute(db);
  return rows;
}
