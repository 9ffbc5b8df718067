import { access } from 'node:fs/promises';
import { join } from 'node:path';
import { tmpdir } from 'node:os';

import { openDatabase } from '@patuh/server/platform/postgres';
import type { OpenDatabase } from '@patuh/server/platform/postgres';
import { StartError } from '@patuh/server/platform/start-error';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { aDatabase } from '../../support/database.ts';
import type { TestDatabase } from '../../support/database.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await aDatabase();
});
afterAll(async () => await database.close());

const dataDir = join(tmpdir(), 'patuh-is-not-made');

async function aServer(): Promise<OpenDatabase> {
  return await openDatabase({ databaseUrl: database.connectionString, dataDir }, { role: 'server' });
}

describe('with DATABASE_URL', () => {
  it('several servers share the database, and one that ends leaves it running for the others', async () => {
    const [first, second] = [await aServer(), await aServer()];
    expect(first.connectionString).toBe(database.connectionString);
    await first.close();
    await first.close();
    expect((await sql`select 1 as answer`.execute(second.db)).rows).toEqual([{ answer: 1 }]);
    await second.close();
    expect((await sql`select 1 as answer`.execute(database.db)).rows).toEqual([{ answer: 1 }]);
  });

  it('nothing is made in DATA_DIR', async () => {
    const server = await aServer();
    await server.close();
    await expect(access(dataDir)).rejects.toThrow('ENOENT');
  });

  it.each([
    ['nobody listens there', 'postgresql://patuh:hidden@127.0.0.1:1/patuh'],
    ['the password is wrong', 'wrong password'],
  ])('the start is refused with a sentence without the password when %s', async (_name, address) => {
    const url = new URL(address.startsWith('postgresql') ? address : database.connectionString);
    url.password = 'hidden';
    const refused = openDatabase({ databaseUrl: url.href, dataDir }, { role: 'server' });
    await expect(refused).rejects.toBeInstanceOf(StartError);
    await expect(refused).rejects.toThrow(/^The database of DATABASE_URL does not answer: (?!.*hidden)/);
  });
});
