import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

import { type AppDeps, buildApp } from '@patuh/server/app';
import { loadDemo } from '@patuh/server/demo/load-demo';
import { type CatalogueFeed, startFeed } from '@patuh/server/features/publications/feed';
import { loadPublishedHistory, loadReferenceData } from '@patuh/server/features/publications/first-load';
import { readDemoReference, readReference } from '@patuh/server/features/publications/reference';
import { ping, type Pooled } from '@patuh/server/platform/database';
import { openFolderStore } from '@patuh/server/platform/evidence/folder-store';
import { inspectFile } from '@patuh/server/platform/evidence/inspect-file';
import type { EvidenceStore } from '@patuh/server/platform/evidence/store';
import { loadRenderer } from '@patuh/server/platform/renderer';
import { type Demo, makeDemo } from '@patuh/seeds/demo';
import { ProvinceCode } from '@patuh/shared/domain/government';
import { keyIdOf } from '@patuh/shared/publication/sign';
import type { FastifyInstance } from 'fastify';

import { TEST_CUSTODY } from './custody.ts';
import { aDatabase } from './database.ts';
import { instrumentOf } from './reference-instruments.ts';

/** Signs only what tests publish. */
export const TEST_KEY = new Uint8Array(32).fill(7);

/** Signs only what tests publish in the demo. */
export const TEST_DEMO_KEY = new Uint8Array(32).fill(9);

/** Signs only the sessions of tests. */
export const TEST_SESSION_SECRET = 'a secret that only tests know, long enough to be one';

/** As cheap as Argon2 goes: what is tested is who comes in, not what a guess costs. */
export const TEST_PASSWORD_COST = { memoryKiB: 8, passes: 1 };

export const WEB_DIST = fileURLToPath(new URL('../../web/dist', import.meta.url));

export interface Site {
  readonly app: FastifyInstance;
  readonly db: Pooled;
  readonly feed: CatalogueFeed;
  readonly evidence: EvidenceStore;
  /** Where the evidence lies. */
  readonly evidenceDir: string;
  close(): Promise<void>;
}

export interface SiteOptions {
  readonly history?: boolean;
  /** With Provinsi Contoh and everything that happened there; takes seconds. Or with a story of the test's own. */
  readonly demo?: boolean | Demo;
  /** The clock of the server; the real one unless said. */
  readonly now?: () => Date;
  /** Address people type; HTTPS unless said. */
  readonly publicUrl?: string;
  readonly logger?: AppDeps['logger'];
  /** Who looks into files; unless said, as in the real server. */
  readonly inspectFile?: AppDeps['inspectFile'];
  /** Changes the store of evidence: a disk that is full, for one. */
  readonly evidence?: (store: EvidenceStore) => EvidenceStore;
  readonly onRoute?: NonNullable<AppDeps['onRoute']>;
  /** The built web; a copy that a test changes is a later version of it. */
  readonly webDist?: string;
}

/** Brings Provinsi Contoh into a database, as the start does. Answers whether it was not there yet. */
export async function theDemo({ db, evidence }: Pick<Site, 'db' | 'evidence'>, demo?: Demo): Promise<boolean> {
  const instrument = instrumentOf(2024);
  const signingKeys = { main: TEST_KEY, demo: TEST_DEMO_KEY };
  const deps = { db, signingKeys, store: evidence, inspect: inspectFile };
  return await loadDemo(deps, demo ?? makeDemo(instrument), instrument);
}

/** The whole server on a database of its own, with the published figures of the reference data. */
export async function aSite(options: SiteOptions = {}): Promise<Site> {
  const database = await aDatabase();
  const { db } = database;
  const now = options.now ?? ((): Date => new Date());
  await loadReferenceData({ db, now });
  if (options.history !== false) await loadPublishedHistory({ db, secretKey: TEST_KEY, now });
  const evidenceDir = await mkdtemp(join(tmpdir(), 'patuh-evidence-'));
  const folder = await openFolderStore(evidenceDir);
  const evidence = options.evidence?.(folder) ?? folder;
  if (options.demo !== undefined && options.demo !== false) {
    await theDemo({ db, evidence }, options.demo === true ? undefined : options.demo);
  }
  const feed = await startFeed(
    db,
    { main: await readReference(db), demo: await readDemoReference(db) },
    () => undefined,
  );
  const app = await buildApp({
    config: {
      dataDir: evidenceDir,
      homeProvince: ProvinceCode.parse('53'),
      publicUrl: options.publicUrl ?? 'https://patuh.example',
      trustProxy: false,
    },
    db,
    now,
    sessionSecret: TEST_SESSION_SECRET,
    passwordCost: TEST_PASSWORD_COST,
    signingKeys: { main: TEST_KEY, demo: TEST_DEMO_KEY },
    custody: TEST_CUSTODY,
    evidence,
    inspectFile: options.inspectFile ?? inspectFile,
    demo: options.demo !== undefined && options.demo !== false,
    logger: options.logger ?? false,
    catalogue: feed.catalogue,
    render: await loadRenderer(options.webDist ?? WEB_DIST),
    keyId: keyIdOf(TEST_KEY),
    clientFiles: `${options.webDist ?? WEB_DIST}/client`,
    ping: async () => await ping(db),
    stopping: () => false,
    ...(options.onRoute && { onRoute: options.onRoute }),
  });
  return {
    app,
    db,
    feed,
    evidence,
    evidenceDir,
    close: async () => {
      await app.close();
      await feed.stop();
      await database.close();
      await rm(evidenceDir, { recursive: true, force: true });
    },
  };
}
