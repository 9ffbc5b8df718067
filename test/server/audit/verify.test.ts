import { importPublished } from '@patuh/server/features/publications/import';
import { publishedFaultInEnglish } from '@patuh/server/features/audit/published';
import { verifyAudit } from '@patuh/server/features/audit/verify';
import { loadPublishedHistory, loadReferenceData } from '@patuh/server/features/publications/first-load';
import { readPublishedFiles } from '@patuh/server/features/publications/import-files';
import { readReference } from '@patuh/server/features/publications/reference';
import { auditFaultInEnglish } from '@patuh/shared/audit/chain';
import { type RawBuilder, sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';

import { append, tamper } from '../../support/audit.ts';
import { aDatabase, emptyTables } from '../../support/database.ts';
import type { TestDatabase } from '../../support/database.ts';
import { aFile, aLine } from '../../support/published-csv.ts';
import { TEST_KEY } from '../../support/site.ts';

/** Eleven publications of the first load stand behind the reference data; then 53-2022-2 corrects the fourth. */
const EVENTS = 13;

let database: TestDatabase;
beforeAll(async () => {
  database = await aDatabase();
});
afterAll(async () => await database.close());
beforeEach(async () => {
  const { db } = database;
  await emptyTables(db);
  const now = (): Date => new Date();
  await loadReferenceData({ db, now });
  await loadPublishedHistory({ db, secretKey: TEST_KEY, now });
  const reference = await readReference(db);
  const read = readPublishedFiles(
    { results: { name: 'hasil.csv', bytes: aFile([aLine({ score: '51.44' })]) } },
    reference,
  );
  if (read.kind === 'faulty') throw new Error(JSON.stringify(read.faults));
  const deps = { db, reference, secretKey: TEST_KEY, now, actor: { kind: 'command', id: 'import' } } as const;
  const correction = { replaces: ['53-2022-1'], reason: 'Salah ketik pada sumber' };
  expect(await importPublished(deps, read.input, correction)).toMatchObject({ kind: 'done' });
});

async function faults(...statements: readonly RawBuilder<unknown>[]): Promise<readonly string[]> {
  await tamper(database.db, ...statements);
  const { ok, offices, published } = await verifyAudit(database.db);
  const found = [
    ...offices.flatMap(({ fault }) => (fault === undefined ? [] : [auditFaultInEnglish(fault)])),
    ...published.map(publishedFaultInEnglish),
  ];
  expect(ok).toBe(found.length === 0);
  return found;
}

const hash = (digit: string): string => digit.repeat(64);
const last = sql`(select max(sequence) from audit_event)`;

describe('verifying the audit', () => {
  it('finds everything in order after a first load and a correction', async () => {
    const report = await verifyAudit(database.db);
    expect(report).toMatchObject({ ok: true, offices: [{ office: 'pusat', events: EVENTS }], publications: 12 });
    const head = await database.db.selectFrom('audit_head').select('hash').executeTakeFirstOrThrow();
    expect(report.offices[0]?.head).toBe(head.hash);
  });

  it.each<[string, RawBuilder<unknown>, RegExp]>([
    ['who did it', sql`update audit_event set actor = 'verify' where sequence = 5`, /^event 5: was changed/],
    [
      'what was done',
      sql`update audit_event set action = 'publication.recorded' where sequence = 5`,
      /^event 5: was ch/,
    ],
    ['when', sql`update audit_event set at = at + interval '1 hour' where sequence = 5`, /^event 5: was changed/],
    [
      'the hash before',
      sql`update audit_event set before_hash = ${hash('c')} where sequence = 5`,
      /^event 5: was changed/,
    ],
    [
      'a detail',
      sql`update audit_event set detail = detail || '{"rows":1}' where sequence = 5`,
      /^event 5: was changed/,
    ],
    ['its own hash', sql`update audit_event set hash = ${hash('c')} where sequence = 5`, /^event 5: was changed/],
    ['its number', sql`update audit_event set sequence = 99 where sequence = 5`, /^event 5 is missing: event 6 stands/],
    ['its office', sql`update audit_event set office = '53' where sequence = 5`, /^event 1 is missing: event 5 stands/],
    [
      'its detail to what is no id',
      sql`update audit_event set detail = '{"a":"b c"}' where sequence = 5`,
      /^event 5: detail/,
    ],
    [
      'the head',
      sql`update audit_head set sequence = 12`,
      /^the chain ends with event 13, .* but its head says event 12/,
    ],
  ])('names the event where somebody changed %s', async (_what, statement, expected) => {
    expect((await faults(statement))[0]).toMatch(expected);
  });

  it('names an event that was removed, wherever it was', async () => {
    expect((await faults(sql`delete from audit_event where sequence = 5`))[0]).toBe(
      'event 5 is missing: event 6 stands in its place',
    );
    expect((await faults(sql`delete from audit_event where sequence = 1`))[0]).toBe(
      'event 1 is missing: event 2 stands in its place',
    );
  });

  it('names the end that is missing', async () => {
    expect((await faults(sql`delete from audit_event where sequence = ${last}`))[0]).toMatch(
      /^the chain ends with event 12, .*, but its head says event 13/,
    );
  });

  it('names publications without an event, although all events and heads are gone', async () => {
    const found = await faults(sql`delete from audit_event`, sql`delete from audit_head`);
    expect(found).toHaveLength(12);
    expect(found[0]).toMatch(/^publication \S+: has no event of its publishing$/);
  });

  it('names a head that somebody noted, where the chain was written anew and holds', async () => {
    const noted = (await verifyAudit(database.db)).offices[0]?.head ?? '';
    const entry = { subject: { kind: 'reference', id: 'reference' }, action: 'reference.changed' };
    await append(database.db, entry);
    expect(await verifyAudit(database.db, [noted])).toMatchObject({ ok: true, lostHeads: [] });

    await tamper(database.db, sql`delete from audit_event`, sql`delete from audit_head`, sql`delete from publication`);
    await append(database.db, entry);
    expect(await verifyAudit(database.db)).toMatchObject({ ok: true });
    expect(await verifyAudit(database.db, [noted])).toMatchObject({ ok: false, lostHeads: [noted] });
  });
});

describe('publications beside their events', () => {
  it('show a file that is not the one that was published', async () => {
    const changed = sql`update publication set bytes = replace(bytes, '51.44', '61.44') where id = '53-2022-2'`;
    expect(await faults(changed)).toEqual([
      expect.stringMatching(/^publication 53-2022-2: has the hash \w{64}, but event 13 of pusat says \w{64}$/),
    ]);
  });

  it('show a hash that was written over, and that the correction replaces another now', async () => {
    expect(await faults(sql`update publication set hash = ${hash('e')} where id = '53-2022-1'`)).toEqual([
      expect.stringContaining(`publication 53-2022-1: has the hash ${hash('e')}, but event`),
      expect.stringContaining(`publication 53-2022-2: what it replaces has the hash ${hash('e')}, but event 13`),
    ]);
  });

  it('show a publication that is gone', async () => {
    expect(await faults(sql`delete from publication where id = '53-2022-2'`)).toEqual([
      'publication 53-2022-2: is missing, but event 13 of pusat says that it was published',
    ]);
  });

  it('show a publication that nobody published', async () => {
    const slipped = sql`insert into publication select '99-2024-1', 'demo', 1, scope_kind, '99', year, publication_kind,
      title, ${hash('9')}, null, null, key_id, published_at, bytes from publication where id = '53-2022-2'`;
    expect(await faults(slipped)).toEqual(['publication 99-2024-1: has no event of its publishing']);
  });

  it('show a publication that was published twice', async () => {
    const again = await database.db
      .selectFrom('publication')
      .select('hash')
      .where('id', '=', '53-2022-2' as never)
      .executeTakeFirstOrThrow();
    await append(database.db, { subject: { kind: 'publication', id: '53-2022-2' }, afterHash: again.hash });
    expect(await faults()).toEqual([
      'publication 53-2022-2: has more than one event of its publishing: also event 14 of pusat',
    ]);
  });
});
