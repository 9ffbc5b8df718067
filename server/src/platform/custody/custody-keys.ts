import { createPrivateKey, generateKeyPair, type KeyObject } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';

import { writeKeyFile } from '../signing-key.ts';
import { StartError } from '../start-error.ts';

/** Name of the key that locks now, in the folder of the keys and in a backup. */
const CURRENT = 'custody.key';
/** Keys that locked before one took their place: nothing is locked with them any more, but phones come back late. */
const FORMER = /^custody-until-[0-9a-f-]+\.key$/;
const BITS = 3072;

const generate = promisify(generateKeyPair);

/** The private keys of the custody: first the one that locks now, then those that did before. */
export type CustodyKeys = readonly [KeyObject, ...KeyObject[]];

/**
 * Keys that open what phones gave into the custody of the office. The first is made once and kept in `dataDir`, whatever
 * else is configured: it is of no use to anybody but this installation. Throws a StartError that names the file.
 */
export async function readCustodyKeys(dataDir: string): Promise<CustodyKeys> {
  const folder = join(dataDir, 'keys');
  const file = join(folder, CURRENT);
  try {
    // Whoever is first makes it: the file of another process that was quicker stays.
    if (!(await isThere(file))) await writeKeyFile(file, await newKey());
    const former = (await readdir(folder)).filter((name) => FORMER.test(name)).toSorted();
    return [await readKey(file), ...(await Promise.all(former.map(async (name) => await readKey(join(folder, name)))))];
  } catch (error) {
    if (error instanceof StartError) throw error;
    const code = error instanceof Error && 'code' in error ? String(error.code) : String(error);
    throw new StartError(`The key of the custody, ${file}, can be neither read nor made (${code}).`);
  }
}

async function isThere(file: string): Promise<boolean> {
  return await readFile(file).then(
    () => true,
    (error: unknown) => {
      if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return false;
      throw error;
    },
  );
}

async function newKey(): Promise<string> {
  const { privateKey } = await generate('rsa', { modulusLength: BITS });
  return privateKey.export({ type: 'pkcs8', format: 'pem' });
}

async function readKey(file: string): Promise<KeyObject> {
  const key = parseCustodyKey(await readFile(file, 'latin1'));
  if (key !== undefined) return key;
  throw new StartError(`${file} is not a key of the custody: RSA with ${BITS} bits, as PKCS #8 in PEM.`);
}

/** The key in the text of a key file; undefined if it is none. */
export function parseCustodyKey(text: string): KeyObject | undefined {
  try {
    const key = createPrivateKey(text);
    const isOurs = key.asymmetricKeyType === 'rsa' && key.asymmetricKeyDetails?.modulusLength === BITS;
    return isOurs ? key : undefined;
  } catch {
    return undefined;
  }
}
