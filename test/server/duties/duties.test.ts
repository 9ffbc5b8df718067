import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';

import type { DutyTable } from '@patuh/shared/contracts/duties';
import type { PersonId } from '@patuh/shared/domain/ids';
import { indicatorsOf } from '@patuh/shared/scoring/weights';

import {
  anAssessment,
  aPeriod,
  aTeam,
  explainAll,
  handIn,
  pushAll,
  type TestAssessment,
} from '../../support/assessments.ts';
import { aPerson, type Client, expectProblem, grant, signedIn, type TestPerson } from '../../support/people.ts';
import { aSite, type Site } from '../../support/site.ts';
import { aHandedInUnit } from '../../support/verification.ts';

let site: Site;
let now = new Date('2024-08-20T03:00:00Z');
let head: Client;
let ani: TestPerson;
let beni: TestPerson;
beforeAll(async () => {
  site = await aSite({ history: false, now: () => now });
});
afterAll(async () => await site.close());
beforeEach(async () => {
  await site.db.deleteFrom('person_grant').execute();
  now = new Date(now.getTime() + 60_000);
  ani = await aPerson(site.db, { name: 'Ani', grants: [grant('verifier', '53')] });
  beni = await aPerson(site.db, { name: 'Beni', grants: [grant('verifier', '53')] });
  head = await signedIn(site, await aPerson(site.db, { grants: [grant('head', '53')] }));
});

const dutiesOf = (unit: Pick<TestAssessment, 'periodId'>) => `/api/office/periods/${unit.periodId}/duties`;

async function shown(unit: TestAssessment, client: Pick<Client, 'get'> = head) {
  const table: DutyTable = (await client.get(`${dutiesOf(unit)}?province=53`)).body;
  const row = table.units.find(({ assessmentId }) => assessmentId === unit.id);
  if (row === undefined) throw new Error('The unit is not in the table.');
  return row;
}

async function give(unit: TestAssessment, personId: PersonId | null, dueOn: string | null = null) {
  const { duty } = await shown(unit);
  const seen = duty && { personId: duty.personId, dueOn: duty.dueOn };
  const duties = [{ assessmentId: unit.id, seen, personId, dueOn }];
  return await head.put(dutiesOf(unit), { province: '53', duties });
}

