import type { OfficeAssessment } from '@patuh/shared/contracts/verification';
import { placeKey } from '@patuh/shared/review/places';
import { questionnaireOf } from '@patuh/shared/sync/questionnaire';
import { sectionsOf } from '@patuh/shared/sync/sections';
import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';

import { explainAll, handIn, pushAll } from '../../support/assessments.ts';
import { emptyTables } from '../../support/database.ts';
import { anEvidenceId, aPoint, aWebPiece } from '../../support/evidence-pieces.ts';
import { expectProblem } from '../../support/people.ts';
import { aCrew, anAnsweredUnit } from '../../support/results.ts';
import { toLookAt } from '../../support/review.ts';
import { aSite, type Site } from '../../support/site.ts';
import { countOf, itemOf } from '../../support/today.ts';
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

const REASON = 'Foto tidak menunjukkan papan yang dimaksud.';

async function recorded(id = scene.unit.id) {
  return await site.db
    .selectFrom('review_plan')
    .selectAll()
    .where('assessment_id', '=', id)
    .orderBy('sequence')
    .execute();
}

async function eventsOf(action: string): Promise<readonly { readonly detail: Record<string, unknown> }[]> {
  const { rows } = await sql<{ detail: Record<string, unknown> }>`
    select detail from audit_event where subject_id = ${scene.unit.id} and action = ${action} order by sequence`.execute(
    site.db,
  );
  return rows;
}

/** Places of the section that must be looked at, and those that need not. */
function inSection({ review, assessment }: OfficeAssessment, sectionId: string) {
  const section = sectionsOf(scene.instrument).find(({ id }) => id === sectionId);
  const ids = section?.indicators.map(({ id }) => String(id)) ?? [];
  const required = (review?.places ?? []).filter(({ indicatorId }) => ids.includes(indicatorId));
  const keys = new Set(required.map(placeKey));
  const answers = assessment.cells.filter(
    ({ indicatorId, current }) => indicatorId !== null && ids.includes(indicatorId) && current.entry.field === 'answer',
  );
  return { required, others: answers.length - keys.size };
}

