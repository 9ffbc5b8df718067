import type { AssessmentId, PersonId } from '@patuh/shared/domain/ids';
import type { Hundredths } from '@patuh/shared/domain/points';
import type { MergedUnit } from '@patuh/shared/scoring/outcome';

import type { Reader, Writer } from '../database.ts';

/** The score of a unit as it was computed when its last section was accepted. It is never changed, only followed. */
export interface StoredScore {
  readonly assessmentId: AssessmentId;
  /** From 1; a unit that was reopened and accepted again has the next. */
  readonly sequence: number;
  readonly score: Hundredths;
  /** All that the score depends on, without a single person's answer: what a publication carries. */
  readonly merged: MergedUnit;
  /** Of the answers that were accepted. */
  readonly answersHash: string;
  readonly instrumentId: string;
  readonly instrumentVersion: number;
  readonly instrumentHash: string;
  /** Version of the scoring rules in code. */
  readonly rules: string;
  readonly acceptedBy: PersonId;
  readonly acceptedByName: string;
  readonly acceptedAt: Date;
}

/**
 * The newest score of each assessment that was ever verified. A reopened one keeps its old score here: whoever shows it
 * looks at the state of the assessment first.
 */
export async function newestScores(
  db: Reader,
  assessmentIds: readonly AssessmentId[],
): Promise<ReadonlyMap<AssessmentId, StoredScore>> {
  if (assessmentIds.length === 0) return new Map();
  const rows = await db
    .selectFrom('unit_score')
    .innerJoin('person', 'person.id', 'unit_score.accepted_by')
    .distinctOn('unit_score.assessment_id')
    .select([
      'unit_score.assessment_id as assessmentId',
      'unit_score.sequence',
      'unit_score.score',
      'unit_score.merged',
      'unit_score.answers_hash as answersHash',
      'unit_score.instrument_id as instrumentId',
      'unit_score.instrument_version as instrumentVersion',
      'unit_score.instrument_hash as instrumentHash',
      'unit_score.rules',
      'unit_score.accepted_by as acceptedBy',
      'person.name as acceptedByName',
      'unit_score.accepted_at as acceptedAt',
    ])
    .where('unit_score.assessment_id', 'in', [...assessmentIds])
    .orderBy('unit_score.assessment_id')
    .orderBy('unit_score.sequence', 'desc')
    .execute();
  return new Map(rows.map((row) => [row.assessmentId, row]));
}

/** Adds the score after the last one of its assessment, whose row the caller has locked. Answers with its sequence. */
export async function appendScore(
  trx: Writer,
  { merged, ...score }: Omit<StoredScore, 'sequence' | 'acceptedByName'>,
): Promise<number> {
  const last = await trx
    .selectFrom('unit_score')
    .select(({ fn }) => fn.max('sequence').as('sequence'))
    .where('assessment_id', '=', score.assessmentId)
    .executeTakeFirst();
  const sequence = (last?.sequence ?? 0) + 1;
  await trx
    .insertInto('unit_score')
    .values({
      assessment_id: score.assessmentId,
      sequence,
      score: score.score,
      merged: JSON.stringify(merged),
      answers_hash: score.answersHash,
      instrument_id: score.instrumentId,
      instrument_version: score.instrumentVersion,
      instrument_hash: score.instrumentHash,
      rules: score.rules,
      accepted_by: score.acceptedBy,
      accepted_at: score.acceptedAt,
    })
    .execute();
  return sequence;
}