describe('giving units to verifiers', () => {
  it('shows everybody in the office who is to verify what, and lets only the head say so', async () => {
    const unit = await anAssessment(site.db);
    expect((await give(unit, ani.id)).status).toBe(200);
    const verifier = await signedIn(site, beni);
    expect((await shown(unit, verifier)).duty).toEqual({ personId: ani.id, name: 'Ani', dueOn: null });
    expectProblem(await verifier.put(dutiesOf(unit), { province: '53', duties: [] }), 'not-permitted');
    expect((await give(unit, null)).status).toBe(200);
    expect((await shown(unit)).duty).toBeNull();
  });

  it('never gives a unit to somebody of its team, of a team that had it, or who was in one', async () => {
    const [now53, before, left] = await Promise.all(
      ['Citra', 'Dedi', 'Eka'].map(
        async (name) => await aPerson(site.db, { name, grants: [grant('assessor', '53'), grant('verifier', '53')] }),
      ),
    );
    if (now53 === undefined || before === undefined || left === undefined) throw new Error('Three people were made.');
    const unit = await anAssessment(site.db, {
      members: [
        { personId: now53.id, role: 'assessor' },
        { personId: left.id, role: 'enumerator' },
      ],
    });
    const former = await aTeam(site.db, {
      periodId: unit.periodId,
      members: [{ personId: before.id, role: 'assessor' }],
    });
    await site.db.updateTable('team_member').set({ left_at: now }).where('person_id', '=', left.id).execute();
    await site.db
      .insertInto('former_team')
      .values({ assessment_id: unit.id, team_id: former, ended_at: now })
      .execute();
    expect((await shown(unit)).barred.toSorted()).toEqual([now53.id, before.id, left.id].toSorted());
    for (const { id } of [now53, before, left]) {
      const refused = await give(unit, id);
      expectProblem(refused, 'collected-there');
      expect(refused.body.blockers).toHaveLength(1);
    }
    expect((await give(unit, ani.id)).status).toBe(200);
  });

  it('never gives a unit to somebody who entered something there, unless the head let them', async () => {
    const scene = await aHandedInUnit(site, { smallOffice: true });
    const { assessor } = scene.people;
    expectProblem(await give(scene.unit, assessor.id), 'collected-there');
    await site.db
      .insertInto('verifier_exception')
      .values({
        assessment_id: scene.unit.id,
        person_id: assessor.id,
        decided_by: scene.people.head.id,
        reason: 'Kantor kecil, tidak ada verifikator lain.',
        decided_at: now,
      })
      .execute();
    expect((await give(scene.unit, assessor.id)).status).toBe(200);
  });

  it('is for verifiers of the province whose accounts are open', async () => {
    const unit = await anAssessment(site.db);
    const elsewhere = await aPerson(site.db, { grants: [grant('verifier', '19')] });
    const assessor = await aPerson(site.db, { grants: [grant('assessor', '53')] });
    await site.db.updateTable('person').set({ disabled_at: now }).where('id', '=', beni.id).execute();
    for (const { id } of [elsewhere, assessor, beni]) expectProblem(await give(unit, id), 'person-not-verifier');
  });

  it('gives nothing at all where one unit of many cannot be given', async () => {
    const good = await anAssessment(site.db);
    const bad = await anAssessment(site.db, { members: [{ personId: beni.id, role: 'assessor' }] });
    const duties = [good, bad].map(({ id }) => ({ assessmentId: id, seen: null, personId: beni.id, dueOn: null }));
    expectProblem(await head.put(dutiesOf(good), { province: '53', duties }), 'collected-there');
    expect((await shown(good)).duty).toBeNull();
  });

  it('tells the second of two who give one unit at once what changed, and overwrites nothing', async () => {
    const unit = await anAssessment(site.db);
    const wish = (personId: PersonId) =>
      head.put(dutiesOf(unit), {
        province: '53',
        duties: [{ assessmentId: unit.id, seen: null, personId, dueOn: null }],
      });
    const replies = await Promise.all([wish(ani.id), wish(beni.id)]);
    expect(replies.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([200, 409]);
    expectProblem(await wish(ani.id), 'changed-meanwhile');
  });

  it('knows no unit of another province, and none twice', async () => {
    const [own, other] = [await anAssessment(site.db), await anAssessment(site.db, { government: '19.06' })];
    const duty = { seen: null, personId: ani.id, dueOn: null };
    const put = async (...ids: readonly string[]) =>
      await head.put(dutiesOf(own), { province: '53', duties: ids.map((assessmentId) => ({ assessmentId, ...duty })) });
    expectProblem(await put(other.id), 'not-found');
    expectProblem(await put(own.id, own.id), 'invalid-request');
  });

  it('is in the audit of the office', async () => {
    const unit = await anAssessment(site.db, { periodId: await aPeriod(site.db, { year: 2031 }) });
    await give(unit, ani.id);
    const events = await site.db
      .selectFrom('audit_event')
      .where('subject_id', '=', unit.periodId)
      .selectAll()
      .execute();
    expect(events).toMatchObject([{ office: '53', action: 'duties.given', detail: { units: 1, withdrawn: 0 } }]);
  });
});

describe('the last day of a verifier', () => {
  it('is counted in the days of the province from handing in on, stops when points are given back, and begins anew', async () => {
    // Eight in the evening of the 20th in London is the 21st in Kupang.
    now = new Date('2024-08-20T20:00:00Z');
    const scene = await aHandedInUnit(site);
    await give(scene.unit, scene.people.verifier.id);
    expect((await shown(scene.unit)).duty?.dueOn).toBe('2024-09-04');
    const { unit, device, assessor, instrument } = scene;
    const indicator = indicatorsOf(instrument.tree).find(({ subject }) => subject === 'product');
    const place = { indicatorId: String(indicator?.id), subjectId: 'product-2' };
    const point = { ...place, reason: 'Bukti belum cukup jelas.' };
    expect((await scene.decide('/return', { points: [point] })).status).toBe(200);
    expect((await shown(unit)).duty?.dueOn).toBeNull();
    now = new Date('2024-09-10T03:00:00Z');
    const former = scene.answers.find((one) => one.indicatorId === indicator?.id && one.subjectId === 'product-2');
    await pushAll(assessor, [device.level(unit.id, place, 1, former === undefined ? [] : [former.id])]);
    await explainAll(assessor, unit.id, instrument);
    expect((await handIn(assessor, unit.id)).status).toBe(200);
    expect((await shown(scene.unit)).duty?.dueOn).toBe('2024-09-24');
  });

  it('begins with handing in where the unit was given before, and the head may set another day', async () => {
    now = new Date('2024-09-12T03:00:00Z');
    const waiting = await anAssessment(site.db, { state: 'in-progress' });
    expectProblem(await give(waiting, ani.id, '2024-10-01'), 'assessment-not-submitted');
    const scene = await aHandedInUnit(site);
    await give(scene.unit, ani.id, '2024-12-24');
    expect((await shown(scene.unit)).duty).toMatchObject({ personId: ani.id, dueOn: '2024-12-24' });
    await give(scene.unit, ani.id);
    expect((await shown(scene.unit)).duty?.dueOn).toBe('2024-09-26');
  });
});
