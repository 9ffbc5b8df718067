import { readdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';

import { keyIdOf } from '@patuh/shared/publication/sign';

import { parseSigningKey, writeKeyFile } from '../signing-key.ts';
import type { SigningKeyPlace } from '../signing-key.ts';
import { SESSION_KEY, type SessionSecretPlace } from '../session-secret.ts';
import { StartError } from '../start-error.ts';
import { diskFault, faultCode } from './fault.ts';
import type { KeyFiles } from './key-box.ts';
import type { ChainHead } from './manifest.ts';

const SIGNING_KEY = 'signing.key';

/** Where the keys of an installation are; a Config is one. */
export type KeyPlace = SigningKeyPlace & Partial<SessionSecretPlace>;

/**
 * Every key of the installation: those in DATA_DIR/keys, the one of SIGNING_KEY_FILE in the place of `signing.key`, and
 * JWT_SECRET in the place of `session.key`: without it nobody's authenticator app would fit the restored accounts.
 */
export async function keysOf(place: KeyPlace): Promise<KeyFiles> {
  const found = await readdir(join(place.dataDir, 'keys')).catch((error: unknown) => {
    if (faultCode(error) === 'ENOENT') return [];
    throw error;
  });
  const names = new Set(found.filter((name) => /^[a-z0-9-]+\.key$/.test(name)));
  if (place.signingKeyFile !== undefined) names.add(SIGNING_KEY);
  if (place.jwtSecret !== undefined) names.add(SESSION_KEY);
  return new Map(
    await Promise.all([...names].toSorted().map(async (name) => [name, await readKeyFile(place, name)] as const)),
  );
}

async function readKeyFile(place: KeyPlace, name: string): Promise<Uint8Array> {
  if (name === SESSION_KEY && place.jwtSecret !== undefined) return Buffer.from(`${place.jwtSecret}\n`);
  const file = pathOf(place, name);
  try {
    return await readFile(file);
  } catch (error) {
    throw new StartError(`The key ${file} cannot be read (${faultCode(error)}).`);
  }
}

function pathOf({ dataDir, signingKeyFile }: SigningKeyPlace, name: string): string {
  return name === SIGNING_KEY && signingKeyFile !== undefined ? signingKeyFile : join(dataDir, 'keys', name);
}

/**
 * Why these keys are not those of the publications: a backup with the wrong key would be noticed years later.
 * Undefined if the newest publication of the office is signed with them, or there is none.
 */
export function whyNotOurKey(keys: KeyFiles, heads: readonly ChainHead[]): string | undefined {
  const head = heads.find(({ chain }) => chain === 'main');
  if (head === undefined) return undefined;
  const bytes = keys.get(SIGNING_KEY);
  if (bytes === undefined) return `there is no signing key, but the newest publication is signed by ${head.keyId}`;
  const key = parseSigningKey(Buffer.from(bytes).toString('latin1'));
  if (key === undefined) return `${SIGNING_KEY} is not one line of 64 hexadecimal characters`;
  if (keyIdOf(key) === head.keyId) return undefined;
  return `the signing key is ${keyIdOf(key)}, but the newest publication is signed by ${head.keyId}`;
}

/**
 * What somebody has to do whose JWT_SECRET is another secret than that of the accounts in a backup: nothing would fail, but
 * no authenticator code would ever fit again. Undefined where it is the same or not set, or the backup has none.
 */
export function otherSessionSecret(place: KeyPlace, keys: KeyFiles): string | undefined {
  const bytes = keys.get(SESSION_KEY);
  if (place.jwtSecret === undefined || bytes === undefined || isHeldElsewhere(place, SESSION_KEY, bytes))
    return undefined;
  return (
    `JWT_SECRET is not the secret of this backup: everybody would be signed out and no authenticator code would fit. ` +
    `Before the server starts, set JWT_SECRET to the line in ${pathOf(place, SESSION_KEY)}.`
  );
}

/** The secret of sessions that stands in JWT_SECRET needs no file. */
function isHeldElsewhere({ jwtSecret }: KeyPlace, name: string, bytes: Uint8Array): boolean {
  return name === SESSION_KEY && jwtSecret !== undefined && Buffer.from(bytes).toString('utf8').trim() === jwtSecret;
}

/** Throws a StartError if another key stands where one of these belongs. */
export async function refuseOtherKeys(place: SigningKeyPlace, keys: KeyFiles): Promise<void> {
  for (const [name, bytes] of keys) {
    const file = pathOf(place, name);
    const there = await readFile(file).catch((error: unknown) => {
      if (faultCode(error) === 'ENOENT') return undefined;
      throw new StartError(`The key ${file} cannot be read (${faultCode(error)}).`);
    });
    if (there !== undefined && !isSame(there, bytes)) {
      throw new StartError(
        `${file} holds another key than the backup, and no key is ever overwritten. Move it away first.`,
      );
    }
  }
}

function isSame(a: Uint8Array, b: Uint8Array): boolean {
  const text = (bytes: Uint8Array): string => Buffer.from(bytes).toString('latin1').trim().toLowerCase();
  return text(a) === text(b);
}

/** Writes the keys that are not there yet; answers with their files and with how to take them back. */
export async function writeKeys(
  place: KeyPlace,
  keys: KeyFiles,
): Promise<{ readonly files: readonly string[]; readonly undo: () => Promise<void> }> {
  const files: string[] = [];
  const undo = async (): Promise<void> => {
    for (const file of files) await rm(file, { force: true });
  };
  try {
    await refuseOtherKeys(place, keys);
    for (const [name, bytes] of keys) {
      if (isHeldElsewhere(place, name, bytes)) continue;
      const file = pathOf(place, name);
      if (await writeKeyFile(file, bytes)) files.push(file);
    }
  } catch (error) {
    await undo();
    throw diskFault('The keys could not be written', error);
  }
  return { files, undo };
}
