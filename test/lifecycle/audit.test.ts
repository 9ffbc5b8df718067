import { openDatabase } from '@patuh/server/platform/postgres';
import { sql } from 'kysely';
import { afterEach, describe, expect, it } from 'vitest';

import { tamper } from '../support/audit.ts';
import { aDataDir, clearDataDirs } from '../support/data-dir.ts';
import { postgresOf, run, startServer } from '../support/processes.ts';

afterEach(clearDataDirs);

const verify = (dataDir: string, ...args: readonly string[]) =>
  run(['.ci/bootstrap.mjs', 'audit:verify', ...args], { dataDir }).ended;

describe('npm run audit:verify', () => {
  it('finds the first load in order beside the server and alone, and names what somebody changed', async () => {
    const dataDir = await aDataDir();
    const server = await startServer({ dataDir });
    const beside = await verify(dataDir);
    expect(beside).toMatchObject({ code: 0, stderr: '' });
    expect(beside.stdout).toMatch(
      /^chain pusat unbroken: 12 events, head [0-9a-f]{64}\n11 publications, each as its event says\nthe audit holds\n$/,
    );
    server.kill('SIGTERM');
    expect((await server.ended).code).toBe(0);

    const head = /head ([0-9a-f]{64})/.exec(beside.stdout)?.[1] ?? '';
    const alone = await verify(dataDir, '--head', head);
    expect([alone.code, alone.stdout]).toEqual([0, beside.stdout]);
    expect(postgresOf(dataDir)).toBeUndefined();

    const database = await openDatabase({ dataDir, databaseUrl: undefined }, { role: 'command' });
    await tamper(database.db, sql`update audit_event set actor = 'import' where sequence = 7`);
    await database.close();
    const broken = await verify(dataDir, '--head', head);
    expect(broken.code).toBe(1);
    expect(broken.stdout).toMatch(/^chain pusat BROKEN: event 7: was changed: .*; it holds up to event 6\n/);
    expect(broken.stdout).toContain(`head ${head} NOT FOUND in what holds of the chains\nTHE AUDIT DOES NOT HOLD\n`);
  });

  it('explains itself, and does not take what it does not know', async () => {
    const dataDir = await aDataDir();
    const help = await verify(dataDir, '--help');
    expect([help.code, help.stderr]).toEqual([0, '']);
    expect(help.stdout).toContain('names the first broken link');
    for (const [args, reason] of [
      [['pusat'], 'audit:verify reads this installation'],
      [['--head', 'abc'], '--head must be 64 hexadecimal characters, but it is "abc"'],
      [['--office', '53'], "'--office'"],
    ] as const) {
      const refused = await verify(dataDir, ...args);
      expect(refused.code).toBe(2);
      expect(refused.stderr).toContain(reason);
    }
    expect(postgresOf(dataDir)).toBeUndefined();
  });
});
