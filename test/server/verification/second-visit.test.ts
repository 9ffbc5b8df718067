import type { OfficeAssessment } from '@patuh/shared/contracts/verification';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';

import { anAssessment, aPeriod, pushAll } from '../../support/assessments.ts';
import { aDevice } from '../../support/changes.ts';
import { emptyTables } from '../../support/database.ts';
import { aPerson, type Client, expectProblem, grant, signedIn, type TestPerson } from '../../support/people.ts';
import { aSite, type Site } from '../../support/site.ts';
import { countOf } from '../../support/today.ts';
import { aHandedInUnit, type HandedIn, ok } from '../../support/verification.ts';

/** Whoever made the second visit of a unit does not verify the first; nobody else learns from that that there was one. */

const REASON = 'Kantor hanya mempunyai dua verifikator tahun ini.';

let site: Site;
let scene: HandedIn;
let ruth: TestPerson;
let phone: Client;
let visit: () => Promise<void>;
beforeAll(async () => {
  site = await aSite({ history: false });
});
afterAll(async () => await site.close());
beforeEach(async () => {
  await emptyTables(site.db);
  scene = await aHandedInUnit(site);
  const { unit } = scene;
  ruth = await aPerson(site.db, { name: 'Ruth', grants: [grant('assessor', '53'), grant('verifier', '53')] });
  phone = await signedIn(site, ruth);
  const periodId = await aPeriod(site.db, { kind: 'comparison', compares: unit.periodId });
  const members = [{ personId: ruth.id, role: 'assessor' as const }];
  const again = await anAssessment(site.db, { periodId, unit: unit.unit, members });
  visit = async () => {
    await pushAll(phone, [
      aDevice().change(again.id, {}, { field: 'few-users-reason', value: 'Hari sepi karena cuaca' }),
    ]);
  };
});

const listOf = async (client: Client, only = '') =>
  (await client.get(`/api/office/units?periodId=${scene.unit.periodId}${only}`)).body;
const allow = async (): Promise<OfficeAssessment> =>
  ok(
    await scene.head.post(`/api/office/assessments/${scene.unit.id}/verifier-exception`, {
      personId: ruth.id,
      reason: REASON,
    }),
  );
const closeOther = async (): Promise<void> => {
  const { id } = scene.people.verifier;
  await site.db.updateTable('person').set({ disabled_at: new Date() }).where('id', '=', id).execute();
};

describe('whoever made the second visit', () => {
  it('is refused every decision about the first, as somebody of its team is, and finds it marked', async () => {
    expect((await scene.office(phone)).whyNot).toBeNull();
    expect([await countOf(phone, 'to-verify'), (await listOf(phone, '&mine=1')).found]).toEqual([1, 1]);
    await visit();
    expect((await scene.office(phone)).whyNot).toBe('own-collection');
    const decided = await scene.decide(`/sections/${scene.sections[0]}/acceptance`, {}, phone);
    expectProblem(decided, 'own-collection');
    expect([await countOf(phone, 'to-verify'), (await listOf(phone, '&mine=1')).found]).toEqual([0, 0]);
    expect((await listOf(phone)).units).toMatchObject([{ assessmentId: scene.unit.id, collectedByMe: true }]);
    expect((await phone.get('/api/office/next-unit')).body.next).toBeNull();
  });

  it('may with the word of the head, where nobody else is left', async () => {
    await visit();
    const other = await scene.head.post(`/api/office/assessments/${scene.unit.id}/verifier-exception`, {
      personId: ruth.id,
      reason: REASON,
    });
    expectProblem(other, 'other-verifier-exists');
    await closeOther();
    expect(await allow()).toMatchObject({ exceptions: [{ personId: ruth.id }] });
    expect((await scene.office(phone)).whyNot).toBeNull();
    expect(await countOf(phone, 'to-verify')).toBe(1);
  });
});

describe('every other verifier', () => {
  it('sees the unit as if nobody had been there twice', async () => {
    const other = await aPerson(site.db, { name: 'Tobias', grants: [grant('verifier', '53')] });
    const client = await signedIn(site, other);
    const seen = async () => [await scene.office(client), await listOf(client), await countOf(client, 'to-verify')];
    const before = await seen();
    await visit();
    await site.db.insertInto('verifier_exception').values(exception()).execute();
    expect(await seen()).toEqual(before);
    expect((await scene.office(scene.head)).exceptions).toMatchObject([{ personId: ruth.id }]);
  });
});

function exception() {
  const { unit, people } = scene;
  return {
    assessment_id: unit.id,
    person_id: ruth.id,
    decided_by: people.head.id,
    reason: REASON,
    decided_at: new Date(),
  };
}
