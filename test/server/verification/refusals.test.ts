import { randomUUID } from 'node:crypto';

import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';

import { anAssessment, handIn, pushAll } from '../../support/assessments.ts';
import { emptyTables } from '../../support/database.ts';
import { aPerson, expectProblem, grant, signedIn } from '../../support/people.ts';
import { aSite, type Site } from '../../support/site.ts';
import { aHandedInUnit, type HandedIn, ok } from '../../support/verification.ts';

let site: Site;
let scene: HandedIn;
beforeAll(async () => {
  site = await aSite({ history: false });
});
afterAll(async () => await site.close());
beforeEach(async () => {
  await emptyTables(site.db);
  scene = await aHandedInUnit(site);
});

const REASON = 'Bukti tidak mendukung tingkat yang dipilih.';
const somePoint = () => {
  const { indicatorId } = scene.answers.find(({ subjectId }) => subjectId === 'unit')!;
  return { indicatorId: indicatorId!, subjectId: 'unit', reason: REASON };
};

describe('the office refuses', () => {
  it('what was decided about an older screen', async () => {
    const { version } = (await scene.office()).assessment;
    const path = `/api/office/assessments/${scene.unit.id}`;
    await scene.acceptSection(scene.sections[1]);
    expectProblem(
      await scene.verifier.post(`${path}/sections/${scene.sections[0]}/acceptance`, { version }),
      'changed-meanwhile',
    );
    expectProblem(await scene.verifier.post(`${path}/return`, { version, points: [somePoint()] }), 'changed-meanwhile');
  });

  it('to accept a section with open points, and one that the instrument does not have', async () => {
    const returned = ok(await scene.decide('/return', { points: [somePoint()] }));
    const section = sectionOf(scene, somePoint().indicatorId);
    // Given back, the unit is not with the verifier at all.
    expectProblem(await scene.decide(`/sections/${section}/acceptance`), 'assessment-not-submitted');
    expect(returned.acceptances).toEqual([]);
    ok(await scene.decide(`/points/${returned.assessment.points[0]!.id}/settle`));
    expect((await handIn(scene.assessor, scene.unit.id)).status).toBe(200);
    expectProblem(await scene.decide('/sections/tidak-ada/acceptance'), 'section-unknown');
    ok(await scene.acceptSection(section));
  });

  it('points that the unit does not have, twice the same, and reasons without words', async () => {
    const point = somePoint();
    const refused = async (points: readonly object[]) => await scene.decide('/return', { points });
    expectProblem(await refused([{ ...point, indicatorId: 'tidak-ada' }]), 'point-unknown');
    expectProblem(await refused([{ ...point, subjectId: 'product-1' }]), 'point-unknown');
    expectProblem(await refused([{ ...point, subjectId: 'product-9' }]), 'point-unknown');
    expectProblem(await refused([point, point]), 'invalid-request');
    expectProblem(await refused([{ ...point, reason: '          ' }]), 'invalid-request');
    expectProblem(await refused([]), 'invalid-request');
    expectProblem(await refused([{ ...point, extra: 1 }]), 'invalid-request');
    expect((await scene.office()).assessment).toMatchObject({ state: 'submitted', points: [] });
  });

  it('units of another province with the very answer of a unit that does not exist', async () => {
    const other = await anAssessment(site.db, {
      government: '19.06',
      periodId: scene.unit.periodId,
      state: 'submitted',
    });
    const tries: readonly (readonly ['get' | 'post', string, object?])[] = [
      ['get', ''],
      ['post', '/return', { version: 0, points: [somePoint()] }],
      ['post', `/points/${randomUUID()}/settle`, { version: 0 }],
      ['post', `/late/0193a000-0000-7000-8000-000000000001`, { version: 0, decision: 'leave-out', reason: REASON }],
      ['post', `/sections/${scene.sections[0]}/acceptance`, { version: 0 }],
      ['post', '/reopening', { version: 0 }],
    ];
    for (const [method, path, body] of tries) {
      const foreign = await scene.verifier[method](`/api/office/assessments/${other.id}${path}`, body);
      const missing = await scene.verifier[method](`/api/office/assessments/${randomUUID()}${path}`, body);
      expectProblem(foreign, 'not-found');
      expect(foreign.body).toEqual(missing.body);
    }
  });

  it('a head and the national office what only a verifier does', async () => {
    const admin = await signedIn(site, await aPerson(site.db, { grants: [grant('national-admin')] }));
    for (const client of [scene.head, admin]) {
      expectProblem(await scene.decide('/return', { points: [somePoint()] }, client), 'not-permitted');
      expect((await scene.office(client)).whyNot).toBe('not-permitted');
    }
    // Verifier of another province and head of this one: sees it, decides nothing.
    const both = await signedIn(
      site,
      await aPerson(site.db, { grants: [grant('head', '53'), grant('verifier', '19')] }),
    );
    expectProblem(await scene.decide('/return', { points: [somePoint()] }, both), 'not-permitted');
  });

  it('nothing of HTML and SQL in a reason: it comes back as the text it was', async () => {
    const reason = `<script>alert('x')</script>'); drop table answer; --`;
    const returned = ok(await scene.decide('/return', { points: [{ ...somePoint(), reason }] }));
    expect(returned.assessment.points[0]?.reason).toBe(reason);
  });

  it('to accept answers that changed after they were accepted, until they are looked at again', async () => {
    await scene.acceptAll();
    ok(await scene.decide('/return', { points: [somePoint()] }));
    // The field may change anything while it has the unit, not only what was given back.
    const user = scene.answers.findLast(
      ({ subjectId, entry }) => subjectId.startsWith('user-') && entry.field === 'answer',
    )!;
    const place = { indicatorId: user.indicatorId!, subjectId: user.subjectId };
    const note = scene.device.change(scene.unit.id, somePoint(), { field: 'note', value: 'Dilihat lagi tanggal 3.' });
    await pushAll(scene.assessor, [note, scene.device.level(scene.unit.id, place, 0, [user.id])]);
    expect((await handIn(scene.assessor, scene.unit.id)).status).toBe(200);
    const { acceptances } = await scene.office();
    const standing = new Map(acceptances.map(({ sectionId, holds }) => [sectionId, holds]));
    expect(standing.get(sectionOf(scene, place.indicatorId))).toBe(false);
    expect(standing.has(sectionOf(scene, somePoint().indicatorId))).toBe(false);
    const first = ok(await scene.acceptSection(sectionOf(scene, place.indicatorId)));
    expect(first.score).toBeNull();
    expect((await scene.acceptAll()).score?.sequence).toBe(2);
  });
});

function sectionOf({ instrument }: HandedIn, indicatorId: string): string {
  const found = instrument.tree.flatMap(function below(node): readonly string[] {
    if (node.node === 'indicator') return [];
    return node.children.some(({ id }) => id === indicatorId) ? [node.id] : node.children.flatMap(below);
  });
  return found[0]!;
}
