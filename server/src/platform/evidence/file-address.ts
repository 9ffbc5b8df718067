import { createHmac, timingSafeEqual } from 'node:crypto';

import { EVIDENCE_FILES_PATH } from '@patuh/shared/contracts/evidence';
import { AssessmentId, PersonId } from '@patuh/shared/domain/ids';

/** One file of one assessment, for one person, for some minutes: what an address stands for. */
export interface FileAddress {
  readonly sha256: string;
  readonly variant: 'whole' | 'thumbnail';
  readonly assessmentId: AssessmentId;
  readonly personId: PersonId;
  readonly until: Date;
}

const WINDOW_MS = 5 * 60 * 1000;

/**
 * When addresses given now end: in five to ten minutes, and for everybody at the same moments, so that whoever asks again
 * soon gets the same address and their browser has the picture already.
 */
export function endOfService(now: Date): Date {
  return new Date((Math.floor(now.getTime() / WINDOW_MS) + 2) * WINDOW_MS);
}

const VARIANTS = ['whole', 'thumbnail'] as const;
const HASH = 32;
const ID = 16;
const SIGNED = 1 + HASH + ID + ID + 6;
const SIGNATURE = 32;

/** The address of a file; a picture is fetched by the browser itself, without the access token. */
export function addressOf(key: Buffer, file: FileAddress): string {
  const signed = Buffer.alloc(SIGNED);
  signed[0] = VARIANTS.indexOf(file.variant);
  signed.write(file.sha256, 1, 'hex');
  signed.write(hexOf(file.assessmentId), 1 + HASH, 'hex');
  signed.write(hexOf(file.personId), 1 + HASH + ID, 'hex');
  signed.writeUIntBE(Math.floor(file.until.getTime() / 1000), SIGNED - 6, 6);
  return `${EVIDENCE_FILES_PATH}/${Buffer.concat([signed, signatureOf(key, signed)]).toString('base64url')}`;
}

/** What the last part of an address stands for; undefined where we did not make it, or its time is over. */
export function readAddress(key: Buffer, token: string, now: Date): FileAddress | undefined {
  const bytes = Buffer.from(token, 'base64url');
  // One spelling only: what was decoded leniently is not what was given.
  if (bytes.length !== SIGNED + SIGNATURE || bytes.toString('base64url') !== token) return undefined;
  const signed = bytes.subarray(0, SIGNED);
  if (!timingSafeEqual(signatureOf(key, signed), bytes.subarray(SIGNED))) return undefined;
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

function signatureOf(key: Buffer, signed: Buffer): Buffer {
  return createHmac('sha256', key).update(signed).digest();
}

function hexOf(uuid: string): string {
  return uuid.replaceAll('-', '');
}

function uuidOf(bytes: Buffer): string {
  return bytes.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}
