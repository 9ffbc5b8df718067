import type { ApiDeps } from '@patuh/server/platform/access';
import { loadCells } from '@patuh/server/platform/assessments/cells';
import type { StoredScore } from '@patuh/server/platform/assessments/scores';
import { inSnapshot } from '@patuh/server/platform/database';
import { ProblemError } from '@patuh/server/platform/problem';
import type { UnitResult } from '@patuh/shared/contracts/results';
import type { Actor } from '@patuh/shared/domain/actor';
import type { Cell } from '@patuh/shared/domain/change';
import type { AssessmentId } from '@patuh/shared/domain/ids';

import { type GovernmentUnits, readGovernments, type UnitRow } from './government-units.ts';
import { governmentView, unitView } from './government-view.ts';
import { resultScope } from './policy.ts';
import type { ResultKey } from './queries.ts';
import { withoutUsers } from './without-users.ts';

/**
 * Why a unit has its score, down to the level text. Throws `not-found` where there is no such unit in the scope or it was
 * not assessed, `result-not-ready` while the government's result is not complete.
 */
export async function getUnitResult(
  deps: Pick<ApiDeps, 'db' | 'now'>,
  actor: Actor,
  { assessmentId, ...only }: ResultKey & { readonly assessmentId: AssessmentId },
): Promise<UnitResult> {
  return await inSnapshot(deps.db, async (db) => {
    const [government] = await readGovernments(db, resultScope(actor), { now: deps.now(), only });
    const unit = government?.units.find((row) => row.assessmentId === assessmentId);
    if (government === undefined || unit === undefined) throw new ProblemError('not-found');
    if (government.complete === null) throw new ProblemError('result-not-ready');
    const stored = government.complete.scores.get(assessmentId);
    if (stored === undefined) throw new ProblemError('not-found');
    return unitResult(government, { unit, stored, cells: await loadCells(db, assessmentId) });
  });
}

function unitResult(
  government: GovernmentUnits,
  { unit, stored, cells }: { readonly unit: UnitRow; readonly stored: StoredScore; readonly cells: readonly Cell[] },
): UnitResult {
  const { instrument } = government.loaded;
  const { period, government: place, published } = governmentView(government);
  return {
    period,
    government: place,
    published,
    unit: unitView(government, unit),
    unitKind: unit.unitKind,
    instrument,
    ...withoutUsers({ instrument, unitKind: unit.unitKind, merged: stored.merged, cells }),
    acceptedAt: stored.acceptedAt.toISOString(),
    scoredBy: { instrument: stored.instrumentId, version: stored.instrumentVersion, rules: stored.rules },
  };
}
