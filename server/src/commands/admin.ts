import { parseArgs } from 'node:util';

import { EmailAddress } from '@patuh/shared/contracts/sign-in';

import { type AdminLink, createAdministrator, resetByCommand } from '../features/people/administrators.ts';
import { migrateWithBackup } from '../platform/backup/before-migration.ts';
import { runCommand, UsageError } from '../platform/command.ts';
import { type Config, readConfig } from '../platform/config.ts';
import type { Pooled } from '../platform/database.ts';
import type { Life } from '../platform/lifecycle.ts';
import { openDatabase } from '../platform/postgres.ts';

const USAGE = `npm run admin -- create EMAIL [--name NAMA]
npm run admin -- reset EMAIL

create   administrator nasional baru
  --name   namanya; tanpa ini dipakai bagian alamat sebelum @
reset    tautan baru untuk akun yang sudah ada: kata sandi atau kode autentikator hilang

Keduanya mencetak tautan sekali pakai. Serahkan hanya kepada orangnya. Boleh dijalankan saat server hidup.`;

const NAME = /^\P{Cc}{2,120}$/u;

await runCommand(USAGE, async (args, life) => {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: { name: { type: 'string' } },
  });
  const [what, address, ...rest] = positionals;
  if (address === undefined || rest.length > 0) throw new UsageError('Sebutkan satu alamat surel.');
  const email = EmailAddress.safeParse(address);
  if (!email.success) throw new UsageError(`“${address}” bukan alamat surel.`);
  const name = (values.name ?? email.data.replace(/@.*/, '')).trim();
  switch (what ?? '') {
    case 'create':
      if (!NAME.test(name)) throw new UsageError('--name: 2 sampai 120 huruf, dalam satu baris.');
      return await withDatabase(life, async (deps) =>
        report(await createAdministrator(deps, { email: email.data, name }), email.data),
      );
    case 'reset':
      return await withDatabase(life, async (deps) => report(await resetByCommand(deps, email.data), email.data));
    default:
      throw new UsageError(`Tidak mengenal “${what ?? ''}”; pilih create atau reset.`);
  }
});

interface CommandDeps {
  readonly db: Pooled;
  readonly now: () => Date;
  readonly origin: string;
}

async function withDatabase(life: Life, work: (deps: CommandDeps) => Promise<number>): Promise<number> {
  const config = readConfig(process.env);
  const say = (sentence: string): void => console.error(sentence);
  const database = await openDatabase(config, { role: 'command', say });
  life.onStop('the database', async () => await database.close());
  await migrateWithBackup(database, { dataDir: config.dataDir, say, signal: life.stopping });
  return await work({ db: database.db, now: () => new Date(), origin: originOf(config) });
}

/** Where the server does not know its own address, the link begins with what has to be filled in. */
function originOf({ publicUrl }: Config): string {
  return publicUrl ?? 'https://ALAMAT-PATUH';
}

function report(result: AdminLink | 'taken' | 'unknown' | 'closed', email: string): number {
  switch (result) {
    case 'taken':
      console.error(`${email} sudah punya akun. Untuk tautan baru: npm run admin -- reset ${email}`);
      return 1;
    case 'unknown':
      console.error(`${email} tidak punya akun.`);
      return 1;
    case 'closed':
      console.error(`Akun ${email} ditutup; administrator nasional dapat membukanya kembali.`);
      return 1;
    default:
      console.log(`Tautan sekali pakai untuk ${email}, berlaku sampai ${result.expiresAt.toISOString()}:`);
      console.log(result.url);
      return 0;
  }
}
