import { randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

import { writeKeyFile } from './signing-key.ts';
import { StartError } from './start-error.ts';

/** Where the secret is looked for; a Config is one. */
export interface SessionSecretPlace {
  readonly dataDir: string;
  /** JWT_SECRET. Absent: a secret is made once and kept in `dataDir`. */
  readonly jwtSecret: string | undefined;
}

/** Name of the file in the folder of the keys, and in a backup. */
export const SESSION_KEY = 'session.key';
const SHORTEST = 32;

/**
 * What signs sessions and seals the secrets of authenticator apps. Throws a StartError that names the file; the secret
 * itself is in no message.
 */
export async function readSessionSecret({ dataDir, jwtSecret }: SessionSecretPlace): Promise<string> {
  if (jwtSecret !== undefined) return jwtSecret;
  const file = join(dataDir, 'keys', SESSION_KEY);
  try {
    // Whoever is first makes it: the file of another process that was quicker stays.
    await writeKeyFile(file, `${randomBytes(32).toString('hex')}\n`);
    const secret = (await readFile(file, 'utf8')).trim();
    if (secret.length >= SHORTEST) return secret;
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : String(error);
    throw new StartError(`JWT_SECRET is not set, and ${file} can be neither read nor made (${code}).`);
  }
  throw new StartError(`JWT_SECRET is not set, and ${file} holds fewer than ${SHORTEST} characters.`);
}
