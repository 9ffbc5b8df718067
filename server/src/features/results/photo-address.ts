import { CLEARED_SIDES, type ClearedSize } from '@patuh/server/platform/evidence/cleared-photo';
import { readSignedPart, signedPart, uuidBytes, uuidOf } from '@patuh/server/platform/evidence/signed-address';
import { RESULT_PHOTOS_PATH } from '@patuh/shared/contracts/results';
import { ClearanceId, PersonId } from '@patuh/shared/domain/ids';

/** A photo as one decision lets it be seen, for one person, for some minutes. It names no file: no original has it. */
export interface PhotoAddress {
  readonly clearanceId: ClearanceId;
  readonly size: ClearedSize;
  readonly personId: PersonId;
  readonly until: Date;
}

const SIZES: readonly ClearedSize[] = ['whole', 'small'];
const ID = 16;
const LENGTH = 1 + ID + ID + 6;

export function photoAddress(key: Buffer, { clearanceId, size, personId, until }: PhotoAddress): string {
  const bytes = Buffer.alloc(LENGTH);
  bytes[0] = SIZES.indexOf(size);
  uuidBytes(clearanceId).copy(bytes, 1);
  uuidBytes(personId).copy(bytes, 1 + ID);
  bytes.writeUIntBE(Math.floor(until.getTime() / 1000), LENGTH - 6, 6);
  return `${RESULT_PHOTOS_PATH}/${signedPart(key, bytes)}`;
}

/** What the last part of an address stands for; undefined where we did not make it, or its time is over. */
export function readPhotoAddress(key: Buffer, part: string, now: Date): PhotoAddress | undefined {
  const bytes = readSignedPart(key, part, LENGTH);
  if (bytes === undefined) return undefined;
  const until = new Date(bytes.readUIntBE(LENGTH - 6, 6) * 1000);
  const size = SIZES[bytes[0] ?? 0];
  if (until <= now || size === undefined) return undefined;
  return {
    size,
    clearanceId: ClearanceId.parse(uuidOf(bytes.subarray(1, 1 + ID))),
    personId: PersonId.parse(uuidOf(bytes.subarray(1 + ID, 1 + ID + ID))),
    until,
  };
}

/** Pixels of a photo once it is shown in that size. */
export function shownAs(size: ClearedSize, photo: { readonly width: number; readonly height: number }) {
  const scale = Math.min(1, CLEARED_SIDES[size] / Math.max(photo.width, photo.height));
  return { width: Math.max(1, Math.round(photo.width * scale)), height: Math.max(1, Math.round(photo.height * scale)) };
}
