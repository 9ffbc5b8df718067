import { type LoadedInstrument, loadInstrument } from '@patuh/server/platform/assessments/instruments';
import { newestScores, type StoredScore } from '@patuh/server/platform/assessments/scores';
import { stateNow } from '@patuh/server/platform/assessments/state';
import type { Reader } from '@patuh/server/platform/database';
import type { AssessmentState } from '@patuh/shared/domain/assessment';
import { type GovernmentScore } from '@patuh/shared/scoring/outcome';
import { scoreGovernment } from '@patuh/shared/scoring/government';

import type { ResultScope } from './policy.ts';
import { findPublished, findUnits, type ResultKey } from './queries.ts';

export type UnitRow = Awaited<ReturnType<typeof findUnits>>[number] & {
  /** With `final` derived. */
  readonly stateNow: AssessmentState;
};

/** One government in one period, as it is at one moment. */
export interface GovernmentUnits {
  readonly first: UnitRow;
  readonly units: readonly UnitRow[];
  readonly loaded: LoadedInstrument;
  readonly published: { readonly id: string; readonly at: Date } | undefined;
  /**
   * Null until every unit is final or not assessed. Before that no score is even read, so that none can slip into a
   * field, a count or an order.
   */
  readonly complete: CompleteResult | null;
}

export interface CompleteResult {
  readonly score: Extract<GovernmentScore, { readonly kind: 'scored' }>;
  readonly scores: ReadonlyMap<string, StoredScore>;
}

/** The governments of the scope with their units, one per period, newest first. To be read in one snapshot. */
export async function readGovernments(
  db: Reader,
  scope: ResultScope,
  { now, only }: { readonly now: Date; readonly only?: ResultKey | undefined },
): Promise<readonly GovernmentUnits[]> {
  const rows = (await findUnits(db, scope, only)).map((row) => ({
    ...row,
    stateNow: stateNow(row.state, row.clarificationUntil, now),
  }));
  const published = await findPublished(db, [...new Set(rows.map(({ periodId }) => periodId))]);
  const governments = [...Map.groupBy(rows, (row) => `${row.periodId} ${row.governmentCode}`).values()];
  const read: GovernmentUnits[] = [];
  for (const units of governments) {
    const [first] = units;
    if (first === undefined) continue;
    const loaded = await loadInstrument(db, first.instrumentId, first.instrumentVersion);
    if (loaded === undefined) throw new RangeError(`No instrument for the period ${first.periodId}`);
    const province = first.governmentCode.slice(0, 2);
    read.push({
      first,
      units,
      loaded,
      published: published.find((row) => row.periodId === first.periodId && row.provinceCode === province),
      complete: await completeResult(db, units, loaded),
    });
  }
  return read;
}

async function completeResult(
  db: Reader,
  units: readonly UnitRow[],
  { plan }: LoadedInstrument,
): Promise<CompleteResult | null> {
  if (units.some((unit) => unit.stateNow !== 'final' && unit.stateNow !== 'not-assessed')) return null;
  const assessed = units.filter((unit) => unit.stateNow === 'final').map(({ assessmentId }) => assessmentId);
  const scores = await newestScores(db, assessed);
  const score = scoreGovernment(plan, {
    units: units.map((unit) => {
      const { assessmentId: unitId, notAssessedReason } = unit;
      if (unit.stateNow === 'not-assessed')
        return { kind: 'not-assessed', unitId, reason: notAssessedReason ?? 'other' };
      const stored = scores.get(unitId);
      if (stored === undefined) throw new RangeError(`A verified unit without a score: ${unitId}`);
      return {
        kind: 'assessed',
        unitId,
        result: { kind: 'scored', score: stored.score, merged: stored.merged, flags: [] },
      };
    }),
    // What is asked once for a whole government is not collected here: a year that asks it stays incomplete.
    answers: [],
  });
  return score.kind === 'scored' ? { score, scores } : null;
}
