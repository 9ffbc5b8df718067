import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';

import { handIn, pulled, pushAll } from '../../support/assessments.ts';
import { emptyTables } from '../../support/database.ts';
import { aPhotoPiece, anEvidenceId } from '../../support/evidence-pieces.ts';
import { type Answer, expectProblem } from '../../support/people.ts';
import { lookAtAll } from '../../support/review.ts';
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
    await lookAtAll(scene.verifier, scene.unit.id);
    for (const section of scene.sections.slice(0, -1)) ok(await scene.acceptSection(section));
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

describe('a decision about answers', () => {
  it('holds though photos arrived after they were looked at, and not once an answer came among them', async () => {
    const scene = await withPhotosOnThePhone();
    await lookAtAll(scene.verifier, scene.unit.id);
    const { version } = (await scene.office()).assessment;
    const accept = async (at: number): Promise<Answer> =>
      await scene.verifier.post(`/api/office/assessments/${scene.unit.id}/sections/${scene.sections[at]}/acceptance`, {
        version,
      });
    const phone = sender(site, scene.assessor);
    const arrive = async (photo: TestFile | undefined): Promise<void> => {
      expect((await phone.begin(photo!, scene.unit.id, photo!.bytes)).status).toBe(201);
    };
    await arrive(photos[0]);
    await arrive(photos[1]);
    expect((await pulled(scene.assessor, scene.unit.id)).version).toBe(version + 2);
    expect((await accept(0)).status).toBe(200);
    // What was accepted meanwhile is something else than a file.
    expectProblem(await accept(1), 'changed-meanwhile');
    await arrive(await aPhoto(13));
    expectProblem(await accept(1), 'changed-meanwhile');
  });

  it('waits for whoever saw neither the answer that came between two photos nor what was there before', async () => {
    const scene = await withPhotosOnThePhone();
    const { version } = (await scene.office()).assessment;
    const phone = sender(site, scene.assessor);
    await phone.begin(photos[0]!, scene.unit.id, photos[0]!.bytes);
    const value = aPhotoPiece(photos[1]!.bytes);
    await pushAll(scene.assessor, [
      scene.device.change(scene.unit.id, { subjectId: anEvidenceId() }, { field: 'evidence', value }),
    ]);
    await phone.begin(photos[1]!, scene.unit.id, photos[1]!.bytes);
    for (const seen of [version, version + 1]) {
      const path = `/api/office/assessments/${scene.unit.id}/sections/${scene.sections[0]}/acceptance`;
      expectProblem(await scene.verifier.post(path, { version: seen }), 'changed-meanwhile');
    }
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
