import {
  constants,
  createCipheriv,
  createHash,
  createPublicKey,
  publicEncrypt,
  randomBytes,
  randomUUID,
} from 'node:crypto';

import type { Custody } from '@patuh/server/platform/custody/custody';
import { FieldFile, type FieldFile as File } from '@patuh/shared/contracts/field-files';
import type { Change } from '@patuh/shared/domain/change';
import type { PersonId } from '@patuh/shared/domain/ids';
import { proofOf } from '@patuh/shared/sync/proof';

import { TEST_CUSTODY } from './custody.ts';

/** Files of unsent answers, made without any code of the phone. */

export interface FileWish {
  readonly author: { readonly id: PersonId; readonly name: string };
  readonly changes: readonly Change[];
  /** For whose office it is locked. */
  readonly custody?: Custody;
  /** For whom the key is locked, where that is not the author. */
  readonly lockedFor?: PersonId;
  /** With whose key the edits are proven, where that is not the author. */
  readonly provenBy?: PersonId;
  /** What is written in place of the edit with its proof. */
  readonly content?: (change: Change) => unknown;
}

export function aFieldFile(wish: FileWish): File {
  const { author, changes, custody = TEST_CUSTODY } = wish;
  const key = randomBytes(32);
  return FieldFile.parse({
    format: 'patuh-field-file/1',
    id: randomUUID(),
    madeAt: new Date().toISOString(),
    from: { personId: author.id, name: author.name },
    locks: { office: lockedFor(custody, wish.lockedFor ?? author.id, key), teams: [] },
    entries: changes.map((change) => ({
      deviceId: change.deviceId,
      seq: change.seq,
      sealed: sealed(key, JSON.stringify(wish.content?.(change) ?? provenEdit(wish, change))),
    })),
  });
}

/** The edit of a change with the proof that its author entered it. */
export function provenEdit({ author, provenBy = author.id }: Pick<FileWish, 'author' | 'provenBy'>, change: Change) {
  const { seq: _seq, deviceId: _deviceId, ...edit } = change;
  const proof = proofOf(TEST_CUSTODY.authorKey(provenBy), author.id, edit);
  return { edit, proof: Buffer.from(proof).toString('base64') };
}

/** A data key as a phone locks it for the office. */
export function lockedFor(custody: Custody, personId: PersonId, key: Uint8Array): File['locks']['office'] {
  const der = Buffer.from(custody.publicKey.publicKey, 'base64');
  const how = {
    key: createPublicKey({ key: der, format: 'der', type: 'spki' }),
    padding: constants.RSA_PKCS1_OAEP_PADDING,
    oaepHash: 'sha256',
    oaepLabel: Buffer.from(`patuh-field ${personId}`),
  };
  const keyId = createHash('sha256').update(der).digest('hex');
  return { keyId, wrapped: publicEncrypt(how, key).toString('base64') };
}

function sealed(key: Uint8Array, text: string): string {
  const nonce = randomBytes(12);
  const sealing = createCipheriv('aes-256-gcm', key, nonce);
  return Buffer.concat([nonce, sealing.update(text), sealing.final(), sealing.getAuthTag()]).toString('base64');
}
