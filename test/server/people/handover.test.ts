import type { Handover, HandOverInput } from '@patuh/shared/contracts/handover';
import type { PersonId } from '@patuh/shared/domain/ids';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';

import {
  anAssessment,
  aPeriod,
  aTeam,
  handIn,
  HEALTH,
  pulled,
  pushAll,
  type TestAssessment,
} from '../../support/assessments.ts';
import { aDevice, fullAnswers } from '../../support/changes.ts';
import { emptyTables } from '../../support/database.ts';
import { publishYear } from '../../support/field.ts';
import { aPerson, type Client, expectProblem, grant, signedIn, type TestPerson } from '../../support/people.ts';
import { instrumentOf } from '../../support/reference-instruments.ts';
import { aSite, type Site } from '../../support/site.ts';
import { aHandedInUnit } from '../../support/verification.ts';

/** Somebody leaves in mid-season. */

let site: Site;
let head: Client;
let headPerson: TestPerson;
let leaver: TestPerson;
let colleague: TestPerson;
let successor: TestPerson;
let unit: TestAssessment;
beforeAll(async () => {
  site = await aSite({ history: false });
});
afterAll(async () => await site.close());
beforeEach(async () => {
  await emptyTables(site.db);
  const someone = async (name: string, role: 'assessor' | 'enumerator') =>
    await aPerson(site.db, { name, grants: [grant(role, '53')] });
  headPerson = await aPerson(site.db, { name: 'Ibu Kepala', grants: [grant('head', '53')] });
  head = await signedIn(site, headPerson);
  leaver = await someone('Lena', 'assessor');
  colleague = await someone('Kori', 'enumerator');
  successor = await someone('Sari', 'assessor');
  unit = await anAssessment(site.db, {
    state: 'in-progress',
    members: [
      { personId: leaver.id, role: 'assessor' },
      { personId: colleague.id, role: 'enumerator' },
    ],
  });
});

const pathOf = (person: Pick<TestPerson, 'id'>) => `/api/people/${person.id}/handover`;

async function shown(person = leaver): Promise<Handover> {
  const { status, body } = await head.get(`${pathOf(person)}?province=53`);
  expect(status).toBe(200);
  return body;
}

/** Everything on the screen to the first who could have it, and the account as it is, unless said otherwise. */
async function wish(screen: Handover, other: Partial<HandOverInput> = {}): Promise<HandOverInput> {
  return {
    province: unit.unit.province,
    lastDay: screen.today,
    teams: screen.teams.map(({ teamId, plan, successors }) => ({ teamId, plan, to: successors[0]?.personId ?? null })),
    units: screen.units.map(({ assessmentId, successors }) => ({ assessmentId, to: successors[0] ?? null })),
    taken: [],
    signOut: false,
    close: false,
    ...other,
  };
}

const to = (person: PersonId | null, screen: Handover): Pick<HandOverInput, 'teams'> => ({
  teams: screen.teams.map(({ teamId, plan }) => ({ teamId, plan, to: person })),
});

