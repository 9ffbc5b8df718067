import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { inTransaction } from '@patuh/server/platform/database';
import type { ResultEvidence } from '@patuh/shared/contracts/results';
import { HIDDEN_GREY } from '@patuh/shared/domain/clearance';
import type { AssessmentId, PeriodId } from '@patuh/shared/domain/ids';

import { aPeriod } from '../../support/assessments.ts';
import { aDevice } from '../../support/changes.ts';
import { aPhotoOfFinished, clear, photosOf, setState } from '../../support/clearances.ts';
import { pdf, photo } from '../../support/evidence-files.ts';
import { aDocumentPiece, anEvidenceId, aPoint, fileArrived } from '../../support/evidence-pieces.ts';
import { pushAll } from '../../support/assessments.ts';
import { aPerson, type Client, expectProblem, grant, signedIn } from '../../support/people.ts';
import { aCrew, acceptAll, anAnsweredUnit, aSekda, aVerifiedUnit, type TestCrew } from '../../support/results.ts';
import { handIn } from '../../support/assessments.ts';
import { aSite, type Site } from '../../support/site.ts';

const ROTE = '53.14';
const LEFT_HALF = { left: 0, top: 0, width: 5_000, height: 10_000 };
const POINT = aPoint('persyaratan', 'product-1');

let site: Site;
let crew: TestCrew;
let sekda: Client;
let year = 2024;
beforeAll(async () => {
  site = await aSite({ history: false });
  crew = await aCrew(site);
  sekda = await aSekda(site, ROTE);
});
afterAll(async () => await site.close());

/** A government with one finished unit that has these photos of one point. */
async function aResult(photos: readonly Buffer[]) {
  year += 1;
  const periodId = await aPeriod(site.db, { year });
  const { id } = await aVerifiedUnit(crew, { periodId, government: ROTE });
  const sent = [];
  for (const bytes of photos) sent.push(await send(id, bytes));
  return { periodId, id, sent };
}

const send = async (id: AssessmentId, bytes: Buffer): Promise<string> =>
  await aPhotoOfFinished(crew, id, bytes, { points: [POINT], caption: 'Ibu Ani di loket' });

const pathOf = (periodId: PeriodId, id: string, government = ROTE): string =>
  `/api/results/${periodId}/${government}/units/${id}/photos`;

async function seen(periodId: PeriodId, id: string, client = sekda): Promise<ResultEvidence['pieces']> {
  const answer = await client.get(pathOf(periodId, id));
  expect(answer.body.code).toBeUndefined();
  return answer.body.pieces;
}

async function shownOf(periodId: PeriodId, id: string, client = sekda) {
  const [piece] = await seen(periodId, id, client);
  if (piece?.photo.state !== 'shown') throw new Error(`not shown: ${JSON.stringify(piece)}`);
  return piece.photo;
}

/** As a browser fetches a picture: without a token. */
async function fetched(url: string, headers: Record<string, string> = {}) {
  return await site.app.inject({ method: 'GET', url, headers });
}

