import { loadInstrument } from '@patuh/server/platform/assessments/instruments';
import { entryOf, indicatorOf } from '@patuh/server/platform/assessments/cells';
import type { Reader } from '@patuh/server/platform/database';
import type { AuditOffice } from '@patuh/shared/audit/event';
import type { AuditLine } from '@patuh/shared/contracts/audit';
import { formatPoints } from '@patuh/shared/domain/points';
import { scoreUnit } from '@patuh/shared/scoring/unit';
import { cellKey } from '@patuh/shared/sync/cell-key';
import { scoringInput } from '@patuh/shared/sync/scoring-input';
import type { HeldCell } from '@patuh/shared/sync/subjects';

import { findEntered, findScored } from './queries.ts';

type Effects = ReadonlyMap<string, NonNullable<AuditLine['effect']>>;

/**
 * What each push did to the score of one unit, by its id: the answers are laid one on the other in the order in which they
 * came, and scored by the code that scores everything else. What came late counts where it came, once it was taken in. Empty
 * where the id is no unit of that office.
 */
export async function effectsOn(db: Reader, id: string, office: AuditOffice): Promise<Effects> {
  const unit = await findScored(db, id, office);
  const loaded = unit && (await loadInstrument(db, unit.instrumentId, unit.instrumentVersion));
  if (unit === undefined || loaded === undefined) return new Map();
  const { instrument, plan } = loaded;
  const cells = new Map<string, HeldCell>();
  const score = (): string | null => {
    const input = scoringInput(instrument, unit.unitKind, [...cells.values()]);
    const result = scoreUnit(plan, { unitKind: unit.unitKind, ...input });
    return result.kind === 'scored' ? formatPoints(result.score) : null;
  };
  const effects = new Map<string, NonNullable<AuditLine['effect']>>();
  let now: string | null = null;
  for (const [pushId, entered] of Map.groupBy(await findEntered(db, unit.id), (one) => one.pushId)) {
    for (const { indicator_id: indicator, subject_id: subjectId, took, ...row } of entered) {
      if (!took) continue;
      const entry = entryOf(row);
      const key = { indicatorId: indicatorOf(indicator), subjectId };
      cells.set(cellKey({ ...key, field: entry.field }), { ...key, current: { entry } });
    }
    const after = score();
    effects.set(pushId, { before: now, after });
    now = after;
  }
  return effects;
}
