import type { Writer } from '@patuh/server/platform/database';
import type { NotAssessedReason } from '@patuh/shared/domain/assessment';
import type { AssessmentId, PersonId } from '@patuh/shared/domain/ids';

interface By {
  readonly id: AssessmentId;
  readonly personId: PersonId;
  readonly at: Date;
}

export async function saveSubmission(trx: Writer, { id, personId, at }: By): Promise<void> {
  await trx
    .updateTable('assessment')
    .set({ state: 'submitted', submitted_at: at, submitted_by: personId })
    .where('id', '=', id)
    .execute();
}

export async function saveNotAssessed(
  trx: Writer,
  { id, personId, at, reason, note }: By & { readonly reason: NotAssessedReason; readonly note: string },
): Promise<void> {
  await trx
    .updateTable('assessment')
    .set({
      state: 'not-assessed',
      not_assessed_reason: reason,
      not_assessed_note: note,
      not_assessed_by: personId,
      not_assessed_at: at,
    })
    .where('id', '=', id)
    .execute();
}

/** Back to where it was: given back by the verifier, begun, or not begun. */
export async function saveReopening(trx: Writer, id: AssessmentId): Promise<'assigned' | 'in-progress' | 'returned'> {
  const { submitted_at: submittedAt } = await trx
    .selectFrom('assessment')
    .select('submitted_at')
    .where('id', '=', id)
    .executeTakeFirstOrThrow();
  const answer = await trx.selectFrom('answer').select('field').where('assessment_id', '=', id).executeTakeFirst();
  const begun = answer === undefined ? 'assigned' : 'in-progress';
  const state = submittedAt === null ? begun : 'returned';
  await trx
    .updateTable('assessment')
    .set({
      state,
      not_assessed_reason: null,
      not_assessed_note: null,
      not_assessed_by: null,
      not_assessed_at: null,
    })
    .where('id', '=', id)
    .execute();
  return state;
}
