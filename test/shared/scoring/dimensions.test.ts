import { compileInstrument } from '@patuh/shared/scoring/compile';
import { explainUnit } from '@patuh/shared/scoring/breakdown';
import { meanDimensions } from '@patuh/shared/scoring/dimensions';
import { meanHalfUp } from '@patuh/shared/scoring/rounding';
import { scoreUnit } from '@patuh/shared/scoring/unit';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { aBranch, anIndicator, anInstrument } from '../../support/instruments.ts';
import { instrumentOf } from '../../support/reference-instruments.ts';
import { aUnitKind, fullUnit, type Pick } from '../../support/scoring-inputs.ts';

describe('dimensions of a government', () => {
  it('are the means of the units, and miss the score by no more than the rounding', () => {
    const instrument = instrumentOf(2023);
    const plan = compileInstrument(instrument);
    fc.assert(
      fc.property(fc.gen(), fc.integer({ min: 1, max: 4 }), (gen, count) => {
        const pick: Pick = (highest) => gen(fc.nat, highest);
        const units = Array.from({ length: count }, () => scoreUnit(plan, fullUnit(instrument, pick))).flatMap((unit) =>
          unit.kind === 'scored' ? [unit] : [],
        );
        const counted = units.map(({ merged }) => ({ merged, weight: 1 }));
        const dimensions = meanDimensions(plan, counted);
        expect(dimensions.map(({ share }) => share)).toEqual([2185, 3237, 2424, 2154]);
        const score = meanHalfUp(units.map((unit) => ({ score: unit.score, weight: 1 })));
        const contributions = dimensions.reduce((sum, { contribution }) => sum + contribution, 0);
        // Half a hundredth for each of the four lines, for the units' scores and for the government's.
        expect(Math.abs(score - contributions)).toBeLessThanOrEqual(3);
      }),
      { numRuns: 20 },
    );
  });

  it('of one unit are the lines of its own breakdown', () => {
    const instrument = instrumentOf(2023);
    const plan = compileInstrument(instrument);
    const unit = scoreUnit(
      plan,
      fullUnit(instrument, (highest) => highest - (highest > 2 ? 1 : 0)),
    );
    if (unit.kind !== 'scored') throw new Error('not scored');
    const lines = explainUnit(plan, unit).lines.flatMap((line) =>
      line.node === 'not-applicable' ? [] : [[line.id, line.display, line.contributionDisplay]],
    );
    expect(
      meanDimensions(plan, [{ merged: unit.merged, weight: 1 }]).map(({ id, points, contribution }) => [
        id,
        points,
        contribution,
      ]),
    ).toEqual(lines);
  });

  it('leave out the unit in which a dimension does not apply, but not from what it brings', () => {
    const plan = compileInstrument(
      anInstrument([
        aBranch('a', 1, [anIndicator('i-a')]),
        aBranch('b', 1, [anIndicator('i-b', { notApplicable: true })]),
      ]),
    );
    const unit = (b: number | null) => {
      const result = scoreUnit(plan, {
        unitKind: aUnitKind,
        subjects: (['product', 'officer', 'complaint-officer', 'user'] as const).map((kind) => ({
          kind,
          number: 1,
          state: 'present',
        })),
        answers: [
          { indicatorId: anIndicator('i-a').id, subject: { kind: 'unit' }, value: { kind: 'level', level: 3 } },
          {
            indicatorId: anIndicator('i-b').id,
            subject: { kind: 'unit' },
            value: b === null ? { kind: 'not-applicable', reason: 'Tidak ada' } : { kind: 'level', level: b },
          },
        ],
      });
      if (result.kind !== 'scored') throw new Error(JSON.stringify(result));
      return { merged: result.merged, weight: 1 };
    };
    expect(meanDimensions(plan, [unit(0), unit(null)])).toMatchObject([
      { id: 'a', share: 5000, points: 10_000, contribution: 7500 },
      { id: 'b', share: 5000, points: 0, contribution: 0 },
    ]);
  });
});
