import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { writeBackup } from '@patuh/server/platform/backup/write-backup';
import type { BackupOrder, FinishedBackup } from '@patuh/server/platform/backup/write-backup';
import { openBackup } from '@patuh/server/platform/backup/read-backup';
import { restoreBackup } from '@patuh/server/platform/backup/restore-backup';
import type { Restored, RestoreOrder } from '@patuh/server/platform/backup/restore-backup';
import { inTransaction, poolOf } from '@patuh/server/platform/database';
import type { Pooled, Writer } from '@patuh/server/platform/database';
import { type SealedPublication, sealPublication } from '@patuh/shared/publication/seal';
import { sql } from 'kysely';

import type { TestDatabase } from './database.ts';
import { OFFICE_KEY, publishedPayload } from './publications.ts';

export const PASSPHRASE = 'kuda laut menanam padi';

/** The office's key as its file holds it. */
export const KEY_FILE = `${Buffer.from(OFFICE_KEY).toString('hex')}\n`;

export const OFFICE_KEYS = {
  files: new Map([['signing.key', Buffer.from(KEY_FILE)]]),
  passphrase: PASSPHRASE,
};

const never = new AbortController().signal;
const made: string[] = [];

export async function aFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'patuh-backup-'));
  made.push(folder);
  return folder;
}

export async function clearFolders(): Promise<void> {
  for (const folder of made.splice(0)) await rm(folder, { recursive: true, force: true });
}

/** As the first versions stored it: these tests go back to schemas that know nothing of later tables. */
async function insertInto(trx: Writer, sequence: number, { file, text }: SealedPublication): Promise<void> {
  const { payload, hash, previous, keyId } = file;
  await trx
    .insertInto('publication')
    .values({
      id: payload.id,
      chain: payload.chain,
      sequence,
      scope_kind: payload.scope.kind,
      scope_code: payload.scope.kind === 'province' ? payload.scope.code : 'nasional',
      year: payload.year,
      publication_kind: payload.publicationKind,
      title: payload.title,
      hash,
      previous,
      replaces: null,
      key_id: keyId,
      published_at: payload.publishedAt,
      bytes: text,
    })
    .execute();
}

/** Two publications of NTT, signed by the office, and a region that refers to another table. */
export async function fill(db: Pooled): Promise<void> {
  await inTransaction(db, async (trx) => {
    await sql`insert into province (code, name, time_zone) values ('53', 'Nusa Tenggara Timur', 'Asia/Makassar')`.execute(
      trx,
    );
    await sql`
      insert into government (code, name, kind, province_code, bps_code)
      values ('53.09', ${'Kabupaten Ngada\t\\N "uji"\n'}, 'regency', '53', null)`.execute(trx);
    const first = sealPublication(publishedPayload('53', 2022), null, OFFICE_KEY);
    const second = sealPublication(publishedPayload('53', 2023), first.file.hash, OFFICE_KEY);
    await insertInto(trx, 1, first);
    await insertInto(trx, 2, second);
  });
}

export async function backUp(
  database: TestDatabase,
  order: Partial<BackupOrder> & Pick<BackupOrder, 'into'>,
): Promise<FinishedBackup> {
  const pool = poolOf(database);
  const createdAt = new Date('2026-11-22T09:15:30.000Z');
  try {
    return await writeBackup({
      pool,
      name: 'backup',
      createdAt,
      keys: 'left-out',
      evidence: 'left-out',
      signal: never,
      ...order,
    });
  } finally {
    await pool.end();
  }
}

export async function restoreInto(
  database: TestDatabase,
  folder: string,
  order: Partial<RestoreOrder> = {},
): Promise<Restored> {
  const pool = poolOf(database);
  try {
    const backup = await openBackup(folder, never);
    const settings = { keys: undefined, acceptBrokenChain: false, say: () => undefined, signal: never };
    return await restoreBackup({ pool, backup, ...settings, ...order });
  } finally {
    await pool.end();
  }
}

export async function open(folder: string) {
  return await openBackup(folder, never);
}

export async function tableNames(db: Pooled): Promise<readonly string[]> {
  const { rows } = await sql<{ name: string }>`
    select tablename as name from pg_tables where schemaname = 'public' order by 1`.execute(db);
  return rows.map(({ name }) => name);
}

/** Every row of every table, as Postgres writes it. */
export async function everyRow(db: Pooled): Promise<Readonly<Record<string, readonly string[]>>> {
  const tables: Record<string, readonly string[]> = {};
  for (const name of await tableNames(db)) {
    const { rows } = await sql<{ row: string }>`select t::text as row from ${sql.table(name)} t order by 1`.execute(db);
    tables[name] = rows.map(({ row }) => row);
  }
  return tables;
}

/** Files of a backup, relative to it. */
export async function filesOf(folder: string): Promise<readonly string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1));
}

/** Turns one bit over. */
export async function flip(file: string, position: number): Promise<void> {
  const bytes = await readFile(file);
  bytes[position] = bytes[position]! ^ 1;
  await writeFile(file, bytes);
}
