import { verifyAudit } from '@patuh/server/features/audit/verify';
import { appendAudit } from '@patuh/server/platform/audit';
import { inTransaction } from '@patuh/server/platform/database';
import { StartError } from '@patuh/server/platform/start-error';
import type { AuditEntry } from '@patuh/shared/audit/event';
import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';

import { anEntry } from '../../support/audit-events.ts';
import { append } from '../../support/audit.ts';
import { aDatabase, emptyTables } from '../../support/database.ts';
import type { TestDatabase } from '../../support/database.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await aDatabase();
});
afterAll(async () => await database.close());
beforeEach(async () => await emptyTables(database.db));

async function stored() {
  const { db } = database;
  return {
    events: await db.selectFrom('audit_event').selectAll().orderBy('office').orderBy('sequence').execute(),
    heads: await db.selectFrom('audit_head').selectAll().orderBy('office').execute(),
  };
}

/** Entries about no publication, so that only the chains are judged. */
const aboutReference = { subject: { kind: 'reference', id: 'reference' }, action: 'reference.changed' };

describe('an event', () => {
  it('is stored with its place, its time, who did what, and the hash before it', async () => {
    const at = new Date('2026-11-22T09:00:00.123Z');
    await append(database.db, {}, () => at);
    await append(database.db, { beforeHash: 'b'.repeat(64), detail: { replaces: '53-2024-1', rows: 23 } }, () => at);
    const { events, heads } = await stored();
    expect(events).toMatchObject([
      {
        office: 'pusat',
        sequence: 1,
        at,
        actor_kind: 'command',
        actor: 'import',
        action: 'publication.imported',
        subject_kind: 'publication',
        subject_id: '53-2024-1',
        before_hash: null,
        after_hash: 'a'.repeat(64),
        detail: { chain: 'main' },
        previous: null,
      },
      { sequence: 2, previous: events[0]?.hash, detail: { replaces: '53-2024-1', rows: 23 } },
    ]);
    expect(heads).toEqual([{ office: 'pusat', sequence: 2, hash: events[1]?.hash, at }]);
  });

  it('goes away with the transaction that fails after it', async () => {
    await append(database.db);
    const before = await stored();
    const failing = inTransaction(database.db, async (trx) => {
      await appendAudit(trx, anEntry(), () => new Date());
      throw new Error('the disk is full');
    });
    await expect(failing).rejects.toThrow('the disk is full');
    expect(await stored()).toEqual(before);
  });

  it('takes what it says about with it, if it cannot be stored itself', async () => {
    const sentence = { ...anEntry(), detail: { reason: 'Salah ketik pada sumber' } } as unknown as AuditEntry;
    const writing = inTransaction(database.db, async (trx) => {
      await trx
        .insertInto('province')
        .values({ code: '53' as never, name: 'Nusa Tenggara Timur', time_zone: 'Asia/Makassar' })
        .execute();
      await appendAudit(trx, sentence, () => new Date());
    });
    await expect(writing).rejects.toMatchObject({ issues: [{ path: ['detail', 'reason'] }] });
    expect(await database.db.selectFrom('province').select('code').execute()).toEqual([]);
    expect((await stored()).events).toEqual([]);
  });

  it('belongs to the chain of its office', async () => {
    for (const office of ['pusat', '53', 'pusat', '19', '53']) await append(database.db, { ...aboutReference, office });
    const report = await verifyAudit(database.db);
    expect(report).toMatchObject({ ok: true });
    expect(report.offices.map(({ office, events }) => [office, events])).toEqual([
      ['19', 1],
      ['53', 2],
      ['pusat', 2],
    ]);
  });

  it('finds its place among forty that are written at the same time, the first of an office too', async () => {
    const at = Array.from({ length: 40 }, (_, index) => ({
      ...aboutReference,
      office: index % 2 === 0 ? '53' : 'pusat',
    }));
    await Promise.all(at.map((entry) => append(database.db, entry)));
    expect(await verifyAudit(database.db)).toMatchObject({
      ok: true,
      offices: [
        { office: '53', events: 20 },
        { office: 'pusat', events: 20 },
      ],
    });
  });
});

describe('a clock that is earlier than the last event of the office', () => {
  const noon = new Date('2026-11-22T12:00:00.000Z');
  const earlier = new Date('2026-11-21T12:00:00.000Z');

  it('writes nothing and says what to do', async () => {
    await append(database.db, {}, () => noon);
    const before = await stored();
    const refused = append(database.db, {}, () => earlier);
    await expect(refused).rejects.toBeInstanceOf(StartError);
    await expect(refused).rejects.toThrow(
      'The clock of this machine says 2026-11-21T12:00:00.000Z, but the last event in the audit of pusat is of ' +
        '2026-11-22T12:00:00.000Z. Nothing was written: set the clock right and try again.',
    );
    expect(await stored()).toEqual(before);
  });

  it('refuses one millisecond too, and takes the same millisecond', async () => {
    await append(database.db, {}, () => noon);
    await expect(append(database.db, {}, () => new Date(noon.getTime() - 1))).rejects.toThrow('The clock');
    await append(database.db, {}, () => noon);
    expect((await stored()).events).toHaveLength(2);
  });

  it('is waited for where it is only a moment behind', async () => {
    await append(database.db, {}, () => noon);
    const start = performance.now();
    const running = (): Date => new Date(noon.getTime() - 300 + performance.now() - start);
    await append(database.db, {}, running);
    expect((await stored()).events.at(-1)!.at.getTime()).toBeGreaterThanOrEqual(noon.getTime());
  });

  it('does not hold back another office', async () => {
    await append(database.db, {}, () => noon);
    await append(database.db, { office: '53' }, () => earlier);
    expect((await stored()).events).toHaveLength(2);
  });
});

describe('the database', () => {
  it.each([
    ['update of an event', sql`update audit_event set actor = 'nobody'`],
    ['update that hits nothing', sql`update audit_event set actor = 'nobody' where office = '99'`],
    ['delete of an event', sql`delete from audit_event`],
    ['truncate of events', sql`truncate audit_event cascade`],
    ['truncate through another table', sql`truncate province, audit_event cascade`],
    [
      'an upsert',
      sql`insert into audit_event select * from audit_event
      on conflict (office, sequence) do update set actor = 'nobody'`,
    ],
    ['delete of a head', sql`delete from audit_head`],
    ['truncate of heads', sql`truncate audit_head`],
    ['a head that goes back', sql`update audit_head set sequence = 1`],
    ['a head that stays with another hash', sql`update audit_head set hash = ${'f'.repeat(64)}`],
    ['a head that jumps', sql`update audit_head set sequence = sequence + 2`],
    ['a head that moves to no event', sql`update audit_head set sequence = sequence + 1`],
    ['a head of another office', sql`update audit_head set office = '53', sequence = sequence + 1`],
    [
      'an event with half a millisecond',
      sql`insert into audit_event select office, 9, id, at + interval '400 us',
      actor_kind, actor, action, subject_kind, subject_id, before_hash, after_hash, detail, previous, hash
      from audit_event where sequence = 2`,
    ],
  ])('refuses %s', async (_name, statement) => {
    await append(database.db);
    await append(database.db);
    const before = await stored();
    await expect(statement.execute(database.db)).rejects.toThrow(/only ever added to|violates/);
    expect(await stored()).toEqual(before);
  });
});
