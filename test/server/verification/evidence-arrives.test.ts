import type { Change } from '@patuh/shared/domain/change';
import { IndicatorId } from '@patuh/shared/domain/instrument';
import { SubjectId } from '@patuh/shared/domain/assessment';
import { sectionsOf } from '@patuh/shared/sync/sections';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';

import { emptyTables } from '../../support/database.ts';
import { anEvidenceId, aPhotoPiece, aPoint } from '../../support/evidence-pieces.ts';
import { expectProblem } from '../../support/people.ts';
import { aSite, type Site } from '../../support/site.ts';
import { aPhoto, sender, type TestFile } from '../../support/uploads.ts';
import { aHandedInUnit, type HandedIn, ok } from '../../support/verification.ts';

let site: Site;
let scene: HandedIn;
let photo: TestFile;
beforeAll(async () => {
  site = await aSite({ history: false });
});
afterAll(async () => await site.close());
beforeEach(async () => {
  await emptyTables(site.db);
  photo = await aPhoto(33);
  scene = await aHandedInUnit(site, {
    more: (device, id): readonly Change[] => [
      device.change(id, { subjectId: anEvidenceId() }, { field: 'evidence', value: aPhotoPiece(photo.bytes, PROVES) }),
    ],
  });
});

const PROVES = { proves: [aPoint('motto', 'product-1')] };
const place = (subjectId: string) => ({
  indicatorId: IndicatorId.parse('motto'),
  subjectId: SubjectId.parse(subjectId),
});
const PROVED = place('product-1');
const BESIDE = place('product-2');

async function arrives(): Promise<void> {
  await sender(site, scene.assessor).begin(photo, scene.unit.id, photo.bytes);
}

async function stands(): Promise<readonly string[]> {
  return (await scene.office()).placeAcceptances.map(({ subjectId, holds }) => `${subjectId} ${holds}`);
}

describe('a photo that arrives after its answer was accepted', () => {
  it('opens that answer again, and no other: nobody could look at it', async () => {
    expect((await scene.acceptPlaces([PROVED, BESIDE])).status).toBe(200);
    expect(await stands()).toEqual(['product-1 true', 'product-2 true']);
    await arrives();
    expect(await stands()).toEqual(['product-1 false', 'product-2 true']);
    expect((await scene.acceptPlaces([PROVED])).status).toBe(200);
    expect(await stands()).toEqual(['product-1 true', 'product-2 true']);
  });

  it('is to be seen first where it came after the screen was read, and stands in nobody else’s way', async () => {
    const { version } = (await scene.office()).assessment;
    await arrives();
    const accept = async (places: readonly object[]) =>
      await scene.verifier.post(`/api/office/assessments/${scene.unit.id}/places/acceptance`, {
        version,
        places,
        waiting: [photo.sha256],
      });
    expectProblem(await accept([PROVED]), 'changed-meanwhile');
    expect((await accept([BESIDE])).status).toBe(200);
  });

  it('is told of at a section that was accepted before it came', async () => {
    const own = sectionsOf(scene.instrument).find(({ indicators }) => indicators.some(({ id }) => id === 'motto'))?.id;
    const told = async () =>
      (await scene.office()).acceptances.map(({ sectionId, filesSince, holds }) => [sectionId, filesSince, holds]);
    ok(await scene.acceptSection(own));
    expect(await told()).toEqual([[own, 0, true]]);
    await arrives();
    expect(await told()).toEqual([[own, 1, true]]);
  });
});