describe('photos of a unit that its own government sees', () => {
  it('are those that somebody has cleared, made anew with what is hidden painted over', async () => {
    const bytes = await sharp(await photo(1, { width: 800, height: 600 }))
      .withExif({ IFD0: { Model: 'Telepon lapangan' }, IFD3: { GPSLatitudeRef: 'S' } })
      .jpeg()
      .toBuffer();
    const { periodId, id, sent } = await aResult([bytes]);
    expect(await seen(periodId, id)).toEqual([
      { kind: 'photo', points: [POINT], photo: { state: 'missing', why: 'not-decided' } },
    ]);
    await clear(crew.verifier, id, sent[0]!, { areas: [LEFT_HALF] });
    const shown = await shownOf(periodId, id);
    expect(shown).toMatchObject({ width: 800, height: 600, hides: true });
    const whole = await fetched(shown.url);
    expect(whole.headers).toMatchObject({
      'content-type': 'image/jpeg',
      'cache-control': 'private, no-cache',
      'x-content-type-options': 'nosniff',
      'content-security-policy': expect.stringContaining("sandbox; default-src 'none'"),
    });
    const hidden = await sharp(whole.rawPayload).extract({ left: 0, top: 0, width: 400, height: 600 }).raw().toBuffer();
    expect(hidden.every((value) => Math.abs(value - HIDDEN_GREY) <= 3)).toBe(true);
    expect((await sharp(whole.rawPayload).metadata()).exif).toBeUndefined();
    const small = await sharp((await fetched(shown.smallUrl)).rawPayload).metadata();
    expect([small.width, small.height]).toEqual([480, 360]);
    // Nothing that names somebody goes with it, nor what the original could be asked for by.
    const said = JSON.stringify(await seen(periodId, id));
    for (const secret of ['Ibu Ani', sent[0]!, 'madeAt', 'Asesor']) expect(said).not.toContain(secret);
    expect(Buffer.from(shown.url.split('/').at(-1)!, 'base64url').includes(Buffer.from(sent[0]!, 'hex'))).toBe(false);
  });

  it('are missing with a reason, and a paper is never shown', async () => {
    const { periodId, id, sent } = await aResult([await photo(2)]);
    await clear(crew.verifier, id, sent[0]!, { areas: null });
    const paper = pdf();
    await setState(site, id, 'in-progress');
    await pushAll(crew.assessor, [
      aDevice().change(
        id,
        { subjectId: anEvidenceId() },
        { field: 'evidence', value: aDocumentPiece(paper, { proves: [POINT] }) },
      ),
    ]);
    await fileArrived(site, { assessmentId: id, personId: crew.member.personId, type: 'application/pdf' }, paper);
    await setState(site, id, 'verified');
    expect((await seen(periodId, id)).map(({ photo: one }) => one)).toEqual([
      { state: 'missing', why: 'withheld' },
      { state: 'missing', why: 'document' },
    ]);
  });

  it('end with the decision that let them be seen, also where the browser has them already', async () => {
    const { periodId, id, sent } = await aResult([await photo(3)]);
    await clear(crew.verifier, id, sent[0]!, { areas: [] });
    const before = await shownOf(periodId, id);
    const first = await fetched(before.url);
    const tag = String(first.headers['etag']);
    expect((await fetched(before.url, { 'if-none-match': tag })).statusCode).toBe(304);
    await clear(crew.verifier, id, sent[0]!, { seen: 1, areas: [LEFT_HALF] });
    for (const url of [before.url, before.smallUrl]) {
      expect((await fetched(url)).statusCode).toBe(404);
      expect((await fetched(url, { 'if-none-match': tag })).statusCode).toBe(404);
    }
    const after = await shownOf(periodId, id);
    expect((await fetched(after.url)).statusCode).toBe(200);
    await clear(crew.verifier, id, sent[0]!, { seen: 2, areas: null });
    expect((await fetched(after.url)).statusCode).toBe(404);
    expect((await seen(periodId, id))[0]?.photo).toEqual({ state: 'missing', why: 'withheld' });
  });

  it('come with the whole result, never before it, and go when it goes', async () => {
    year += 1;
    const periodId = await aPeriod(site.db, { year });
    const { id } = await aVerifiedUnit(crew, { periodId, government: ROTE, name: 'Dinas Sosial' });
    const sha256 = await send(id, await photo(4));
    await clear(crew.verifier, id, sha256, { areas: [] });
    const late = await anAnsweredUnit(crew, { periodId, government: ROTE, name: 'Dinas Pendidikan' });
    expectProblem(await sekda.get(pathOf(periodId, id)), 'result-not-ready');
    await handIn(crew.assessor, late.id);
    await acceptAll(crew, late.id);
    const { url } = await shownOf(periodId, id);
    expect((await fetched(url)).statusCode).toBe(200);
    await setState(site, late.id, 'returned');
    expect((await fetched(url)).statusCode).toBe(404);
    expectProblem(await sekda.get(pathOf(periodId, id)), 'result-not-ready');
  });

  it('are not found by another government, by the office, or once the right or the account is gone', async () => {
    const { periodId, id, sent } = await aResult([await photo(5)]);
    await clear(crew.verifier, id, sent[0]!, { areas: [] });
    const stranger = await aSekda(site, '53.09');
    expectProblem(await stranger.get(pathOf(periodId, id)), 'not-found');
    expectProblem(await stranger.get(pathOf(periodId, id, '53.09')), 'not-found');
    expectProblem(await crew.verifier.get(pathOf(periodId, id)), 'not-permitted');
    const person = await aPerson(site.db, { grants: [grant('observer', '53')] });
    const { url } = await shownOf(periodId, id, await signedIn(site, person));
    expect((await fetched(url)).statusCode).toBe(200);
    await inTransaction(site.db, async (trx) => {
      await trx.updateTable('person').set({ disabled_at: new Date() }).where('id', '=', person.id).execute();
    });
    expect((await fetched(url)).statusCode).toBe(404);
    await inTransaction(site.db, async (trx) => {
      await trx.updateTable('person').set({ disabled_at: null }).where('id', '=', person.id).execute();
      await trx.deleteFrom('person_grant').where('person_id', '=', person.id).execute();
    });
    expect((await fetched(url)).statusCode).toBe(404);
  });

  it('cannot be had by an address that was changed, or carried to where originals are', async () => {
    const { periodId, id, sent } = await aResult([await photo(6)]);
    await clear(crew.verifier, id, sent[0]!, { areas: [] });
    const shown = await shownOf(periodId, id);
    const part = shown.url.split('/').at(-1)!;
    const turned = (at: number): string => {
      const bytes = Buffer.from(part, 'base64url');
      bytes[at] = bytes[at]! ^ 1;
      return bytes.toString('base64url');
    };
    const places = [0, 1, 17, 38, 39, 70].map((at) => `/api/result-photos/${turned(at)}`);
    for (const url of [...places, `/api/result-photos/${part}A`, `/api/evidence-files/${part}`]) {
      expect((await fetched(url)).statusCode).toBe(404);
    }
    // The address of an original, large or small, is none of these either; and a Sekda is given none.
    const [office] = (await photosOf(crew.verifier, id)).photos;
    for (const url of [office!.file.url, office!.file.thumbnailUrl!]) {
      expect((await fetched(url)).statusCode).toBe(200);
      expect((await fetched(url.replace('evidence-files', 'result-photos'))).statusCode).toBe(404);
    }
    expectProblem(await sekda.get(`/api/assessments/${id}/evidence`), 'not-permitted');
    expectProblem(await sekda.get(`/api/office/assessments/${id}/photos`), 'not-permitted');
  });

  it('are not shown any more once the piece was taken back', async () => {
    const { periodId, id, sent } = await aResult([await photo(7)]);
    await clear(crew.verifier, id, sent[0]!, { areas: [] });
    const { url } = await shownOf(periodId, id);
    await inTransaction(site.db, async (trx) => {
      await trx.deleteFrom('answer').where('assessment_id', '=', id).where('field', '=', 'evidence').execute();
    });
    expect((await fetched(url)).statusCode).toBe(404);
    expect(await seen(periodId, id)).toEqual([]);
  });
});
