import { randomBytes } from 'node:crypto';
import { link, mkdir, open, readFile, rename, unlink } from 'node:fs/promises';
import { dirname, join } from 'node:path';

import { keyIdOf } from '@patuh/shared/publication/sign';

import { StartError } from './start-error.ts';

/** Where the key is looked for; a Config is one. */
export interface SigningKeyPlace {
  readonly dataDir: string;
  /** SIGNING_KEY_FILE. Absent: a key is made once and kept in `dataDir`. */
  readonly signingKeyFile: string | undefined;
}

/**
 * The Ed25519 secret key (32 bytes) that signs the publications of a chain. The demo's is always one of its own, so that an
 * invented score can never carry the office's signature. Throws a StartError whose sentence names the variable and the
 * file; the key itself is in no message.
 */
export async function readSigningKey(place: SigningKeyPlace, chain: 'main' | 'demo' = 'main'): Promise<Uint8Array> {
  const { dataDir, signingKeyFile } = place;
  if (chain === 'main' && signingKeyFile !== undefined) return readKey(signingKeyFile, 'SIGNING_KEY_FILE');
  const file = join(dataDir, 'keys', chain === 'main' ? 'signing.key' : 'demo-signing.key');
  const variable = `DATA_DIR (its keys/${chain === 'main' ? 'signing' : 'demo-signing'}.key)`;
  try {
    return await readKey(file, variable);
  } catch (error) {
    if (!(error instanceof MissingKey)) throw error;
  }
  await makeKey(file, variable);
  // Read back, because another process may have made one in the meantime: whichever came first is the key.
  return readKey(file, variable);
}

/** Where a new key lies between being made and taking the place of the old one. */
const NEXT = 'signing-next.key';

/** Makes the key that is to follow; one that was made before and not used yet is taken again. */
export async function makeNextKey({ dataDir }: Pick<SigningKeyPlace, 'dataDir'>): Promise<Uint8Array> {
  const file = join(dataDir, 'keys', NEXT);
  const variable = `DATA_DIR (its keys/${NEXT})`;
  await makeKey(file, variable);
  return await readKey(file, variable);
}

/** Reads a key that an administrator made. Throws a StartError that names the file. */
export async function readKeyFrom(file: string): Promise<Uint8Array> {
  return await readKey(file, 'The new key');
}

/**
 * Puts the next key in the place of `signing.key` if it is the expected one; the old one stays beside it, because backups
 * are compared with it. Undefined where there is no such key to put in place.
 */
export async function finishKeyChange(
  { dataDir, signingKeyFile }: SigningKeyPlace,
  expectedKeyId: string,
): Promise<Uint8Array | undefined> {
  const folder = join(dataDir, 'keys');
  if (signingKeyFile !== undefined) return undefined;
  const text = await readFile(join(folder, NEXT), 'latin1').catch(() => undefined);
  const key = text === undefined ? undefined : parseSigningKey(text);
  if (key === undefined || keyIdOf(key) !== expectedKeyId) return undefined;
  const old = parseSigningKey(await readFile(join(folder, 'signing.key'), 'latin1').catch(() => ''));
  if (old !== undefined) await keepOldKey(folder, keyIdOf(old));
  await rename(join(folder, NEXT), join(folder, 'signing.key'));
  await syncFolder(folder);
  return key;
}

async function keepOldKey(folder: string, keyId: string): Promise<void> {
  const kept = join(folder, `signing-until-${keyId.slice(0, 16)}.key`);
  await link(join(folder, 'signing.key'), kept).catch((error: unknown) => {
    if (codeOf(error) !== 'EEXIST') throw error;
  });
}

class MissingKey extends StartError {}

async function readKey(file: string, variable: string): Promise<Uint8Array> {
  let text: string;
  try {
    text = await readFile(file, 'latin1');
  } catch (error) {
    const sentence = `${variable} names ${file}, which cannot be read (${codeOf(error)}).`;
    throw codeOf(error) === 'ENOENT' ? new MissingKey(sentence) : new StartError(sentence);
  }
  const key = parseSigningKey(text);
  if (key !== undefined) return key;
  throw new StartError(`${variable} names ${file}, which is not a signing key: one line of 64 hexadecimal characters.`);
}

/** The key in the text of a key file; undefined if it is none. */
export function parseSigningKey(text: string): Uint8Array | undefined {
  const hex = /^([0-9a-f]{64})\r?\n?$/i.exec(text)?.[1];
  return hex === undefined ? undefined : Uint8Array.from(Buffer.from(hex, 'hex'));
}

async function makeKey(file: string, variable: string): Promise<void> {
  try {
    await writeKeyFile(file, `${randomBytes(32).toString('hex')}\n`);
  } catch (error) {
    throw new StartError(`${variable}: no signing key could be made at ${file} (${codeOf(error)}).`);
  }
}

/**
 * Whole or not at all, readable by its owner alone: written beside, made durable, then given its name. A file that is
 * already there stays as it is; answers whether ours became the file.
 */
export async function writeKeyFile(file: string, content: string | Uint8Array): Promise<boolean> {
  const folder = dirname(file);
  const beside = `${file}.${process.pid}-${randomBytes(4).toString('hex')}`;
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const handle = await open(beside, 'wx', 0o600);
  try {
    await handle.writeFile(content);
    await handle.sync();
  } finally {
    await handle.close();
  }
  const isOurs = await nameIt(beside, file);
  await syncFolder(folder);
  return isOurs;
}

/** Gives a finished file its name, unless another already has it. */
async function nameIt(beside: string, file: string): Promise<boolean> {
  try {
    await link(beside, file);
    return true;
  } catch (error) {
    if (codeOf(error) === 'EEXIST') return false;
    throw error;
  } finally {
    await unlink(beside);
  }
}

/** Windows cannot open a folder; there the name is made durable by the file system itself. */
async function syncFolder(folder: string): Promise<void> {
  if (process.platform === 'win32') return;
  for (const path of [folder, dirname(folder)]) {
    const handle = await open(path, 'r');
    try {
      await handle.sync();
    } finally {
      await handle.close();
    }
  }
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : String(error);
}
