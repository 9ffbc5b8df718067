import react from '@vitejs/plugin-react';
import { defineConfig, type InlineConfig, type Plugin } from 'vite';
import { VitePWA } from 'vite-plugin-pwa';

import { shellOf, writeWebAppManifest } from './shell.ts';

const RESIGNS = process.env['RESIGN'] === '1';
const SOURCE = RESIGNS ? 'src/service-worker/resigning' : 'src/service-worker';
const NOTHING = `${import.meta.dirname}/src/platform/visit-paper/nothing.ts`;
const CLIENT = `${import.meta.dirname}/dist/client`;

/**
 * Two builds of the same source: the client (hashed files under /assets/, with a manifest) and the bundle that renders
 * pages on the server. The server bundle carries its own React, so that `server` depends on no part of `web`. After the
 * client comes the service worker of the field, which knows the files of the client by name and content.
 */
export default defineConfig(({ isSsrBuild }) => ({
  root: import.meta.dirname,
  plugins: isSsrBuild ? [react()] : [react(), serviceWorker(), installable()],
  publicDir: false,
  // What the PDF library would load for pages of HTML, which nobody prints here.
  resolve: { alias: { html2canvas: NOTHING, canvg: NOTHING, dompurify: NOTHING } },
  ssr: { noExternal: true, target: 'node' },
  build: isSsrBuild
    ? {
        outDir: 'dist/server',
        target: 'node22',
        minify: false,
        rolldownOptions: { input: { 'entry-server': 'src/entry-server.tsx' }, output: { entryFileNames: '[name].js' } },
      }
    : {
        outDir: 'dist/client',
        // Cheap phones keep old browsers for years; without JavaScript every page is complete anyway.
        target: ['chrome87', 'firefox91', 'safari14'],
        manifest: true,
        // Preloads are written by the server from the manifest, so the run-time helper is not needed.
        modulePreload: false,
        assetsInlineLimit: 0,
        rolldownOptions: {
          input: [
            'src/entry-client.ts',
            'src/styles.css',
            'src/entry-app.tsx',
            'src/app.css',
            'src/ui/icon.svg',
            'src/ui/icons/icon-192.png',
            'src/ui/icons/icon-512.png',
            'src/ui/icons/icon-maskable-512.png',
          ],
        },
      },
}));

/** `/sw.js`; with RESIGN one that removes the workers that are out there. */
function serviceWorker(): Plugin[] {
  return VitePWA({
    strategies: 'injectManifest',
    srcDir: SOURCE,
    filename: 'sw.ts',
    outDir: CLIENT,
    // The app registers it where the field begins; the manifest of the app carries hashed names that exist only now.
    injectRegister: false,
    manifest: false,
    integration: { configureCustomSWViteBuild: quietly },
    injectManifest: {
      globDirectory: CLIENT,
      // Whoever resigns needs no list.
      ...(RESIGNS ? { injectionPoint: '' } : {}),
      manifestTransforms: [async () => ({ manifest: [...shellOf(CLIENT)], warnings: [] })],
    },
  });
}

/** Without the report of every build, and without an option that the bundler says is old. */
function quietly(worker: InlineConfig): void {
  const input = `${import.meta.dirname}/${SOURCE}/sw.ts`;
  worker.logLevel = 'error';
  worker.build = {
    target: 'chrome119',
    outDir: CLIENT,
    emptyOutDir: false,
    rolldownOptions: { input, output: { entryFileNames: 'sw.mjs' } },
  };
}

function installable(): Plugin {
  return { name: 'patuh:web-app-manifest', closeBundle: () => writeWebAppManifest(CLIENT) };
}
