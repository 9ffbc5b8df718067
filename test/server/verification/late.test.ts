import type { Change } from '@patuh/shared/domain/change';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';

import { pulled, pushAll } from '../../support/assessments.ts';
import { emptyTables } from '../../support/database.ts';
import { expectProblem } from '../../support/people.ts';
import { aSite, type Site } from '../../support/site.ts';
import { aHandedInUnit, type HandedIn, ok } from '../../support/verification.ts';

let site: Site;
beforeAll(async () => {
  site = await aSite({ history: false });
});
afterAll(async () => await site.close());
beforeEach(async () => await emptyTables(site.db));

const REASON = 'Foto papan informasi dikirim menyusul.';

/** Another answer of the assessor for what product 1 was given, after the unit was handed in. */
async function aLateChange(scene: HandedIn, field: 'answer' | 'name' = 'answer'): Promise<Change> {
  const former = scene.answers.find(({ subjectId, entry }) => subjectId === 'product-1' && entry.field === field)!;
  const { indicatorId, subjectId } = former;
  const where = { subjectId, ...(indicatorId !== null && { indicatorId }) };
  const late =
    field === 'answer'
      ? scene.device.level(scene.unit.id, where, 0, [former.id])
      : scene.device.change(scene.unit.id, where, { field: 'name', value: 'Nama lain' }, [former.id]);
  expect(await pushAll(scene.assessor, [late])).toEqual([{ id: late.id, outcome: 'late' }]);
  return late;
}

const valueOf = ({ assessment }: { assessment: { cells: readonly { current: { changeId: string } }[] } }, id: string) =>
  assessment.cells.some(({ current }) => current.changeId === id);

describe('a change that came after submission', () => {
  it('waits beside the answer that counts, and nothing is accepted before it is decided', async () => {
    const scene = await aHandedInUnit(site);
    const late = await aLateChange(scene);
    const office = await scene.office();
    expect(office.assessment.late).toEqual([expect.objectContaining({ changeId: late.id, decision: 'waiting' })]);
    expect(valueOf(office, late.id)).toBe(false);
    expect(
      office.history.flatMap(({ values }) => values.filter((value) => value.late).map(({ changeId }) => changeId)),
    ).toEqual([late.id]);
    expectProblem(await scene.decide(`/sections/${scene.sections[0]}/acceptance`), 'late-changes-waiting');
  });

  it('taken in, it is current, its point is open for the verifier, and its author is told', async () => {
    const scene = await aHandedInUnit(site);
    const late = await aLateChange(scene);
    const decided = ok(await scene.decide(`/late/${late.id}`, { decision: 'take-in', reason: REASON }));
    expect(valueOf(decided, late.id)).toBe(true);
    expect(decided.assessment.points).toEqual([
      expect.objectContaining({
        indicatorId: late.indicatorId,
        subjectId: 'product-1',
        state: 'answered',
        reason: REASON,
      }),
    ]);
    expect(decided.lateDecisions).toEqual([
      expect.objectContaining({ changeId: late.id, decision: 'taken-in', reason: REASON, by: 'Yosef Verifikator' }),
    ]);
    const told = await pulled(scene.assessor, scene.unit.id);
    expect(told.late).toEqual([expect.objectContaining({ changeId: late.id, decision: 'taken-in' })]);
    expect(valueOf({ assessment: told }, late.id)).toBe(true);
    expect((await scene.acceptAll()).score).not.toBeNull();
  });

  it('left out, it stays in the history and changes nothing that counts', async () => {
    const scene = await aHandedInUnit(site);
    const before = (await scene.office()).assessment.answersHash;
    const late = await aLateChange(scene);
    const decided = ok(await scene.decide(`/late/${late.id}`, { decision: 'leave-out', reason: REASON }));
    expect(decided.assessment.answersHash).toBe(before);
    expect(decided.assessment.points).toEqual([]);
    expect((await pulled(scene.assessor, scene.unit.id)).late).toEqual([
      expect.objectContaining({ changeId: late.id, decision: 'left-out' }),
    ]);
    expectProblem(await scene.decide(`/late/${late.id}`, { decision: 'take-in', reason: REASON }), 'already-decided');
  });

  it('taken into a verified unit, it voids its section and the unit is verified anew with the next score', async () => {
    const scene = await aHandedInUnit(site);
    const first = await scene.acceptAll();
    const late = await aLateChange(scene);
    const reopened = ok(await scene.decide(`/late/${late.id}`, { decision: 'take-in', reason: REASON }));
    expect(reopened.assessment.state).toBe('submitted');
    expect(reopened.score).toBeNull();
    const held = reopened.acceptances.filter(({ holds }) => holds).map(({ sectionId }) => sectionId);
    expect(held).toHaveLength(scene.sections.length - 1);
    const second = await scene.acceptAll();
    expect(second.score?.sequence).toBe(2);
    expect(second.score?.points).not.toBe(first.score?.points);
  });

  it('left out of a verified unit, it leaves the unit verified', async () => {
    const scene = await aHandedInUnit(site);
    const first = await scene.acceptAll();
    const late = await aLateChange(scene);
    const after = ok(await scene.decide(`/late/${late.id}`, { decision: 'leave-out', reason: REASON }));
    expect(after.assessment.state).toBe('final');
    expect(after.score).toEqual(first.score);
  });

  it('about a subject voids the sections that are asked of such subjects', async () => {
    const scene = await aHandedInUnit(site);
    await scene.acceptAll();
    const late = await aLateChange(scene, 'name');
    const reopened = ok(await scene.decide(`/late/${late.id}`, { decision: 'take-in', reason: REASON }));
    expect(reopened.assessment.points).toEqual([]);
    const held = new Set(reopened.acceptances.map(({ sectionId }) => sectionId));
    expect(scene.sections.filter((id) => !held.has(id))).toEqual(['standar-pelayanan']);
  });

  it('is not found under another unit', async () => {
    const scene = await aHandedInUnit(site);
    const missing = '0193a000-0000-7000-8000-000000000001';
    expectProblem(await scene.decide(`/late/${missing}`, { decision: 'leave-out', reason: REASON }), 'not-found');
  });

  it('taken in although another late change was built upon it, it is current', async () => {
    const scene = await aHandedInUnit(site);
    const first = await aLateChange(scene);
    const where = { indicatorId: first.indicatorId!, subjectId: first.subjectId };
    const second = scene.device.level(scene.unit.id, where, 1, [first.id]);
    await pushAll(scene.assessor, [second]);
    // Meanwhile the field was given the place back and answered it otherwise.
    ok(await scene.decide('/return', { points: [{ ...where, reason: REASON }] }));
    const other = scene.device.level(scene.unit.id, where, 2, [
      scene.answers.find((one) => one.indicatorId === where.indicatorId && one.subjectId === where.subjectId)!.id,
    ]);
    expect(await pushAll(scene.assessor, [other])).toEqual([expect.objectContaining({ outcome: 'applied' })]);
    const decided = ok(await scene.decide(`/late/${first.id}`, { decision: 'take-in', reason: REASON }));
    expect(valueOf(decided, first.id)).toBe(true);
  });
});
