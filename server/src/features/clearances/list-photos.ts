import type { ApiDeps } from '@patuh/server/platform/access';
import { loadCells } from '@patuh/server/platform/assessments/cells';
import { instrumentOf } from '@patuh/server/platform/assessments/instruments';
import { inSnapshot, type Reader } from '@patuh/server/platform/database';
import { findClearances, type StoredClearance } from '@patuh/server/platform/evidence/clearances';
import { findFiles } from '@patuh/server/platform/evidence/sent-files';
import { servedFile } from '@patuh/server/platform/evidence/served-file';
import { endOfService } from '@patuh/server/platform/evidence/signed-address';
import { ProblemError } from '@patuh/server/platform/problem';
import type { ClearanceView, UnitPhoto, UnitPhotos } from '@patuh/shared/contracts/clearances';
import type { Actor } from '@patuh/shared/domain/actor';
import { fileOf } from '@patuh/shared/domain/evidence';
import type { AssessmentId } from '@patuh/shared/domain/ids';
import { type OutsideEvidence, outsideEvidence } from '@patuh/shared/review/outside-evidence';
import { indicatorsOf } from '@patuh/shared/scoring/weights';
import { currentValues } from '@patuh/shared/sync/values';

import { whyNotClear } from './policy.ts';
import { findUnit } from './queries.ts';

export interface ClearanceDeps extends Pick<ApiDeps, 'db' | 'now'> {
  /** Signs the addresses of files. */
  readonly addressKey: Buffer;
}

/** The unit, for whoever may decide about its photos. Throws `not-found` for everybody else. */
export async function unitToClear(db: Reader, actor: Actor, id: AssessmentId) {
  const unit = await findUnit(db, id);
  const reason = whyNotClear(actor, unit);
  if (unit === undefined || reason !== undefined) throw new ProblemError(reason ?? 'not-found');
  return unit;
}

/** The photos of a unit that somebody outside could ever see, each once, with what was decided about it. */
export async function listUnitPhotos(deps: ClearanceDeps, actor: Actor, id: AssessmentId): Promise<UnitPhotos> {
  return await inSnapshot(deps.db, async (db) => {
    const unit = await unitToClear(db, actor, id);
    const { instrument } = await instrumentOf(db, unit);
    const names = new Map(indicatorsOf(instrument.tree).map((indicator) => [indicator.id, indicator.name]));
    const files = new Map((await findFiles(db, id)).map((file) => [file.sha256, file]));
    const decided = new Map((await findClearances(db, id)).map((one) => [one.sha256, one]));
    const cells = await loadCells(db, id);
    const captions = Map.groupBy(currentValues(cells).evidence, ({ piece }) => fileOf(piece)?.sha256 ?? '');
    const pieces = outsideEvidence(cells).filter(({ kind }) => kind !== 'document');
    const until = endOfService(deps.now());
    let outstanding = 0;
    const photos = [...Map.groupBy(pieces, ({ sha256 }) => sha256)].flatMap(([sha256, same]): readonly UnitPhoto[] => {
      const file = files.get(sha256);
      if (file === undefined) outstanding += 1;
      if (file?.type !== 'image/jpeg') return [];
      const clearance = decided.get(sha256);
      return [
        {
          sha256,
          kind: same.some(({ kind }) => kind === 'photo') ? 'photo' : 'web-address',
          caption: captions.get(sha256)?.find(({ piece }) => piece.caption !== null)?.piece.caption ?? null,
          indicators: indicatorNames(same, names),
          file: servedFile(deps.addressKey, file, { id, actor, until }),
          clearance: clearance === undefined ? null : clearanceView(clearance),
        },
      ];
    });
    return { unit: { name: unit.name, government: unit.governmentName }, photos, outstanding };
  });
}

function indicatorNames(pieces: readonly OutsideEvidence[], names: ReadonlyMap<string, string>): string[] {
  const ids = pieces.flatMap(({ points }) => points.map(({ indicatorId }) => indicatorId));
  return [...new Set(ids)].map((indicatorId) => names.get(indicatorId) ?? indicatorId);
}

export function clearanceView({ number, areas, by, at }: Omit<StoredClearance, 'id' | 'sha256'>): ClearanceView {
  return { number, areas: areas === null ? null : [...areas], by, at: at.toISOString() };
}
