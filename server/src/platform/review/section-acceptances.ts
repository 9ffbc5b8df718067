import type { AssessmentId, PersonId } from '@patuh/shared/domain/ids';

import type { Reader, Writer } from '../database.ts';

export async function findSectionAcceptances(db: Reader, id: AssessmentId) {
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

export async function saveSectionAcceptance(
  trx: Writer,
  id: AssessmentId,
  {
    sectionId,
    answersHash,
    review,
    person,
    at,
  }: {
    readonly person: PersonId;
    readonly at: Date;
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
export async function removeSectionAcceptances(
  trx: Writer,
  id: AssessmentId,
  sectionIds: readonly string[],
): Promise<void> {
  if (sectionIds.length === 0) return;
  await trx
    .deleteFrom('section_acceptance')
    .where('assessment_id', '=', id)
    .where('section_id', 'in', sectionIds)
    .execute();
}
