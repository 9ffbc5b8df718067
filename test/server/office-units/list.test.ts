import { randomUUID } from 'node:crypto';

import type { OfficeScope, OfficeUnit } from '@patuh/shared/contracts/office-units';
import { UNITS_PAGE } from '@patuh/shared/contracts/office-units';
import { type AssessmentId, PeriodId, type PersonId } from '@patuh/shared/domain/ids';
import { progressOf } from '@patuh/shared/sync/progress';
import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';

import { anAssessment, aPeriod, aTeam, aUnit, handIn, HEALTH, pushAll } from '../../support/assessments.ts';
import { aDevice, aUserId, fullAnswers, lastAnswer } from '../../support/changes.ts';
import { emptyTables } from '../../support/database.ts';
import { anEvidenceId, aPhotoPiece } from '../../support/evidence-pieces.ts';
import { aPerson, type Client, expectProblem, grant, signedIn } from '../../support/people.ts';
import { instrumentOf } from '../../support/reference-instruments.ts';
import { aSite, type Site } from '../../support/site.ts';
import { aPhoto, sender } from '../../support/uploads.ts';
import { aHandedInUnit, ok } from '../../support/verification.ts';

let site: Site;
beforeAll(async () => {
  site = await aSite({ history: false });
});
afterAll(async () => await site.close());
beforeEach(async () => await emptyTables(site.db));

interface Listed {
  readonly scopes: readonly OfficeScope[];
  readonly scope: OfficeScope | null;
  readonly tally: Readonly<Record<string, number>>;
  readonly units: readonly OfficeUnit[];
  readonly found: number;
}

async function listed(client: Pick<Client, 'get'>, query = ''): Promise<Listed> {
  const { status, body } = await client.get(`/api/office/units${query}`);
  expect(status).toBe(200);
  return body as Listed;
}

