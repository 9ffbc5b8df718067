import type { Place } from '@patuh/shared/review/places';
import { IndicatorId } from '@patuh/shared/domain/instrument';
import { SubjectId } from '@patuh/shared/domain/assessment';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';

import { pushAll } from '../../support/assessments.ts';
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

const REASON = 'Foto tidak menunjukkan papan yang dimaksud.';
const place = (indicatorId: string, subjectId: string): Place => ({
  indicatorId: IndicatorId.parse(indicatorId),
  subjectId: SubjectId.parse(subjectId),
});
const FIRST = place('motto', 'product-1');
const SECOND = place('motto', 'product-2');

async function accept(version: number, places: readonly Place[], client = scene.verifier) {
  return await client.post(`/api/office/assessments/${scene.unit.id}/places/acceptance`, { version, places });
}

async function standing(): Promise<readonly string[]> {
  const { placeAcceptances } = await scene.office();
  return placeAcceptances.map(({ indicatorId, subjectId, holds, by }) => `${indicatorId} ${subjectId} ${by} ${holds}`);
}

describe('answers accepted one by one', () => {
  it('are accepted by name, and nothing on other screens has to be looked at again for it', async () => {
    const { assessment } = await scene.office();
    const person = await aPerson(site.db, { name: 'Rekan Verifikator', grants: [grant('verifier', '53')] });
    const colleague = await signedIn(site, person);
    expect((await accept(assessment.version, [FIRST])).body).toMatchObject({
      version: assessment.version,
      accepted: [{ ...FIRST, by: 'Yosef Verifikator', holds: true }],
    });
    expect((await accept(assessment.version, [SECOND], colleague)).status).toBe(200);
    expect((await scene.office()).assessment.version).toBe(assessment.version);
    expect(await standing()).toEqual([
      'motto product-1 Yosef Verifikator true',
      'motto product-2 Rekan Verifikator true',
    ]);
  });

  it('are accepted on a server that was restored twice, whose answers have higher numbers than the unit', async () => {
    await site.db.updateTable('answer').set({ version: 700_001 }).execute();
    await site.db.updateTable('assessment').set({ version: 300_004 }).execute();
    const { assessment } = await scene.office();
    expect((await accept(assessment.version, [FIRST])).status).toBe(200);
  });

  it('are refused where something else stands there than on the screen, and only there', async () => {
    const { assessment } = await scene.office();
    const former = scene.answers.find(
      ({ indicatorId, subjectId }) => indicatorId === 'motto' && subjectId === 'product-1',
    )!;
    const late = scene.device.level(scene.unit.id, FIRST, 0, [former.id]);
    await pushAll(scene.assessor, [late]);
    ok(await scene.decide(`/late/${late.id}`, { decision: 'take-in', reason: REASON }));
    expectProblem(await accept(assessment.version, [FIRST]), 'changed-meanwhile');
    expectProblem(await accept(assessment.version, [FIRST, SECOND]), 'changed-meanwhile');
    expect((await accept(assessment.version, [SECOND])).status).toBe(200);
    const { version } = (await scene.office()).assessment;
    expectProblem(await accept(version + 1, [SECOND]), 'changed-meanwhile');
    expectProblem(await accept(version + 100_000, [SECOND]), 'changed-meanwhile');
    expect(await standing()).toEqual(['motto product-2 Yosef Verifikator true']);
  });

  it('are open again alone, when the field changes one that was given back', async () => {
    const { assessment } = await scene.office();
    await accept(assessment.version, [FIRST, SECOND]);
    ok(await scene.decide('/return', { points: [{ ...SECOND, reason: REASON }] }));
    expect(await standing()).toEqual(['motto product-1 Yosef Verifikator true']);
    expectProblem(await scene.acceptPlaces([SECOND]), 'points-open');
    // While the field has the unit, the others can be looked at.
    expect((await scene.acceptPlaces([place('persyaratan', 'product-1')])).status).toBe(200);
    expect(await standing()).toHaveLength(2);
  });

  it('come back with all subjects of an indicator that is given back as a whole', async () => {
    const { assessment } = await scene.office();
    await accept(assessment.version, [FIRST, SECOND, place('persyaratan', 'product-1')]);
    ok(await scene.decide('/return', { points: [{ indicatorId: 'motto', subjectId: null, reason: REASON }] }));
    expect(await standing()).toEqual(['persyaratan product-1 Yosef Verifikator true']);
  });

  it('hold no longer when what was accepted is not what stands there', async () => {
    const { assessment } = await scene.office();
    await accept(assessment.version, [FIRST, SECOND]);
    const name = scene.answers.find(({ subjectId, entry }) => subjectId === 'product-1' && entry.field === 'name')!;
    const late = scene.device.change(scene.unit.id, { subjectId: 'product-1' }, { field: 'name', value: 'Izin lain' }, [
      name.id,
    ]);
    await pushAll(scene.assessor, [late]);
    ok(await scene.decide(`/late/${late.id}`, { decision: 'take-in', reason: REASON }));
    expect(await standing()).toEqual([
      'motto product-1 Yosef Verifikator false',
      'motto product-2 Yosef Verifikator true',
    ]);
  });

  it('are answers of this unit, each named once', async () => {
    const { version } = (await scene.office()).assessment;
    expectProblem(await accept(version, [place('motto', 'product-9')]), 'point-unknown');
    expectProblem(await accept(version, [place('motto', 'unit')]), 'point-unknown');
    expectProblem(await accept(version, [FIRST, FIRST]), 'point-unknown');
    expectProblem(await accept(version, []), 'invalid-request');
    expect(await standing()).toEqual([]);
  });

  it('are not accepted by whoever collected them', async () => {
    const small = await aHandedInUnit(site, { smallOffice: true });
    const answer = await small.acceptPlaces([FIRST]);
    expectProblem(answer, 'own-collection');
  });

  it('can be looked at further after the unit was verified', async () => {
    await scene.acceptAll();
    const more = place('motto', 'product-2');
    expect((await scene.acceptPlaces([more])).status).toBe(200);
    expect((await scene.office()).score).not.toBeNull();
  });
});
