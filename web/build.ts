import { build } from 'vite';

import { precompress } from './precompress.ts';

/** Builds `dist/client` and `dist/server`. `--watch` keeps building while files change. */
process.env['NODE_ENV'] = 'production';

const watch = process.argv.includes('--watch') ? { watch: {} } : {};
const configFile = `${import.meta.dirname}/vite.config.ts`;

await build({ configFile, logLevel: 'warn', build: { emptyOutDir: true, ...watch } });
if (!process.argv.includes('--watch')) await precompress(`${import.meta.dirname}/dist/client/assets`);
await build({ configFile, logLevel: 'warn', build: { ssr: true, emptyOutDir: true, ...watch } });