describe('an assessor who leaves', () => {
  it('is succeeded by somebody who sees every answer, hands the unit in, and is told the way it was', async () => {
    const phone = await signedIn(site, leaver);
    const device = aDevice();
    await pushAll(phone, fullAnswers(instrumentOf(2023), HEALTH, { assessmentId: unit.id, device }));
    const beside = await signedIn(site, colleague);
    const { version } = await pulled(beside, unit.id);
    const screen = await shown();
    expect(screen.teams).toMatchObject([
      {
        role: 'assessor',
        units: [{ state: 'in-progress' }],
        colleagues: [{ name: 'Kori', role: 'enumerator' }],
        successors: [{ name: 'Sari', atHome: false }],
        goesOnWithout: false,
      },
    ]);
    const done = await head.post(pathOf(leaver), await wish(screen));
    expect(done.status).toBe(200);
    expect(done.body).toMatchObject({ person: 'Lena', by: 'Ibu Kepala', teams: [{ to: 'Sari', units: 1 }] });

    // By a newer version the phones of the others learn who is in the team now.
    expect((await pulled(beside, unit.id)).version).toBeGreaterThan(version);
    const other = await signedIn(site, successor);
    const view = await pulled(other, unit.id);
    expect(view.cells.length).toBeGreaterThan(100);
    expect(view.team.members.map(({ name }) => name).toSorted()).toEqual(['Kori', 'Sari']);
    expect((await handIn(other, unit.id)).status).toBe(200);
    expectProblem(await handIn(other, unit.id), 'assessment-not-open');
    await expect(pulled(phone, unit.id)).rejects.toThrow('Not an assessment');
  });

  it('is still heard: what the phone had not sent arrives afterwards', async () => {
    const phone = await signedIn(site, leaver);
    const device = aDevice();
    const [first, ...later] = fullAnswers(instrumentOf(2023), HEALTH, { assessmentId: unit.id, device });
    if (first === undefined) throw new Error('There are answers.');
    await pushAll(phone, [first]);
    expect((await head.post(pathOf(leaver), await wish(await shown()))).status).toBe(200);
    const answers = await pushAll(phone, later);
    expect(new Set(answers.map(({ outcome }) => outcome))).toEqual(new Set(['applied']));
    const view = await pulled(await signedIn(site, successor), unit.id);
    expect(view.cells.length).toBe(later.length + 1);
  });

  it('leaves nobody’s team without somebody who can hand in', async () => {
    const screen = await shown();
    const refused = await head.post(pathOf(leaver), await wish(screen, to(null, screen)));
    expectProblem(refused, 'successor-not-possible');
    expect(refused.body.blockers).toEqual([screen.teams[0]?.name]);
    expect((await shown()).teams).toHaveLength(1);
    await site.db
      .insertInto('team_member')
      .values({ team_id: unit.teamId, person_id: successor.id, role: 'assessor' })
      .execute();
    const now = await shown();
    expect(now.teams[0]).toMatchObject({ goesOnWithout: true, successors: [] });
    expect((await head.post(pathOf(leaver), await wish(now, to(null, now)))).status).toBe(200);
  });

  it.each([
    ['an enumerator', async () => colleague.id],
    ['an assessor of another province', async () => (await aPerson(site.db, { grants: [grant('assessor', '19')] })).id],
    [
      'an assessor whose account is closed',
      async () => {
        await site.db.updateTable('person').set({ disabled_at: new Date() }).where('id', '=', successor.id).execute();
        return successor.id;
      },
    ],
    [
      'whoever verifies a unit of the team',
      async () => {
        const both = await aPerson(site.db, { grants: [grant('assessor', '53'), grant('verifier', '53')] });
        await giveDuty(unit, both.id);
        return both.id;
      },
    ],
  ])('is not succeeded by %s', async (_who, someone) => {
    const id = await someone();
    const screen = await shown();
    expectProblem(await head.post(pathOf(leaver), await wish(screen, to(id, screen))), 'successor-not-possible');
  });

  it('is succeeded with a warning by somebody who comes from there', async () => {
    const { government } = unit.unit;
    await site.db.updateTable('person').set({ home_government: government }).where('id', '=', successor.id).execute();
    expect((await shown()).teams[0]?.successors).toMatchObject([{ name: 'Sari', atHome: true }]);
  });

  it('hands over nothing that changed since the screen was drawn', async () => {
    const screen = await shown();
    const second = await anAssessment(site.db, {
      periodId: unit.periodId,
      teamId: await aTeam(site.db, { periodId: unit.periodId, members: [{ personId: leaver.id, role: 'assessor' }] }),
    });
    expectProblem(await head.post(pathOf(leaver), await wish(screen)), 'changed-meanwhile');
    const now = await shown();
    expect(now.teams).toHaveLength(2);
    await site.db
      .insertInto('period_plan')
      .values({
        period_id: second.periodId,
        province_code: unit.unit.province,
        version: 4,
        changed_by: null,
        changed_at: null,
      })
      .execute();
    expectProblem(await head.post(pathOf(leaver), await wish(now)), 'changed-meanwhile');
    const again = await shown();
    const replies = await Promise.all(
      [wish(again), wish(again)].map(async (body) => await head.post(pathOf(leaver), await body)),
    );
    expect(replies.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([200, 409]);
  });

  it('keeps no team of a season that was published, and needs no successor there', async () => {
    const old = await anAssessment(site.db, {
      periodId: await aPeriod(site.db, { year: 2021 }),
      state: 'verified',
      members: [{ personId: leaver.id, role: 'assessor' }],
    });
    expect((await shown()).teams).toHaveLength(2);
    await publishYear({ site, unit: old, maria: leaver, yosef: headPerson });
    expect((await shown()).teams).toHaveLength(1);
    await site.db
      .updateTable('assessment')
      .set({ state: 'returned', verified_at: null })
      .where('id', '=', old.id)
      .execute();
    expect((await shown()).teams).toHaveLength(2);
  });
});

describe('a verifier who leaves', () => {
  it('leaves open units to somebody who did not collect there, and what was decided stays theirs', async () => {
    const scene = await aHandedInUnit(site);
    const { verifier } = scene.people;
    const next = await aPerson(site.db, { name: 'Nita', grants: [grant('verifier', '53')] });
    await site.db
      .insertInto('person_grant')
      .values({
        person_id: scene.people.assessor.id,
        role: 'verifier',
        scope_kind: 'province',
        scope_code: '53',
        granted_at: new Date(),
      })
      .execute();
    await giveDuty(scene.unit, verifier.id, '2024-09-30');
    const [section = ''] = scene.sections;
    expect((await scene.acceptSection(section)).status).toBe(200);

    const screen = await shown(verifier);
    expect(screen.units).toMatchObject([{ assessmentId: scene.unit.id, dueOn: '2024-09-30', successors: [next.id] }]);
    const gone = screen.units.map(({ assessmentId }) => ({ assessmentId, to: scene.people.assessor.id }));
    expectProblem(await head.post(pathOf(verifier), await wish(screen, { units: gone })), 'successor-not-possible');
    const taken = [grant('verifier', '53')];
    const done = await head.post(pathOf(verifier), await wish(screen, { taken, close: true }));
    expect(done.body).toMatchObject({ units: [{ to: 'Nita' }], taken, signedOut: true, closed: true });

    expectProblem(await scene.verifier.get('/api/me'), 'signed-out');
    const { disabled_at: closedAt } = await site.db
      .selectFrom('person')
      .select('disabled_at')
      .where('id', '=', verifier.id)
      .executeTakeFirstOrThrow();
    expect(closedAt).not.toBeNull();
    const other = await signedIn(site, next);
    const office = await scene.office(other);
    expect(office.acceptances).toMatchObject([{ sectionId: section, by: verifier.name, holds: true }]);
    const duty = await site.db.selectFrom('verification_duty').selectAll().executeTakeFirst();
    expect(duty).toMatchObject({ person_id: next.id, due_on: '2024-09-30' });
    for (const id of scene.sections.slice(1)) await scene.acceptSection(id, other);
    expect((await scene.office(other)).assessment.state).toBe('final');
  });

  it('leaves the points they gave back to whoever goes on, also where nobody had the unit by duty', async () => {
    const scene = await aHandedInUnit(site);
    const change = scene.answers.find(({ indicatorId }) => indicatorId !== null);
    const point = { indicatorId: change?.indicatorId, subjectId: null, reason: 'Bukti belum cukup jelas.' };
    expect((await scene.decide('/return', { points: [point] })).status).toBe(200);
    const next = await aPerson(site.db, { grants: [grant('verifier', '53')] });
    const screen = await shown(scene.people.verifier);
    expect(screen.units).toMatchObject([{ assessmentId: scene.unit.id, points: 1, successors: [next.id] }]);
    expect((await head.post(pathOf(scene.people.verifier), await wish(screen))).status).toBe(200);
    expect((await shown(scene.people.verifier)).units).toEqual([]);
    expect((await shown(next)).units).toHaveLength(1);
  });
});

describe('the account of somebody who leaves', () => {
  it('may stay open until the last entries came; what it can do is taken at once where the head says so', async () => {
    const phone = await signedIn(site, leaver);
    expect((await head.post(pathOf(leaver), await wish(await shown()))).status).toBe(200);
    expect((await phone.get('/api/me')).body.grants).toEqual([grant('assessor', '53')]);
    const taken = [grant('assessor', '53')];
    expect((await head.post(pathOf(leaver), await wish(await shown(), { taken }))).status).toBe(200);
    expect((await phone.get('/api/me')).body.grants).toEqual([]);
  });

  it('is not closed, signed out or stripped by whoever could not do that anyway', async () => {
    const elsewhere = await aPerson(site.db, { grants: [grant('assessor', '53'), grant('verifier', '19')] });
    const screen = await shown(elsewhere);
    expect(screen).toMatchObject({ mayClose: false, grants: [grant('assessor', '53')] });
    for (const other of [{ close: true }, { signOut: true }]) {
      expectProblem(await head.post(pathOf(elsewhere), await wish(screen, other)), 'grant-not-permitted');
    }
    const beyond = { taken: [grant('verifier', '19')] };
    expectProblem(await head.post(pathOf(elsewhere), await wish(screen, beyond)), 'changed-meanwhile');
    expectProblem(await head.post(pathOf(headPerson), await wish(await shown(headPerson))), 'not-on-oneself');
  });

  it('ends on a day that has come', async () => {
    const screen = await shown();
    expectProblem(await head.post(pathOf(leaver), await wish(screen, { lastDay: '2999-01-01' })), 'invalid-request');
    expect((await head.post(pathOf(leaver), await wish(screen, { lastDay: '2024-08-31' }))).status).toBe(200);
    const left = await site.db
      .selectFrom('team_member')
      .select('left_at')
      .where('person_id', '=', leaver.id)
      .executeTakeFirst();
    expect(left?.left_at?.toISOString()).toBe('2024-08-31T16:00:00.000Z');
  });

  it('is in the audit of the office, once, and in that of each team', async () => {
    await head.post(pathOf(leaver), await wish(await shown(), { close: true }));
    const events = await site.db
      .selectFrom('audit_event')
      .where('subject_id', '=', leaver.id)
      .where('action', '=', 'person.handed-over')
      .selectAll()
      .execute();
    expect(events).toMatchObject([
      { office: '53', actor: headPerson.id, detail: { teams: 1, duties: 0, taken: 0, signedOut: 1, closed: 1 } },
    ]);
    const team = await site.db.selectFrom('audit_event').where('subject_id', '=', unit.teamId).selectAll().execute();
    expect(team.map(({ action, detail }) => [action, detail])).toMatchObject([
      ['team.member-left', { person: leaver.id }],
      ['team.member-joined', { person: successor.id, role: 'assessor' }],
    ]);
  });
});

async function giveDuty(assessment: Pick<TestAssessment, 'id'>, person: PersonId, dueOn: string | null = null) {
  await site.db
    .insertInto('verification_duty')
    .values({
      assessment_id: assessment.id,
      person_id: person,
      due_on: dueOn,
      assigned_by: headPerson.id,
      assigned_at: new Date(),
    })
    .execute();
}
