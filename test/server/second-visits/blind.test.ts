import { randomUUID } from 'node:crypto';

import type { Handover } from '@patuh/shared/contracts/handover';
import type { PeriodId } from '@patuh/shared/domain/ids';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';

import { anAssessment, aPeriod, aTeam, aUnit, pulled, type TestUnit } from '../../support/assessments.ts';
import { aDevice } from '../../support/changes.ts';
import { emptyTables } from '../../support/database.ts';
import { aPerson, type Client, expectProblem, grant, signedIn, type TestPerson } from '../../support/people.ts';
import { aSite, type Site } from '../../support/site.ts';
import { historyOf, Planner, workbook } from '../../support/unit-plans.ts';

/** Nobody sees a unit from both sides of a comparison, whatever way the plan is changed; and nobody else learns of it. */

let site: Site;
let head: Client;
let verifier: Client;
let people: Readonly<Record<'maria' | 'ruth' | 'yosef', TestPerson>>;
let season: PeriodId;
let again: PeriodId;
let unit: TestUnit;
beforeAll(async () => {
  site = await aSite({ history: false });
});
afterAll(async () => await site.close());
beforeEach(async () => {
  await emptyTables(site.db);
  const assessor = async (name: string) => await aPerson(site.db, { name, grants: [grant('assessor', '53')] });
  people = { maria: await assessor('Maria'), ruth: await assessor('Ruth'), yosef: await assessor('Yosef') };
  head = await signedIn(site, await aPerson(site.db, { grants: [grant('head', '53')] }));
  verifier = await signedIn(site, await aPerson(site.db, { grants: [grant('verifier', '53')] }));
  season = await aPeriod(site.db);
  again = await aPeriod(site.db, { kind: 'comparison', compares: season });
  unit = await aUnit(site.db, { name: 'Puskesmas Batutua' });
});

/** Something that a phone enters. */
const WORD = { field: 'few-users-reason', value: 'Hari pelayanan sepi karena cuaca' } as const;

const members = (...who: readonly TestPerson[]) =>
  who.map(({ id: personId }) => ({ personId, role: 'assessor' as const }));

async function planned(periodId: PeriodId): Promise<void> {
  const row = { period_id: periodId, unit_id: unit.id, team_id: null, first_time: false };
  await site.db.insertInto('period_unit').values(row).execute();
}

const versionOf = async (periodId: PeriodId): Promise<number> =>
  (await head.get(`/api/periods/${periodId}/teams/53`)).body.version;

describe('a file of units', () => {
  it('gives no unit to a team of which somebody visits it a second time', async () => {
    await planned(season);
    const teamId = await aTeam(site.db, { periodId: again, members: members(people.maria) });
    await anAssessment(site.db, { periodId: again, teamId, unit });
    const first = await aTeam(site.db, { periodId: season, members: members(people.maria, people.ruth) });
    const { name } = await site.db.selectFrom('team').select('name').where('id', '=', first).executeTakeFirstOrThrow();
    const planner = new Planner(head, season);
    const bytes = workbook([['53.14', 'Dinas Kesehatan', 'Puskesmas Batutua', null, null, null, name]]);
    const found = await planner.check(bytes);
    if (found.kind !== 'ready') throw new Error(JSON.stringify(found.faults));
    const refused = await planner.take(bytes, found);
    expectProblem(refused, 'second-team-not-blind');
    expect(refused.body.blockers).toEqual(['Puskesmas Batutua']);
    expect((await planner.plan()).governments.flatMap(({ units }) => units)).toMatchObject([{ team: null }]);
  });
});

describe('handing over', () => {
  it('never puts somebody on the other side of a comparison, also while that side is being changed', async () => {
    for (let round = 0; round < 8; round += 1) {
      const place = await aUnit(site.db);
      const first = await aTeam(site.db, { periodId: season, members: members(people.maria) });
      const second = await aTeam(site.db, { periodId: again, members: members(people.yosef) });
      await anAssessment(site.db, { periodId: season, teamId: first, unit: place });
      await anAssessment(site.db, { periodId: again, teamId: second, unit: place });
      const path = `/api/people/${people.maria.id}/handover`;
      const screen: Handover = (await head.get(`${path}?province=53`)).body;
      const seen = await versionOf(again);
      const [handed, joined] = await Promise.all([
        head.post(path, {
          province: '53',
          lastDay: screen.today,
          teams: screen.teams.map(({ teamId, plan, goesOnWithout }) => ({
            teamId,
            plan,
            to: goesOnWithout ? null : people.ruth.id,
          })),
          units: [],
          taken: [],
          signOut: false,
          close: false,
        }),
        head.put(`/api/periods/${again}/teams/53/${second}/members/${people.ruth.id}`, { seen, role: 'assessor' }),
      ]);
      expect([handed.status, joined.status].toSorted((a, b) => a - b)).toEqual([200, 409]);
      await site.db.deleteFrom('team_member').where('person_id', '=', people.ruth.id).execute();
      await site.db.deleteFrom('team_member').where('person_id', '=', people.maria.id).execute();
    }
  });
});

