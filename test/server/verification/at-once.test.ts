import { sectionsOf } from '@patuh/shared/sync/sections';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';

import { pushAll } from '../../support/assessments.ts';
import { lastAnswer } from '../../support/changes.ts';
import { emptyTables } from '../../support/database.ts';
import { ask, beginFile, sendPart } from '../../support/document-requests.ts';
import { pdf } from '../../support/evidence-files.ts';
import { aPerson, type Answer, callerOf, grant, signedIn } from '../../support/people.ts';
import { toLookAt } from '../../support/review.ts';
import { aSite, type Site } from '../../support/site.ts';
import { aHandedInUnit } from '../../support/verification.ts';

let site: Site;
beforeAll(async () => {
  site = await aSite({ history: false });
});
afterAll(async () => await site.close());

beforeEach(async () => await emptyTables(site.db));

const REASON = 'Foto tidak menunjukkan papan yang dimaksud.';

describe('everything that can happen to a unit at once', () => {
  it.each([
    ['also while it goes back', true],
    ['while nobody gives it back', false],
  ])('ends with an answer of the catalogue each and a unit that contradicts nothing, %s', async (_how, isReturned) => {
    const scene = await aHandedInUnit(site, { users: 10 });
    const colleague = await signedIn(
      site,
      await aPerson(site.db, { name: 'Rekan', grants: [grant('verifier', '53')] }),
    );
    const { token, request } = await ask(scene);
    const bytes = pdf();
    const file = await beginFile(callerOf(site), token, bytes);
    const now = await scene.office();
    const { version } = now.assessment;
    const path = `/api/office/assessments/${scene.unit.id}`;
    const places = toLookAt(now);
    const half = Math.ceil(places.length / 2);
    const last = lastAnswer(scene.answers);
    const where = { indicatorId: last.indicatorId ?? '', subjectId: last.subjectId };
    const late = scene.device.level(scene.unit.id, where, 0, [last.id]);
    const accept = (of: typeof places, by = scene.verifier): Promise<Answer> =>
      by.post(`${path}/places/acceptance`, { version, places: of });
    const pushed = pushAll(scene.assessor, [late]);
    const answers = await Promise.all([
      accept(places.slice(0, half)),
      accept(places.slice(half), colleague),
      accept(places, colleague),
      ...sectionsOf(scene.instrument)
        .slice(0, 4)
        .map(({ id }, index) =>
          (index % 2 === 0 ? scene.verifier : colleague).post(`${path}/sections/${id}/acceptance`, { version }),
        ),
      ...(isReturned ? [colleague.post(`${path}/return`, { version, points: [{ ...where, reason: REASON }] })] : []),
      sendPart(callerOf(site), { token, id: file, offset: 0, bytes }),
      scene.verifier.post(`${path}/document-requests/${request.id}/decision`, {
        decision: 'withdraw',
        seen: 0,
        reason: REASON,
      }),
    ]);
    expect(answers.filter(({ status }) => status >= 500)).toEqual([]);
    expect(await pushed).toMatchObject([{ id: late.id }]);

    const after = await scene.office();
    const open = after.assessment.points.filter(({ state }) => state === 'open');
    if (after.assessment.state === 'final') expect(open).toEqual([]);
    expect(after.assessment.state === 'returned').toBe(answers.some(({ status, body }) => isReturn(status, body)));
    // No acceptance stands at a place that went back.
    const back = new Set(open.map(({ indicatorId, subjectId }) => `${indicatorId} ${subjectId}`));
    expect(
      after.placeAcceptances.filter(({ indicatorId, subjectId }) => back.has(`${indicatorId} ${subjectId}`)),
    ).toEqual([]);
    // Each change of the unit has its event, and the versions count them.
    const events = site.db.selectFrom('audit_event').select('action').where('subject_id', '=', scene.unit.id);
    const accepted = (await events.execute()).filter(({ action }) => action === 'places.accepted');
    const granted = answers.slice(0, 3).filter(({ status }) => status === 200);
    expect(accepted).toHaveLength(granted.length);
  });
});

function isReturn(status: number, body: Answer['body']): boolean {
  return status === 200 && (body as { assessment?: { state?: string } }).assessment?.state === 'returned';
}
