import { sql } from 'kysely';

import type { LastYear } from '@patuh/shared/contracts/assessments';
import type { AssessmentId } from '@patuh/shared/domain/ids';
import type { Indicator } from '@patuh/shared/domain/instrument';
import { formatPoints } from '@patuh/shared/domain/points';
import { indicatorsOf } from '@patuh/shared/scoring/weights';
import { bandOf } from '@patuh/shared/scoring/zones';
import { questionnaireOf } from '@patuh/shared/sync/questionnaire';

import type { Reader } from '../database.ts';
import { loadCells } from './cells.ts';
import { loadInstrument } from './instruments.ts';
import { newestScores } from './scores.ts';
import { stateNow } from './state.ts';

/**
 * What the same unit was found to be before: its newest earlier season that is final or published, and stands. What is
 * being assessed, verified or corrected is nobody’s result yet.
 */
export async function lastYearOf(db: Reader, id: AssessmentId, now: Date): Promise<LastYear | null> {
  const newest = (await findEarlier(db, id)).find((earlier) => stands(earlier, now));
  return newest === undefined ? null : await resultOf(db, newest);
}

function stands({ state, clarificationUntil, published }: EarlierAssessment, now: Date): boolean {
  const is = stateNow(state, clarificationUntil, now);
  return is === 'final' || (is === 'verified' && published);
}

async function resultOf(db: Reader, earlier: EarlierAssessment): Promise<LastYear> {
  const { assessmentId, year, unitKind, governmentKind } = earlier;
  const loaded = await loadInstrument(db, earlier.instrumentId, earlier.instrumentVersion);
  if (loaded === undefined) throw new RangeError(`No instrument for the assessment ${assessmentId}`);
  const { instrument } = loaded;
  const now = await loadInstrument(db, earlier.nowInstrumentId, earlier.nowInstrumentVersion);
  const asked = new Map(indicatorsOf(now?.instrument.tree ?? []).map((indicator) => [indicator.id, indicator]));
  const score = (await newestScores(db, [assessmentId])).get(assessmentId)?.score;
  const { questions } = questionnaireOf(instrument, unitKind, await loadCells(db, assessmentId));
  return {
    year,
    score: score === undefined ? null : formatPoints(score),
    zone: score === undefined ? null : (bandOf(instrument, governmentKind, score)?.zone ?? null),
    levels: questions.flatMap(({ indicator, subject, answer }) =>
      indicator.subject === 'user' || answer === null || !isSameScale(indicator, asked.get(indicator.id))
        ? []
        : [{ indicatorId: indicator.id, subjectId: subject.id, level: answer.kind === 'level' ? answer.level : null }],
    ),
  };
}

/** “1 of 1” of an older instrument is no “1 of 3”: where the scale or who is asked changed, there is nothing to compare. */
function isSameScale(was: Indicator, is: Indicator | undefined): boolean {
  return is?.maximum === was.maximum && is.subject === was.subject;
}

type EarlierAssessment = Awaited<ReturnType<typeof findEarlier>>[number];

/** The same unit in the earlier seasons of the same chain, newest first, where it was verified. */
async function findEarlier(db: Reader, id: AssessmentId) {
  return await db
    .selectFrom('assessment as now')
    .innerJoin('period as this', 'this.id', 'now.period_id')
    .innerJoin('period_unit', 'period_unit.unit_id', 'now.unit_id')
    .innerJoin('period', 'period.id', 'period_unit.period_id')
    .innerJoin('assessment', (join) =>
      join
        .onRef('assessment.period_id', '=', 'period_unit.period_id')
        .onRef('assessment.unit_id', '=', 'period_unit.unit_id'),
    )
    .innerJoin('unit', 'unit.id', 'now.unit_id')
    .innerJoin('government', 'government.code', 'unit.government_code')
    .select([
      'assessment.id as assessmentId',
      'assessment.state',
      'period.year',
      'period.clarification_until as clarificationUntil',
      'period.instrument_id as instrumentId',
      'period.instrument_version as instrumentVersion',
      'this.instrument_id as nowInstrumentId',
      'this.instrument_version as nowInstrumentVersion',
      'unit.kind as unitKind',
      'government.kind as governmentKind',
      sql<boolean>`exists (
        select from release
        where release.period_id = period.id and release.province_code = government.province_code
          and release.state = 'published')`.as('published'),
    ])
    .where('now.id', '=', id)
    .where('period.kind', '=', 'season')
    .whereRef('period.chain', '=', 'this.chain')
    .whereRef('period.year', '<', 'this.year')
    .where('assessment.state', '=', 'verified')
    .orderBy('period.year', 'desc')
    .execute();
}
