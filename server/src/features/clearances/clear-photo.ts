import { randomUUID } from 'node:crypto';

import { loadCells } from '@patuh/server/platform/assessments/cells';
import { appendAudit } from '@patuh/server/platform/audit';
import { inTransaction } from '@patuh/server/platform/database';
import { findClearances, type StoredClearance } from '@patuh/server/platform/evidence/clearances';
import { findFiles } from '@patuh/server/platform/evidence/sent-files';
import { ProblemError } from '@patuh/server/platform/problem';
import type { ClearanceView } from '@patuh/shared/contracts/clearances';
import type { Actor } from '@patuh/shared/domain/actor';
import type { Area } from '@patuh/shared/domain/clearance';
import { type AssessmentId, ClearanceId } from '@patuh/shared/domain/ids';
import { canonicalText } from '@patuh/shared/publication/canonical';
import { sha256Hex } from '@patuh/shared/publication/hash';
import { outsideEvidence } from '@patuh/shared/review/outside-evidence';

import { type ClearanceDeps, clearanceView, unitToClear } from './list-photos.ts';
import { insertClearance } from './queries.ts';

interface Decision {
  readonly assessmentId: AssessmentId;
  readonly sha256: string;
  /** Number of the decision that stood on the screen, 0 for none. */
  readonly seen: number;
  readonly areas: readonly Area[] | null;
}

/**
 * Says what of a photo is hidden outside. Every address of what was seen before ends with it. Throws the problems of the
 * contract `clearPhoto`; what stands already is not said twice, so a reply that got lost may be asked for again.
 */
export async function clearPhoto(
  deps: Omit<ClearanceDeps, 'addressKey'>,
  actor: Actor,
  { assessmentId, sha256, seen, areas }: Decision,
): Promise<ClearanceView> {
  return await inTransaction(deps.db, async (trx) => {
    const { province } = await unitToClear(trx, actor, assessmentId);
    const pieces = outsideEvidence(await loadCells(trx, assessmentId));
    const isShown = pieces.some((piece) => piece.sha256 === sha256 && piece.kind !== 'document');
    const [file] = isShown ? await findFiles(trx, assessmentId, sha256) : [];
    if (file?.type !== 'image/jpeg') throw new ProblemError('not-found');
    const [before] = await findClearances(trx, assessmentId, sha256);
    if (before !== undefined && saysSame(before, areas)) return clearanceView(before);
    if ((before?.number ?? 0) !== seen) throw new ProblemError('changed-meanwhile');
    const made = { id: ClearanceId.parse(randomUUID()), assessmentId, sha256, number: seen + 1, areas };
    const at = deps.now();
    if (!(await insertClearance(trx, { ...made, person: actor.personId, at }))) {
      throw new ProblemError('changed-meanwhile');
    }
    const [standing] = await findClearances(trx, assessmentId, sha256);
    if (standing === undefined) throw new RangeError(`A decision that was kept is not found: ${made.id}`);
    await appendAudit(
      trx,
      {
        office: province,
        actor: { kind: 'person', id: actor.personId },
        action: areas === null ? 'photo.withheld' : 'photo.cleared',
        subject: { kind: 'assessment', id: assessmentId },
        beforeHash: before === undefined ? null : hashOf(before),
        afterHash: hashOf(made),
        detail: { file: sha256, number: made.number, ...(areas !== null && { areas: areas.length }) },
      },
      deps.now,
    );
    return clearanceView(standing);
  });
}

function saysSame({ areas }: StoredClearance, other: readonly Area[] | null): boolean {
  return canonicalText(areas) === canonicalText(other);
}

function hashOf({ number, areas }: Pick<StoredClearance, 'number' | 'areas'>): string {
  return sha256Hex(canonicalText({ number, areas }));
}