async function aTeamWithoutUnits() {
  const periodId = await aPeriod(site.db);
  await aUnit(site.db, { name: 'Bukan unit periode ini' });
  return { periodId, teamId: await aTeam(site.db, { periodId }) };
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
      const { units } = await listed(verifier);
      const { answered, expected, users } = progressOf(instrument, HEALTH, assessment.cells);
      expect(units[0]).toMatchObject({ answered, expected, users });
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
    const unitNow = async () => (await listed(scene.verifier)).units[0]!;
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
    expect((await listed(scene.verifier)).units[0]!.collectedByMe).toBe(true);
  });

  it('shows the own province only; the national office chooses one; nothing is an empty list', async () => {
    const periodId = await aPeriod(site.db);
    await anAssessment(site.db, { periodId, government: '53.14' });
    await anAssessment(site.db, { periodId, government: '53.71' });
    await anAssessment(site.db, { periodId, government: '19.06' });
    const as = async (...grants: Parameters<typeof grant>[]) =>
      await signedIn(site, await aPerson(site.db, { grants: grants.map((one) => grant(...one)) }));
    const shown = async (client: Client, query = '') => {
      const { scopes, scope, units } = await listed(client, query);
      return [scopes.map(({ province }) => province.code).join(' '), scope?.province.code, units.length];
    };
    expect(await shown(await as(['verifier', '53']))).toEqual(['53', '53', 2]);
    expect(await shown(await as(['head', '19']))).toEqual(['19', '19', 1]);
    const two = await as(['head', '19'], ['verifier', '53']);
    expect(await shown(two)).toEqual(['19 53', '19', 1]);
    expect(await shown(two, '?province=53')).toEqual(['19 53', '53', 2]);
    expect(await shown(await as(['national-admin']), `?province=53&period=${periodId}`)).toEqual(['19 53', '53', 2]);
    expect(await shown(await as(['verifier', '31']))).toEqual(['', undefined, 0]);
    const verifier = await as(['verifier', '53']);
    expectProblem(await verifier.get('/api/office/units?province=19'), 'not-found');
    expectProblem(await verifier.get(`/api/office/units?period=${randomUUID()}`), 'not-found');
  });

  it('leaves out what is being planned, and what is assessed a second time, blind', async () => {
    const { id: head } = await aPerson(site.db, { grants: [grant('head', '53')] });
    const client = await signedIn(site, { id: head, grants: [grant('head', '53')] });
    const season = await anAssessment(site.db);
    const shown = async () => (await listed(client)).scopes.map(({ kind }) => kind);
    const again = PeriodId.parse(randomUUID());
    await sql`
      insert into period (id, chain, year, name, instrument_id, instrument_version, created_at, kind, compares)
      select ${again}, chain, year, 'Kunjungan kedua', instrument_id, instrument_version, now(), 'comparison', id
      from period where id = ${season.periodId}`.execute(site.db);
    await anAssessment(site.db, { periodId: again, unit: season.unit });
    expect(await shown()).toEqual(['season']);
    expectProblem(await client.get(`/api/office/units?period=${again}`), 'not-found');
    await site.db.updateTable('period').set({ opened_at: null }).execute();
    expect(await shown()).toEqual([]);
  });

  it('begins with the own duties, those due first on top, and says how many days are left', async () => {
    const scene = await aHandedInUnit(site);
    const { periodId, teamId } = scene.unit;
    const { verifier, head } = scene.people;
    const soon = await anAssessment(site.db, { periodId, teamId, government: '53.71', state: 'submitted' });
    const later = await anAssessment(site.db, { periodId, teamId, government: '53.01', state: 'submitted' });
    const back = await anAssessment(site.db, { periodId, teamId, government: '53.71', state: 'returned' });
    const colleague = await aPerson(site.db, { name: 'Rekan', grants: [grant('verifier', '53')] });
    const duty = async (id: AssessmentId, personId: PersonId, days: number | null) =>
      await sql`
        insert into verification_duty (assessment_id, person_id, due_on, assigned_by, assigned_at)
        values (${id}, ${personId}, (now() at time zone 'Asia/Makassar')::date + ${days}::integer, ${head.id}, now())`.execute(
        site.db,
      );
    await duty(later.id, verifier.id, 5);
    await duty(soon.id, verifier.id, -2);
    await duty(back.id, verifier.id, null);
    await duty(scene.unit.id, colleague.id, 1);
    const { units } = await listed(scene.verifier);
    expect(units.map(({ assessmentId, duty: of }) => [assessmentId, of?.name, of?.daysLeft])).toEqual([
      [soon.id, verifier.name, -2],
      [later.id, verifier.name, 5],
      [back.id, verifier.name, null],
      [scene.unit.id, 'Rekan', 1],
    ]);
    // What is a colleague’s to verify does not wait for oneself.
    const waiting = await listed(scene.verifier, '?mine=1');
    expect(waiting.units.map(({ assessmentId }) => assessmentId)).toEqual([soon.id, later.id]);
  });

  it('is narrowed by state, government and name, and counted as a whole all the same', async () => {
    const { periodId, teamId } = await aTeamWithoutUnits();
    const make = async (name: string, government: string, state: 'assigned' | 'submitted') =>
      await anAssessment(site.db, { periodId, teamId, unit: await aUnit(site.db, { name, government }), state });
    await make('Puskesmas Baa', '53.14', 'submitted');
    await make('Puskesmas Busalangga', '53.14', 'assigned');
    await make('RSUD 100% Sehat', '53.71', 'submitted');
    const client = await signedIn(site, await aPerson(site.db, { grants: [grant('verifier', '53')] }));
    const names = async (query: string) => {
      const { units, found, tally } = await listed(client, query);
      expect(found).toBe(units.length);
      expect(tally).toMatchObject({ submitted: 2, assigned: 1, final: 0 });
      return units.map(({ unitName }) => unitName);
    };
    expect(await names('')).toEqual(['Puskesmas Baa', 'Puskesmas Busalangga', 'RSUD 100% Sehat']);
    expect(await names('?state=submitted')).toEqual(['Puskesmas Baa', 'RSUD 100% Sehat']);
    expect(await names('?government=53.14&state=assigned')).toEqual(['Puskesmas Busalangga']);
    expect(await names('?name=puskesmas%20b')).toEqual(['Puskesmas Baa', 'Puskesmas Busalangga']);
    expect(await names('?name=%25')).toEqual(['RSUD 100% Sehat']);
    expectProblem(await client.get('/api/office/units?page=0'), 'invalid-request');
  });

  it('has every unit on exactly one page', async () => {
    const { periodId, teamId } = await aTeamWithoutUnits();
    const made: AssessmentId[] = [];
    for (let count = 0; count < UNITS_PAGE + 3; count += 1) {
      const unit = await aUnit(site.db, { name: `Unit ${count}` });
      made.push((await anAssessment(site.db, { periodId, teamId, unit })).id);
    }
    const client = await signedIn(site, await aPerson(site.db, { grants: [grant('head', '53')] }));
    const [first, second] = [await listed(client), await listed(client, '?page=2')];
    expect([first.units.length, second.units.length, first.found]).toEqual([UNITS_PAGE, 3, UNITS_PAGE + 3]);
    const shown = [...first.units, ...second.units].map(({ assessmentId }) => assessmentId);
    expect(shown.toSorted()).toEqual(made.toSorted());
  });

  it('says how many photos of a unit have not arrived', async () => {
    const piece = aPhotoPiece((await aPhoto(4)).bytes);
    const more: NonNullable<Parameters<typeof aHandedInUnit>[1]>['more'] = (device, id) => [
      device.change(id, { subjectId: anEvidenceId() }, { field: 'evidence', value: piece }),
    ];
    const scene = await aHandedInUnit(site, { more });
    const outstanding = async () => (await listed(scene.verifier)).units[0]!.filesOutstanding;
    expect(await outstanding()).toBe(1);
    const photo = await aPhoto(4);
    await sender(site, scene.assessor).begin(photo, scene.unit.id, photo.bytes);
    expect(await outstanding()).toBe(0);
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
