import type { OfficeUnit } from '@patuh/shared/contracts/verification';
import { progressOf } from '@patuh/shared/sync/progress';
import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';

import { aPeriod, anAssessment, handIn, HEALTH, pushAll } from '../../support/assessments.ts';
import { aDevice, aUserId, fullAnswers, lastAnswer } from '../../support/changes.ts';
import { emptyTables } from '../../support/database.ts';
import { aPerson, type Client, grant, signedIn } from '../../support/people.ts';
import { instrumentOf } from '../../support/reference-instruments.ts';
import { aSite, type Site } from '../../support/site.ts';
import { aHandedInUnit, ok } from '../../support/verification.ts';

let site: Site;
beforeAll(async () => {
  site = await aSite({ history: false });
});
afterAll(async () => await site.close());
beforeEach(async () => await emptyTables(site.db));

interface Listed {
  readonly id: string;
  readonly province: { readonly code: string };
  readonly units: readonly OfficeUnit[];
}

async function listed(client: Pick<Client, 'get'>): Promise<readonly Listed[]> {
  const { status, body } = await client.get('/api/office/units');
  expect(status).toBe(200);
  return body.periods as Listed[];
}

describe('the list of the office', () => {
  it('counts answers and users as the form does, in every kind of unit', async () => {
    const instrument = instrumentOf(2023);
    const assessor = await aPerson(site.db, { grants: [grant('assessor', '53')] });
    const verifier = await signedIn(site, await aPerson(site.db, { grants: [grant('verifier', '53')] }));
    const phone = await signedIn(site, assessor);
    const { id } = await anAssessment(site.db, { members: [{ personId: assessor.id, role: 'assessor' }] });
    const device = aDevice();
    const compare = async (): Promise<void> => {
      const { assessment } = ok(await verifier.get(`/api/office/assessments/${id}`));
      const [period] = await listed(verifier);
      const { answered, expected, users } = progressOf(instrument, HEALTH, assessment.cells);
      expect(period?.units[0]).toMatchObject({ answered, expected, users });
    };
    await compare();
    const all = fullAnswers(instrument, HEALTH, { assessmentId: id, device, users: 12 });
    await pushAll(phone, all.slice(0, 40));
    await compare();
    await pushAll(phone, all.slice(40));
    await compare();
    const user = all.find(({ subjectId }) => subjectId.startsWith('user-'));
    await pushAll(phone, [
      device.change(id, { subjectId: 'officer-2' }, { field: 'presence', value: { state: 'vacant' } }),
      device.change(id, { subjectId: user!.subjectId }, { field: 'presence', value: { state: 'absent' } }, [user!.id]),
      device.change(id, { subjectId: aUserId() }, { field: 'presence', value: { state: 'present' } }),
      device.change(
        id,
        { indicatorId: lastAnswer(all).indicatorId, subjectId: lastAnswer(all).subjectId },
        { field: 'answer', value: null },
        [lastAnswer(all).id],
      ),
    ]);
    await compare();
  });

  it('shows state, open points, late changes, and a score from acceptance on only', async () => {
    const scene = await aHandedInUnit(site, { users: 12 });
    const unitNow = async () => (await listed(scene.verifier))[0]!.units[0]!;
    expect(await unitNow()).toMatchObject({
      state: 'submitted',
      users: { interviewed: 12, target: 30 },
      openPoints: 0,
      score: null,
      zone: null,
      collectedByMe: false,
    });
    const point = {
      indicatorId: lastAnswer(scene.answers).indicatorId,
      subjectId: null,
      reason: 'Periksa kembali ke unit.',
    };
    const returned = ok(await scene.decide('/return', { points: [point] }));
    expect(await unitNow()).toMatchObject({ state: 'returned', openPoints: 1, score: null });
    ok(await scene.decide(`/points/${returned.assessment.points[0]!.id}/settle`));
    await handIn(scene.assessor, scene.unit.id);
    const { score } = await scene.acceptAll();
    expect(await unitNow()).toMatchObject({ state: 'final', score: score!.points, zone: score!.zone, openPoints: 0 });
    // Given back after acceptance: the old score is nobody's any more.
    ok(await scene.decide('/return', { points: [point] }));
    expect(await unitNow()).toMatchObject({ state: 'returned', score: null, zone: null });
  });

  it('tells a verifier where they collected themself', async () => {
    const scene = await aHandedInUnit(site, { smallOffice: true });
    expect((await listed(scene.verifier))[0]!.units[0]!.collectedByMe).toBe(true);
  });

  it('holds the own province only; the national office sees all; nothing is an empty list', async () => {
    const periodId = await aPeriod(site.db);
    await anAssessment(site.db, { periodId, government: '53.14' });
    await anAssessment(site.db, { periodId, government: '53.71' });
    await anAssessment(site.db, { periodId, government: '19.06' });
    const as = async (...grants: Parameters<typeof grant>[]) =>
      await signedIn(site, await aPerson(site.db, { grants: grants.map((one) => grant(...one)) }));
    const codes = async (client: Client) =>
      (await listed(client)).map(({ province, units }) => [province.code, units.length]);
    expect(await codes(await as(['verifier', '53']))).toEqual([['53', 2]]);
    expect(await codes(await as(['head', '19']))).toEqual([['19', 1]]);
    expect(await codes(await as(['head', '19'], ['verifier', '53']))).toEqual([
      ['19', 1],
      ['53', 2],
    ]);
    expect(await codes(await as(['national-admin']))).toEqual([
      ['19', 1],
      ['53', 2],
    ]);
    expect(await codes(await as(['verifier', '31']))).toEqual([]);
  });
});

describe('what one decision reads', () => {
  it('is found by index, however many units there are', async () => {
    const scene = await aHandedInUnit(site);
    const plans = await Promise.all(
      [
        sql`explain select * from answer where assessment_id = ${scene.unit.id}`,
        sql`explain select * from answer_change where assessment_id = ${scene.unit.id} and person_id = ${scene.people.verifier.id}`,
        sql`explain select * from returned_point where assessment_id = ${scene.unit.id}`,
        sql`explain select * from late_change where assessment_id = ${scene.unit.id}`,
        sql`explain select * from section_acceptance where assessment_id = ${scene.unit.id}`,
        sql`explain select * from verifier_exception where assessment_id = ${scene.unit.id}`,
        sql`explain select * from unit_score where assessment_id = ${scene.unit.id}`,
      ].map(
        async (query) =>
          await site.db.connection().execute(async (connection) => {
            // Tables of tests are small: told that reading all of it is dear, the planner takes an index if there is one.
            await sql`set enable_seqscan = off`.execute(connection);
            const { rows } = await query.execute(connection);
            await sql`reset enable_seqscan`.execute(connection);
            return JSON.stringify(rows);
          }),
      ),
    );
    for (const plan of plans) expect(plan).toMatch(/Index|Bitmap/);
  });
});
