/**
 * `npm run verify -- FILE… [--key FINGERPRINT]`: recomputes publications from their own open data. Needs no database and
 * no server: anybody who has the files can run it.
 */
import { basename } from 'node:path';
import { parseArgs } from 'node:util';

import * as z from 'zod/mini';

import { DEMO_MARK } from '@patuh/shared/domain/demo';
import { inEnglish } from '@patuh/shared/publication/difference';
import { faultInEnglish, summarise, type VerifyReport } from '@patuh/shared/publication/verify';
import { type FileReport, LARGEST_FILE, verifyFile } from '@patuh/shared/publication/verify-file';
import type { ChainReport } from '@patuh/shared/publication/chain';
import { KeyChanges } from '@patuh/shared/publication/key-changes';
import type { ComputedPayload, PublicationFile } from '@patuh/shared/publication/payload';

import { readBounded } from '../platform/bounded-file.ts';
import { runCommand, UsageError } from '../platform/command.ts';

const USAGE = `npm run verify -- FILE… [--key FINGERPRINT [--keys FILE]]

Recomputes publications from their own open data: indicator, unit, government, zone, rank, counts, bytes, hash and
signature, from the lowest figures that the file holds (the first step that differs is named), and, over several files
in any order, the chain between them. The files are what /api/publications/ID sends.

  --key FINGERPRINT   the office's public key, 64 hexadecimal characters, from a place you trust;
                      without it nobody can tell who signed: "signature not checked"
  --keys FILE         how that key handed over to later ones: what /api/keys sends
  --help              this text

Exit code: 0 everything holds, 1 something differs (the first difference is named), 2 the command was not understood.`;

/** What /api/keys sends also names the key of now; only the handings over say something that can be checked. */
const KeyChangesFile = z.object(KeyChanges.shape);

interface Task {
  readonly files: readonly string[];
  readonly trustedKey: string | undefined;
  readonly keysFile: string | undefined;
}

function readTask(args: readonly string[]): Task {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: { key: { type: 'string' }, keys: { type: 'string' } },
  });
  if (positionals.length === 0) throw new UsageError('FILE is missing: name at least one publication.');
  if (values.key === undefined) {
    if (values.keys !== undefined) throw new UsageError('--keys says how a key handed over: name the key with --key.');
    return { files: positionals, trustedKey: undefined, keysFile: undefined };
  }
  const trustedKey = values.key.toLowerCase().replaceAll(/[\s:]/g, '');
  if (!/^[0-9a-f]{64}$/.test(trustedKey)) {
    throw new UsageError(`--key must be 64 hexadecimal characters, but it is "${values.key}".`);
  }
  return { files: positionals, trustedKey, keysFile: values.keys };
}

async function readFile(file: string): Promise<Uint8Array> {
  try {
    return await readBounded(file, LARGEST_FILE);
  } catch (error) {
    throw new UsageError(`FILE ${file} cannot be read: ${error instanceof Error ? error.message : String(error)}`);
  }
}

async function readKeyChanges(file: string): Promise<KeyChanges> {
  const text = new TextDecoder().decode(await readFile(file));
  try {
    const parsed: unknown = JSON.parse(text);
    return KeyChangesFile.parse(parsed);
  } catch {
    throw new UsageError(`--keys ${file} is not a list of keys: it must hold what /api/keys sends.`);
  }
}

async function verify({ files, trustedKey, keysFile }: Task): Promise<number> {
  const reports: FileReport[] = [];
  const keyChanges = keysFile === undefined ? undefined : await readKeyChanges(keysFile);
  for (const file of files) {
    const report = verifyFile({ name: file, bytes: await readFile(file) }, trustedKey, keyChanges);
    reports.push(report);
    console.log(fileInWords(report).join('\n'));
  }
  const report = summarise(reports, { trustedKey });
  console.log(['', ...chainsInWords(report), ...signatureInWords(report), summaryInWords(report)].join('\n'));
  return report.ok ? 0 : 1;
}

