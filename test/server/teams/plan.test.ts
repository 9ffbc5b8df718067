import { randomUUID } from 'node:crypto';

import type { PlannedTeam, TeamPlan } from '@patuh/shared/contracts/teams';
import { GovernmentCode } from '@patuh/shared/domain/government';
import type { PeriodId, TeamId } from '@patuh/shared/domain/ids';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';

import { anAssessment, aPeriod, aTeam, aUnit, pulled, type TestUnit } from '../../support/assessments.ts';
import { emptyTables } from '../../support/database.ts';
import {
  type Answer,
  aPerson,
  type Client,
  expectProblem,
  grant,
  signedIn,
  type TestPerson,
} from '../../support/people.ts';
import { aDevice } from '../../support/changes.ts';
import { aPull } from '../../support/pulls.ts';
import { aSite, type Site } from '../../support/site.ts';

let site: Site;
let periodId: PeriodId;
let head: Client;
let people: Readonly<Record<'maria' | 'yosef' | 'ruth', TestPerson>>;
beforeAll(async () => {
  site = await aSite({ history: false });
});
afterAll(async () => await site.close());
beforeEach(async () => {
  await emptyTables(site.db);
  periodId = await aPeriod(site.db);
  // With it the province and its government.
  await aUnit(site.db);
  head = await signedIn(site, await aPerson(site.db, { name: 'Kepala', grants: [grant('head', '53')] }));
  people = {
    maria: await aPerson(site.db, { name: 'Maria', grants: [grant('assessor', '53')] }),
    yosef: await aPerson(site.db, { name: 'Yosef', grants: [grant('enumerator', '53')] }),
    ruth: await aPerson(site.db, { name: 'Ruth', grants: [grant('assessor', '53')] }),
  };
});

const base = (): string => `/api/periods/${periodId}/teams/53`;
const plan = async (client: Client = head): Promise<TeamPlan> => planIn(await client.get(base()));

function planIn(answer: Answer): TeamPlan {
  expect({ status: answer.status, body: answer.body }).toMatchObject({ status: 200 });
  return answer.body as TeamPlan;
}

async function made(name: string, members: readonly { personId: string; role: string }[] = []): Promise<PlannedTeam> {
  const { version } = await plan();
  const { teams } = planIn(await head.post(base(), { seen: version, name, members }));
  return teams.find((team) => team.name === name)!;
}

async function inPlan(count: number, government = '53.14'): Promise<readonly TestUnit[]> {
  const units = await Promise.all(Array.from({ length: count }, async () => await aUnit(site.db, { government })));
  await site.db
    .insertInto('period_unit')
    .values(units.map(({ id }) => ({ period_id: periodId, unit_id: id, team_id: null, first_time: false })))
    .execute();
  return units;
}

async function assign(units: readonly Pick<TestUnit, 'id'>[], teamId: TeamId, seen?: number): Promise<Answer> {
  const assignments = units.map(({ id }) => ({ unitId: id, teamId }));
  return await head.put(`/api/periods/${periodId}/assignments/53`, {
    seen: seen ?? (await plan()).version,
    assignments,
  });
}

const actions = async (): Promise<readonly string[]> =>
  (await site.db.selectFrom('audit_event').select('action').orderBy('sequence').execute()).map(({ action }) => action);

