import { compileInstrument } from '@patuh/shared/scoring/compile';
import { SCORING_RULES } from '@patuh/shared/scoring/rules';
import { scoreUnit } from '@patuh/shared/scoring/unit';
import { indicatorsOf } from '@patuh/shared/scoring/weights';
import { formatPoints } from '@patuh/shared/domain/points';
import { instrumentContentHash } from '@patuh/shared/publication/hash';
import { scoringInput } from '@patuh/shared/sync/scoring-input';
import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';

import { lastAnswer } from '../../support/changes.ts';
import { explainAll, handIn, HEALTH, pulled, pushAll } from '../../support/assessments.ts';
import { emptyTables } from '../../support/database.ts';
import { expectProblem } from '../../support/people.ts';
import { aSite, type Site } from '../../support/site.ts';
import { aHandedInUnit, ok } from '../../support/verification.ts';

let site: Site;
beforeAll(async () => {
  site = await aSite({ history: false });
});
afterAll(async () => await site.close());
beforeEach(async () => await emptyTables(site.db));

const REASON = 'Bukti tidak mendukung tingkat yang dipilih.';
const levelOf = ({ id, maximum }: { id: string; maximum: number }, subject: string): number =>
  (id.length + subject.length) % (maximum + 1);

describe('the way of a unit through the office', () => {
  it('goes back with a reason, is corrected, handed in again, accepted, and scored', async () => {
    const scene = await aHandedInUnit(site, { level: levelOf });
    const { unit, instrument, sections, device } = scene;
    const indicator = indicatorsOf(instrument.tree).find(({ subject }) => subject === 'product')!;
    await scene.acceptSection(sections[0]);
    const returned = ok(
      await scene.decide('/return', {
        points: [{ indicatorId: indicator.id, subjectId: 'product-2', reason: REASON }],
      }),
    );
    expect(returned.assessment.state).toBe('returned');
    expect(returned.assessment.points).toEqual([
      expect.objectContaining({ indicatorId: indicator.id, subjectId: 'product-2', reason: REASON, state: 'open' }),
    ]);

    // The field sees it at the question, and cannot hand in before answering it.
    expect((await pulled(scene.assessor, unit.id)).points).toHaveLength(1);
    expectProblem(await handIn(scene.assessor, unit.id), 'assessment-incomplete');
    const former = scene.answers.find((one) => one.indicatorId === indicator.id && one.subjectId === 'product-2')!;
    await pushAll(scene.assessor, [
      device.level(unit.id, { indicatorId: indicator.id, subjectId: 'product-2' }, indicator.maximum, [former.id]),
    ]);
    await explainAll(scene.assessor, unit.id, instrument);
    expect((await handIn(scene.assessor, unit.id)).status).toBe(200);
    const again = await scene.office();
    expect(again.assessment.points[0]?.state).toBe('answered');
    const history = again.history.filter(({ values }) => values.some(({ entry }) => entry.field === 'answer'));
    expect(history).toHaveLength(1);
    expect(history[0]?.values.map(({ entry }) => entry.value)).toEqual([
      expect.objectContaining({ kind: 'level' }),
      { kind: 'level', level: indicator.maximum },
    ]);
    // What was accepted before and not touched is still accepted.
    expect(again.acceptances).toEqual([expect.objectContaining({ sectionId: sections[0], holds: true })]);

    const verified = await scene.acceptAll();
    expect(verified.assessment.state).toBe('final');
    expect(verified.assessment.points[0]?.state).toBe('settled');
    const expected = scoreUnit(compileInstrument(instrument), {
      unitKind: HEALTH,
      ...scoringInput(instrument, HEALTH, verified.assessment.cells),
    });
    if (expected.kind !== 'scored') throw new Error(expected.kind);
    expect(verified.score).toMatchObject({
      sequence: 1,
      points: formatPoints(expected.score),
      merged: expected.merged.indicators,
      acceptedBy: 'Yosef Verifikator',
      scoredBy: {
        instrument: instrument.id,
        version: instrument.version,
        contentHash: instrumentContentHash(instrument),
        rules: SCORING_RULES,
      },
    });
  });

  it('gets a second score after it was reopened, and the first stays', async () => {
    const scene = await aHandedInUnit(site, { level: levelOf });
    const first = await scene.acceptAll();
    const answered = scene.answers.find((one) => one.indicatorId !== null && one.subjectId === 'product-1')!;
    const place = { indicatorId: answered.indicatorId!, subjectId: 'product-1' };
    const reopened = ok(await scene.decide('/return', { points: [{ ...place, reason: REASON }] }));
    expect(reopened.assessment.state).toBe('returned');
    expect(reopened.score).toBeNull();
    expect(reopened.earlierScores).toEqual([expect.objectContaining({ sequence: 1, points: first.score?.points })]);

    const level =
      answered.entry.field === 'answer' && answered.entry.value?.kind === 'level' ? answered.entry.value.level : 0;
    await pushAll(scene.assessor, [scene.device.level(scene.unit.id, place, level === 0 ? 1 : 0, [answered.id])]);
    await explainAll(scene.assessor, scene.unit.id, scene.instrument);
    expect((await handIn(scene.assessor, scene.unit.id)).status).toBe(200);
    const second = await scene.acceptAll();
    expect(second.score?.sequence).toBe(2);
    expect(second.score?.points).not.toBe(first.score?.points);
    expect(second.earlierScores.map(({ points }) => points)).toEqual([first.score?.points]);
  });

  it('keeps every score that was computed: the database refuses to change or remove one', async () => {
    const scene = await aHandedInUnit(site);
    await scene.acceptAll();
    const { db } = site;
    await expect(sql`update unit_score set score = 10000`.execute(db)).rejects.toThrow('unit_score');
    await expect(sql`delete from unit_score`.execute(db)).rejects.toThrow('unit_score');
    await expect(sql`truncate unit_score`.execute(db)).rejects.toThrow('unit_score');
  });

  it('leaves an event of every decision in the audit of the province, without a word of the reason', async () => {
    const scene = await aHandedInUnit(site);
    const place = { indicatorId: lastAnswer(scene.answers).indicatorId, subjectId: null };
    const [point] = ok(await scene.decide('/return', { points: [{ ...place, reason: REASON }] })).assessment.points;
    await scene.decide(`/points/${point!.id}/settle`);
    await handIn(scene.assessor, scene.unit.id);
    await scene.acceptAll();
    const { rows } = await sql<{ action: string; detail: unknown; office: string }>`
      select action, detail, office from audit_event where subject_id = ${scene.unit.id} order by sequence`.execute(
      site.db,
    );
    expect(rows.map(({ action }) => action).filter((action) => action !== 'answers.pushed')).toEqual([
      'assessment.submitted',
      'assessment.returned',
      'point.settled',
      'assessment.submitted',
      ...scene.sections.slice(1).flatMap(() => ['places.accepted', 'section.accepted']),
      'places.accepted',
      'assessment.verified',
    ]);
    expect(new Set(rows.map(({ office }) => office))).toEqual(new Set(['53']));
    expect(JSON.stringify(rows)).not.toContain('Bukti');
  });
});
