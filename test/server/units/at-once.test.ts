import { lockAssessment } from '@patuh/server/platform/assessments/lock';
import { inTransaction, type Writer } from '@patuh/server/platform/database';
import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';

import { anAssessment, aUnit, type TestAssessment } from '../../support/assessments.ts';
import { emptyTables } from '../../support/database.ts';
import { aPerson, type Answer, type Client, expectProblem, grant, signedIn } from '../../support/people.ts';
import { aSite, type Site } from '../../support/site.ts';
import { changeUnit, historyOf } from '../../support/unit-plans.ts';

/** The register changes while the field and the desk go on. */

let site: Site;
let head: Client;
let unit: TestAssessment;
beforeAll(async () => {
  site = await aSite({ history: false });
});
afterAll(async () => await site.close());
beforeEach(async () => {
  await emptyTables(site.db);
  head = await signedIn(site, await aPerson(site.db, { grants: [grant('head', '53')] }));
  unit = await anAssessment(site.db);
});

/** What the office does, begun while somebody else holds the unit, and waiting for them. */
async function meanwhile(work: (trx: Writer) => Promise<unknown>, office: () => Promise<Answer>): Promise<Answer> {
  const begun = await inTransaction(site.db, async (trx) => {
    await lockAssessment(trx, unit.id, new Date());
    await work(trx);
    const answer = office();
    await someoneWaits();
    return { answer };
  });
  return await begun.answer;
}

async function someoneWaits(): Promise<void> {
  for (;;) {
    const { rows } = await sql`
      select from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`.execute(site.db);
    if (rows.length > 0) return;
  }
}

describe('a unit', () => {
  it('keeps its government where something is being entered at that very moment', async () => {
    await aUnit(site.db, { government: '53.71' });
    const answer = await meanwhile(
      async (trx) => await trx.updateTable('assessment').set({ state: 'in-progress' }).execute(),
      async () => await changeUnit(head, unit.unit.id, 'government', { government: '53.71' }),
    );
    expectProblem(answer, 'unit-in-use');
    expect((await historyOf(head, unit.unit.id)).government.code).toBe('53.14');
  });

  it('that is closed keeps the place that the desk took over at that very moment', async () => {
    const answer = await meanwhile(
      async (trx) =>
        await trx
          .updateTable('unit')
          .set({ latitude: -10_912_345, longitude: 122_900_000 })
          .where('id', '=', unit.unit.id)
          .execute(),
      async () => await changeUnit(head, unit.unit.id, 'closing', { closed: true }),
    );
    expect(answer.status).toBe(200);
    const { unit: after } = await historyOf(head, unit.unit.id);
    expect(after).toMatchObject({ coordinates: { latitude: -10_912_345, longitude: 122_900_000 } });
    expect(after.closedAt).not.toBeNull();
  });

  it('that is renamed is looked at again where the desk took its place at that very moment', async () => {
    const answer = await meanwhile(
      async (trx) =>
        await trx
          .updateTable('unit')
          .set({ latitude: -10_912_345, longitude: 122_900_000 })
          .where('id', '=', unit.unit.id)
          .execute(),
      async () => await changeUnit(head, unit.unit.id, 'name', { name: 'Dinas Kesehatan Baru' }),
    );
    expectProblem(answer, 'changed-meanwhile');
  });
});
