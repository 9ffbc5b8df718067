import { rm } from 'node:fs/promises';

import { build } from 'vite';

import { precompress } from './precompress.ts';

/**
 * Builds `dist/client` and `dist/server`. `--watch` keeps building while files change. `--resign` (always while watching,
 * so that a developer sees the newest code) makes a service worker that removes the one on each device.
 */
process.env['NODE_ENV'] = 'production';

const watching = process.argv.includes('--watch');
if (watching || process.argv.includes('--resign')) process.env['RESIGN'] = '1';
// While a server reads the folder it is never emptied: old hashed files do no harm until the next whole build.
const output = watching ? { emptyOutDir: false, watch: {} } : { emptyOutDir: true };
const configFile = `${import.meta.dirname}/vite.config.ts`;

const client = `${import.meta.dirname}/dist/client`;

// Compressed forms of an earlier worker would be sent instead of the new one.
await Promise.all(['br', 'gz'].map(async (form) => await rm(`${client}/sw.js.${form}`, { force: true })));
await build({ configFile, logLevel: 'warn', build: output });
if (!watching) await Promise.all([client, `${client}/assets`].map(precompress));
await build({ configFile, logLevel: 'warn', build: { ssr: true, ...output } });