describe('a team', () => {
  it('is made with members, gets another name, and the audit tells both', async () => {
    const team = await made('Tim Rote', [
      { personId: people.maria.id, role: 'assessor' },
      { personId: people.yosef.id, role: 'enumerator' },
    ]);
    expect(team.members.map(({ name, role }) => `${name} ${role}`)).toEqual(['Maria assessor', 'Yosef enumerator']);
    const { version } = await plan();
    const { teams } = planIn(await head.put(`${base()}/${team.id}/name`, { seen: version, name: 'Tim Sabu' }));
    expect(teams.map(({ name }) => name)).toEqual(['Tim Sabu']);
    expect(await actions()).toEqual(['team.created', 'team.member-joined', 'team.member-joined', 'team.renamed']);
  });

  it('has a name of its own in the province, in whatever letters', async () => {
    await made('Tim Rote');
    const { version } = await plan();
    // A file of units finds a team by its name, whatever spaces somebody typed.
    for (const name of [' tim rote ', 'Tim  Rote', 'Tim\u200b Rote']) {
      expectProblem(await head.post(base(), { seen: version, name, members: [] }), 'team-name-taken');
    }
  });

  it('takes nobody without the role in the province, nor whose account is closed', async () => {
    const team = await made('Tim Rote');
    const stranger = await aPerson(site.db, { grants: [grant('assessor', '19')] });
    const join = async (person: TestPerson, role: string): Promise<Answer> =>
      await head.put(`${base()}/${team.id}/members/${person.id}`, { seen: (await plan()).version, role });
    expectProblem(await join(stranger, 'assessor'), 'person-not-for-team');
    expectProblem(await join(people.yosef, 'assessor'), 'person-not-for-team');
    await site.db.updateTable('person').set({ disabled_at: new Date() }).where('id', '=', people.ruth.id).execute();
    expectProblem(await join(people.ruth, 'assessor'), 'person-not-for-team');
    // An assessor may help out as enumerator.
    expect((await join(people.maria, 'enumerator')).status).toBe(200);
  });

  it('keeps whom it loses: left, never removed, and a member again whenever the office says so', async () => {
    const team = await made('Tim Rote', [{ personId: people.maria.id, role: 'assessor' }]);
    const member = `${base()}/${team.id}/members/${people.maria.id}`;
    const left = planIn(await head.post(`${member}/departure`, { seen: (await plan()).version }));
    expect(left.teams[0]?.members).toMatchObject([{ name: 'Maria', leftAt: expect.any(String) }]);
    expectProblem(await head.post(`${member}/departure`, { seen: left.version }), 'not-found');
    const back = planIn(await head.put(member, { seen: left.version, role: 'assessor' }));
    expect(back.teams[0]?.members).toMatchObject([{ name: 'Maria', leftAt: null }]);
  });

  it('tells its phones who is in it now', async () => {
    const [unit] = await inPlan(1);
    const team = await made('Tim Rote', [{ personId: people.maria.id, role: 'assessor' }]);
    await assign([unit!], team.id);
    const phone = await signedIn(site, people.maria);
    const { assessments } = (await phone.post('/api/sync/pull', aPull())).body;
    const have = [{ assessmentId: assessments[0].id, version: assessments[0].version }];
    await head.put(`${base()}/${team.id}/members/${people.yosef.id}`, {
      seen: (await plan()).version,
      role: 'enumerator',
    });
    const again = (await phone.post('/api/sync/pull', aPull({ have }))).body;
    expect(again.assessments[0].team.members.map(({ name }: { name: string }) => name)).toEqual(['Maria', 'Yosef']);
  });

  it('shows whose account was closed, or whose grant was taken away', async () => {
    await made('Tim Rote', [
      { personId: people.maria.id, role: 'assessor' },
      { personId: people.yosef.id, role: 'enumerator' },
    ]);
    await site.db.updateTable('person').set({ disabled_at: new Date() }).where('id', '=', people.maria.id).execute();
    await site.db.deleteFrom('person_grant').where('person_id', '=', people.yosef.id).execute();
    const [team] = (await plan()).teams;
    expect(team?.members.map(({ name, unable }) => [name, unable])).toEqual([
      ['Maria', 'account-closed'],
      ['Yosef', 'no-grant'],
    ]);
  });
});

