import type { Reader } from '@patuh/server/platform/database';
import type { GovernmentCode } from '@patuh/shared/domain/government';
import type { AssessmentId, PeriodId } from '@patuh/shared/domain/ids';

import type { ResultScope } from './policy.ts';

/** One government in one period. */
export interface ResultKey {
  readonly periodId: PeriodId;
  readonly government: GovernmentCode;
}

/**
 * The units of a season of every government in the scope (or of one of them), newest season first, then by name. What is
 * still being planned, practice and second visits are nobody’s result.
 */
export async function findUnits(db: Reader, { governments, provinces }: ResultScope, only?: ResultKey) {
  const all = db
    .selectFrom('period_unit')
    .innerJoin('period', 'period.id', 'period_unit.period_id')
    .innerJoin('instrument', (join) =>
      join
        .onRef('instrument.id', '=', 'period.instrument_id')
        .onRef('instrument.version', '=', 'period.instrument_version'),
    )
    .innerJoin('unit', 'unit.id', 'period_unit.unit_id')
    .innerJoin('government', 'government.code', 'unit.government_code')
    .innerJoin('assessment', (join) =>
      join
        .onRef('assessment.period_id', '=', 'period_unit.period_id')
        .onRef('assessment.unit_id', '=', 'period_unit.unit_id'),
    )
    .select([
      'assessment.id as assessmentId',
      'assessment.state',
      'assessment.not_assessed_reason as notAssessedReason',
      'assessment.not_assessed_note as notAssessedNote',
      'unit.id as unitId',
      'unit.name as unitName',
      'unit.kind as unitKind',
      'period_unit.first_time as firstTime',
      'government.code as governmentCode',
      'government.name as governmentName',
      'government.kind as governmentKind',
      'period.id as periodId',
      'period.year',
      'period.name as periodName',
      'period.chain',
      'period.score_before_submission as scoreBeforeSubmission',
      'period.clarification_until as clarificationUntil',
      'instrument.id as instrumentId',
      'instrument.version as instrumentVersion',
      'instrument.content_hash as instrumentHash',
    ])
    .where('period.kind', '=', 'season')
    .where('period.opened_at', 'is not', null)
    .where(({ eb, or }) =>
      or([
        ...(governments.length > 0 ? [eb('government.code', 'in', governments)] : []),
        ...(provinces.length > 0 ? [eb('government.province_code', 'in', provinces)] : []),
      ]),
    )
    .orderBy('period.year', 'desc')
    .orderBy('period.id')
    .orderBy('government.code')
    .orderBy('unit.name')
    .orderBy('assessment.id');
  if (only === undefined) return await all.execute();
  return await all.where('period.id', '=', only.periodId).where('government.code', '=', only.government).execute();
}

/** What is published of each of these periods, by province: the newest publication. */
export async function findPublished(db: Reader, periods: readonly PeriodId[]) {
  if (periods.length === 0) return [];
  return await db
    .selectFrom('release')
    .innerJoin('publication', 'publication.id', 'release.publication_id')
    .distinctOn(['release.period_id', 'release.province_code'])
    .select([
      'release.period_id as periodId',
      'release.province_code as provinceCode',
      'publication.id',
      'publication.published_at as at',
    ])
    .where('release.period_id', 'in', periods)
    .where('release.state', '=', 'published')
    .orderBy('release.period_id')
    .orderBy('release.province_code')
    .orderBy('publication.sequence', 'desc')
    .execute();
}

/** Of which government and period an assessment is. */
export async function findResultKey(db: Reader, id: AssessmentId): Promise<ResultKey | undefined> {
  return await db
    .selectFrom('assessment')
    .innerJoin('unit', 'unit.id', 'assessment.unit_id')
    .select(['assessment.period_id as periodId', 'unit.government_code as government'])
    .where('assessment.id', '=', id)
    .executeTakeFirst();
}
