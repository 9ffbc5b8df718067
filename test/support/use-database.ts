// A command as small as can be, for tests of the database's life beside, with and without a server.
//   write TEXT   stores a line      read   prints all lines as JSON      wait   keeps the database open until it is ended
//   migrate      prints the names of the migrations it applied
import { readConfig } from '@patuh/server/platform/config';
import { faultText, liveUntilDone } from '@patuh/server/platform/lifecycle';
import type { Life } from '@patuh/server/platform/lifecycle';
import { migrate } from '@patuh/server/platform/migrate';
import { openDatabase } from '@patuh/server/platform/postgres';
import { sql } from 'kysely';

const print = (line: string): void => void process.stdout.write(`${line}\n`);
const tell = (line: string): void => void process.stderr.write(`${line}\n`);

async function work(life: Life): Promise<number> {
  const [verb = '', text = ''] = process.argv.slice(2);
  const database = await openDatabase(readConfig(process.env), { role: 'command', say: tell });
  life.onStop('the database', async () => await database.close());
  const { db } = database;
  if (verb === 'migrate') {
    print(JSON.stringify(await migrate(db)));
    return 0;
  }
  await sql`create table if not exists written_by_test (at timestamptz default now(), line text)`.execute(db);
  if (verb === 'write') await sql`insert into written_by_test (line) values (${text})`.execute(db);
  if (verb === 'read') {
    const { rows } = await sql<{ line: string }>`select line from written_by_test order by at`.execute(db);
    print(JSON.stringify(rows.map((row) => row.line)));
  }
  if (verb === 'wait') {
    print('open');
    await new Promise((resolve) => setTimeout(resolve, 600_000));
  }
  return 0;
}

process.exit(await liveUntilDone(work, { say: tell, complain: (fault) => tell(faultText(fault)) }));
