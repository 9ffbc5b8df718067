// Behind every npm script: brings a fresh clone to where it can run, then runs it with the pinned Node.
// Plain JavaScript for Node 20, which is what a machine may have before anything is installed.
//   node .ci/bootstrap.mjs TASK [arguments], one of TASKS below

import { spawn, spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { constants } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

import { underLock } from './file-lock.mjs';
import { installCommand, markInstalled, needsInstall } from './install.mjs';
import { builtFrom, markBuilt, sourcesOfWeb } from './web-build.mjs';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const LOCK = join(ROOT, '.ci', '.lock', 'owner');

/** What runs for each npm script, and whether it needs the built pages. */
const TASKS = {
  start: { run: ['server/src/main.ts'], web: true },
  dev: { run: ['.ci/dev.mjs'], web: true },
  test: { run: ['.ci/test.mjs'], web: true },
  check: { run: ['.ci/test.mjs', '--quick'], web: true },
  bench: { run: ['test/bench/main.ts'], web: true },
  import: { run: ['server/src/commands/import.ts'], web: false },
  verify: { run: ['server/src/commands/verify.ts'], web: false },
  backup: { run: ['server/src/commands/backup.ts'], web: false },
  restore: { run: ['server/src/commands/restore.ts'], web: false },
  keys: { run: ['server/src/commands/keys.ts'], web: false },
  admin: { run: ['server/src/commands/admin.ts'], web: false },
  evidence: { run: ['server/src/commands/evidence.ts'], web: false },
  purge: { run: ['server/src/commands/purge.ts'], web: false },
  'audit:verify': { run: ['server/src/commands/audit-verify.ts'], web: false },
};

/** A sentence for the person at the keyboard; anything else that is thrown keeps its trace. */
class Sentence extends Error {}

let child;

// The terminal sends Ctrl-C to all of us at once: the child ends in its own order, and we wait for it. What was sent to
// us alone is handed on.
process.on('SIGINT', () => undefined);
process.on('SIGHUP', () => undefined);
process.on('SIGTERM', () => child?.kill('SIGTERM'));

/** Runs a program and answers with its exit code, as a shell counts it. */
function run(program, args, options = {}) {
  return new Promise((resolve, reject) => {
    child = spawn(program, args, { cwd: ROOT, stdio: 'inherit', ...options });
    child.once('error', reject);
    child.once('exit', (code, signal) => resolve(code ?? 128 + (constants.signals[signal] ?? 0)));
  });
}

/** Preparations speak on standard error: standard output belongs to the command. */
async function prepare(program, args, options, failure) {
  const code = await run(program, args, { ...options, stdio: ['ignore', 2, 2] });
  if (code !== 0) throw new Sentence(`${failure} (${code}).`);
}

async function install() {
  console.error('Installing packages …');
  const { program, args, shell } = installCommand();
  await prepare(program, args, { shell }, 'npm could not install the packages');
  markInstalled(ROOT);
}

async function buildWeb(node) {
  if (!existsSync(join(ROOT, 'web', 'build.ts'))) return;
  const sources = sourcesOfWeb(ROOT);
  if (builtFrom(ROOT) === sources) return;
  console.error('Building the pages …');
  await prepare(node, ['web/build.ts'], { env: environment(node) }, 'The pages could not be built');
  markBuilt(ROOT, sources);
}

/** The Node of the lockfile where there is one for this machine, else ours if it runs TypeScript. */
function findNode() {
  const system = process.platform === 'win32' ? 'win' : process.platform;
  const program = process.platform === 'win32' ? 'node.exe' : 'node';
  const pinned = join(ROOT, 'node_modules', `node-${system}-${process.arch}`, 'bin', program);
  if (existsSync(pinned) && spawnSync(pinned, ['--version']).status === 0) return pinned;
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  if (major > 22 || (major === 22 && minor >= 18)) return process.execPath;
  throw new Sentence(`Patuh needs Node 22.18 or newer on this machine; this is ${process.versions.node}.`);
}

/** Programs started further down find the same Node. */
function environment(node) {
  return { ...process.env, PATH: `${dirname(node)}${delimiter}${process.env.PATH ?? ''}` };
}

async function main() {
  const [name = '', ...args] = process.argv.slice(2);
  const task = Object.hasOwn(TASKS, name) ? TASKS[name] : undefined;
  if (task === undefined) throw new Sentence(`No such task: "${name}". The tasks: ${Object.keys(TASKS).join(', ')}.`);

  const mustBuild = () => task.web && builtFrom(ROOT) !== sourcesOfWeb(ROOT);
  if (needsInstall(ROOT) || mustBuild()) {
    const wait = () => console.error('Another command is preparing this checkout; waiting …');
    await underLock(LOCK, wait, async () => {
      if (needsInstall(ROOT)) await install();
      if (task.web) await buildWeb(findNode());
    });
  }
  const node = findNode();
  return await run(node, [...task.run, ...args], { env: environment(node) });
}

try {
  process.exitCode = await main();
} catch (error) {
  console.error(error instanceof Sentence ? error.message : error);
  process.exitCode = 1;
}
