import { randomBytes } from 'node:crypto';
import { constants } from 'node:fs';
import { access, mkdir, open, readdir, readFile, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';

import { StartError } from './start-error.ts';

/** What the embedded Postgres keeps in DATA_DIR, and where. */
export interface Layout {
  readonly dataDir: string;
  readonly cluster: string;
  readonly connectionFile: string;
  readonly log: string;
}

export function layoutOf(dataDir: string): Layout {
  return {
    dataDir,
    cluster: join(dataDir, 'pg'),
    connectionFile: join(dataDir, 'postgres.json'),
    log: join(dataDir, 'postgres.log'),
  };
}

/** Throws a StartError if this user cannot have the folder. */
export async function makeDataDir(dataDir: string): Promise<void> {
  try {
    await mkdir(dataDir, { recursive: true, mode: 0o700 });
    await access(dataDir, constants.R_OK | constants.W_OK | constants.X_OK);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new StartError(`DATA_DIR ${dataDir} cannot be used by this user: ${reason}.`);
  }
}

/** How to reach the embedded Postgres. Passwords and ports change; only this file and Postgres know them. */
export interface Connection {
  readonly host: string;
  readonly port: number;
  readonly user: string;
  readonly password: string;
  readonly database: string;
}

export const SUPERUSER = 'patuh';

/** `port` 0: not started yet. */
export function newConnection(): Connection {
  return {
    host: '127.0.0.1',
    port: 0,
    user: SUPERUSER,
    password: randomBytes(24).toString('base64url'),
    database: 'postgres',
  };
}

export async function readConnection(layout: Layout): Promise<Connection | undefined> {
  const text = await readFile(layout.connectionFile, 'utf8').catch(() => undefined);
  if (text === undefined) return undefined;
  try {
    const found = JSON.parse(text) as Partial<Connection>;
    return typeof found.password === 'string' ? { ...newConnection(), ...found } : undefined;
  } catch {
    return undefined;
  }
}

/** Readable by its owner alone, and whole or not at all, also after a power cut. */
export async function writeConnection(layout: Layout, connection: Connection): Promise<void> {
  const fresh = `${layout.connectionFile}.new`;
  await rm(fresh, { force: true });
  const file = await open(fresh, constants.O_WRONLY | constants.O_CREAT | constants.O_EXCL, 0o600);
  try {
    await file.writeFile(`${JSON.stringify(connection, undefined, 2)}\n`);
    await file.sync();
  } finally {
    await file.close();
  }
  await rename(fresh, layout.connectionFile);
  await syncFolder(layout.dataDir);
}

/** A rename survives a power cut only once its folder is on the disk. Windows cannot open folders. */
export async function syncFolder(path: string): Promise<void> {
  if (process.platform === 'win32') return;
  const folder = await open(path, constants.O_RDONLY);
  try {
    await folder.sync();
  } finally {
    await folder.close();
  }
}

/** What a running postmaster writes about itself; it may lie about a process that was killed. */
interface Postmaster {
  readonly pid: number;
  readonly port: number;
}

export function pidFileOf(layout: Layout): string {
  return join(layout.cluster, 'postmaster.pid');
}

export async function readPostmaster(layout: Layout): Promise<Postmaster | undefined> {
  const text = await readFile(pidFileOf(layout), 'utf8').catch(() => '');
  const [pid, , , port] = text.split('\n');
  return Number(pid) > 0 ? { pid: Number(pid), port: Number(port ?? 0) } : undefined;
}

export async function clusterExists(layout: Layout): Promise<boolean> {
  return (await majorOf(layout)) !== undefined;
}

/** Whether an embedded database was ever made in this folder. */
export async function hasEmbedded(dataDir: string): Promise<boolean> {
  return await clusterExists(layoutOf(dataDir));
}

export async function majorOf(layout: Layout): Promise<string | undefined> {
  return (await readFile(join(layout.cluster, 'PG_VERSION'), 'utf8').catch(() => undefined))?.trim();
}

export const INITDB_PREFIX = 'pg-init-';

/** An initdb that died leaves its folder behind; a finished one was renamed. Called under the start lock only. */
export async function removeUnfinished(layout: Layout): Promise<void> {
  const names = await readdir(layout.dataDir);
  const leftovers = names.filter((name) => name.startsWith(INITDB_PREFIX));
  await Promise.all(leftovers.map((name) => rm(join(layout.dataDir, name), { recursive: true, force: true })));
}
