import { EVIDENCE_FILES_PATH } from '@patuh/shared/contracts/evidence';
import { AssessmentId, PersonId } from '@patuh/shared/domain/ids';

import { readSignedPart, signedPart, uuidBytes, uuidOf } from './signed-address.ts';

/** One file of one assessment, for one person, for some minutes: what an address stands for. */
export interface FileAddress {
  readonly sha256: string;
  readonly variant: 'whole' | 'thumbnail';
  readonly assessmentId: AssessmentId;
  readonly personId: PersonId;
  readonly until: Date;
}

const VARIANTS = ['whole', 'thumbnail'] as const;
const HASH = 32;
const ID = 16;
const SIGNED = 1 + HASH + ID + ID + 6;

/** The address of a file; a picture is fetched by the browser itself, without the access token. */
export function addressOf(key: Buffer, file: FileAddress): string {
  const signed = Buffer.alloc(SIGNED);
  signed[0] = VARIANTS.indexOf(file.variant);
  signed.write(file.sha256, 1, 'hex');
  uuidBytes(file.assessmentId).copy(signed, 1 + HASH);
  uuidBytes(file.personId).copy(signed, 1 + HASH + ID);
  signed.writeUIntBE(Math.floor(file.until.getTime() / 1000), SIGNED - 6, 6);
  return `${EVIDENCE_FILES_PATH}/${signedPart(key, signed)}`;
}

/** What the last part of an address stands for; undefined where we did not make it, or its time is over. */
export function readAddress(key: Buffer, token: string, now: Date): FileAddress | undefined {
  const signed = readSignedPart(key, token, SIGNED);
  if (signed === undefined) return undefined;
  const until = new Date(signed.readUIntBE(SIGNED - 6, 6) * 1000);
  const variant = VARIANTS[signed[0] ?? 0];
  if (until <= now || variant === undefined) return undefined;
  return {
    variant,
    sha256: signed.toString('hex', 1, 1 + HASH),
    assessmentId: AssessmentId.parse(uuidOf(signed.subarray(1 + HASH, 1 + HASH + ID))),
    personId: PersonId.parse(uuidOf(signed.subarray(1 + HASH + ID, SIGNED - 6))),
    until,
  };
}
