import { createHash } from 'node:crypto';

import * as z from 'zod/mini';

import { StartError } from '../start-error.ts';

/**
 * Raised when an older Patuh could no longer read what is written; how a backup looks is in docs/operations.md. Format 1 has
 * no files of evidence, and is still written where none belong: an update is undone by the version before it.
 */
const FORMAT = 2;

export const MANIFEST = 'manifest.json';

const Sha256 = z.string().check(z.regex(/^[0-9a-f]{64}$/));
const Count = z.number().check(z.int(), z.nonnegative());

const BackedUpTable = z.strictObject({
  name: z.string().check(z.minLength(1)),
  /** In the order of the file; generated columns are computed again and not in it. */
  columns: z.array(z.string()),
  rows: Count,
  bytes: Count,
  sha256: Sha256,
});
export type BackedUpTable = z.infer<typeof BackedUpTable>;

const Sequence = z.strictObject({ name: z.string(), last: z.string().check(z.regex(/^-?\d+$/)) });

/** Where a chain of publications ended. */
const ChainHead = z.strictObject({ chain: z.string(), sequence: Count, hash: Sha256, keyId: z.string() });
export type ChainHead = z.infer<typeof ChainHead>;

const Keys = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('encrypted'), names: z.array(z.string()), bytes: Count, sha256: Sha256 }),
  /** The backup was made without them on purpose. */
  z.strictObject({ kind: z.literal('left-out') }),
  /** There were none yet. */
  z.strictObject({ kind: z.literal('none') }),
]);

const Evidence = z.strictObject({
  files: Count,
  bytes: Count,
  /** Hashes of files that the rows name and that were missing or damaged when the backup was made. */
  missing: z.array(Sha256),
});
export type BackedUpEvidence = z.infer<typeof Evidence>;

/** What a backup holds. Written last: a folder without it is an aborted backup. */
export const Manifest = z.strictObject({
  format: z.union([z.literal(1), z.literal(FORMAT)]),
  createdAt: z.iso.datetime(),
  postgres: z.string(),
  /** The schema the rows belong to: the migrations that had been applied, in order. */
  migrations: z.array(z.string()),
  /** A table comes after those it refers to. */
  tables: z.array(BackedUpTable),
  /** Sequences that were used, with the last number they gave. */
  sequences: z.array(Sequence),
  heads: z.array(ChainHead),
  keys: Keys,
  /** Files of evidence, each compared with the hash that is its name; null where they were left out. */
  evidence: z.nullable(Evidence),
});
export type Manifest = z.infer<typeof Manifest>;

/** The file, with the SHA-256 of everything else in it as the last field. */
export function manifestText(manifest: Manifest): string {
  const content = Manifest.parse(manifest);
  const sha256 = createHash('sha256').update(JSON.stringify(content)).digest('hex');
  return `${JSON.stringify({ ...content, sha256 }, undefined, 2)}\n`;
}

/** Throws a StartError if the text is not, to the byte, what a backup of a format known here writes. */
export function readManifest(text: string, file: string): Manifest {
  const json = parse(text);
  const format = z.looseObject({ format: z.number() }).safeParse(json).data?.format ?? 0;
  if (format > FORMAT) {
    throw new StartError(
      `${file} is of format ${format}, which a newer Patuh wrote; this one reads format ${FORMAT}. Restore with that version or a later one.`,
    );
  }
  const { success, data } = z.extend(Manifest, { sha256: Sha256 }).safeParse(json);
  if (success) {
    const { sha256: _sha256, ...manifest } = data;
    if (manifestText(manifest) === text) return manifest;
  }
  throw new StartError(`${file} is damaged or was changed: it is not what the backup wrote. Use another backup.`);
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}
