import { sql } from 'kysely';

import { collectedIn } from '@patuh/server/platform/assessments/involvement';
import type { Reader, Writer } from '@patuh/server/platform/database';
import type { Coordinates } from '@patuh/shared/checks/whereabouts';
import type { GovernmentCode, ProvinceCode } from '@patuh/shared/domain/government';
import type { AssessmentId, PersonId } from '@patuh/shared/domain/ids';

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
      'assessment.not_assessed_source as notAssessedSource',
    ])
    .where('assessment.id', '=', id)
    .executeTakeFirst();
}

/** The verifiers of a province whose accounts are open, and who of them collected in the assessment or on its second visit. */
export async function findVerifiers(
  db: Reader,
  id: AssessmentId,
  province: ProvinceCode,
): Promise<readonly (PossibleVerifier & { readonly name: string })[]> {
  return await db
    .selectFrom('person_grant')
    .innerJoin('person', 'person.id', 'person_grant.person_id')
    .innerJoin('assessment', (join) => join.on('assessment.id', '=', id))
    .select(['person.id as personId', 'person.name'])
    .select(sql<boolean>`${collectedIn(sql.ref('person.id'))}`.as('collected'))
    .where('role', '=', 'verifier')
    .where('scope_kind', '=', 'province')
    .where('scope_code', '=', province)
    .where('person.disabled_at', 'is', null)
    .orderBy('person.name')
    .orderBy('person.id')
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
      not_assessed_source: null,
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

export async function insertException(
  trx: Writer,
  id: AssessmentId,
  {
    personId,
    reason,
    person,
    at,
  }: { readonly personId: PersonId; readonly reason: string; readonly person: PersonId; readonly at: Date },
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

/** When the team's files came. */
export async function findArrivals(db: Reader, id: AssessmentId) {
  return await db
    .selectFrom('assessment_file')
    .select(['sha256', 'received_at as receivedAt'])
    .where('assessment_id', '=', id)
    .execute();
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
