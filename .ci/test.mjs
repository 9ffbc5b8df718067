// Runs the checks of this house one after the other and closes with one line: N passed, N failed.
//   node .ci/test.mjs            everything
//   node .ci/test.mjs --quick    what is worth running before every commit
//   node .ci/test.mjs lint pure  only these steps

import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

import { ensureChromium } from './chromium.mjs';
import { chosenSteps } from './steps.ts';
import { lastLine, NOTHING, sum, tallyOf } from './tally.ts';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const environment = { ...process.env, PATH: `${dirname(process.execPath)}${delimiter}${process.env.PATH ?? ''}` };

// Ctrl-C reaches the child too: it gets the time to stop its database, then the run ends here.
let interrupted = false;
process.on('SIGINT', () => {
  interrupted = true;
});

/**
 * Runs a program of node_modules with this Node, its output on the screen.
 *
 * @param {string[]} command
 * @param {Record<string, string>} extra more environment
 * @returns {Promise<number>} the exit code
 */
function run([bin, ...args], extra = {}) {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [join(ROOT, 'node_modules', bin), ...args], {
      cwd: ROOT,
      env: { ...environment, ...extra },
      stdio: 'inherit',
    });
    child.once('error', (error) => {
      console.error(error.message);
      resolve(1);
    });
    child.once('exit', (code) => resolve(code ?? 1));
  });
}

/** @param {import('./steps.ts').ToolStep} step */
async function runTool(step) {
  for (const command of step.commands) {
    const code = await run(command);
    if (code === 0) continue;
    console.error(`${command.join(' ')} ended with ${code}`);
    return { ...NOTHING, failed: 1 };
  }
  return { ...NOTHING, passed: 1 };
}

/** @param {import('./steps.ts').Suite} step */
async function runSuite(step) {
  const folder = mkdtempSync(join(tmpdir(), 'patuh-report-'));
  try {
    const extra = step.browser ? { CHROMIUM_PATH: ensureChromium() } : {};
    const file = join(folder, 'report.json');
    const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${file}`];
    const code = await run(['vitest/vitest.mjs', 'run', `--project=${step.name}`, ...reporters], extra);
    return tallyOf(reportIn(file), code);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** @param {string} file */
function reportIn(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch (error) {
    console.error(`The suite left no report: ${error.message}`);
    return undefined;
  }
}

/** @param {import('./steps.ts').ToolStep | import('./steps.ts').Suite} step */
async function runStep(step) {
  console.log(`\n── ${step.name}`);
  const start = performance.now();
  let tally;
  try {
    tally = step.kind === 'suite' ? await runSuite(step) : await runTool(step);
  } catch (error) {
    console.error(error.message);
    tally = { ...NOTHING, failed: 1 };
  }
  const seconds = ((performance.now() - start) / 1000).toFixed(1);
  console.log(`── ${step.name}: ${lastLine(tally)} (${seconds} s)`);
  return { name: step.name, tally };
}

async function main() {
  const results = [];
  try {
    for (const step of chosenSteps(process.argv.slice(2))) {
      if (!interrupted) results.push(await runStep(step));
    }
  } catch (error) {
    console.error(error.message);
    results.push({ name: 'arguments', tally: { ...NOTHING, failed: 1 } });
  }
  if (interrupted) results.push({ name: 'interrupted', tally: { ...NOTHING, failed: 1 } });
  const total = sum(results.map(({ tally }) => tally));
  const failed = results.filter(({ tally }) => tally.failed > 0).map(({ name }) => name);
  if (failed.length > 0) console.log(`\nFailed: ${failed.join(', ')}`);
  console.log(`\n${lastLine(total)}`);
  process.exitCode = total.failed > 0 ? 1 : 0;
}

await main();
