import { inTransaction } from '@patuh/server/platform/database';
import type { GovernmentResult, UnitResult } from '@patuh/shared/contracts/results';
import { formatPoints } from '@patuh/shared/domain/points';
import { explainUnit } from '@patuh/shared/scoring/breakdown';
import { compileInstrument } from '@patuh/shared/scoring/compile';
import type { MergedUnit } from '@patuh/shared/scoring/outcome';
import { meanHalfUp } from '@patuh/shared/scoring/rounding';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { anAssessment, aPeriod, aUnit, handIn } from '../../support/assessments.ts';
import { expectProblem } from '../../support/people.ts';
import { instrumentOf } from '../../support/reference-instruments.ts';
import { aCrew, acceptAll, anAnsweredUnit, aSekda, aVerifiedUnit, type TestCrew } from '../../support/results.ts';
import { aSite, type Site } from '../../support/site.ts';

const ROTE = '53.14';

let site: Site;
let crew: TestCrew;
beforeAll(async () => {
  site = await aSite({ history: false });
  crew = await aCrew(site);
});
afterAll(async () => await site.close());

const ofYear = async (year: number, clarificationUntil: Date | null = null) =>
  await aPeriod(site.db, { year, clarificationUntil });

async function notAssessed(periodId: Awaited<ReturnType<typeof ofYear>>, government: string): Promise<string> {
  const unit = await aUnit(site.db, { government, name: `Puskesmas di pulau luar ${periodId}` });
  const { id } = await anAssessment(site.db, { periodId, unit, members: [crew.member] });
  await inTransaction(site.db, async (trx) => {
    await trx
      .updateTable('assessment')
      .set({
        state: 'not-assessed',
        not_assessed_reason: 'unreachable',
        not_assessed_note: 'Gelombang tinggi selama seminggu',
        not_assessed_by: crew.member.personId,
        not_assessed_at: new Date(),
      })
      .where('id', '=', id)
      .execute();
  });
  return id;
}

describe('a government whose units are all final or not assessed', () => {
  it('has the mean of the scores that the very answers give, and shows them', async () => {
    const periodId = await ofYear(2024);
    const first = await aVerifiedUnit(crew, { periodId, government: ROTE, level: ({ id }) => id.length % 4 });
    const second = await aVerifiedUnit(crew, {
      periodId,
      government: ROTE,
      users: 12,
      level: ({ id, maximum }, subject) => (id.length + subject.length) % (maximum + 1),
    });
    const missed = await notAssessed(periodId, ROTE);
    const sekda = await aSekda(site, ROTE);
    const result: GovernmentResult = (await sekda.get(`/api/results/${periodId}/${ROTE}`)).body;

    const scores = [first.expected.score, second.expected.score];
    expect(new Set(scores).size).toBe(2);
    const mean = meanHalfUp(scores.map((score) => ({ score, weight: 1 })));
    expect(result).toMatchObject({
      progress: { units: 3, final: 2, notAssessed: 1 },
      result: { points: formatPoints(mean) },
      published: null,
    });
    expect(Object.fromEntries(result.units.map((unit) => [unit.assessmentId, unit.result?.points ?? null]))).toEqual({
      [first.id]: formatPoints(first.expected.score),
      [second.id]: formatPoints(second.expected.score),
      [missed]: null,
    });
    expect(result.units.find((unit) => unit.assessmentId === missed)).toMatchObject({
      state: 'not-assessed',
      notAssessed: { reason: 'unreachable', note: 'Gelombang tinggi selama seminggu' },
      counts: null,
    });
    expect(result.dimensions.map(({ id, weight }) => [id, weight])).toEqual([
      ['input', '21.85'],
      ['proses', '32.37'],
      ['output', '24.24'],
      ['pengaduan', '21.54'],
    ]);
    expect((await sekda.get('/api/results')).body.results).toEqual([result]);

    // The page explains the unit from this answer alone, with the same code.
    const unit: UnitResult = (await sekda.get(`/api/results/${periodId}/${ROTE}/units/${second.id}`)).body;
    expect(unit.unit).toEqual(result.units.find(({ assessmentId }) => assessmentId === second.id));
    const merged: MergedUnit = {
      products: 2,
      indicators: unit.merged.map(({ indicatorId, value }) => ({ indicatorId, ...value })),
    };
    expect(merged.indicators).toEqual(second.expected.merged.indicators);
    expect(explainUnit(compileInstrument(instrumentOf(2023)), { merged }).score).toBe(second.expected.score);
    expectProblem(await sekda.get(`/api/results/${periodId}/${ROTE}/units/${missed}`), 'not-found');
  });

  it('has no result when no unit could be assessed', async () => {
    const periodId = await ofYear(2031);
    await notAssessed(periodId, ROTE);
    const sekda = await aSekda(site, ROTE);
    expect((await sekda.get(`/api/results/${periodId}/${ROTE}`)).body).toMatchObject({
      progress: { units: 1, final: 0, notAssessed: 1 },
      result: null,
      dimensions: [],
    });
  });
});

