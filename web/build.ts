import { build } from 'vite';

import { precompress } from './precompress.ts';

/** Builds `dist/client` and `dist/server`. `--watch` keeps building while files change. */
process.env['NODE_ENV'] = 'production';

const watching = process.argv.includes('--watch');
// While a server reads the folder it is never emptied: old hashed files do no harm until the next whole build.
const output = watching ? { emptyOutDir: false, watch: {} } : { emptyOutDir: true };
const configFile = `${import.meta.dirname}/vite.config.ts`;

await build({ configFile, logLevel: 'warn', build: output });
if (!watching) await precompress(`${import.meta.dirname}/dist/client/assets`);
await build({ configFile, logLevel: 'warn', build: { ssr: true, ...output } });
