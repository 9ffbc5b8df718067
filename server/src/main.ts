import Fastify from 'fastify';

import { readConfig } from './platform/config.ts';
import { faultText, type Life, liveUntilStopped } from './platform/lifecycle.ts';
import { drain, listen } from './platform/listen.ts';
import { migrate } from './platform/migrate.ts';
import { openDatabase } from './platform/postgres.ts';

/** What was opened last is closed first: requests drain while the database still answers. */
async function start(life: Life): Promise<void> {
  const config = readConfig(process.env);
  for (const warning of config.warnings) console.warn(warning);

  const database = await openDatabase(config, { role: 'server', say: console.log });
  life.onStop('the database', async () => await database.close());
  life.stopping.throwIfAborted();
  await migrate(database.db);

  const app = Fastify();
  app.get('/healthz', () => ({ status: 'ok' }));
  life.onStop('the web server', async () => await drain(app, life.hurry));
  life.stopping.throwIfAborted();
  console.log(`Patuh serves ${await listen(app, config)}`);
}

const code = await liveUntilStopped(start, { say: console.log, complain: (fault) => console.error(faultText(fault)) });
process.exit(code);
