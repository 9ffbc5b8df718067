import { buffer } from 'node:stream/consumers';

import { loadCells } from '@patuh/server/platform/assessments/cells';
import { inSnapshot, type Reader } from '@patuh/server/platform/database';
import { clearedPhoto } from '@patuh/server/platform/evidence/cleared-photo';
import { findStanding } from '@patuh/server/platform/evidence/clearances';
import { findFiles } from '@patuh/server/platform/evidence/sent-files';
import type { EvidenceStore } from '@patuh/server/platform/evidence/store';
import { ProblemError } from '@patuh/server/platform/problem';
import { grantsOf } from '@patuh/server/platform/sessions/grants';
import { isOpen } from '@patuh/server/platform/sessions/open-account';
import type { Area } from '@patuh/shared/domain/clearance';
import { outsideEvidence } from '@patuh/shared/review/outside-evidence';

import type { ResultPhotoDeps } from './list-photos.ts';
import { type PhotoAddress, readPhotoAddress } from './photo-address.ts';
import { findResultKey } from './queries.ts';
import { unitInResult } from './unit-in-result.ts';

export interface ServePhotoDeps extends ResultPhotoDeps {
  readonly store: Pick<EvidenceStore, 'open'>;
}

/** The address, the photo it stands for, and a name for what comes of both: what has it already needs no new bytes. */
export interface AddressedPhoto {
  readonly tag: string;
  readonly render: () => Promise<Buffer>;
}

/**
 * The photo of an address, for as long as whoever it was given to may see the result, and the decision it names is the
 * newest one. Nothing that is rendered is kept: what was taken away is away. Throws `not-found` for every other address.
 */
export async function resultPhotoAt(deps: ServePhotoDeps, part: string): Promise<AddressedPhoto> {
  const now = deps.now();
  const address = readPhotoAddress(deps.addressKey, part, now);
  const found = address && (await inSnapshot(deps.db, async (db) => await photoToSee(db, address, now)));
  if (address === undefined || found === undefined) throw new ProblemError('not-found');
  return {
    tag: `"${address.clearanceId}-${address.size}"`,
    render: async () => {
      const original = await deps.store.open(found.sha256);
      const cleared = original && (await clearedPhoto(await buffer(original), found.areas, address.size));
      if (cleared === undefined) throw new ProblemError('not-found');
      return cleared;
    },
  };
}

async function photoToSee(
  db: Reader,
  { clearanceId, personId }: PhotoAddress,
  now: Date,
): Promise<{ readonly sha256: string; readonly areas: readonly Area[] } | undefined> {
  const standing = await findStanding(db, clearanceId);
  if (standing === undefined || !(await isOpen(db, personId))) return undefined;
  const { assessmentId, sha256 } = standing;
  const key = await findResultKey(db, assessmentId);
  if (key === undefined) return undefined;
  if (!(await seesResult(db, { grants: await grantsOf(db, personId) }, { ...key, assessmentId }, now)))
    return undefined;
  const pieces = outsideEvidence(await loadCells(db, assessmentId));
  const isEvidence = pieces.some((piece) => piece.sha256 === sha256 && piece.kind !== 'document');
  const [file] = isEvidence ? await findFiles(db, assessmentId, sha256) : [];
  return file?.type === 'image/jpeg' ? standing : undefined;
}

async function seesResult(...asked: Parameters<typeof unitInResult>): Promise<boolean> {
  try {
    await unitInResult(...asked);
    return true;
  } catch (error) {
    if (error instanceof ProblemError) return false;
    throw error;
  }
}
