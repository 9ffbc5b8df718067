// npm run dev: builds the pages again when a source changes, and starts the server again when its code or the pages do.

import { spawn } from 'node:child_process';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const ROOT = join(dirname(fileURLToPath(import.meta.url)), '..');
const run = (/** @type {string[]} */ args) => spawn(process.execPath, args, { cwd: ROOT, stdio: 'inherit' });

const builder = run(['web/build.ts', '--watch']);
const server = run(['--watch', '--watch-preserve-output', 'server/src/main.ts']);

// The terminal's Ctrl-C reaches all three; the server closes its database before this ends.
process.on('SIGINT', () => undefined);
process.on('SIGTERM', () => server.kill('SIGTERM'));
builder.on(
  'exit',
  (code) => code !== 0 && code !== null && console.error(`The pages are not built any more (${code}).`),
);
server.on('exit', (code) => {
  builder.kill();
  process.exitCode = code ?? 0;
});
