import { spawn } from 'node:child_process';
import { mkdir, mkdtemp, open, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { join } from 'node:path';

import { giveTo } from './postgres-account.ts';
import type { Account } from './postgres-account.ts';
import type { Binaries } from './postgres-binaries.ts';
import { INITDB_PREFIX, SUPERUSER, syncFolder } from './postgres-files.ts';
import type { Layout } from './postgres-files.ts';
import { StartError } from './start-error.ts';

/** Everything that running one of Postgres's programs takes. */
export interface Installation {
  readonly layout: Layout;
  readonly binaries: Binaries;
  readonly account: Account | undefined;
}

/**
 * How Postgres names its own folder. On Linux by its working directory: the kernel enters it before the program
 * becomes an ordinary user, so the folders above may be closed to that user, and no path is too long.
 */
function ownFolder(path: string): string {
  return process.platform === 'linux' ? '/proc/self/cwd' : path;
}

/** Makes the cluster beside its place and moves it there, so that a cluster is whole or absent. */
export async function initialise(installation: Installation, password: string): Promise<void> {
  const { layout, binaries, account } = installation;
  const workshop = await mkdtemp(join(layout.dataDir, INITDB_PREFIX));
  const fresh = join(workshop, 'pg');
  const here = ownFolder(fresh);
  await mkdir(fresh, { mode: 0o700 });
  await writeFile(join(workshop, 'password'), password, { mode: 0o600 });
  await giveTo(account, workshop);
  const options = [`--username=${SUPERUSER}`, '--auth=scram-sha-256', `--pwfile=${here}/../password`];
  const text = ['--encoding=UTF8', '--locale-provider=builtin', '--locale=C.UTF-8', '--lc-messages=C'];
  const finished = await run(
    installation,
    binaries.initdb,
    [`--pgdata=${here}`, ...options, ...text, '--data-checksums', '--no-instructions'],
    fresh,
  );
  if (finished.code !== 0) {
    throw new StartError(`The database could not be made in ${layout.dataDir}:\n${finished.output}`);
  }
  await rename(fresh, layout.cluster);
  await syncFolder(layout.dataDir);
  await rm(workshop, { recursive: true, force: true });
}

/** A Postgres process of ours, from the moment it was started. */
export interface StartedPostgres {
  readonly port: number;
  /** Resolves with what it wrote when it ends, which a healthy one does not do on its own. */
  readonly ended: Promise<string>;
}

/**
 * Starts Postgres in a session of its own: Ctrl-C reaches every process of the terminal's group, and the database must
 * outlive the server that is still answering its last requests.
 */
export async function startPostgres(installation: Installation): Promise<StartedPostgres> {
  const { layout, binaries, account } = installation;
  const port = await freePort();
  await turnLog(layout.log);
  const from = await stat(layout.log).then(
    (found) => found.size,
    () => 0,
  );
  const log = await open(layout.log, 'a', 0o600);
  const settings = Object.entries({ ...SETTINGS, port }).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
  const child = spawn(binaries.postgres, ['-D', ownFolder(layout.cluster), ...settings], {
    ...account,
    cwd: layout.cluster,
    env: environment(),
    detached: true,
    windowsHide: true,
    stdio: ['ignore', log.fd, log.fd],
  });
  const ended = new Promise<string>((resolve) => {
    child.once('error', (error) => resolve(error.message));
    child.once('exit', () => void readFrom(layout.log, from).then(resolve));
  });
  child.unref();
  await log.close();
  return { port, ended };
}

const SETTINGS = {
  listen_addresses: '127.0.0.1',
  unix_socket_directories: '',
  timezone: 'UTC',
  log_timezone: 'UTC',
  log_line_prefix: '%m [%p] ',
  log_checkpoints: 'off',
  // Statements and details carry what people typed, and a log is read by others.
  log_min_error_statement: 'panic',
  log_error_verbosity: 'terse',
};

/** Ends Postgres in order: open transactions roll back, everything committed is on the disk. */
export async function stopPostgres(installation: Installation): Promise<void> {
  const { layout, binaries } = installation;
  const folder = ownFolder(layout.cluster);
  const options = ['stop', '-D', folder, '-m', 'fast', '-w', '-t', '300', '-s'];
  const finished = await run(installation, binaries.pgCtl, options, layout.cluster);
  if (finished.code !== 0 && !finished.output.includes('postmaster.pid')) {
    throw new Error(`Postgres in ${layout.cluster} could not be stopped: ${finished.output}`);
  }
}

/** Gives the superuser a new password while Postgres is down: for a cluster whose connection file was lost. */
export async function replacePassword(installation: Installation, password: string): Promise<void> {
  const { layout, binaries } = installation;
  const options = ['--single', '-D', ownFolder(layout.cluster), 'postgres'];
  const statement = `alter role ${SUPERUSER} password '${password}'\n`;
  const finished = await run(installation, binaries.postgres, options, layout.cluster, statement);
  if (finished.code !== 0)
    throw new StartError(`Postgres in ${layout.cluster} took no new password:\n${finished.output}`);
}

interface Finished {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
  readonly output: string;
}

const STRAY_SIGNALS: ReadonlySet<NodeJS.Signals | null> = new Set(['SIGINT', 'SIGHUP', 'SIGTERM']);
const MOST_TRIES = 3;

/**
 * Runs a program of Postgres in a session of its own. Between being made and having that session a child still belongs
 * to the terminal's group: a Ctrl-C in that moment ends it before it did anything, and it is run again.
 */
async function run(
  installation: Installation,
  program: string,
  args: readonly string[],
  cwd: string,
  input = '',
): Promise<Finished> {
  for (let tries = 1; ; tries += 1) {
    const finished = await runOnce(installation, program, args, cwd, input);
    if (tries === MOST_TRIES || finished.output !== '' || !STRAY_SIGNALS.has(finished.signal)) return finished;
  }
}

async function runOnce(
  { account }: Installation,
  program: string,
  args: readonly string[],
  cwd: string,
  input: string,
): Promise<Finished> {
  const child = spawn(program, args, { ...account, cwd, env: environment(), windowsHide: true, detached: true });
  const output: string[] = [];
  child.stdout.on('data', (chunk: Buffer) => output.push(chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => output.push(chunk.toString()));
  child.stdin.on('error', () => undefined);
  child.stdin.end(input);
  const [code, signal] = await new Promise<[number | null, NodeJS.Signals | null]>((resolve) => {
    child.once('error', (error) => {
      output.push(error.message);
      resolve([null, null]);
    });
    child.once('close', (...end) => resolve(end));
  });
  return { code, signal, output: output.join('').trim() };
}

/** Nothing of ours: neither secrets nor PG… variables that would steer Postgres somewhere else. */
function environment(): Record<string, string> {
  const kept = ['PATH', 'SystemRoot', 'TEMP', 'TMP'].flatMap((name) => {
    const value = process.env[name];
    return value === undefined ? [] : [[name, value] as const];
  });
  // After a power cut the old process number may be that of npm: Postgres must not take it for a running Postgres.
  return { ...Object.fromEntries(kept), LC_ALL: 'C', TZ: 'UTC', PG_GRANDPARENT_PID: String(process.ppid) };
}

async function freePort(): Promise<number> {
  const probe = createServer();
  await new Promise<void>((resolve, reject) => {
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', resolve);
  });
  const address = probe.address();
  await new Promise((resolve) => probe.close(resolve));
  if (address === null || typeof address === 'string') throw new Error('The system gave no port.');
  return address.port;
}

const LOG_LIMIT = 10_000_000;

/** Keeps one old log: enough to see what happened before, and never a full disk. */
async function turnLog(log: string): Promise<void> {
  const size = await stat(log).then(
    (found) => found.size,
    () => 0,
  );
  if (size > LOG_LIMIT) await rename(log, `${log}.1`);
}

async function readFrom(path: string, offset: number): Promise<string> {
  const bytes = await readFile(path).catch(() => Buffer.alloc(0));
  return bytes.subarray(offset).toString().trim();
}
