import { randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

import { writeKeyFile } from './signing-key.ts';

/** What signs access and refresh tokens: made once and kept beside the signing key. */
export async function readSessionSecret({ dataDir }: { readonly dataDir: string }): Promise<string> {
  const file = join(dataDir, 'keys', 'session.key');
  await writeKeyFile(file, `${randomBytes(32).toString('hex')}\n`);
  return (await readFile(file, 'latin1')).trim();
}
