import { basename } from 'node:path';
import { parseArgs } from 'node:util';

import { readCurrentKey } from '../features/keys/current-key.ts';
import {
  type FileFault,
  type NamedFile,
  readNationalFile,
  readPublishedFiles,
} from '../features/publications/import-files.ts';
import {
  type Correction,
  importNationalCounts,
  importPublished,
  type ImportDeps,
  type ImportResult,
} from '../features/publications/import.ts';
import { readReference } from '../features/publications/reference.ts';
import { migrateWithBackup } from '../platform/backup/before-migration.ts';
import { LONGEST_CELL, MOST_BYTES } from '../features/publications/csv-file.ts';
import { readBounded } from '../platform/bounded-file.ts';
import { runCommand, UsageError } from '../platform/command.ts';
import { readConfig } from '../platform/config.ts';
import type { Life } from '../platform/lifecycle.ts';
import { openDatabase } from '../platform/postgres.ts';
import { loadPublishedHistory, loadReferenceData } from '../features/publications/first-load.ts';
import { reportFaults, reportResult } from './import-report.ts';

const USAGE = `npm run import -- published FILE.csv [--counts FILE.csv] [--units FILE.csv] [--replaces ID --reason TEKS]
npm run import -- national FILE.csv --source TEKS [--replaces ID --reason TEKS]

published  hasil terbit per pemerintah daerah dan tahun
  --counts   cakupan dan jumlah terbit per provinsi dan tahun (kolom province-counts.csv)
  --units    nilai unit terbit (kolom unit-scores.csv)
national   jumlah nasional terbit per jenis dan tahun (kolom national-counts.csv)
  --source   sumber jumlah nasional itu
--replaces  publikasi yang dikoreksi; boleh beberapa kali
--reason    alasan koreksi, akan terbit bersama koreksinya

Semua baris diterima, atau tidak satu pun. Isi yang sama tidak mengubah apa pun.`;

await runCommand(USAGE, async (args, life) => {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      counts: { type: 'string' },
      units: { type: 'string' },
      source: { type: 'string' },
      replaces: { type: 'string', multiple: true },
      reason: { type: 'string' },
    },
  });
  const [what, file, ...rest] = positionals;
  if (file === undefined || rest.length > 0) throw new UsageError('Sebutkan satu berkas.');
  const correction = { replaces: values.replaces ?? [], reason: reasonOf(values.reason) };
  if (correction.reason !== null && correction.replaces.length === 0) {
    throw new UsageError('--reason: sebutkan juga publikasi yang dikoreksi dengan --replaces.');
  }
  switch (what ?? '') {
    case 'published': {
      const files = {
        results: await open(file),
        counts: await openIf(values.counts),
        units: await openIf(values.units),
      };
      return withDatabase(life, async (deps) => {
        const read = readPublishedFiles(files, deps.reference);
        return read.kind === 'faulty'
          ? refuse(read.faults)
          : report(await importPublished(deps, read.input, correction));
      });
    }
    case 'national': {
      const { source } = values;
      if (source === undefined || source.trim() === '')
        throw new UsageError('--source: sebutkan sumber jumlah nasional.');
      const read = readNationalFile(await open(file));
      if (read.kind === 'faulty') return refuse(read.faults);
      return withDatabase(life, async (deps) =>
        report(await importNationalCounts(deps, read.lines, published('--source', source), correction)),
      );
    }
    default:
      throw new UsageError(`Tidak mengenal “${what ?? ''}”; pilih published atau national.`);
  }
});

function reasonOf(text: string | undefined): Correction['reason'] {
  return text === undefined || text.trim() === '' ? null : published('--reason', text);
}

/** A text of the command line that will stand in the publication. */
function published(option: string, text: string): string {
  const trimmed = text.trim();
  if (trimmed.length <= LONGEST_CELL && !/\p{Cc}/u.test(trimmed)) return trimmed;
  throw new UsageError(`${option}: paling banyak ${LONGEST_CELL} huruf, dalam satu baris.`);
}

async function open(path: string): Promise<NamedFile> {
  try {
    return { name: basename(path), bytes: await readBounded(path, MOST_BYTES) };
  } catch (error) {
    throw new UsageError(
      `Berkas ${path} tidak dapat dibaca: ${error instanceof Error ? error.message : String(error)}`,
    );
  }
}

async function openIf(path: string | undefined): Promise<NamedFile | undefined> {
  return path === undefined ? undefined : open(path);
}

async function withDatabase(life: Life, work: (deps: ImportDeps) => Promise<number>): Promise<number> {
  const config = readConfig(process.env);
  const say = (sentence: string): void => console.error(sentence);
  const database = await openDatabase(config, { role: 'command', say });
  life.onStop('the database', async () => await database.close());
  await migrateWithBackup(database, { dataDir: config.dataDir, say, signal: life.stopping });
  const secretKey = await readCurrentKey(database.db, config);
  const deps = { db: database.db, now: () => new Date(), actor: { kind: 'command', id: 'import' } } as const;
  for (const warning of await loadReferenceData(deps)) console.error(warning);
  // Before the first start too: what is imported must not keep the history from being loaded later.
  await loadPublishedHistory({ db: database.db, secretKey, now: deps.now });
  const reference = await readReference(database.db);
  return work({ ...deps, reference, secretKey });
}

function refuse(faults: readonly FileFault[]): number {
  console.error(reportFaults(faults));
  return 1;
}

function report(result: ImportResult): number {
  if (result.kind === 'done') console.log(reportResult(result));
  else console.error(reportResult(result));
  return result.kind === 'done' ? 0 : 1;
}
