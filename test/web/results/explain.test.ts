import { UnitResult } from '@patuh/shared/contracts/results';
import { UnitKind } from '@patuh/shared/domain/instrument';
import { formatPoints } from '@patuh/shared/domain/points';
import type { Line } from '@patuh/shared/scoring/breakdown';
import { compileInstrument } from '@patuh/shared/scoring/compile';
import { scoreUnit } from '@patuh/shared/scoring/unit';
import { levelFormula, shareFormula } from '@patuh/web/text/id/results';
import { explain, shareText } from '@patuh/web/features/results/explain';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { instrumentOf } from '../../support/reference-instruments.ts';
import { fullUnit, type Pick } from '../../support/scoring-inputs.ts';

const ID = '00000000-0000-4000-8000-000000000001';
const instrument = instrumentOf(2023);
const plan = compileInstrument(instrument);

/** A unit as the server answers, through the contract and back, as a browser gets it. */
function answered(pick: Pick): UnitResult {
  const scored = scoreUnit(plan, { ...fullUnit(instrument, pick), unitKind: UnitKind.parse('health') });
  if (scored.kind !== 'scored') throw new Error('not scored');
  const judged = { points: formatPoints(scored.score), band: null, opinion: null, zone: null };
  return UnitResult.parse(
    JSON.parse(
      JSON.stringify({
        period: {
          id: ID,
          year: 2024,
          name: 'Penilaian 2024',
          chain: 'main',
          instrument: { id: instrument.id, version: 1, contentHash: '0'.repeat(64) },
          scoreBeforeSubmission: false,
          clarificationUntil: null,
        },
        government: { code: '53.14', name: 'Rote Ndao', kind: 'regency' },
        published: null,
        unit: {
          assessmentId: ID,
          name: 'Dinas Kesehatan',
          kindName: 'Dinas Kesehatan',
          state: 'final',
          notAssessed: null,
          result: judged,
          counts: 1,
          firstTime: false,
        },
        unitKind: 'health',
        instrument,
        merged: scored.merged.indicators.map(({ indicatorId, ...value }) => ({ indicatorId, value })),
        subjects: [],
        observed: [],
        distributions: [],
        users: { interviewed: 30, target: 30, minimum: 10, reason: null },
        acceptedAt: '2024-10-01T00:00:00.000Z',
        scoredBy: { instrument: instrument.id, version: 1, rules: 'patuh-scoring/1' },
      }),
    ),
  );
}

const always = (claim: (result: UnitResult) => void): void =>
  fc.assert(
    fc.property(fc.gen(), (gen) => claim(answered((highest) => gen(fc.nat, highest)))),
    { numRuns: 30 },
  );

const adds = (lines: readonly Line[], display: number, rounding: number): boolean =>
  lines.reduce((sum, line) => sum + (line.node === 'not-applicable' ? 0 : line.contributionDisplay), rounding) ===
  display;

describe('the breakdown in the browser', () => {
  it('gives the very score that the server stored', () => {
    always((result) => {
      expect(formatPoints(explain(result).breakdown.score)).toBe(result.unit.result?.points);
    });
  });

  it('adds up to the last digit at every step, with the rounding in sight', () => {
    always((result) => {
      const { breakdown } = explain(result);
      expect(adds(breakdown.lines, breakdown.score, breakdown.rounding)).toBe(true);
      const walk = (line: Line): void => {
        if (line.node !== 'branch') return;
        expect(adds(line.children, line.display, line.rounding)).toBe(true);
        for (const child of line.children) walk(child);
      };
      for (const line of breakdown.lines) walk(line);
    });
  });

  it('names the indicators that lower the score most, largest first, and none at its highest level', () => {
    always((result) => {
      const { losses } = explain(result);
      const lost = losses.map(({ possible, reached }) => possible - reached);
      expect(lost).toEqual(lost.toSorted((a, b) => b - a));
      for (const { line, above } of losses) {
        expect(line.sum).toBeLessThan(line.n * line.maximum);
        expect(above).toHaveLength(2);
      }
    });
    expect(explain(answered((highest) => highest)).losses).toEqual([]);
  });
});

describe('a formula', () => {
  it('says how levels become points', () => {
    const line = { sum: 5, n: 2, maximum: 3, value: '83,33' };
    expect(levelFormula({ ...line, subject: 'product', merge: 'mean' })).toBe(
      'Jumlah tingkat 5 ÷ (2 produk × tingkat tertinggi 3) = 83,33',
    );
    expect(levelFormula({ ...line, sum: 2, n: 1, value: '66,67', subject: 'unit', merge: 'mean' })).toBe(
      'Tingkat 2 ÷ tingkat tertinggi 3 = 66,67',
    );
    expect(levelFormula({ ...line, sum: 1, n: 1, value: '33,33', subject: 'product', merge: 'minimum' })).toBe(
      'Tingkat terendah dari semua produk: 1 ÷ tingkat tertinggi 3 = 33,33',
    );
  });

  it('says what a line brings, with its exact part', () => {
    expect(
      shareFormula({
        value: '83,33',
        share: '9,09 %',
        part: 1,
        parts: 11,
        parent: 'Standar Pelayanan',
        contribution: '7,58',
      }),
    ).toBe('83,33 × bobot 9,09 % (bagian 1 dari 11) = 7,58 untuk Standar Pelayanan');
    expect(shareText({ numerator: '1', denominator: '11' })).toBe('9,09 %');
    expect(shareText({ numerator: '1', denominator: '1' })).toBe('100,00 %');
  });
});