describe('nothing appears early', () => {
  const expectNoScore = (body: unknown, score: number): void => {
    expect(JSON.stringify(body)).not.toContain(formatPoints(score));
    const { result, dimensions, units } = body as GovernmentResult;
    expect({ result, dimensions }).toEqual({ result: null, dimensions: [] });
    for (const unit of units) expect(unit).toMatchObject({ result: null, counts: null });
  };

  it('while one unit is still in verification, and the order of the units says nothing', async () => {
    const periodId = await ofYear(2025);
    const low = await aVerifiedUnit(crew, { periodId, government: ROTE, name: 'A rendah', level: () => 1 });
    const high = await aVerifiedUnit(crew, { periodId, government: ROTE, name: 'B tinggi', level: () => 3 });
    const open = await anAnsweredUnit(crew, { periodId, government: ROTE, name: 'C berjalan', level: () => 2 });
    const sekda = await aSekda(site, ROTE);
    const early = (await sekda.get(`/api/results/${periodId}/${ROTE}`)).body;
    for (const { expected } of [low, high]) expectNoScore(early, expected.score);
    expect(early).toMatchObject({ progress: { units: 3, final: 2, notAssessed: 0 } });
    expect(early.units.map(({ name }: { name: string }) => name)).toEqual(['A rendah', 'B tinggi', 'C berjalan']);
    for (const { id } of [low, high, open]) {
      expectProblem(await sekda.get(`/api/results/${periodId}/${ROTE}/units/${id}`), 'result-not-ready');
    }

    expect((await handIn(crew.assessor, open.id)).status).toBe(200);
    expectNoScore((await sekda.get(`/api/results/${periodId}/${ROTE}`)).body, high.expected.score);
    await acceptAll(crew, open.id);
    expect((await sekda.get(`/api/results/${periodId}/${ROTE}`)).body.result).toMatchObject({ zone: 'yellow' });
  });

  it('while the government may still answer: verified is not final', async () => {
    const periodId = await ofYear(2026, new Date('2099-01-01T00:00:00Z'));
    const { expected } = await aVerifiedUnit(crew, { periodId, government: ROTE, level: () => 3 });
    const sekda = await aSekda(site, ROTE);
    const early = (await sekda.get(`/api/results/${periodId}/${ROTE}`)).body;
    expectNoScore(early, expected.score);
    expect(early.units[0].state).toBe('verified');
  });

  it('once a unit was given back after its acceptance', async () => {
    const periodId = await ofYear(2027);
    const { id, expected } = await aVerifiedUnit(crew, { periodId, government: ROTE, level: () => 3 });
    const sekda = await aSekda(site, ROTE);
    expect((await sekda.get(`/api/results/${periodId}/${ROTE}`)).body.result).toMatchObject({ points: '100.00' });
    const office = (await crew.verifier.get(`/api/office/assessments/${id}`)).body;
    const back = await crew.verifier.post(`/api/office/assessments/${id}/return`, {
      version: office.assessment.version,
      points: [{ indicatorId: 'motto', subjectId: 'product-1', reason: 'Foto papan motto tidak terbaca' }],
    });
    expect(back.status).toBe(200);
    expectNoScore((await sekda.get(`/api/results/${periodId}/${ROTE}`)).body, expected.score);
    expectProblem(await sekda.get(`/api/results/${periodId}/${ROTE}/units/${id}`), 'result-not-ready');
  });
});
