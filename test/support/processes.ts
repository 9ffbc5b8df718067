import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';

/** Real processes, started as users start them, for what only the real thing can show. */

export const CHECKOUT = fileURLToPath(new URL('../..', import.meta.url));
const USE_DATABASE = join(CHECKOUT, 'test/support/use-database.ts');

export interface RunOptions {
  readonly dataDir?: string;
  readonly env?: Readonly<Record<string, string>>;
  /** The checkout to run from; ours by default. */
  readonly checkout?: string;
  /** As which user; only root may choose. */
  readonly uid?: number;
  readonly gid?: number;
}

export interface Ended {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
  readonly stdout: string;
  readonly stderr: string;
}

export interface Running {
  readonly pid: number;
  readonly ended: Promise<Ended>;
  /** What it has printed so far. */
  output(): string;
  kill(signal: NodeJS.Signals): void;
  /** To the process and everything it started in its group, as a terminal does on Ctrl-C. */
  killGroup(signal: NodeJS.Signals): void;
}

const alive = new Set<Running>();

/** Starts a program of the checkout under this Node, in a process group of its own. */
export function run(args: readonly string[], options: RunOptions = {}): Running {
  const child = spawn(options.checkout === undefined ? process.execPath : nodeOf(options.checkout), args, {
    cwd: options.checkout ?? CHECKOUT,
    env: environment(options),
    detached: true,
    stdio: ['ignore', 'pipe', 'pipe'],
    ...(options.uid === undefined ? {} : { uid: options.uid, gid: options.gid ?? options.uid }),
  });
  const running = follow(child);
  alive.add(running);
  void running.ended.finally(() => alive.delete(running));
  return running;
}

/** Ends what a failed test left running. */
export function killAll(): void {
  for (const running of alive) running.killGroup('SIGKILL');
}

function follow(child: ChildProcess): Running {
  let stdout = '';
  let stderr = '';
  child.stdout?.on('data', (chunk: Buffer) => (stdout += chunk.toString()));
  child.stderr?.on('data', (chunk: Buffer) => (stderr += chunk.toString()));
  const pid = child.pid ?? 0;
  return {
    pid,
    ended: new Promise((resolve, reject) => {
      child.once('error', reject);
      child.once('close', (code, signal) => resolve({ code, signal, stdout, stderr }));
    }),
    output: () => stdout + stderr,
    kill: (signal) => void child.kill(signal),
    killGroup: (signal) => void process.kill(-pid, signal),
  };
}

function nodeOf(checkout: string): string {
  const pinned = join(checkout, `node_modules/node-${process.platform}-${process.arch}/bin/node`);
  return existsSync(pinned) ? pinned : process.execPath;
}

function environment({ dataDir, env }: RunOptions): NodeJS.ProcessEnv {
  const { PATH, TMPDIR } = process.env;
  // Without the demo, which takes seconds to load: tests that are about it ask for it.
  const base = { PATH, TMPDIR, HOST: '127.0.0.1', PORT: '0', LOG_LEVEL: 'warn', NO_COLOR: '1', DEMO: '0' };
  return { ...base, ...(dataDir === undefined ? {} : { DATA_DIR: dataDir }), ...env };
}

export interface RunningServer extends Running {
  readonly address: string;
}

/** Starts the server and waits until it prints its address. */
export async function startServer(options: RunOptions): Promise<RunningServer> {
  return await serving(run(['server/src/main.ts'], options));
}

export async function serving(running: Running): Promise<RunningServer> {
  let over = false;
  void running.ended.then(() => (over = true));
  while (true) {
    const address = /http:\/\/127\.0\.0\.1:\d+/.exec(running.output())?.[0];
    if (address !== undefined) return { ...running, address };
    if (over) throw new Error(`The server ended before it served:\n${running.output()}`);
    await pause(20);
  }
}

/** Runs a command on the database to its end: see use-database.ts for the verbs. */
export async function useDatabase(verb: string, options: RunOptions): Promise<Ended> {
  return await startUsing(verb, options).ended;
}

export function startUsing(verb: string, options: RunOptions): Running {
  const script = options.checkout === undefined ? USE_DATABASE : join(options.checkout, 'test/support/use-database.ts');
  return run([script, ...verb.split(' ')], options);
}

/** Process number of the Postgres on this data, if one claims to run there. */
export function postgresOf(dataDir: string): number | undefined {
  try {
    return Number(readFileSync(join(dataDir, 'pg/postmaster.pid'), 'utf8').split('\n')[0]);
  } catch {
    return undefined;
  }
}

export function isAlive(pid: number): boolean {
  try {
    // A killed process whose parent has not noticed yet is a zombie: it is there and does nothing.
    return !/\) [ZX] /.test(readFileSync(`/proc/${pid}/stat`, 'utf8'));
  } catch {
    return false;
  }
}

export function postgresLog(dataDir: string): string {
  return readFileSync(join(dataDir, 'postgres.log'), 'utf8');
}
