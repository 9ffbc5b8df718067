import type { ApiDeps } from '@patuh/server/platform/access';
import { loadCells } from '@patuh/server/platform/assessments/cells';
import type { StoredScore } from '@patuh/server/platform/assessments/scores';
import { inSnapshot } from '@patuh/server/platform/database';
import type { UnitResult } from '@patuh/shared/contracts/results';
import type { Actor } from '@patuh/shared/domain/actor';
import type { Cell } from '@patuh/shared/domain/change';

import type { GovernmentUnits, UnitRow } from './government-units.ts';
import { governmentView, unitView } from './government-view.ts';
import { unitInResult, type UnitKey } from './unit-in-result.ts';
import { withoutUsers } from './without-users.ts';

/** Why a unit has its score, down to the level text. Throws what `unitInResult` throws. */
export async function getUnitResult(
  deps: Pick<ApiDeps, 'db' | 'now'>,
  actor: Actor,
  key: UnitKey,
): Promise<UnitResult> {
  return await inSnapshot(deps.db, async (db) => {
    const { government, unit, stored } = await unitInResult(db, actor, key, deps.now());
    return unitResult(government, { unit, stored, cells: await loadCells(db, unit.assessmentId) });
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
