import { findPeriod } from '@patuh/server/platform/assessments/period';
import { instrumentOf } from '@patuh/server/platform/assessments/instruments';
import type { Reader } from '@patuh/server/platform/database';
import type { CalibrationCase, MakingCases } from '@patuh/shared/contracts/calibration';
import { type Actor, hasRole } from '@patuh/shared/domain/actor';
import type { ProvinceCode } from '@patuh/shared/domain/government';
import type { PeriodId } from '@patuh/shared/domain/ids';
import type { Indicator } from '@patuh/shared/domain/instrument';
import { takesPart } from '@patuh/shared/domain/period';
import { indicatorsOf } from '@patuh/shared/scoring/weights';

import { countAnswers, findCases, findOwnAnswers, type StoredCase } from './queries.ts';

/** Who practises. */
export const FIELD = ['assessor', 'enumerator'] as const;

/** The indicators that cases of a period in a province may be about; undefined where the province takes no part. */
export async function indicatorsAt(
  db: Reader,
  periodId: PeriodId,
  province: ProvinceCode,
): Promise<ReadonlyMap<string, Indicator> | undefined> {
  const period = await findPeriod(db, periodId);
  if (period === undefined || !takesPart(period, province)) return undefined;
  const { instrument } = await instrumentOf(db, period);
  return new Map(indicatorsOf(instrument.tree).map((indicator) => [indicator.id, indicator]));
}

/** A case as somebody sees it, with what was agreed where they may see that. */
export function caseView(
  { id, number, indicatorId, situation, photo, photoAreas, level, reason }: StoredCase,
  indicator: Indicator | undefined,
  {
    own,
    seesAgreed,
    isMaker,
  }: { readonly own: number | null; readonly seesAgreed: boolean; readonly isMaker: boolean },
): CalibrationCase {
  return {
    id,
    number,
    indicatorId,
    indicator: indicator?.name ?? indicatorId,
    question: indicator?.question ?? '',
    levels: levelsOf(indicator),
    situation,
    hasPhoto: photo !== null && (isMaker || photoAreas !== null),
    agreed: seesAgreed ? { level, reason } : null,
    own,
  };
}

/** Whoever is to answer sees what was agreed after their own answer, whatever else they are; who wrote the case knows it. */
export async function makingCases(
  db: Reader,
  actor: Pick<Actor, 'personId' | 'grants'>,
  {
    periodId,
    province,
    indicators,
  }: {
    readonly periodId: PeriodId;
    readonly province: ProvinceCode;
    readonly indicators: ReadonlyMap<string, Indicator>;
  },
): Promise<MakingCases> {
  const cases = await findCases(db, periodId, province);
  const answers = await findOwnAnswers(db, actor.personId);
  const isToAnswer = hasRole(actor, FIELD, { province });
  const counts = Map.groupBy(
    await countAnswers(
      db,
      cases.map(({ id }) => id),
    ),
    ({ caseId }) => caseId,
  );
  return {
    cases: cases.map((one) => {
      const own = answers.get(one.id) ?? null;
      const seesAgreed = !isToAnswer || own !== null || one.madeBy === actor.personId;
      return {
        ...caseView(one, indicators.get(one.indicatorId), { own, seesAgreed, isMaker: true }),
        answers: (counts.get(one.id) ?? []).map(({ level, count }) => ({ level, count })),
      };
    }),
    indicators: [...indicators.values()].map((indicator) => ({
      id: indicator.id,
      name: indicator.name,
      levels: levelsOf(indicator),
    })),
    mayChange: hasRole(actor, ['head'], { province }),
  };
}

function levelsOf(indicator: Indicator | undefined): CalibrationCase['levels'] {
  return (indicator?.levels ?? []).map(({ level, text }) => ({ level, text }));
}
