import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';

import { anAssessment, handIn, HEALTH, pushAll } from '../../support/assessments.ts';
import { fullAnswers, lastAnswer } from '../../support/changes.ts';
import { emptyTables } from '../../support/database.ts';
import { aPerson, expectProblem, grant, signedIn } from '../../support/people.ts';
import { instrumentOf } from '../../support/reference-instruments.ts';
import { aSite, type Site } from '../../support/site.ts';
import { countOf } from '../../support/today.ts';
import { aHandedInUnit, type HandedIn, ok } from '../../support/verification.ts';

let site: Site;
beforeAll(async () => {
  site = await aSite({ history: false });
});
afterAll(async () => await site.close());
beforeEach(async () => await emptyTables(site.db));

const REASON = 'Kantor hanya mempunyai satu verifikator tahun ini.';
const allow = async ({ unit, head }: HandedIn, personId: string, client = head) =>
  await client.post(`/api/office/assessments/${unit.id}/verifier-exception`, { personId, reason: REASON });

describe('nobody verifies what they collected', () => {
  it('refuses every decision to who entered a single answer, and says so before', async () => {
    const scene = await aHandedInUnit(site, { smallOffice: true });
    expect((await scene.office()).whyNot).toBe('own-collection');
    const point = { indicatorId: lastAnswer(scene.answers).indicatorId, subjectId: null, reason: REASON };
    expectProblem(await scene.decide('/return', { points: [point] }), 'own-collection');
    expectProblem(await scene.decide(`/sections/${scene.sections[0]}/acceptance`), 'own-collection');
    expect((await scene.office()).assessment.state).toBe('submitted');
  });

  it('refuses every decision to who handed in what colleagues entered', async () => {
    const grants = [grant('assessor', '53'), grant('verifier', '53')];
    const both = await aPerson(site.db, { grants });
    const colleague = await aPerson(site.db, { grants: [grant('enumerator', '53')] });
    const unit = await anAssessment(site.db, {
      members: [
        { personId: both.id, role: 'assessor' },
        { personId: colleague.id, role: 'enumerator' },
      ],
    });
    await pushAll(await signedIn(site, colleague), fullAnswers(instrumentOf(2023), HEALTH, { assessmentId: unit.id }));
    const client = await signedIn(site, both);
    expect((await handIn(client, unit.id)).status).toBe(200);
    const path = `/api/office/assessments/${unit.id}`;
    const seen = ok(await client.get(path));
    expect(seen).toMatchObject({ whyNot: 'own-collection', verifiers: [{ personId: both.id, collected: true }] });
    const { version } = seen.assessment;
    expectProblem(await client.post(`${path}/sections/standar-pelayanan/acceptance`, { version }), 'own-collection');
    const { units } = (await client.get('/api/office/units')).body;
    expect(units).toMatchObject([{ assessmentId: unit.id, collectedByMe: true }]);
  });

  it('puts a unit that the head let somebody verify on their first page and on their list, and not before', async () => {
    const scene = await aHandedInUnit(site, { smallOffice: true });
    const waiting = async (): Promise<number> => (await scene.assessor.get('/api/office/units?mine=1')).body.found;
    expect([await countOf(scene.assessor, 'to-verify'), await waiting()]).toEqual([0, 0]);
    ok(await allow(scene, scene.people.assessor.id));
    expect([await countOf(scene.assessor, 'to-verify'), await waiting()]).toEqual([1, 1]);
  });

  it('lets the head of an office without another verifier allow it, and it shows for good', async () => {
    const scene = await aHandedInUnit(site, { smallOffice: true });
    const { assessor } = scene.people;
    const allowed = ok(await allow(scene, assessor.id));
    expect(allowed.exceptions).toEqual([
      expect.objectContaining({ person: 'Maria Asesor', decidedBy: 'Ibu Kepala', reason: REASON }),
    ]);
    expect((await scene.office()).whyNot).toBeNull();
    const verified = await scene.acceptAll();
    expect(verified.score?.acceptedBy).toBe('Maria Asesor');
    expect(verified.exceptions).toHaveLength(1);
    expectProblem(await allow(scene, assessor.id), 'already-decided');
    const events = await site.db
      .selectFrom('audit_event')
      .select('action')
      .where('action', '=', 'verifier.allowed')
      .execute();
    expect(events).toHaveLength(1);
  });

  it('refuses while another verifier is there who did not collect, and allows once that account is closed', async () => {
    const scene = await aHandedInUnit(site, { smallOffice: true });
    const other = await aPerson(site.db, { name: 'Lain', grants: [grant('verifier', '53')] });
    expectProblem(await allow(scene, scene.people.assessor.id), 'other-verifier-exists');
    await site.db.updateTable('person').set({ disabled_at: new Date() }).where('id', '=', other.id).execute();
    ok(await allow(scene, scene.people.assessor.id));
  });

  it('refuses for who is no verifier here, and for who did not collect', async () => {
    const scene = await aHandedInUnit(site);
    expectProblem(await allow(scene, scene.people.assessor.id), 'person-not-verifier');
    expectProblem(await allow(scene, scene.people.verifier.id), 'exception-not-needed');
    const abroad = await aPerson(site.db, { grants: [grant('verifier', '19')] });
    expectProblem(await allow(scene, abroad.id), 'person-not-verifier');
  });

  it('is decided by the head of the province alone, and by nobody about themself', async () => {
    const scene = await aHandedInUnit(site, { smallOffice: true });
    const { id } = scene.people.assessor;
    const abroad = await signedIn(site, await aPerson(site.db, { grants: [grant('head', '19')] }));
    expectProblem(await allow(scene, id, abroad), 'not-found');
    expectProblem(await allow(scene, id, scene.assessor), 'not-permitted');
    const grants = [grant('head', '53'), grant('verifier', '53')];
    const both = await aPerson(site.db, { grants });
    expectProblem(await allow(scene, both.id, await signedIn(site, both)), 'not-on-oneself');
  });
});