function fileInWords({ name, publication, differences }: FileReport): readonly string[] {
  const [first, ...others] = differences.map(inEnglish);
  if (first !== undefined)
    return [`DIFFERS  ${name}`, `         ${first}`, ...others.map((other) => `         also: ${other}`)];
  if (publication === null) return [`DIFFERS  ${name}`];
  const { id, publicationKind, chain } = publication.payload;
  return [
    `OK       ${name}`,
    `         ${id}, ${publicationKind}, hash ${publication.hash}`,
    ...(chain === 'demo' ? [`         ${DEMO_MARK.toUpperCase()}: of the demo, every figure in it is invented`] : []),
    `         recomputed: ${recomputedInWords(publication)}`,
  ];
}

function recomputedInWords({ payload }: PublicationFile): string {
  if (payload.publicationKind === 'imported-counts') {
    const kinds = payload.kinds.length === 0 ? '' : `the sum of ${payload.kinds.length} kinds of government, `;
    return `${kinds}percentages, bytes, hash`;
  }
  if (payload.publicationKind === 'computed') return computedInWords(payload);
  const { rows } = payload;
  const units = rows.reduce((sum, row) => sum + (row.units?.length ?? 0), 0);
  const mean = units === 0 ? '' : `scores from ${units} units, `;
  return `${mean}band, zone, rank and order of ${rows.length} rows, counts, percentages, coverage, bytes, hash`;
}

function computedInWords({ rows, instrument }: ComputedPayload): string {
  const units = rows.flatMap((row) =>
    row.units.flatMap((unit) => (unit.status === 'assessed' ? [unit.levels.length] : [])),
  );
  const levels = units.reduce((sum, count) => sum + count, 0);
  return (
    `${levels} indicator levels by ${instrument.id} version ${instrument.version}, scores of ${units.length} units, score, ` +
    `band, zone, rank and order of ${rows.length} governments, counts, percentages, coverage, bytes, hash`
  );
}

function chainsInWords({ files, chains }: VerifyReport): readonly string[] {
  if (files.length === 1) return ['chain not checked: one file only'];
  return chains.flatMap(chainInWords);
}

function chainInWords({ chain, links, beginsLater, copies, faults }: ChainReport): readonly string[] {
  const repeated = copies.map((name) => `note: ${name} holds a publication that another file holds too`);
  if (faults.length > 0)
    return [...repeated, ...faults.map((fault) => `chain ${chain} BROKEN: ${faultInEnglish(fault)}`)];
  const [first, last] = [links.at(0), links.at(-1)].map((link) => link?.publication.payload.id ?? '');
  const start = beginsLater ? `; what came before ${first} was not given` : ', from the first one on';
  return [...repeated, `chain ${chain} unbroken: ${links.length} publications, ${first} to ${last}${start}`];
}

function signatureInWords({ files, keyIds, trustedKey }: VerifyReport): readonly string[] {
  if (trustedKey === undefined) {
    const said =
      keyIds.length === 0
        ? ''
        : ` (the ${files.length === 1 ? 'file says it was' : 'files say they were'} signed by ${keyIds.join(', ')})`;
    return [`signature not checked: no trusted key given${said}`];
  }
  const bad = files.some(({ differences }) =>
    differences.some(({ problem }) => problem === 'signature' || problem === 'key'),
  );
  if (bad || keyIds.length === 0) return [`signature NOT by the trusted key ${trustedKey}`];
  const later = keyIds.filter((keyId) => keyId !== trustedKey);
  const follows = later.length === 0 ? '' : `, which handed over to ${later.join(', ')}`;
  return [`signature valid, key matches ${trustedKey}${follows}`];
}

function summaryInWords({ ok, files }: VerifyReport): string {
  const differing = files.filter((file) => !file.ok).map(({ name }) => basename(name));
  if (ok) return `everything holds in ${files.length} ${files.length === 1 ? 'file' : 'files'}`;
  return differing.length > 0
    ? `${differing.length} of ${files.length} files differ`
    : 'the files hold, the chain does not';
}

await runCommand(USAGE, async (args) => verify(readTask(args)));