describe('what must be looked at in a unit', () => {
  it('is told with its reasons, the rule and the seed, and is written down when the unit is handed in', async () => {
    const { review } = await scene.office();
    expect(review).toMatchObject({
      rule: 'patuh-review/1',
      samplePercent: 20,
      edgePoints: 200,
      jumpLevels: 2,
      answered: 217,
    });
    expect(review?.required).toBe(review?.places.length);
    expect(review?.required).toBeLessThan(217);
    const reasons = new Map(review?.counts.map(({ reason, places }) => [reason, places]));
    // Everybody in the field typed thirty interviews within a second, and showed nothing.
    expect(reasons.get('interview-fast')).toBe(150);
    expect(reasons.get('warning')).toBeGreaterThan(0);
    expect(reasons.get('sample')).toBeGreaterThan(0);

    const [plan, ...none] = await recorded();
    expect(none).toEqual([]);
    expect(plan).toMatchObject({ sequence: 1, seed: review?.seed, required: review?.required, places: review?.places });
    const [submitted] = await eventsOf('assessment.submitted');
    expect(submitted?.detail).toMatchObject({ answered: 217, required: review?.required });
  });

  it('keeps its section from being accepted until each answer is; the rest is accepted with it, and that is written down', async () => {
    const sectionId = 'kompetensi-pelaksana';
    const { required, others } = inSection(await scene.office(), sectionId);
    expect(required.length).toBeGreaterThan(1);
    expect(others).toBeGreaterThan(0);
    const refused = await scene.decide(`/sections/${sectionId}/acceptance`);
    expectProblem(refused, 'places-not-reviewed');
    expect(refused.body.count).toBe(required.length);

    expect((await scene.acceptPlaces(required.slice(1))).status).toBe(200);
    expect((await scene.decide(`/sections/${sectionId}/acceptance`)).body.count).toBe(1);
    expect((await scene.acceptPlaces(required.slice(0, 1))).status).toBe(200);
    ok(await scene.decide(`/sections/${sectionId}/acceptance`));
    const [accepted] = await eventsOf('section.accepted');
    expect(accepted?.detail).toMatchObject({ section: sectionId, looked: required.length, byRule: others, review: 1 });
  });

  it('is only what came back, when a unit is handed in again; what was accepted stays', async () => {
    const before = await scene.office();
    expect((await scene.acceptPlaces(before.review?.places ?? [])).status).toBe(200);
    const point = { indicatorId: 'motto', subjectId: 'product-1' };
    ok(await scene.decide('/return', { points: [{ ...point, reason: REASON }] }));
    const former = scene.answers.find((change) => change.indicatorId === 'motto' && change.subjectId === 'product-1')!;
    await pushAll(scene.assessor, [scene.device.level(scene.unit.id, point, 1, [former.id])]);
    await explainAll(scene.assessor, scene.unit.id, scene.instrument);
    await handIn(scene.assessor, scene.unit.id);

    const now = await scene.office();
    expect(toLookAt(now)).toEqual([point]);
    expect(now.review?.seed).toBe(before.review?.seed);
    const reasonsOf = ({ review }: OfficeAssessment) =>
      new Map(
        review?.places.flatMap((one) => (placeKey(one) === 'motto|product-1' ? [] : [[placeKey(one), one.reasons]])),
      );
    expect(reasonsOf(now)).toEqual(reasonsOf(before));
    expect(now.review?.places.find((one) => placeKey(one) === 'motto|product-1')?.reasons).toContain('returned');
    expect((await recorded()).map(({ sequence }) => sequence)).toEqual([1, 2]);

    // Looking at it settles the point that the field has answered.
    const { status, body } = await scene.acceptPlaces(toLookAt(now));
    expect(status).toBe(200);
    expect(body.points).toEqual([expect.objectContaining({ indicatorId: 'motto', state: 'settled' })]);
    expect(toLookAt(await scene.office())).toEqual([]);
  });

  it('is also what the field entered anew without being asked, and what a photo proved that was moved', async () => {
    const evidence = { subjectId: anEvidenceId() };
    scene = await aHandedInUnit(site, {
      more: (device, id) => [
        device.change(id, evidence, {
          field: 'evidence',
          value: aWebPiece('https://x.go.id', { proves: [aPoint('motto', 'product-1')] }),
        }),
      ],
    });
    const before = await scene.office();
    const planned = new Set(before.review?.places.map(placeKey));
    const quiet = scene.answers.find(
      ({ indicatorId, subjectId, entry }) =>
        indicatorId !== null && entry.field === 'answer' && !planned.has(placeKey({ indicatorId, subjectId })),
    )!;
    const piece = before.assessment.cells.find(({ subjectId }) => subjectId === evidence.subjectId);
    ok(await scene.decide('/return', { points: [{ indicatorId: 'persyaratan', subjectId: null, reason: REASON }] }));
    const { id } = scene.unit;
    await pushAll(scene.assessor, [
      scene.device.level(id, { indicatorId: quiet.indicatorId!, subjectId: quiet.subjectId }, 1, [quiet.id]),
      scene.device.change(
        id,
        evidence,
        { field: 'evidence', value: aWebPiece('https://x.go.id', { proves: [aPoint('motto', 'product-2')] }) },
        [piece!.current.changeId],
      ),
      ...scene.answers
        .filter(({ indicatorId }) => indicatorId === 'persyaratan')
        .map(({ subjectId }) =>
          scene.device.change(
            id,
            { indicatorId: 'persyaratan', subjectId },
            { field: 'note', value: 'Papan dipasang' },
          ),
        ),
    ]);
    await explainAll(scene.assessor, id, scene.instrument);
    expect((await handIn(scene.assessor, id)).status).toBe(200);
    const changed = (await scene.office()).review?.places.filter(({ reasons }) => reasons.includes('changed'));
    expect(changed?.map(placeKey).toSorted()).toEqual(
      [
        `${quiet.indicatorId}|${quiet.subjectId}`,
        'motto|product-1',
        'motto|product-2',
        'persyaratan|product-1',
        'persyaratan|product-2',
      ].toSorted(),
    );
  });

  it('stays written down as it was when the unit was accepted, and the database refuses to change it', async () => {
    const { review } = await scene.acceptAll();
    await site.db.updateTable('period').set({ sample_percent: 100, edge_points: 2_000 }).execute();
    expect((await scene.office()).review).toEqual(review);
    await expect(sql`update review_plan set required = 0`.execute(site.db)).rejects.toThrow('only ever added to');
    await expect(sql`delete from review_plan`.execute(site.db)).rejects.toThrow('only ever added to');
  });

  it('is everything once another unit brings the government to the edge of a band, and that is written down too', async () => {
    // Six points around 78,00: neither 100,00 nor 66,67 lies there, their mean of 83,33 does.
    await site.db.updateTable('period').set({ edge_points: 600 }).execute();
    await scene.acceptSection(scene.sections[0]);
    const before = await scene.office();
    expect(before.review?.required).toBeLessThan(217);
    const crew = await aCrew(site);
    const other = await anAnsweredUnit(crew, {
      periodId: scene.unit.periodId,
      government: scene.unit.unit.government,
      level: ({ maximum }) => Math.max(0, maximum - 1),
    });
    await handIn(crew.assessor, other.id);

    const now = await scene.office();
    expect(now.review?.required).toBe(217);
    expect(now.review?.counts).toContainEqual({ reason: 'band-edge', places: 217 });
    for (const section of scene.sections.slice(1, -1)) ok(await scene.acceptSection(section));
    // Also what was accepted by the lot before is looked at before the unit is verified.
    const last = await scene.acceptSection(scene.sections.at(-1));
    expectProblem(last, 'places-not-reviewed');
    expect((await scene.acceptPlaces(toLookAt(await scene.office()))).status).toBe(200);
    const verified = ok(await scene.decide(`/sections/${scene.sections.at(-1)}/acceptance`));
    expect(verified.assessment.state).not.toBe('submitted');
    expect(verified.review?.required).toBe(217);
    // As handed in, by the new setting, and at the edge.
    expect((await recorded()).map(({ at_edge: atEdge }) => atEdge)).toEqual([false, false, true]);
    // Everything was looked at: there is nothing to come back to.
    expect(verified.unseenAtEdge).toBeNull();
  });

  it('is told of a verified unit too, to verifier and head, until somebody looked at what the rule had accepted', async () => {
    await site.db.updateTable('period').set({ edge_points: 600 }).execute();
    const verified = await scene.acceptAll();
    const looked = verified.placeAcceptances.length;
    expect(verified.unseenAtEdge).toBeNull();
    expect(await countOf(scene.head, 'government-edge')).toBe(0);
    const crew = await aCrew(site);
    const other = await anAnsweredUnit(crew, {
      periodId: scene.unit.periodId,
      government: scene.unit.unit.government,
      level: ({ maximum }) => Math.max(0, maximum - 1),
    });
    await handIn(crew.assessor, other.id);

    const now = await scene.office();
    expect(now).toMatchObject({ unseenAtEdge: 217 - looked, review: verified.review });
    for (const who of [scene.verifier, scene.head]) {
      expect(await itemOf(who, 'government-edge')).toMatchObject({
        count: 1,
        first: [{ assessmentId: scene.unit.id, count: 217 - looked }],
      });
    }
    const { questions } = questionnaireOf(scene.instrument, scene.unit.unit.kind, now.assessment.cells);
    const all = questions.map(({ indicator, subject }) => ({ indicatorId: indicator.id, subjectId: subject.id }));
    expect((await scene.acceptPlaces(all)).status).toBe(200);
    expect((await scene.office()).unseenAtEdge).toBeNull();
    expect(await countOf(scene.verifier, 'government-edge')).toBe(0);
  });

  it('asks nothing of sections that were accepted before there was such a rule', async () => {
    for (const section of scene.sections.slice(0, -1)) ok(await scene.acceptSection(section));
    await site.db.deleteFrom('place_acceptance').execute();
    const last = `/sections/${scene.sections.at(-1)}/acceptance`;
    expectProblem(await scene.decide(last), 'places-not-reviewed');
    await site.db.updateTable('section_acceptance').set({ review_sequence: null }).execute();
    expect(ok(await scene.acceptSection(scene.sections.at(-1))).score).not.toBeNull();
  });
});
