import type { CustodyLock } from '@patuh/shared/contracts/field-files';
import type { PersonId } from '@patuh/shared/domain/ids';

/**
 * What one person entered on this device is sealed with a data key of their own. An open vault has the key in memory; the
 * bytes of the key cannot be read from it. How the key is locked (by a PIN together with a key that never leaves the
 * device, and for the custody of the office) is in `identities.ts`.
 */
export interface Vault {
  readonly personId: PersonId;
  /** The data key, locked for the office: goes into the second copy and into files, so that a lost PIN loses nothing. */
  readonly custody: CustodyLock;
  seal(text: string): Promise<Uint8Array<ArrayBuffer>>;
  /** Throws a SealBroken where the bytes were sealed with another key, or damaged. */
  open(sealed: Uint8Array<ArrayBuffer>): Promise<string>;
  /** The same of a file. */
  sealBytes(content: Uint8Array<ArrayBuffer>): Promise<Uint8Array<ArrayBuffer>>;
  openBytes(sealed: Uint8Array<ArrayBuffer>): Promise<Uint8Array<ArrayBuffer>>;
}

/** What was to be opened is not what was sealed. */
export class SealBroken extends Error {
  override readonly name = 'SealBroken';
}
