import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';

import { lastAnswer } from '../../support/changes.ts';
import { pulled, pushAll } from '../../support/assessments.ts';
import { emptyTables } from '../../support/database.ts';
import { anEvidenceId, aWebPiece } from '../../support/evidence-pieces.ts';
import { expectProblem } from '../../support/people.ts';
import { lookAtAll } from '../../support/review.ts';
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

describe('a unit recorded as not assessed', () => {
  it('is opened by a verifier, goes back to where it stood, and takes answers again', async () => {
    const place = {
      indicatorId: lastAnswer(scene.answers).indicatorId,
      subjectId: lastAnswer(scene.answers).subjectId,
    };
    ok(await scene.decide('/return', { points: [{ ...place, reason: REASON }] }));
    const value = aWebPiece('https://cuaca.contoh.example/banjir');
    const notice = { subjectId: anEvidenceId() };
    await pushAll(scene.assessor, [scene.device.change(scene.unit.id, notice, { field: 'evidence', value })]);
    const { version } = await pulled(scene.assessor, scene.unit.id);
    const path = `/api/assessments/${scene.unit.id}/not-assessed`;
    const recorded = await scene.assessor.post(path, { version, reason: 'disaster', note: 'Kantor terendam banjir.' });
    expect(recorded.status).toBe(200);
    expect((await scene.office()).assessment).toMatchObject({
      state: 'not-assessed',
      notAssessed: { reason: 'disaster' },
    });

    expectProblem(
      await scene.head.post(`/api/office/assessments/${scene.unit.id}/reopening`, { version }),
      'not-permitted',
    );
    const opened = ok(await scene.decide('/reopening'));
    expect(opened.assessment).toMatchObject({ state: 'returned', notAssessed: null });
    const change = scene.device.level(scene.unit.id, place, 0, [lastAnswer(scene.answers).id]);
    expect(await pushAll(scene.assessor, [change])).toEqual([{ id: change.id, outcome: 'applied' }]);
    expectProblem(await scene.decide('/reopening'), 'already-decided');
  });
});

describe('two verifiers at once', () => {
  beforeEach(async () => await lookAtAll(scene.verifier, scene.unit.id));

  it('accept the last section once: the other is told that something changed, and there is one score', async () => {
    for (const section of scene.sections.slice(1)) ok(await scene.acceptSection(section));
    const { version } = (await scene.office()).assessment;
    const path = `/api/office/assessments/${scene.unit.id}/sections/${scene.sections[0]}/acceptance`;
    const answers = await Promise.all(
      Array.from({ length: 5 }, async () => await scene.verifier.post(path, { version })),
    );
    expect(answers.map(({ status }) => String(status)).toSorted()).toEqual(['200', '409', '409', '409', '409']);
    const scores = await site.db.selectFrom('unit_score').select('sequence').execute();
    expect(scores).toEqual([{ sequence: 1 }]);
  });

  it('one gives back while the other accepts: exactly one of them is done', async () => {
    const { version } = (await scene.office()).assessment;
    const path = `/api/office/assessments/${scene.unit.id}`;
    const point = { indicatorId: lastAnswer(scene.answers).indicatorId, subjectId: null, reason: REASON };
    const answers = await Promise.all([
      scene.verifier.post(`${path}/return`, { version, points: [point] }),
      scene.verifier.post(`${path}/sections/${scene.sections[0]}/acceptance`, { version }),
    ]);
    expect(answers.map(({ status }) => String(status)).toSorted()).toEqual(['200', '409']);
  });
});
