import type { SubjectId } from '@patuh/shared/domain/assessment';
import type { EvidencePiece } from '@patuh/shared/domain/evidence';
import type { ChangeId } from '@patuh/shared/domain/ids';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';

import { handIn, pushAll } from '../../support/assessments.ts';
import { emptyTables } from '../../support/database.ts';
import { anEvidenceId, aPoint, aWebPiece } from '../../support/evidence-pieces.ts';
import { aSite, type Site } from '../../support/site.ts';
import { aHandedInUnit, type HandedIn, ok } from '../../support/verification.ts';

let site: Site;
beforeAll(async () => {
  site = await aSite({ history: false });
});
afterAll(async () => await site.close());
beforeEach(async () => await emptyTables(site.db));

const HERE = aPoint('persyaratan', 'product-1');
const BESIDE = aPoint('persyaratan', 'product-2');
const REASON = 'Bukti tidak mendukung tingkat yang dipilih.';
const proof = (...proves: EvidencePiece['proves']): EvidencePiece => aWebPiece('https://dinas.example/', { proves });

async function enter(
  scene: HandedIn,
  value: EvidencePiece | null,
  { id = anEvidenceId(), base = [] }: { id?: SubjectId; base?: readonly ChangeId[] } = {},
) {
  const change = scene.device.change(scene.unit.id, { subjectId: id }, { field: 'evidence', value }, base);
  const [answer] = await pushAll(scene.assessor, [change]);
  return { id, changeId: change.id, outcome: answer?.outcome };
}

const statesOf = async (scene: HandedIn): Promise<unknown> =>
  (await scene.office()).assessment.points.map(({ subjectId, state }) => `${subjectId} ${state}`).toSorted();

describe('a point given back', () => {
  it('is answered by evidence that proves it, and by no other', async () => {
    const scene = await aHandedInUnit(site);
    const points = [HERE, BESIDE].map((point) => ({ ...point, reason: REASON }));
    ok(await scene.decide('/return', { points }));
    await enter(scene, proof());
    expect(await statesOf(scene)).toEqual(['product-1 open', 'product-2 open']);
    await enter(scene, proof(HERE));
    expect(await statesOf(scene)).toEqual(['product-1 answered', 'product-2 open']);
  });

  it('as a whole indicator is answered by evidence for any of it', async () => {
    const scene = await aHandedInUnit(site);
    ok(await scene.decide('/return', { points: [{ ...HERE, subjectId: null, reason: REASON }] }));
    await enter(scene, proof(BESIDE));
    expect(await statesOf(scene)).toEqual(['null answered']);
  });
});

describe('a section that was accepted', () => {
  const heldOnes = async (scene: HandedIn): Promise<readonly string[]> =>
    (await scene.office()).acceptances.filter(({ holds }) => holds).map(({ sectionId }) => sectionId);

  it('is to be looked at again when late evidence for one of its points is taken in, and no other is', async () => {
    const scene = await aHandedInUnit(site);
    const accepted = scene.sections.slice(0, -1);
    for (const section of accepted) ok(await scene.acceptSection(section));
    const late = await enter(scene, proof(HERE));
    expect(late.outcome).toBe('late');
    const decided = ok(await scene.decide(`/late/${late.changeId}`, { decision: 'take-in', reason: REASON }));
    expect(decided.assessment.points).toEqual([expect.objectContaining({ ...HERE, state: 'answered' })]);
    const held = await heldOnes(scene);
    expect(accepted.filter((section) => !held.includes(section))).toHaveLength(1);
  });

  it('is to be looked at again when its evidence is taken back late', async () => {
    const scene = await aHandedInUnit(site);
    ok(await scene.decide('/return', { points: [{ ...HERE, reason: REASON }] }));
    const piece = await enter(scene, proof(HERE));
    expect((await handIn(scene.assessor, scene.unit.id)).status).toBe(200);
    for (const section of scene.sections.slice(0, -1)) ok(await scene.acceptSection(section));
    const before = await heldOnes(scene);
    const late = await enter(scene, null, { id: piece.id, base: [piece.changeId] });
    ok(await scene.decide(`/late/${late.changeId}`, { decision: 'take-in', reason: REASON }));
    expect(await heldOnes(scene)).toHaveLength(before.length - 1);
  });
});
