// A Chromium for the browser journeys: the one of this machine, or one installed from the distribution.

import { spawnSync } from 'node:child_process';

import { chromiumPath } from '../test/support/chromium.ts';

const ADVICE =
  'The browser journeys need Chromium. Install it (Debian/Ubuntu: sudo apt-get install chromium · macOS: brew install ' +
  '--cask chromium · Windows: winget install Chromium), or set CHROMIUM_PATH to a Chromium or Chrome you have.';

/** Path of a Chromium; installs one where that is possible without asking. Throws the advice above where it is not. */
export function ensureChromium() {
  const found = find();
  if (found !== undefined) return found;
  if (process.platform !== 'linux' || process.getuid?.() !== 0) throw new Error(ADVICE);
  console.log('No Chromium on this machine: installing it (apt-get install chromium) …');
  aptGet('update');
  aptGet('install', '-y', '--no-install-recommends', 'chromium');
  const installed = find();
  if (installed === undefined) throw new Error(ADVICE);
  return installed;
}

function find() {
  if (process.env.CHROMIUM_PATH) return chromiumPath();
  try {
    return chromiumPath();
  } catch {
    return undefined;
  }
}

/** @param {string[]} args */
function aptGet(...args) {
  const { status, error, stdout, stderr } = spawnSync('apt-get', args, {
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    encoding: 'utf8',
  });
  if (status === 0) return;
  throw new Error(`apt-get ${args.join(' ')} failed.\n${error?.message ?? stdout + stderr}\n${ADVICE}`);
}
