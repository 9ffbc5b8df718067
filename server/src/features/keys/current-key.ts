import { keyIdOf } from '@patuh/shared/publication/sign';

import type { Reader } from '@patuh/server/platform/database';
import { finishKeyChange, readSigningKey, type SigningKeyPlace } from '@patuh/server/platform/signing-key';
import { StartError } from '@patuh/server/platform/start-error';
import { findKeyChanges } from './queries.ts';

/**
 * The key that signs publications of the office. Where it was changed and the machine stopped before its file was put in
 * place, that is done now. Throws a StartError if the key at hand is not the one the office handed over to.
 */
export async function readCurrentKey(db: Reader, place: SigningKeyPlace): Promise<Uint8Array> {
  const newest = (await findKeyChanges(db, 'main')).at(-1);
  const key = await readSigningKey(place);
  if (newest === undefined || keyIdOf(key) === newest.keyId) return key;
  const finished = await finishKeyChange(place, newest.keyId);
  if (finished !== undefined) return finished;
  throw new StartError(
    `The office signs with the key ${newest.keyId} since ${newest.at}, but the key at hand is ${keyIdOf(key)}. ` +
      'Put the file of the new key in its place (SIGNING_KEY_FILE, or keys/signing.key in DATA_DIR).',
  );
}
