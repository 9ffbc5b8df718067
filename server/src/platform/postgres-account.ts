import { chown, lstat, readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';

import { StartError } from './start-error.ts';

/** The operating-system user that Postgres runs as, because it refuses to run as root. */
export interface Account {
  readonly uid: number;
  readonly gid: number;
}

/**
 * Absent for an ordinary user, who runs Postgres as himself. For root: the owner of the cluster that is already there,
 * else `postgres`, else `nobody`.
 */
export async function accountFor(clusterDir: string): Promise<Account | undefined> {
  const me = process.getuid?.();
  const owner = await stat(clusterDir).catch(() => undefined);
  if (me !== 0) {
    if (owner !== undefined && me !== undefined && owner.uid !== me) {
      throw new StartError(
        `The database in ${clusterDir} belongs to another user (number ${owner.uid}). ` +
          'Start Patuh as that user or as root, or set DATA_DIR to another folder.',
      );
    }
    return undefined;
  }
  if (owner !== undefined && owner.uid !== 0) return { uid: owner.uid, gid: owner.gid };
  return await unprivilegedAccount();
}

async function unprivilegedAccount(): Promise<Account> {
  const lines = (await readFile('/etc/passwd', 'utf8').catch(() => '')).split('\n').map((line) => line.split(':'));
  for (const wanted of ['postgres', 'nobody']) {
    const [, , uid, gid] = lines.find(([name]) => name === wanted) ?? [];
    if (Number(uid) > 0 && Number(gid) > 0) return { uid: Number(uid), gid: Number(gid) };
  }
  throw new StartError(
    'Postgres does not run as root, and this system has neither a user postgres nor nobody. ' +
      'Start Patuh as an ordinary user, or set DATABASE_URL.',
  );
}

/** Hands a folder and everything in it to the account: a cluster copied by root would otherwise belong to root. */
export async function giveTo(account: Account | undefined, path: string): Promise<void> {
  if (account === undefined) return;
  const found = await lstat(path);
  if (found.isSymbolicLink()) return;
  if (found.uid !== account.uid || found.gid !== account.gid) await chown(path, account.uid, account.gid);
  if (!found.isDirectory()) return;
  for (const name of await readdir(path)) await giveTo(account, join(path, name));
}
