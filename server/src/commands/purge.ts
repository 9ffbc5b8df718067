/** `npm run purge -- list` and `npm run purge -- run KIND:FINGERPRINT …`: takes personal data away whose time is over. */
import { join } from 'node:path';
import { parseArgs } from 'node:util';

import { ProvinceCode } from '@patuh/shared/domain/government';
import { RETENTION_KINDS, RetentionKind } from '@patuh/shared/domain/retention';

import { type DueItem, fingerprintOf, listDue } from '../features/personal-data/due.ts';
import { purgeAsSeen } from '../features/personal-data/purge.ts';
import { migrateWithBackup } from '../platform/backup/before-migration.ts';
import { backupsIn } from '../platform/backup/write-backup.ts';
import { runCommand, UsageError } from '../platform/command.ts';
import { readConfig } from '../platform/config.ts';
import { folderStore } from '../platform/evidence/folder-store.ts';
import { openDatabase } from '../platform/postgres.ts';
import { countLeft, type Swept, sweepFiles } from '../platform/purge/sweep.ts';

const USAGE = `npm run purge -- list [--province CODE]
npm run purge -- run KIND:FINGERPRINT … [--province CODE] [--backups DIR]
npm run purge -- sweep

list   what is due: each kind of personal data, period and province, how many entries, files and bytes, and since when.
       Nothing happens. Under each kind stands what to type to purge exactly that.
run    purges the kinds that are named, if they still are exactly what was listed; else it says which are not, and does
       nothing. What is purged comes back only out of a backup. Sweeps at its end.
sweep  removes files that were purged and still lie here because a purge was cut off, and files that nobody was ever told of
       for two weeks.

  --province CODE   only what belongs to that province; to be given to both
  --backups DIR     names the backups in that folder that still hold what was purged; otherwise those Patuh made itself
  --help            this text

Kinds: ${RETENTION_KINDS.join(', ')}. The server may run meanwhile. Cut off, it has done some kinds whole
and the others not: list again, and run again.

Exit code: 0 done, 1 not as listed, 2 the command was not understood.`;

await runCommand(USAGE, async (args, life) => {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: { province: { type: 'string' }, backups: { type: 'string' } },
  });
  const [what, ...named] = positionals;
  const province = values.province === undefined ? undefined : readProvince(values.province);
  if (what !== 'list' && what !== 'run' && what !== 'sweep')
    throw new UsageError('Say what to do: list, run or sweep.');
  if (what !== 'run' && named.length > 0) throw new UsageError(`${what} takes no kinds.`);
  if (what === 'run' && named.length === 0)
    throw new UsageError('Name what to purge as list printed it: KIND:FINGERPRINT.');
  const seen = new Map(named.map(readSeen));

  const config = readConfig(process.env);
  const say = (sentence: string): void => console.error(sentence);
  const database = await openDatabase(config, { role: 'command', say });
  life.onStop('the database', async () => await database.close());
  await migrateWithBackup(database, { dataDir: config.dataDir, say, signal: life.stopping });
  const now = (): Date => new Date();
  const { db } = database;
  const deps = {
    db,
    store: folderStore(config.evidenceDir),
    thumbnailFolder: join(config.dataDir, 'thumbnails'),
    now,
  };
  if (what === 'list') {
    const left = await countLeft(deps);
    const words = listInWords(await listDue(db, now(), { province }));
    const sweep = `${left} purged files still lie here: npm run purge -- sweep`;
    console.log([...words, ...(left === 0 ? [] : [sweep])].join('\n'));
    return 0;
  }
  if (what === 'sweep') {
    console.log(sweptInWords(await sweepFiles(deps)));
    return 0;
  }
  const report = await purgeAsSeen(deps, seen, { province }, (item) => console.log(`purged ${lineOf(item)}`));
  if (report.kind === 'changed') {
    console.error(
      `Not what was listed: ${report.kinds.join(', ')}. List again and compare; nothing of it was purged now.`,
    );
    return 1;
  }
  console.log(sweptInWords(report.swept));
  const folder = values.backups ?? join(config.dataDir, 'backups');
  const backups = await backupsIn(folder);
  console.log(
    backups.length === 0
      ? `No backup in ${folder}. Every backup from before now, wherever it is, still holds what was purged.`
      : `These backups still hold what was purged, and so does every other from before now:\n${backups.join('\n')}`,
  );
  return 0;
});

function sweptInWords({ files, bytes }: Swept): string {
  return `removed ${files} files, ${Math.ceil(bytes / 1000)} kB`;
}

function readProvince(text: string): ProvinceCode {
  const code = ProvinceCode.safeParse(text);
  if (!code.success) throw new UsageError(`--province must be the two digits of a province, but it is "${text}".`);
  return code.data;
}

function readSeen(text: string): [RetentionKind, string] {
  const [name, fingerprint = ''] = text.split(':');
  const kind = RetentionKind.safeParse(name);
  if (kind.success && /^[0-9a-f]{12}$/.test(fingerprint)) return [kind.data, fingerprint];
  throw new UsageError(`"${text}" is not a kind with its fingerprint, as list prints it.`);
}

function listInWords(items: readonly DueItem[]): readonly string[] {
  if (items.length === 0) return ['Nothing is due.'];
  return [...Map.groupBy(items, ({ kind }) => kind)].flatMap(([kind, own]) => [
    ...own.map(lineOf),
    `  to purge: run ${kind}:${fingerprintOf(own)}`,
  ]);
}

function lineOf(item: DueItem): string {
  const { kind, due, held } = item;
  const where =
    item.of === 'period' ? `${item.scope.province} ${item.scope.periodName} (${item.scope.year})` : 'everywhere';
  const since = due.toISOString().slice(0, 10);
  return `${kind}  ${where}: ${held.entries} entries, ${held.files} files, ${Math.ceil(held.bytes / 1000)} kB, due since ${since}`;
}
