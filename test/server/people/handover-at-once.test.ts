import { inTransaction } from '@patuh/server/platform/database';
import type { Handover } from '@patuh/shared/contracts/handover';
import type { PeriodId, PersonId } from '@patuh/shared/domain/ids';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';

import { lockPerson } from '@patuh/server/features/people/queries';
import { anAssessment, aPeriod, aTeam, aUnit, type TeamMember } from '../../support/assessments.ts';
import { aDevice } from '../../support/changes.ts';
import { emptyTables } from '../../support/database.ts';
import { aPerson, type Answer, type Client, grant, signedIn, type TestPerson } from '../../support/people.ts';
import { aSite, type Site } from '../../support/site.ts';

/** Somebody leaves while others go on: phones send, another head plans, the account is changed. */

const ROUNDS = 8;

let site: Site;
let head: Client;
let other: Client;
let successor: TestPerson;
let season: PeriodId;
let again: PeriodId;
beforeAll(async () => {
  site = await aSite({ history: false });
});
afterAll(async () => await site.close());
beforeEach(async () => {
  await emptyTables(site.db);
  head = await signedIn(site, await aPerson(site.db, { grants: [grant('head', '53')] }));
  other = await signedIn(site, await aPerson(site.db, { grants: [grant('head', '53')] }));
  successor = await anAssessor('Sari');
  // With it the province.
  await aUnit(site.db);
  season = await aPeriod(site.db);
  again = await aPeriod(site.db, { kind: 'comparison', compares: season });
});

const anAssessor = async (name: string): Promise<TestPerson> =>
  await aPerson(site.db, { name, grants: [grant('assessor', '53')] });
const asMember = ({ id: personId }: TestPerson): TeamMember => ({ personId, role: 'assessor' });

async function screenOf(person: TestPerson): Promise<Handover> {
  return (await head.get(`/api/people/${person.id}/handover?province=53`)).body;
}

async function handOver(person: TestPerson, screen: Handover, to: PersonId, close = false): Promise<Answer> {
  return await head.post(`/api/people/${person.id}/handover`, {
    province: '53',
    lastDay: screen.today,
    teams: screen.teams.map(({ teamId, plan, goesOnWithout }) => ({ teamId, plan, to: goesOnWithout ? null : to })),
    units: [],
    taken: [],
    signOut: close,
    close,
  });
}

const planOf = async (periodId: PeriodId): Promise<number> =>
  (await head.get(`/api/periods/${periodId}/teams/53`)).body.version;

describe('handing over at the same moment', () => {
  it('as the phone sends what was entered: both are done, and nothing is lost', async () => {
    for (let round = 0; round < ROUNDS; round += 1) {
      const leaver = await anAssessor('Lena');
      const units = await Promise.all(
        [1, 2, 3].map(async () => await anAssessment(site.db, { periodId: season, members: [asMember(leaver)] })),
      );
      const phone = await signedIn(site, leaver);
      const device = aDevice();
      const word = { field: 'few-users-reason', value: 'Hari pelayanan sepi karena cuaca' } as const;
      const screen = await screenOf(leaver);
      const [done, ...pushed] = await Promise.all([
        handOver(leaver, screen, successor.id),
        ...units.map(async ({ id }) => await phone.post('/api/sync/push', { changes: [device.change(id, {}, word)] })),
      ]);
      expect([done.status, ...pushed.map(({ status }) => status)]).toEqual([200, 200, 200, 200]);
    }
  });

  it('makes no phone wait that sends what the person entered', async () => {
    const leaver = await anAssessor('Lena');
    const { id } = await anAssessment(site.db, { periodId: season, members: [asMember(leaver)] });
    const phone = await signedIn(site, leaver);
    const word = { field: 'few-users-reason', value: 'Hari pelayanan sepi karena cuaca' } as const;
    await inTransaction(site.db, async (trx) => {
      await lockPerson(trx, leaver.id);
      expect((await phone.post('/api/sync/push', { changes: [aDevice().change(id, {}, word)] })).status).toBe(200);
    });
  });

  it('as another head changes teams of both sides: nobody waits in a circle, and nobody sees both', async () => {
    for (let round = 0; round < ROUNDS; round += 1) {
      const [leaver, first, second] = [await anAssessor('Lena'), await anAssessor('Ani'), await anAssessor('Budi')];
      const own = await aTeam(site.db, { periodId: season, members: [asMember(leaver), asMember(first)] });
      const twice = await aTeam(site.db, { periodId: again, members: [asMember(leaver), asMember(second)] });
      await anAssessment(site.db, { periodId: season, teamId: own });
      await anAssessment(site.db, { periodId: again, teamId: twice });
      const screen = await screenOf(leaver);
      const [before, after] = [await planOf(season), await planOf(again)];
      const answers = await Promise.all([
        handOver(leaver, screen, successor.id),
        other.put(`/api/periods/${season}/teams/53/${own}/members/${leaver.id}`, { seen: before, role: 'enumerator' }),
        other.put(`/api/periods/${again}/teams/53/${twice}/members/${leaver.id}`, { seen: after, role: 'enumerator' }),
      ]);
      expect(answers.map(({ status }) => status).filter((status) => status !== 200 && status !== 409)).toEqual([]);
      expect(answers.filter(({ status }) => status === 200).length).toBeGreaterThan(0);
    }
  });

  it('as another head takes the person into another team: no account closes with work left on it', async () => {
    for (let round = 0; round < ROUNDS; round += 1) {
      const leaver = await anAssessor('Lena');
      const own = await aTeam(site.db, { periodId: season, members: [asMember(leaver)] });
      const trial = await aPeriod(site.db, { kind: 'trial', province: '53' });
      const practice = await aTeam(site.db, { periodId: trial });
      await anAssessment(site.db, { periodId: trial, teamId: practice });
      const screen = await screenOf(leaver);
      expect(screen.teams.map(({ teamId }) => teamId)).toEqual([own]);
      const seen = await planOf(trial);
      const [closed, joined] = await Promise.all([
        handOver(leaver, screen, successor.id, true),
        other.put(`/api/periods/${trial}/teams/53/${practice}/members/${leaver.id}`, { seen, role: 'assessor' }),
      ]);
      const statuses = [closed.status, joined.status].toSorted((a, b) => a - b);
      expect([
        [200, 409],
        [200, 422],
      ]).toContainEqual(statuses);
    }
  });
});
