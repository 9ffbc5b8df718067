/** `npm run evidence -- check`: compares the files of evidence with what the database says of them. */
import { parseArgs } from 'node:util';

import { checkStore, forgetUploads, GIVEN_UP_DAYS, type StoreReport } from '../features/uploads/check-store.ts';
import { runCommand, UsageError } from '../platform/command.ts';
import { readConfig } from '../platform/config.ts';
import { folderStore } from '../platform/evidence/folder-store.ts';
import { openDatabase } from '../platform/postgres.ts';

const USAGE = `npm run evidence -- check [--deep] [--clean]

Names the files of evidence that are missing (in the database, not in the folder), damaged, or orphaned (in the folder,
unknown to the database), and uploads that nobody has come back to for ${GIVEN_UP_DAYS} days. The server may run meanwhile.

  --deep    reads every file and compares it with its hash; takes as long as reading the folder
  --clean   forgets the uploads that nobody comes back to; nothing else is ever removed
  --help    this text

A missing or damaged file comes back when a phone that still has it sends it again, or out of a backup. An orphaned file
does no harm: its upload ended between the file and the receipt.

Exit code: 0 nothing is missing or damaged, 1 something is, 2 the command was not understood.`;

await runCommand(USAGE, async (args, life) => {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: { deep: { type: 'boolean', default: false }, clean: { type: 'boolean', default: false } },
  });
  if (positionals.join(' ') !== 'check') throw new UsageError('Say what to do with the evidence: check.');
  const config = readConfig(process.env);
  const database = await openDatabase(config, { role: 'command', say: (sentence) => console.error(sentence) });
  life.onStop('the database', async () => await database.close());
  const deps = { db: database.db, store: folderStore(config.evidenceDir), now: () => new Date() };
  const report = await checkStore(deps, values);
  if (values.clean) await forgetUploads(deps, report.givenUp);
  console.log(inWords(report, values.clean).join('\n'));
  return report.missing.length + report.damaged.length === 0 ? 0 : 1;
});

function inWords(report: StoreReport, cleaned: boolean): readonly string[] {
  const { files, bytes, missing, damaged, orphaned, givenUp } = report;
  const whole = missing.length + damaged.length === 0;
  return [
    ...missing.map((sha256) => `MISSING ${sha256}`),
    ...damaged.map((sha256) => `DAMAGED ${sha256}`),
    ...orphaned.map((sha256) => `orphaned ${sha256}`),
    ...givenUp.map((id) => `${cleaned ? 'forgotten' : 'given up'} upload ${id}`),
    `${files} files, ${Math.ceil(bytes / 1000)} kB: ${missing.length} missing, ${damaged.length} damaged, ` +
      `${orphaned.length} orphaned, ${givenUp.length} uploads ${cleaned ? 'forgotten' : 'given up'}`,
    whole ? 'the evidence is whole' : 'THE EVIDENCE IS NOT WHOLE',
  ];
}