describe('whoever verifies', () => {
  it('is not shown the duties of second visits, and nobody is given one', async () => {
    const { id } = await anAssessment(site.db, { periodId: again, unit });
    const path = `/api/office/periods/${again}/duties`;
    expectProblem(await verifier.get(`${path}?province=53`), 'not-found');
    expectProblem(await head.get(`${path}?province=53`), 'not-found');
    const duties = [{ assessmentId: id, seen: null, personId: null, dueOn: null }];
    expectProblem(await head.put(path, { province: '53', duties }), 'not-found');
  });

  it('does not learn from the register that something was entered on a second visit', async () => {
    await anAssessment(site.db, { periodId: season, unit });
    await anAssessment(site.db, { periodId: again, unit, state: 'in-progress' });
    expect((await historyOf(head, unit.id)).untouched).toBe(false);
    const before = await historyOf(verifier, unit.id);
    await site.db.updateTable('assessment').set({ state: 'assigned' }).execute();
    expect(await historyOf(verifier, unit.id)).toEqual(before);
  });
});

describe('the phone of a second team', () => {
  it('names the season, as for every other unit', async () => {
    const teamId = await aTeam(site.db, { periodId: again, members: members(people.maria) });
    const { id } = await anAssessment(site.db, { periodId: again, teamId, unit });
    const other = await anAssessment(site.db, { periodId: season, members: members(people.maria) });
    const phone = await signedIn(site, people.maria);
    expect((await pulled(phone, id)).period).toEqual((await pulled(phone, other.id)).period);
  });
});

describe('a unit that is not assessed after all', () => {
  it('ends on both sides whatever else happens at the same moment, and the audit says so of both', async () => {
    for (let round = 0; round < 10; round += 1) {
      const place = await aUnit(site.db);
      const first = await anAssessment(site.db, { periodId: season, unit: place });
      const member = await aPerson(site.db, { name: randomUUID(), grants: [grant('assessor', '53')] });
      const second = await aTeam(site.db, { periodId: again, members: members(member) });
      await site.db
        .insertInto('period_unit')
        .values({ period_id: again, unit_id: place.id, team_id: null, first_time: false })
        .execute();
      const seen = await versionOf(again);
      const [closed, assigned] = await Promise.all([
        head.post(`/api/office/assessments/${first.id}/not-assessed`, {
          version: 0,
          reason: 'closed',
          note: 'Unit ini ditutup sejak Mei.',
          source: 'Surat Sekda nomor 12',
        }),
        head.put(`/api/periods/${again}/assignments/53`, {
          seen,
          assignments: [{ unitId: place.id, teamId: second }],
        }),
      ]);
      expect(closed.status).toBe(200);
      expect([200, 404]).toContain(assigned.status);
      const states = await site.db
        .selectFrom('assessment')
        .select(['id', 'state'])
        .where('unit_id', '=', place.id)
        .execute();
      expect(states.map(({ state }) => state)).toEqual(states.map(() => 'not-assessed'));
      for (const { id } of states) {
        const events = await site.db
          .selectFrom('audit_event')
          .select('action')
          .where('subject_id', '=', id)
          .where('action', '=', 'assessment.not-assessed')
          .execute();
        expect(events).toHaveLength(1);
      }
    }
  });

  it('never makes a phone or an office wait in a circle', async () => {
    for (let round = 0; round < 10; round += 1) {
      const place = await aUnit(site.db);
      const team = await aTeam(site.db, { periodId: again, members: members(people.maria) });
      const first = await anAssessment(site.db, { periodId: season, unit: place });
      const second = await anAssessment(site.db, { periodId: again, teamId: team, unit: place });
      const phone = await signedIn(site, people.maria);
      const seen = await versionOf(again);
      const answers = await Promise.all([
        head.post(`/api/office/assessments/${first.id}/not-assessed`, {
          version: 0,
          reason: 'closed',
          note: 'Unit ini ditutup sejak Mei.',
          source: 'Surat Sekda nomor 12',
        }),
        head.put(`/api/periods/${again}/teams/53/${team}/members/${people.ruth.id}`, { seen, role: 'assessor' }),
        head.post(`/api/office/register/${place.id}/name`, {
          seen: (await historyOf(head, place.id)).unit.seen,
          reason: 'Surat Sekda nomor 12 tahun ini',
          name: `Dinas ${place.id}`,
        }),
        phone.post('/api/sync/push', { changes: [aDevice().change(second.id, {}, WORD)] }),
      ]);
      // The renaming raises versions too: whoever closes may have to look again.
      expect(answers.map(({ status }) => status).filter((status) => status >= 500)).toEqual([]);
      await site.db.deleteFrom('team_member').where('team_id', '=', team).execute();
    }
  });
});
