import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';

import { handIn, pulled } from '../../support/assessments.ts';
import { emptyTables } from '../../support/database.ts';
import { aPhotoPiece, anEvidenceId } from '../../support/evidence-pieces.ts';
import { expectProblem } from '../../support/people.ts';
import { aSite, type Site } from '../../support/site.ts';
import { aPhoto, sender, type TestFile } from '../../support/uploads.ts';
import { aHandedInUnit, type HandedIn, ok } from '../../support/verification.ts';

let site: Site;
let photos: readonly TestFile[];
beforeAll(async () => {
  site = await aSite({ history: false });
  photos = [await aPhoto(11), await aPhoto(12)];
});
afterAll(async () => await site.close());
beforeEach(async () => await emptyTables(site.db));

/** Handed in while its two photos are still on the phone. */
async function withPhotosOnThePhone(): Promise<HandedIn> {
  return await aHandedInUnit(site, {
    more: (device, id) =>
      photos.map(({ bytes }) =>
        device.change(id, { subjectId: anEvidenceId() }, { field: 'evidence', value: aPhotoPiece(bytes) }),
      ),
  });
}

describe('a unit whose photos are still on the phone', () => {
  it('is handed in and looked at, and its last section is accepted only once they are here', async () => {
    const scene = await withPhotosOnThePhone();
    for (const section of scene.sections.slice(0, -1)) ok(await scene.decide(`/sections/${section}/acceptance`));
    const last = `/sections/${scene.sections.at(-1)}/acceptance`;
    const refused = await scene.decide(last);
    expectProblem(refused, 'files-outstanding');
    expect(refused.body.count).toBe(2);

    const phone = sender(site, scene.assessor);
    for (const photo of photos) {
      expectProblem(await scene.decide(last), 'files-outstanding');
      expect((await phone.begin(photo, scene.unit.id, photo.bytes)).status).toBe(201);
    }
    expect(ok(await scene.decide(last)).assessment.state).toBe('final');
  });
});

describe('a manifest', () => {
  it('is right although a photo arrived after the phone last looked: it changed no answer', async () => {
    const scene = await withPhotosOnThePhone();
    await site.db.updateTable('assessment').set({ state: 'in-progress', submitted_at: null }).execute();
    const seen = await pulled(scene.assessor, scene.unit.id);
    const [photo] = photos;
    await sender(site, scene.assessor).begin(photo!, scene.unit.id, photo!.bytes);
    const now = await pulled(scene.assessor, scene.unit.id);
    expect([now.version, now.files]).toEqual([seen.version + 1, [photo!.sha256]]);
    const { version, answersHash } = seen;
    const evidence = photos.map(({ sha256 }) => sha256);
    const path = `/api/assessments/${scene.unit.id}/submission`;
    expectProblem(
      await scene.assessor.post(path, { version, answersHash, evidence: [...evidence, 'a'.repeat(64)] }),
      'manifest-differs',
    );
    expect((await scene.assessor.post(path, { version, answersHash, evidence })).status).toBe(200);
    expectProblem(await handIn(scene.assessor, scene.unit.id), 'assessment-not-open');
  });
});
