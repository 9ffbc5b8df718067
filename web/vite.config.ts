import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

/**
 * Two builds of the same source: the client (hashed files under /assets/, with a manifest) and the bundle that renders
 * pages on the server. The server bundle carries its own React, so that `server` depends on no part of `web`.
 */
export default defineConfig(({ isSsrBuild }) => ({
  root: import.meta.dirname,
  plugins: [react()],
  publicDir: false,
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
          input: ['src/entry-client.ts', 'src/styles.css', 'src/entry-app.tsx', 'src/app.css', 'src/ui/icon.svg'],
        },
      },
}));
