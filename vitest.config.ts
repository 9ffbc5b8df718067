import { availableParallelism } from 'node:os';

import { defineConfig } from 'vitest/config';

/** Real processes, real crashes and real browsers take their time on a slow machine; no test asserts how long. */
const PATIENT = { testTimeout: 120_000, hookTimeout: 120_000 };

/**
 * Files side by side, one on each core: every file has a database, folders, ports and browsers of its own. Four of them
 * are as many as one Postgres has connections for.
 */
const SIDE_BY_SIDE = Math.min(availableParallelism(), 4);

/**
 * The server is loaded once and not again for every file, which would take longer than most files. What a file changes
 * in its process it puts back.
 */
const LOADED_ONCE = { isolate: false };

export default defineConfig({
  test: {
    passWithNoTests: true,
    maxWorkers: SIDE_BY_SIDE,
    projects: [
      {
        test: {
          name: 'pure',
          include: ['test/{shared,rules,seeds,web}/**/*.test.{ts,tsx}'],
          exclude: ['test/rules/database/**'],
          testTimeout: 60_000,
        },
      },
      {
        test: {
          name: 'server',
          include: ['test/server/**/*.test.ts', 'test/rules/database/**/*.test.ts'],
          globalSetup: ['test/support/global-database.ts'],
          testTimeout: 30_000,
          hookTimeout: 60_000,
          ...LOADED_ONCE,
        },
      },
      {
        test: {
          name: 'lifecycle',
          include: ['test/lifecycle/**/*.test.ts'],
          globalSetup: ['test/support/global-database.ts'],
          ...PATIENT,
        },
      },
      {
        test: {
          name: 'journeys',
          include: ['test/journeys/**/*.test.ts'],
          globalSetup: ['test/support/global-database.ts'],
          ...PATIENT,
          ...LOADED_ONCE,
        },
      },
    ],
  },
});
