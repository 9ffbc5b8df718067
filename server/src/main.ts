import { fileURLToPath } from 'node:url';

import { keyIdOf } from '@patuh/shared/publication/sign';

import { buildApp } from './app.ts';
import { openDemo, signInLines } from './demo/open-demo.ts';
import { readCurrentKey } from './features/keys/current-key.ts';
import { hasAdministrator } from './features/people/administrators.ts';
import { startFeed } from './features/publications/feed.ts';
import { loadPublishedHistory, loadReferenceData } from './features/publications/first-load.ts';
import { readDemoReference, readReference } from './features/publications/reference.ts';
import { countOutdated } from './platform/assessments/summaries.ts';
import { migrateWithBackup } from './platform/backup/before-migration.ts';
import { readConfig } from './platform/config.ts';
import { custodyOf } from './platform/custody/custody.ts';
import { readCustodyKeys } from './platform/custody/custody-keys.ts';
import { ping } from './platform/database.ts';
import { openFolderStore } from './platform/evidence/folder-store.ts';
import { inspectFile } from './platform/evidence/inspect-file.ts';
import { faultText, type Life, liveUntilStopped } from './platform/lifecycle.ts';
import { drain, listen } from './platform/listen.ts';
import { logOptions } from './platform/log.ts';
import { openDatabase } from './platform/postgres.ts';
import { loadRenderer } from './platform/renderer.ts';
import { readSessionSecret } from './platform/session-secret.ts';
import { readSigningKey } from './platform/signing-key.ts';
import { PATUH_VERSION } from './platform/version.ts';
import { THE_PUBLIC_WEB } from './platform/web-copies/public-address.ts';
import { startWebCopies } from './platform/web-copies/web-copies.ts';

const WEB_DIST = fileURLToPath(new URL('../../web/dist', import.meta.url));

const NO_ADMINISTRATOR = `Nobody can sign in yet. The first national administrator gets a one-time link from:
  npm run admin -- create EMAIL`;

/** What was opened last is closed first: requests drain while the database still answers. */
async function start(life: Life): Promise<void> {
  const config = readConfig(process.env);
  for (const warning of config.warnings) console.warn(warning);
  const render = await loadRenderer(WEB_DIST);
  // A key that cannot be read is said before anything is started.
  await readSigningKey(config);
  const demoKey = await readSigningKey(config, 'demo');
  const sessionSecret = await readSessionSecret(config);
  const custody = custodyOf(await readCustodyKeys(config.dataDir));

  const database = await openDatabase(config, { role: 'server', say: console.log });
  life.onStop('the database', async () => await database.close());
  life.stopping.throwIfAborted();
  const { db } = database;
  await migrateWithBackup(database, { dataDir: config.dataDir, say: console.log, signal: life.stopping });
  const secretKey = await readCurrentKey(db, config);
  const now = (): Date => new Date();
  for (const warning of await loadReferenceData({ db, now })) console.warn(warning);
  const signingKeys = { main: secretKey, demo: demoKey };
  const evidence = await openFolderStore(config.evidenceDir);
  // Before the history: a database in which nothing was published yet is how a first start is known.
  const demo = await openDemo({
    config,
    db,
    now,
    signingKeys,
    store: evidence,
    inspect: inspectFile,
    say: console.log,
    signal: life.stopping,
  });
  const published = await loadPublishedHistory({ db, secretKey, now });
  if (published > 0) console.log(`Loaded the published history: ${published} publications.`);

  const references = { main: await readReference(db), demo: demo ? await readDemoReference(db) : undefined };
  const feed = await startFeed(db, references, (error) => app.log.warn({ err: error }, 'no news from the database'));
  life.onStop('the catalogue', async () => await feed.stop());
  const app = await buildApp({
    config,
    db,
    now,
    sessionSecret,
    signingKeys,
    custody,
    evidence,
    inspectFile,
    demo,
    logger: logOptions(config.logLevel),
    catalogue: feed.catalogue,
    render,
    keyId: keyIdOf(secretKey),
    clientFiles: `${WEB_DIST}/client`,
    ping: async () => await ping(db),
    stopping: () => life.stopping.aborted,
  });
  if (config.webCopies) {
    const userAgent = `Patuh/${PATUH_VERSION}${config.publicUrl === undefined ? '' : ` (+${config.publicUrl})`}`;
    const copies = startWebCopies({ db, now, reach: THE_PUBLIC_WEB, userAgent }, (error) =>
      app.log.warn({ err: error }, 'web addresses are not visited'),
    );
    life.onStop('visits to web addresses', async () => await copies.stop());
  }
  life.onStop('the web server', async () => await drain(app, life.hurry));
  life.stopping.throwIfAborted();
  const address = await listen(app, config);
  console.log(`Patuh serves ${address}`);
  const counting = countOutdated(db, life.stopping).catch((error: unknown) => {
    app.log.warn({ err: error }, 'some units are counted each time somebody looks');
  });
  life.onStop('the count of what came', async () => void (await counting));
  if (!(await hasAdministrator(db))) console.log(NO_ADMINISTRATOR);
  if (demo) for (const line of signInLines(address)) console.log(line);
}

const code = await liveUntilStopped(start, { say: console.log, complain: (fault) => console.error(faultText(fault)) });
process.exit(code);
