import { createHash } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { join } from 'node:path';
import { Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGunzip, createGzip } from 'node:zlib';

import type pg from 'pg';
import { from as copyFrom, to as copyTo } from 'pg-copy-streams';

import { columnList, quoted } from './stored-tables.ts';
import type { StoredTable } from './stored-tables.ts';

export const TABLES = 'tables';

/** Derived from the name of the table and never read from a manifest: no path of theirs can lead elsewhere. */
export function fileOfTable(name: string): string {
  return join(TABLES, `${encodeURIComponent(name)}.copy.gz`);
}

export interface WrittenFile {
  readonly bytes: number;
  /** SHA-256 of the file as it lies on the disk. */
  readonly sha256: string;
}

/** Copies a table to a new file in Postgres's text format, gzipped; memory stays the same however large it is. */
export async function copyTableOut(
  client: pg.PoolClient,
  table: StoredTable,
  folder: string,
  signal: AbortSignal,
): Promise<WrittenFile & { readonly rows: number }> {
  const rows = client.query(copyTo(`copy ${quoted(table.name)} (${columnList(table)}) to stdout`));
  const measured = measure();
  const file = createWriteStream(join(folder, fileOfTable(table.name)), { flags: 'wx', mode: 0o600, flush: true });
  await pipeline(rows, createGzip(), measured.stream, file, { signal });
  // The count comes after the last row; the next query waits for it.
  await client.query('select');
  return { ...measured.result(), rows: rows.rowCount };
}

/** Copies a file of `copyTableOut` into the table; answers with the number of rows the database took. */
export async function copyTableIn(
  client: pg.PoolClient,
  table: StoredTable,
  folder: string,
  signal: AbortSignal,
): Promise<number> {
  const rows = client.query(copyFrom(`copy ${quoted(table.name)} (${columnList(table)}) from stdin`));
  await pipeline(createReadStream(join(folder, fileOfTable(table.name))), createGunzip(), rows, { signal });
  return rows.rowCount;
}

export async function measureFile(path: string, signal: AbortSignal): Promise<WrittenFile> {
  const measured = measure();
  measured.stream.resume();
  await pipeline(createReadStream(path), measured.stream, { signal });
  return measured.result();
}

function measure(): { readonly stream: Transform; readonly result: () => WrittenFile } {
  const hash = createHash('sha256');
  let bytes = 0;
  const stream = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      hash.update(chunk);
      bytes += chunk.length;
      done(null, chunk);
    },
  });
  return { stream, result: () => ({ bytes, sha256: hash.digest('hex') }) };
}
