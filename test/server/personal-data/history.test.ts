import { randomUUID } from 'node:crypto';

import { inTransaction, type Writer } from '@patuh/server/platform/database';
import { removedText } from '@patuh/shared/sync/emptied';
import { indicatorsOf } from '@patuh/shared/scoring/weights';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { anAssessment, pushAll, type TestAssessment } from '../../support/assessments.ts';
import { aDevice, aUserId } from '../../support/changes.ts';
import { aPerson, grant, signedIn } from '../../support/people.ts';
import { instrumentOf } from '../../support/reference-instruments.ts';
import { aSite, type Site } from '../../support/site.ts';

let site: Site;
let unit: TestAssessment;
const user = aUserId();
beforeAll(async () => {
  site = await aSite({ history: false });
  const person = await aPerson(site.db, { grants: [grant('assessor', '53')] });
  unit = await anAssessment(site.db, { members: [{ personId: person.id, role: 'assessor' }] });
  const device = aDevice();
  const asked = indicatorsOf(instrumentOf(2023).tree).find(({ subject }) => subject === 'unit');
  const at = { indicatorId: asked?.id ?? '' };
  const answers = await pushAll(await signedIn(site, person), [
    device.level(unit.id, at, 1),
    device.change(unit.id, at, { field: 'note', value: 'Catatan' }),
    device.change(unit.id, { subjectId: user }, { field: 'presence', value: { state: 'present' } }),
  ]);
  expect(answers.map(({ outcome }) => outcome)).toEqual(['applied', 'applied', 'applied']);
});
afterAll(async () => await site.close());

/** Tries something in a transaction that runs as a purge of that kind, and takes it back in any case. */
async function asPurge(kind: string, work: (trx: Writer) => Promise<unknown>, province = '53'): Promise<unknown> {
  const undone = new Error('undone');
  return await inTransaction(site.db, async (trx) => {
    const id = randomUUID();
    await sql`
      insert into purge (id, kind, period_id, province_code, entries, files, bytes, digest, at)
      values (${id}, ${kind}, ${unit.periodId}, ${province}, 1, 0, 0, ${'a'.repeat(64)}, now())`.execute(trx);
    await sql`select set_config('patuh.purge', ${id}, true)`.execute(trx);
    await work(trx);
    throw undone;
  }).catch((error: unknown) => (error === undone ? 'allowed' : (error as { code?: string }).code));
}

const REFUSED = '23001';
const emptyNote = sql`
  update answer_change set value = ${JSON.stringify(removedText('2027-11-22'))}::jsonb where field = 'note'`;

describe('the history', () => {
  it('is opened for a purge, which empties words of its kind', async () => {
    expect(await asPurge('words', async (trx) => await emptyNote.execute(trx))).toBe('allowed');
  });

  it('stays shut for everybody else, whatever they set', async () => {
    const alone = inTransaction(site.db, async (trx) => {
      await sql`select set_config('patuh.purge', ${randomUUID()}, true)`.execute(trx);
      await emptyNote.execute(trx);
    });
    await expect(alone).rejects.toMatchObject({ code: REFUSED });
    const byOld = inTransaction(site.db, async (trx) => {
      const id = randomUUID();
      await sql`
        insert into purge (id, kind, period_id, province_code, entries, files, bytes, digest, at)
        values (${id}, 'words', ${unit.periodId}, '53', 1, 0, 0, ${'b'.repeat(64)}, now())`.execute(trx);
      return id;
    });
    const id = await byOld;
    const again = inTransaction(site.db, async (trx) => {
      await sql`select set_config('patuh.purge', ${id}, true)`.execute(trx);
      await emptyNote.execute(trx);
    });
    await expect(again).rejects.toMatchObject({ code: REFUSED });
  });

  it.each([
    ['a level', 'words', sql`update answer_change set value = '{"kind":"level","level":3}' where field = 'answer'`],
    [
      'who was there',
      'respondents',
      sql`update answer_change set value = '{"state":"absent"}' where field = 'presence'`,
    ],
    ['words of another kind', 'respondents', emptyNote],
    [
      'words into other words',
      'words',
      sql`update answer_change set value = '"Tidak ada petugas di loket"' where field = 'note'`,
    ],
    [
      'words into the sentence with something beside it',
      'words',
      sql`update answer_change set value = to_jsonb('Baik. ' || ${removedText('2027-11-22')}) where field = 'note'`,
    ],
    [
      'who entered it',
      'words',
      sql`update answer_change set value = 'null', person_id = gen_random_uuid() where field = 'note'`,
    ],
    [
      'an interview that nobody took back',
      'withdrawn',
      sql`update answer_change set value = 'null' where field = 'answer'`,
    ],
  ])('lets no purge change %s', async (_, kind, statement) => {
    expect(await asPurge(kind, async (trx) => await statement.execute(trx))).toBe(REFUSED);
  });

  it('lets no purge take a level of the unit away, whoever is said to have taken it back', async () => {
    const outcome = await asPurge('withdrawn', async (trx) => {
      await sql`
        insert into answer_change
        select (jsonb_populate_record(answer_change, jsonb_build_object(
          'id', gen_random_uuid(), 'field', 'presence', 'indicator_id', '', 'seq', 900,
          'value', '{"state": "withdrawn"}'::jsonb))).*
        from answer_change where field = 'answer' limit 1`.execute(trx);
      await sql`update answer_change set value = 'null' where field = 'answer'`.execute(trx);
    });
    expect(outcome).toBe(REFUSED);
  });

  it('lets no purge of another province in', async () => {
    await sql`insert into province (code, name, time_zone) values ('19', 'Lain', 'Asia/Jakarta') on conflict do nothing`.execute(
      site.db,
    );
    expect(await asPurge('words', async (trx) => await emptyNote.execute(trx), '19')).toBe(REFUSED);
  });

  it('lets no purge remove a row, and no purge is ever removed or changed', async () => {
    expect(await asPurge('words', async (trx) => await sql`delete from answer_change`.execute(trx))).toBe(REFUSED);
    expect(await asPurge('words', async (trx) => await sql`update purge set entries = 0`.execute(trx))).toBe(REFUSED);
    expect(await asPurge('words', async (trx) => await sql`delete from purge`.execute(trx))).toBe(REFUSED);
  });
});
