import { createCipheriv, createDecipheriv, randomBytes, scrypt } from 'node:crypto';
import type { ScryptOptions } from 'node:crypto';

import * as z from 'zod/mini';

import { StartError } from '../start-error.ts';

export const KEY_BOX = 'keys.json';

/** Characters. Five random words have more; whoever finds the backup can try passphrases as fast as machines allow. */
export const SHORTEST_PASSPHRASE = 15;

/** Contents of key files by their names, like `signing.key`. */
export type KeyFiles = ReadonlyMap<string, Uint8Array>;

/** 128 MB and about half a second for each try. */
const COST = { N: 131_072, r: 8, p: 1 } as const;
const CIPHER = 'aes-256-gcm';

const Base64 = z.base64();
const KeyBox = z.strictObject({
  kdf: z.literal('scrypt'),
  N: z.literal(COST.N),
  r: z.literal(COST.r),
  p: z.literal(COST.p),
  salt: Base64,
  cipher: z.literal(CIPHER),
  nonce: Base64,
  tag: Base64,
  data: Base64,
});

/** No name leads out of the folder it is written to. */
const KeyFileName = z.string().check(z.regex(/^[a-z0-9-]+\.key$/));
const Content = z.record(KeyFileName, Base64);

/** Throws a StartError if the passphrase is too short to protect a key. */
export function checkPassphrase(passphrase: string): void {
  if (passphrase.length >= SHORTEST_PASSPHRASE) return;
  throw new StartError(
    `The passphrase has ${passphrase.length} characters; at least ${SHORTEST_PASSPHRASE} are needed. Five random words do well.`,
  );
}

/** Encrypts key files: scrypt makes the key of AES-256-GCM from the passphrase (UTF-8, NFC). */
export async function lockKeys(keys: KeyFiles, passphrase: string): Promise<string> {
  const [salt, nonce] = [randomBytes(16), randomBytes(12)];
  const content = Object.fromEntries([...keys].map(([name, bytes]) => [name, Buffer.from(bytes).toString('base64')]));
  const cipher = createCipheriv(CIPHER, await stretch(passphrase, salt), nonce);
  const data = Buffer.concat([cipher.update(JSON.stringify(content), 'utf8'), cipher.final()]);
  const box = { salt, nonce, tag: cipher.getAuthTag(), data };
  const encoded = Object.fromEntries(Object.entries(box).map(([name, bytes]) => [name, bytes.toString('base64')]));
  return `${JSON.stringify({ kdf: 'scrypt', ...COST, cipher: CIPHER, ...encoded }, undefined, 2)}\n`;
}

/** Throws a StartError if it is the wrong passphrase. */
export async function unlockKeys(text: string, passphrase: string): Promise<KeyFiles> {
  const box = KeyBox.parse(JSON.parse(text));
  const bytes = (field: 'salt' | 'nonce' | 'tag' | 'data'): Buffer => Buffer.from(box[field], 'base64');
  const decipher = createDecipheriv(CIPHER, await stretch(passphrase, bytes('salt')), bytes('nonce'), {
    authTagLength: 16,
  });
  decipher.setAuthTag(bytes('tag'));
  const start = decipher.update(bytes('data'));
  let end: Buffer;
  try {
    end = decipher.final();
  } catch {
    throw new StartError('The passphrase does not open the keys of this backup.');
  }
  const content = Content.parse(JSON.parse(Buffer.concat([start, end]).toString('utf8')));
  return new Map(Object.entries(content).map(([name, encoded]) => [name, Buffer.from(encoded, 'base64')]));
}

async function stretch(passphrase: string, salt: Uint8Array): Promise<Buffer> {
  const options: ScryptOptions = { ...COST, maxmem: 256 * COST.N * COST.r };
  return await new Promise((resolve, reject) => {
    scrypt(passphrase.normalize('NFC'), salt, 32, options, (error, key) =>
      error === null ? resolve(key) : reject(error),
    );
  });
}
