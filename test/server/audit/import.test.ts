import { verifyAudit } from '@patuh/server/features/audit/verify';
import { loadReferenceData } from '@patuh/server/features/publications/first-load';
import { importNationalCounts, importPublished, type ImportResult } from '@patuh/server/features/publications/import';
import { readNationalFile, readPublishedFiles } from '@patuh/server/features/publications/import-files';
import { readReference } from '@patuh/server/features/publications/reference';
import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';

import { aDatabase, emptyTables } from '../../support/database.ts';
import type { TestDatabase } from '../../support/database.ts';
import { aFile, aLine } from '../../support/published-csv.ts';
import { TEST_KEY } from '../../support/site.ts';

const actor = { kind: 'command', id: 'import' } as const;
const now = (): Date => new Date();

let database: TestDatabase;
beforeAll(async () => {
  database = await aDatabase();
});
afterAll(async () => await database.close());
beforeEach(async () => {
  await emptyTables(database.db);
  await loadReferenceData({ db: database.db, now });
});

async function importLines(
  lines: readonly string[],
  correction: Parameters<typeof importPublished>[2] = { replaces: [], reason: null },
  clock = now,
): Promise<ImportResult> {
  const { db } = database;
  const reference = await readReference(db);
  const read = readPublishedFiles({ results: { name: 'hasil.csv', bytes: aFile(lines) } }, reference);
  if (read.kind === 'faulty') throw new Error(JSON.stringify(read.faults));
  return importPublished({ db, reference, secretKey: TEST_KEY, now: clock, actor }, read.input, correction);
}

/** Events after the one of the reference data. */
function events() {
  return database.db
    .selectFrom('audit_event')
    .select(['actor_kind', 'actor', 'action', 'subject_id', 'before_hash', 'after_hash', 'detail'])
    .where('sequence', '>', 1)
    .orderBy('sequence')
    .execute();
}

async function hashOf(id: string): Promise<string> {
  const row = await database.db
    .selectFrom('publication')
    .select('hash')
    .where('id', '=', id as never)
    .executeTakeFirstOrThrow();
  return row.hash;
}

const palangka = aLine({ code: '62.71', name: 'Kota Palangka Raya', kind: 'city', score: '90' });
const banjarmasin = aLine({ code: '63.71', name: 'Kota Banjarmasin', kind: 'city', score: '80' });

describe('an import', () => {
  it('leaves one event per publication, with its hash and not a word of it', async () => {
    await importLines([palangka, banjarmasin]);
    const by = { actor_kind: 'command', actor: 'import', action: 'publication.imported', before_hash: null };
    expect(await events()).toEqual([
      { ...by, subject_id: '62-2022-1', after_hash: await hashOf('62-2022-1'), detail: { chain: 'main' } },
      { ...by, subject_id: '63-2022-1', after_hash: await hashOf('63-2022-1'), detail: { chain: 'main' } },
    ]);
  });

  it('that corrects names what was before and what is now', async () => {
    await importLines([palangka]);
    const changed = aLine({ code: '62.71', name: '', kind: 'city', score: '91' });
    await importLines([changed], { replaces: ['62-2022-1'], reason: 'Salah ketik pada sumber' });
    const [, correction] = await events();
    expect(correction).toMatchObject({
      action: 'publication.corrected',
      subject_id: '62-2022-2',
      before_hash: await hashOf('62-2022-1'),
      after_hash: await hashOf('62-2022-2'),
      detail: { chain: 'main', replaces: '62-2022-1' },
    });
    expect(JSON.stringify(correction)).not.toContain('Salah');
  });

  it('of national totals leaves its event too', async () => {
    const bytes = new TextEncoder().encode('year,kind,assessed,green,yellow,red\n2022,city,98,53,42,3\n');
    const read = readNationalFile({ name: 'nasional.csv', bytes });
    if (read.kind === 'faulty') throw new Error(JSON.stringify(read.faults));
    const { db } = database;
    const deps = { db, reference: await readReference(db), secretKey: TEST_KEY, now, actor };
    await importNationalCounts(deps, read.lines, 'Ombudsman RI', { replaces: [], reason: null });
    expect((await events()).map((event) => event.subject_id)).toEqual(['nasional-2022-1']);
  });

  it('of the same content again leaves no event', async () => {
    await importLines([palangka]);
    const before = await events();
    expect(await importLines([palangka])).toMatchObject({ lists: [{ outcome: 'unchanged' }] });
    expect(await events()).toEqual(before);
  });

  it('that is refused leaves no event', async () => {
    await importLines([palangka]);
    const before = await events();
    const changed = aLine({ code: '62.71', name: '', kind: 'city', score: '91' });
    expect(await importLines([changed, banjarmasin])).toMatchObject({ kind: 'refused' });
    expect(await events()).toEqual(before);
  });

  it('whose event cannot be written publishes nothing', async () => {
    await expect(importLines([palangka], undefined, () => new Date('2020-01-01T00:00:00Z'))).rejects.toThrow(
      'The clock of this machine says 2020-01-01T00:00:00.000Z',
    );
    expect(await database.db.selectFrom('publication').select('id').execute()).toEqual([]);
    expect(await events()).toEqual([]);
  });

  it('beside another makes one chain', async () => {
    await Promise.all([importLines([palangka]), importLines([banjarmasin])]);
    expect(await verifyAudit(database.db)).toMatchObject({
      ok: true,
      offices: [{ office: 'pusat', events: 3 }],
      publications: 2,
    });
  });
});

describe('reference data', () => {
  const firstEvent = () => database.db.selectFrom('audit_event').selectAll().orderBy('sequence').execute();

  it('leaves one event when it comes in, and none when it is loaded again', async () => {
    await loadReferenceData({ db: database.db, now });
    await loadReferenceData({ db: database.db, now, actor });
    expect(await firstEvent()).toMatchObject([
      { actor_kind: 'system', actor: 'first-load', action: 'reference.changed', before_hash: null },
    ]);
  });

  it('loaded by two at once leaves one event', async () => {
    await emptyTables(database.db);
    await Promise.all([loadReferenceData({ db: database.db, now }), loadReferenceData({ db: database.db, now })]);
    expect(await firstEvent()).toHaveLength(1);
  });

  it('leaves an event with before and after when it changes', async () => {
    await sql`update government set name = 'Ngadha' where code = '53.09'`.execute(database.db);
    await loadReferenceData({ db: database.db, now, actor });
    const [first, second] = await firstEvent();
    expect(second).toMatchObject({ actor: 'import', action: 'reference.changed', after_hash: first?.after_hash });
    expect(second?.before_hash).not.toBe(first?.after_hash);
  });
});
