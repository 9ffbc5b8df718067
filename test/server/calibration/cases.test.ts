import { createHash } from 'node:crypto';

import { sql } from 'kysely';
import sharp from 'sharp';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';

import type { MakingCases, OwnCalibration } from '@patuh/shared/contracts/calibration';
import { HIDDEN_GREY } from '@patuh/shared/domain/clearance';
import type { PeriodId } from '@patuh/shared/domain/ids';
import { indicatorsOf } from '@patuh/shared/scoring/weights';

import { aPeriod, aUnit } from '../../support/assessments.ts';
import { emptyTables } from '../../support/database.ts';
import { photo } from '../../support/evidence-files.ts';
import { aPerson, type Client, expectProblem, grant, signedIn } from '../../support/people.ts';
import { instrumentOf } from '../../support/reference-instruments.ts';
import { aSite, type Site } from '../../support/site.ts';

let site: Site;
let periodId: PeriodId;
let head: Client;
let assessor: Client;
beforeAll(async () => {
  site = await aSite({ history: false });
});
afterAll(async () => await site.close());
beforeEach(async () => {
  await emptyTables(site.db);
  await aUnit(site.db);
  periodId = await aPeriod(site.db);
  const as = async (role: 'head' | 'assessor') =>
    await signedIn(site, await aPerson(site.db, { name: `Ibu ${role}`, grants: [grant(role, '53')] }));
  head = await as('head');
  assessor = await as('assessor');
});

const [indicator] = indicatorsOf(instrumentOf(2023).tree);
const CASE = {
  indicatorId: indicator!.id,
  situation: 'Maklumat terpasang di balik lemari arsip.',
  level: 1,
  reason: 'Ada, tetapi tidak terlihat oleh pengguna.',
  photo: null,
};
const path = (): string => `/api/office/periods/${periodId}/calibration?province=53`;

const sha256Of = (bytes: Buffer): string => createHash('sha256').update(bytes).digest('hex');

async function added(wish: object = {}): Promise<MakingCases> {
  const answer = await head.post(path(), { ...CASE, ...wish });
  expect(answer.status).toBe(200);
  return answer.body;
}

async function mine(): Promise<OwnCalibration['periods'][number]['cases']> {
  return (await assessor.get('/api/calibration/mine')).body.periods[0].cases;
}

describe('practice before the season', () => {
  it('shows what was agreed only to whoever has answered, and the office how people answered', async () => {
    const made = await added();
    const [first] = await mine();
    expect(first).toMatchObject({ situation: CASE.situation, agreed: null, own: null });
    const answered = await assessor.put(`/api/calibration/${first!.id}/answer`, { level: 2 });
    expect(answered.body.periods[0].cases[0]).toMatchObject({ own: 2, agreed: { level: 1, reason: CASE.reason } });
    const listed: MakingCases = (await head.get(path())).body;
    expect(listed.cases).toMatchObject([{ id: made.cases[0]!.id, answers: [{ level: 2, count: 1 }] }]);
    const quality = await head.get(`/api/office/periods/${periodId}/quality?province=53`);
    expect(quality.body.calibration).toMatchObject([{ name: 'Ibu assessor', answered: 1, same: 0, cases: 1 }]);
  });

  it('is answered once, and a case that was answered stays', async () => {
    const { cases } = await added();
    const { id } = cases[0]!;
    await assessor.put(`/api/calibration/${id}/answer`, { level: 1 });
    expectProblem(await assessor.put(`/api/calibration/${id}/answer`, { level: 0 }), 'already-decided');
    expectProblem(await head.delete(`/api/office/periods/${periodId}/calibration/${id}`), 'already-decided');
    const other = (await added()).cases.at(-1)!;
    const left = await head.delete(`/api/office/periods/${periodId}/calibration/${other.id}`);
    expect((left.body as MakingCases).cases.map((one) => one.id)).toEqual([id]);
  });

  it('keeps of a photo only what the maker lets be seen, and looks at it like at every other file', async () => {
    const jpeg = await photo(3, { width: 640, height: 480 });
    const areas = [{ left: 0, top: 0, width: 5_000, height: 10_000 }];
    const { cases } = await added({ photo: { jpeg: jpeg.toString('base64'), areas } });
    expect(cases[0]?.hasPhoto).toBe(true);
    expect((await mine())[0]?.hasPhoto).toBe(true);
    const answer = await assessor.get(`/api/calibration/${cases[0]!.id}/photo`);
    const shown = Buffer.from(answer.body.jpeg, 'base64');
    // Whoever sits here next, or asks once it is gone, finds nothing of it in the memory of the browser.
    expect(answer.headers['cache-control']).toBe('no-store');
    const half = await sharp(shown).extract({ left: 0, top: 0, width: 320, height: 480 }).raw().toBuffer();
    expect(half.every((value) => Math.abs(value - HIDDEN_GREY) <= 3)).toBe(true);
    // The photo that was sent lies nowhere.
    const kept = [];
    for await (const { sha256 } of site.evidence.list()) kept.push(sha256);
    expect(kept).toEqual([sha256Of(shown)]);
    for await (const { id } of site.evidence.uploads()) expect.fail(`left over: ${id}`);
  });

  it('shows the field no photo in which nobody hid anything, from before that was asked', async () => {
    const { cases } = await added({ photo: { jpeg: (await photo(3)).toString('base64'), areas: [] } });
    const picture = `/api/calibration/${cases[0]!.id}/photo`;
    expect((await assessor.get(picture)).status).toBe(200);
    await sql`update calibration_case set photo_areas = null`.execute(site.db);
    expectProblem(await assessor.get(picture), 'not-found');
    expect((await mine())[0]?.hasPhoto).toBe(false);
    expect((await head.get(picture)).status).toBe(200);
  });

  it('takes nothing for a photo that is none', async () => {
    const page = Buffer.from('<html><script>alert(1)</script></html>').toString('base64');
    expectProblem(await head.post(path(), { ...CASE, photo: { jpeg: page, areas: [] } }), 'file-refused');
    const jpeg = (await photo(4)).toString('base64');
    expectProblem(await head.post(path(), { ...CASE, photo: jpeg }), 'invalid-request');
    expect((await head.get(path())).body.cases).toEqual([]);
  });

  it('names only levels and indicators that the instrument has', async () => {
    expectProblem(await head.post(path(), { ...CASE, level: 9 }), 'point-unknown');
    expectProblem(await head.post(path(), { ...CASE, indicatorId: 'tidak-ada' }), 'point-unknown');
    const { cases } = await added();
    expectProblem(await assessor.put(`/api/calibration/${cases[0]!.id}/answer`, { level: 9 }), 'invalid-request');
  });
});
