import type { ApiDeps } from '@patuh/server/platform/access';
import { loadCells } from '@patuh/server/platform/assessments/cells';
import { inSnapshot } from '@patuh/server/platform/database';
import { findClearances } from '@patuh/server/platform/evidence/clearances';
import { findFiles } from '@patuh/server/platform/evidence/sent-files';
import { endOfService } from '@patuh/server/platform/evidence/signed-address';
import type { ResultEvidence, ResultPhoto } from '@patuh/shared/contracts/results';
import type { Actor } from '@patuh/shared/domain/actor';
import { outsideEvidence } from '@patuh/shared/review/outside-evidence';

import { photoAddress, shownAs } from './photo-address.ts';
import { unitInResult, type UnitKey } from './unit-in-result.ts';

export interface ResultPhotoDeps extends Pick<ApiDeps, 'db' | 'now'> {
  /** Signs the addresses of photos. */
  readonly addressKey: Buffer;
}

/**
 * The evidence of a unit as its own government may see it: photos that the office has cleared, and of everything else why
 * it is not there. No caption, time, place, name or hash goes with them. Throws what `unitInResult` throws.
 */
export async function listResultPhotos(deps: ResultPhotoDeps, actor: Actor, key: UnitKey): Promise<ResultEvidence> {
  return await inSnapshot(deps.db, async (db) => {
    const { unit } = await unitInResult(db, actor, key, deps.now());
    const id = unit.assessmentId;
    const files = new Map((await findFiles(db, id)).map((file) => [file.sha256, file]));
    const decided = new Map((await findClearances(db, id)).map((one) => [one.sha256, one]));
    const until = endOfService(deps.now());
    const photoOf = (sha256: string): ResultPhoto => {
      const file = files.get(sha256);
      const clearance = decided.get(sha256);
      if (file?.type !== 'image/jpeg' || file.width === null || file.height === null)
        return { state: 'missing', why: 'not-here' };
      if (clearance === undefined) return { state: 'missing', why: 'not-decided' };
      if (clearance.areas === null) return { state: 'missing', why: 'withheld' };
      const of = { clearanceId: clearance.id, personId: actor.personId, until };
      return {
        state: 'shown',
        url: photoAddress(deps.addressKey, { ...of, size: 'whole' }),
        smallUrl: photoAddress(deps.addressKey, { ...of, size: 'small' }),
        ...shownAs('whole', { width: file.width, height: file.height }),
        hides: clearance.areas.length > 0,
        until: until.toISOString(),
      };
    };
    return {
      pieces: outsideEvidence(await loadCells(db, id)).map(({ kind, sha256, points }) => ({
        kind,
        points: [...points],
        photo: kind === 'document' ? { state: 'missing', why: 'document' } : photoOf(sha256),
      })),
    };
  });
}