describe('units', () => {
  it('go to a team in one go, and its phone sees them at the next pull', async () => {
    const units = await inPlan(7);
    const team = await made('Tim Rote', [{ personId: people.maria.id, role: 'assessor' }]);
    const { teams } = planIn(await assign(units, team.id));
    expect(teams).toMatchObject([{ units: 7, handedIn: 0 }]);
    const { assessments } = (await (await signedIn(site, people.maria)).post('/api/sync/pull', aPull())).body;
    expect(new Set(assessments.map(({ unit }: { unit: { id: string } }) => unit.id))).toEqual(
      new Set(units.map(({ id }) => id)),
    );
    expect((await actions()).filter((action) => action === 'unit.assigned')).toHaveLength(7);
  });

  it('named twice are refused with their names, and none is assigned', async () => {
    const [one, two] = await inPlan(2);
    const [first, second] = [await made('Tim Rote'), await made('Tim Sabu')];
    const { version, units } = await plan();
    const reply = await head.put(`/api/periods/${periodId}/assignments/53`, {
      seen: version,
      assignments: [
        { unitId: one!.id, teamId: first.id },
        { unitId: two!.id, teamId: first.id },
        { unitId: one!.id, teamId: second.id },
      ],
    });
    expectProblem(reply, 'unit-named-twice');
    expect(reply.body.blockers).toEqual([units.find(({ id }) => id === one!.id)?.name]);
    expect((await plan()).units.map(({ teamId }) => teamId)).toEqual([null, null]);
    expect((await plan()).version).toBe(version);
  });

  it('are told to the second of two heads as changed, and stay with the team of the first', async () => {
    const units = await inPlan(2);
    const [first, second] = [await made('Tim Rote'), await made('Tim Sabu')];
    const { version } = await plan();
    expect((await assign(units, first.id, version)).status).toBe(200);
    expectProblem(await assign(units, second.id, version), 'changed-meanwhile');
    const now = await plan();
    expect(now.units.map(({ teamId }) => teamId)).toEqual([first.id, first.id]);
    expect(now.changed).toMatchObject({ by: 'Kepala' });
  });

  it('of two heads at the same moment go to one of them whole', async () => {
    const units = await inPlan(5);
    const [first, second] = [await made('Tim Rote'), await made('Tim Sabu')];
    const { version } = await plan();
    const answers = await Promise.all([assign(units, first.id, version), assign(units, second.id, version)]);
    expect(answers.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([200, 409]);
    expect(new Set((await plan()).units.map(({ teamId }) => teamId)).size).toBe(1);
  });

  it('of another province, of no plan, or for a team of another province are not found', async () => {
    const [unit] = await inPlan(1);
    const team = await made('Tim Rote');
    const foreign = await anAssessment(site.db, { periodId, government: '19.06' });
    expectProblem(await assign([foreign.unit], team.id), 'not-found');
    expectProblem(await assign([await aUnit(site.db)], team.id), 'not-found');
    expectProblem(await assign([unit!], foreign.teamId), 'not-found');
    expectProblem(await assign([unit!], randomUUID() as TeamId), 'not-found');
  });

  it('that move say who had them, and the new team gets what was answered', async () => {
    const [unit] = await inPlan(1);
    const [first, second] = [
      await made('Tim Rote', [{ personId: people.maria.id, role: 'assessor' }]),
      await made('Tim Sabu', [{ personId: people.ruth.id, role: 'assessor' }]),
    ];
    await assign([unit!], first.id);
    const { units } = planIn(await assign([unit!], second.id));
    expect(units).toMatchObject([{ teamId: second.id, formerTeams: [first.id] }]);
    const id = units[0]!.assessmentId!;
    expect((await pulled(await signedIn(site, people.ruth), id)).team.name).toBe('Tim Sabu');
    const event = await site.db
      .selectFrom('audit_event')
      .select(['subject_id', 'detail'])
      .where('action', '=', 'unit.assigned')
      .orderBy('sequence', 'desc')
      .executeTakeFirstOrThrow();
    expect(event).toEqual({ subject_id: id, detail: { team: second.id, former: first.id } });
  });
});

describe('a warning', () => {
  const kinds = async (): Promise<readonly string[]> =>
    (await plan()).warnings.map(({ kind, person }) => [kind, person?.name].filter(Boolean).join(' '));

  it('tells where somebody comes from, assessed last season, or is to verify', async () => {
    const [unit] = await inPlan(1);
    const lastSeason = await aPeriod(site.db, { year: 2023 });
    await anAssessment(site.db, {
      periodId: lastSeason,
      unit: unit!,
      members: [{ personId: people.maria.id, role: 'assessor' }],
    });
    const team = await made('Tim Rote', [
      { personId: people.maria.id, role: 'assessor' },
      { personId: people.yosef.id, role: 'enumerator' },
      { personId: people.ruth.id, role: 'assessor' },
    ]);
    const { units } = planIn(await assign([unit!], team.id));
    const home = GovernmentCode.parse('53.14');
    await site.db.updateTable('person').set({ home_government: home }).where('id', '=', people.yosef.id).execute();
    await site.db
      .insertInto('verification_duty')
      .values({
        assessment_id: units[0]!.assessmentId!,
        person_id: people.ruth.id,
        due_on: null,
        assigned_by: people.ruth.id,
        assigned_at: new Date(),
      })
      .execute();
    expect(new Set(await kinds())).toEqual(
      new Set(['same-as-last-season Maria', 'home-government Yosef', 'verifies-there Ruth']),
    );
  });

  it('is answered with a reason, which stands until the plan is another one', async () => {
    const [unit] = await inPlan(1);
    const [first, second] = [await made('Tim Rote'), await made('Tim Sabu')];
    await assign([unit!], first.id);
    const [warning] = (await plan()).warnings;
    expect(warning).toMatchObject({ kind: 'nobody-hands-in', answer: null });
    const path = `/api/periods/${periodId}/plan-warnings/53`;
    const said = planIn(await head.put(path, { keys: [warning!.key], reason: 'Asesor baru datang pekan depan.' }));
    expect(said.warnings).toMatchObject([{ answer: { reason: 'Asesor baru datang pekan depan.', by: 'Kepala' } }]);
    expectProblem(
      await head.put(path, { keys: [warning!.key, 'workload somewhere'], reason: 'Satu di antaranya tidak ada.' }),
      'not-found',
    );
    expect((await plan()).warnings).toEqual(said.warnings);
    const { warnings } = planIn(await assign([unit!], second.id));
    expect(warnings).toMatchObject([{ kind: 'nobody-hands-in', teamId: second.id, answer: null }]);
    expectProblem(await head.put(path, { keys: [warning!.key], reason: 'Sudah tidak ada.' }), 'not-found');
  });
});

describe('whoever left', () => {
  const word = { field: 'few-users-reason', value: 'Hari pelayanan sepi karena cuaca' } as const;

  it('is shown with what still came from their phone, in the team they left', async () => {
    const [unit] = await inPlan(1);
    const team = await made('Tim Rote', [
      { personId: people.maria.id, role: 'assessor' },
      { personId: people.ruth.id, role: 'assessor' },
    ]);
    const { units } = planIn(await assign([unit!], team.id));
    const phone = await signedIn(site, people.maria);
    const device = aDevice();
    const send = async () =>
      expect(
        (await phone.post('/api/sync/push', { changes: [device.change(units[0]!.assessmentId!, {}, word)] })).body,
      ).toMatchObject({ answers: [{ outcome: expect.stringMatching('applied|conflict') }] });
    await send();
    const leave = `${base()}/${team.id}/members/${people.maria.id}/departure`;
    await head.post(leave, { seen: (await plan()).version });
    const cameOf = async () =>
      new Map((await plan()).teams[0]?.members.map(({ name, cameAfter }) => [name, cameAfter?.entries ?? 0]));
    expect(await cameOf()).toEqual(
      new Map([
        ['Ruth', 0],
        ['Maria', 0],
      ]),
    );
    await send();
    await send();
    expect(await cameOf()).toEqual(
      new Map([
        ['Ruth', 0],
        ['Maria', 2],
      ]),
    );
  });

  it('is not counted where they have the unit again, in another team', async () => {
    const [unit] = await inPlan(1);
    const first = await made('Tim Rote', [{ personId: people.maria.id, role: 'assessor' }]);
    const second = await made('Tim Sabu', [{ personId: people.ruth.id, role: 'assessor' }]);
    const { units } = planIn(await assign([unit!], first.id));
    await assign([unit!], second.id);
    const phone = await signedIn(site, people.maria);
    const device = aDevice();
    await phone.post('/api/sync/push', { changes: [device.change(units[0]!.assessmentId!, {}, word)] });
    const came = async () =>
      (await plan()).teams.flatMap(({ members }) => members.map(({ cameAfter }) => cameAfter?.entries));
    expect(await came()).toEqual([1, undefined]);
    await head.put(`${base()}/${second.id}/members/${people.maria.id}`, {
      seen: (await plan()).version,
      role: 'enumerator',
    });
    expect(await came()).toEqual([undefined, undefined, undefined]);
  });
});

describe('a second visit', () => {
  it('is never made by somebody who had the unit in the season, whichever plan is changed', async () => {
    const [unit] = await inPlan(1);
    const members = [{ personId: people.maria.id, role: 'assessor' as const }];
    const team = await made('Tim Rote', members);
    await assign([unit!], team.id);
    const season = periodId;
    periodId = await aComparison(season, unit!);
    const same = await aTeam(site.db, { periodId, members });
    const other = await aTeam(site.db, { periodId, members: [{ personId: people.ruth.id, role: 'assessor' }] });
    const refused = await assign([unit!], same);
    expectProblem(refused, 'second-team-not-blind');
    expect(refused.body.blockers).toHaveLength(1);
    expect((await assign([unit!], other)).status).toBe(200);
    // Nor is it told to whoever verifies which units are visited twice.
    const verifier = await signedIn(site, await aPerson(site.db, { grants: [grant('verifier', '53')] }));
    expectProblem(await verifier.get(base()), 'not-found');
    periodId = season;
    expect((await plan(verifier)).units).toHaveLength(1);
    const join = await head.put(`${base()}/${team.id}/members/${people.ruth.id}`, {
      seen: (await plan()).version,
      role: 'assessor',
    });
    expectProblem(join, 'second-team-not-blind');
  });

  it('by somebody who is to verify the first is warned of, in its own plan only', async () => {
    const first = await anAssessment(site.db, { periodId });
    await site.db
      .insertInto('verification_duty')
      .values({
        assessment_id: first.id,
        person_id: people.ruth.id,
        due_on: null,
        assigned_by: people.ruth.id,
        assigned_at: new Date(),
      })
      .execute();
    const season = periodId;
    periodId = await aComparison(season, first.unit);
    const team = await aTeam(site.db, { periodId, members: [{ personId: people.ruth.id, role: 'assessor' }] });
    const { warnings } = planIn(await assign([first.unit], team));
    expect(warnings.map(({ kind, person }) => [kind, person?.name])).toEqual([['verifies-there', 'Ruth']]);
    periodId = season;
    expect((await plan()).warnings.filter(({ kind }) => kind === 'verifies-there')).toEqual([]);
  });

  async function aComparison(season: PeriodId, unit: TestUnit): Promise<PeriodId> {
    const id = randomUUID() as PeriodId;
    const row = await site.db.selectFrom('period').selectAll().where('id', '=', season).executeTakeFirstOrThrow();
    await site.db
      .insertInto('period')
      .values({ ...row, id, kind: 'comparison', compares: season, name: 'Kunjungan kedua' })
      .execute();
    await site.db
      .insertInto('period_unit')
      .values({ period_id: id, unit_id: unit.id, team_id: null, first_time: false })
      .execute();
    return id;
  }
});
