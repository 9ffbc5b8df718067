import { randomUUID } from 'node:crypto';
import { Readable } from 'node:stream';
import { setTimeout as pause } from 'node:timers/promises';

import { poolOf } from '@patuh/server/platform/database';
import { sql } from 'kysely';
import { afterAll, afterEach, beforeAll, describe, expect, inject, it } from 'vitest';

import { aBlankDatabase, databaseAt } from '../support/database.ts';
import { aFolder, backUp, clearFolders, everyRow, restoreInto } from '../support/backups.ts';
import { aPublishedSeason, MARKS, whereFound } from '../support/personal-data.ts';
import { type Ended, killAll, run, type Running } from '../support/processes.ts';
import { aSite, type Site } from '../support/site.ts';

let site: Site;
let connectionString: string;
beforeAll(async () => {
  site = await aSite({ history: false });
  await aPublishedSeason(site);
  const { rows } = await sql<{ name: string }>`select current_database() as name`.execute(site.db);
  connectionString = databaseAt(inject('databaseServer'), String(rows[0]?.name));
  // It became public six years ago, and the interview was taken back then.
  await sql`update release set decided_at = decided_at - interval '6 years'`.execute(site.db);
  await sql`update answer set at = at - interval '6 years'`.execute(site.db);
}, 60_000);
afterEach(() => killAll());
afterAll(async () => {
  await site.close();
  await clearFolders();
});

function start(...args: string[]): Running {
  const env = {
    DATABASE_URL: connectionString,
    DATA_DIR: site.evidenceDir,
    EVIDENCE_URL: `file://${site.evidenceDir}`,
  };
  return run(['server/src/commands/purge.ts', ...args], { env });
}

async function purge(...args: string[]): Promise<Ended> {
  return await start(...args).ended;
}

/** What `list` says to type. */
async function due(): Promise<readonly string[]> {
  const { stdout } = await purge('list');
  return [...stdout.matchAll(/to purge: run (\S+)/g)].map(([, seen]) => String(seen));
}

describe('npm run purge', () => {
  it('lists what is due and does nothing', async () => {
    const before = await everyRow(site.db);
    expect((await due()).map((seen) => seen.split(':')[0])).toEqual([
      'withdrawn',
      'respondents',
      'evidence',
      'visits',
      'words',
    ]);
    expect(await everyRow(site.db)).toEqual(before);
  });

  it('refuses what is not as it was listed, by name', async () => {
    const { code, stderr } = await purge('run', 'words:000000000000');
    expect([code, stderr]).toEqual([1, expect.stringContaining('Not what was listed: words.')]);
  });

  it('killed in the middle has done nothing by halves, and run again does the rest', async () => {
    const seen = await due();
    const before = await everyRow(site.db);
    // Held where a purge ends: its event in the audit of the office.
    const pool = poolOf({ connectionString });
    const holder = await pool.connect();
    await holder.query('begin');
    await holder.query(`select from audit_head where office = '53' for update`);
    const killed = start('run', ...seen);
    await waiting();
    killed.kill('SIGKILL');
    await killed.ended;
    await holder.query('rollback');
    holder.release();
    await pool.end();
    await nobodyWaits();
    expect(await everyRow(site.db)).toEqual(before);

    const { code, stdout } = await purge('run', ...(await due()));
    expect([code, stdout]).toEqual([0, expect.stringMatching(/removed 2 files/)]);
    expect(stdout).toContain('No backup in');
    expect(await whereFound(site, Object.values(MARKS))).toEqual([]);
    expect((await purge('list')).stdout).toBe('Nothing is due.\n');
  }, 60_000);

  it('cut off between the rows and the files leaves files that list names and sweep removes', async () => {
    await sql`
      insert into evidence_file (sha256, type, size, stored_at, purged_at)
      select encode(sha256('halo'::bytea), 'hex'), 'image/jpeg', 4, now(), now()`.execute(site.db);
    await leave(site, 'halo');
    expect((await purge('list')).stdout).toContain('1 purged files still lie here');
    expect((await purge('sweep')).stdout).toBe('removed 1 files, 1 kB\n');
    expect((await purge('list')).stdout).not.toContain('still lie here');
  });

  it('what is left goes into a backup and comes out of it the same', async () => {
    const source = { db: site.db, connectionString, close: async () => await Promise.resolve() };
    const { folder } = await backUp(source, { into: await aFolder() });
    const target = await aBlankDatabase();
    try {
      await restoreInto(target, folder);
      const [here, there] = [await everyRow(site.db), await everyRow(target.db)];
      for (const table of ['answer', 'answer_change', 'purge', 'evidence_file', 'assessment_file', 'unit_score']) {
        expect([table, there[table]]).toEqual([table, here[table]]);
      }
    } finally {
      await target.close();
    }
  }, 60_000);
});

/** Until somebody waits for the audit of the office. */
async function waiting(): Promise<void> {
  while (!(await anyoneWaits())) await pause(20);
}

async function nobodyWaits(): Promise<void> {
  while (await anyoneWaits()) await pause(20);
}

async function anyoneWaits(): Promise<boolean> {
  const { rows } = await sql<{ waits: boolean }>`
    select exists (
      select from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'
        and pid <> pg_backend_pid()) as waits`.execute(site.db);
  return rows[0]?.waits === true;
}

async function leave({ evidence }: Pick<Site, 'evidence'>, content: string): Promise<void> {
  const id = randomUUID();
  await evidence.append(id, { from: 0, to: content.length }, Readable.from([Buffer.from(content)]));
  await evidence.keep(id, await evidence.digest(id));
  await evidence.giveUp(id);
}
