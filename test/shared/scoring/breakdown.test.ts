import { hundredths } from '@patuh/shared/domain/points';
import { type Line, explainUnit } from '@patuh/shared/scoring/breakdown';
import { compileInstrument } from '@patuh/shared/scoring/compile';
import { type GovernmentLine, type UnitLine, explainGovernment } from '@patuh/shared/scoring/government-breakdown';
import type { Fraction } from '@patuh/shared/scoring/rational';
import { rollUpUnits, scoreGovernment } from '@patuh/shared/scoring/government';
import { scoreMergedUnit, scoreUnit } from '@patuh/shared/scoring/unit';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { aBranch, anIndicator, anInstrument } from '../../support/instruments.ts';
import { instrumentOf } from '../../support/reference-instruments.ts';
import { type Pick, randomGovernmentAnswers, randomInstrument, randomUnit } from '../../support/scoring-inputs.ts';

type Lines = readonly (Line | GovernmentLine | UnitLine)[];

const displayed = (lines: Lines): number =>
  lines.reduce((sum, line) => sum + (line.node === 'not-applicable' ? 0 : line.contributionDisplay), 0);

/** Exact sum of contributions against an exact value, by cross-multiplication. */
function addsUpExactly(lines: Lines, value: Fraction): boolean {
  let [top, bottom] = [0n, 1n];
  for (const line of lines) {
    if (line.node === 'not-applicable') continue;
    const [numerator, denominator] = [BigInt(line.contribution.numerator), BigInt(line.contribution.denominator)];
    top = top * denominator + numerator * bottom;
    bottom *= denominator;
  }
  return top * BigInt(value.denominator) === BigInt(value.numerator) * bottom;
}

function checkLine(line: Line): void {
  if (line.node !== 'branch') return;
  expect(displayed(line.children) + line.rounding).toBe(line.display);
  expect(addsUpExactly(line.children, line.value)).toBe(true);
  line.children.forEach(checkLine);
}

const third = compileInstrument(
  anInstrument([
    aBranch('sarana', 1, [anIndicator('satu'), anIndicator('dua'), anIndicator('tiga', { notApplicable: true })]),
    anIndicator('empat', { part: 2 }),
  ]),
);
const thirds = scoreMergedUnit(third, {
  products: 0,
  indicators: third.indicators.map(({ indicator: { id } }) =>
    id === 'tiga'
      ? { kind: 'not-applicable', indicatorId: id, reasons: ['Gedung sewa'] }
      : { kind: 'merged', indicatorId: id, sum: 1, n: 1 },
  ),
});

describe('the breakdown of a unit', () => {
  it('shows each line exact and displayed, what was left out and why, and the rounding', () => {
    if (thirds.kind !== 'scored') throw new Error('expected a score');
    const { score, exact, lines, rounding } = explainUnit(third, thirds);
    expect({ score, exact, rounding }).toEqual({
      score: 3333,
      exact: { numerator: '100', denominator: '3' },
      rounding: 0,
    });
    expect(lines).toMatchObject([
      {
        node: 'branch',
        id: 'sarana',
        share: { numerator: '1', denominator: '3' },
        display: 3333,
        contributionDisplay: 1111,
        rounding: -1,
        children: [
          { node: 'indicator', id: 'satu', sum: 1, n: 1, maximum: 3, display: 3333, contributionDisplay: 1667 },
          { node: 'indicator', id: 'dua', weight: { numerator: '1', denominator: '6' } },
          { node: 'not-applicable', id: 'tiga', reasons: ['Gedung sewa'] },
        ],
      },
      { node: 'indicator', id: 'empat', share: { numerator: '2', denominator: '3' }, contributionDisplay: 2222 },
    ]);
  });

  it('adds up at every level, exactly and as displayed, and ends in the score', () => {
    fc.assert(
      fc.property(fc.gen(), (gen) => {
        const pick: Pick = (highest) => gen(fc.nat, highest);
        const instrument = randomInstrument(pick);
        const plan = compileInstrument(instrument);
        const result = scoreUnit(plan, randomUnit(instrument, pick));
        if (result.kind !== 'scored') return;
        const { score, exact, lines, rounding } = explainUnit(plan, result);
        expect(score).toBe(result.score);
        expect(displayed(lines) + rounding).toBe(score);
        expect(addsUpExactly(lines, exact)).toBe(true);
        lines.forEach(checkLine);
      }),
    );
  });
});

describe('the breakdown of a government', () => {
  it('shows every unit with its part and one visible rounding line: Bangka Tengah 2023', () => {
    const plan = compileInstrument(instrumentOf(2023));
    const scores = [9532, 9434, 9429, 9400, 9357, 9286, 9158];
    const units = scores.map((score, index) => ({ unitId: `u${index}`, score: hundredths(score), weight: 1 }));
    const result = rollUpUnits(plan, units);
    if (result.kind !== 'scored') throw new Error('expected a score');
    const { score, exact, lines } = explainGovernment(plan, result);
    expect({ score, exact }).toEqual({ score: 9371, exact: { numerator: '16399', denominator: '175' } });
    expect(lines).toMatchObject([
      { node: 'units', display: 9371, rounding: -1, children: scores.map((display) => ({ node: 'unit', display })) },
    ]);
    expect(lines[0]?.node === 'units' && lines[0].children.map((line) => line.contributionDisplay)).toEqual([
      1362, 1348, 1347, 1343, 1337, 1327, 1308,
    ]);
  });

  it('adds up with what is answered once for the government', () => {
    fc.assert(
      fc.property(fc.gen(), (gen) => {
        const pick: Pick = (highest) => gen(fc.nat, highest);
        const instrument = randomInstrument(pick);
        const plan = compileInstrument(instrument);
        const units = ['a', 'b', 'c'].map((unitId) => ({
          kind: 'assessed' as const,
          unitId,
          result: scoreUnit(plan, randomUnit(instrument, pick)),
        }));
        const result = scoreGovernment(plan, { units, answers: randomGovernmentAnswers(instrument, pick) });
        if (result.kind !== 'scored') return;
        const { score, exact, lines, rounding } = explainGovernment(plan, result);
        expect(score).toBe(result.score);
        expect(displayed(lines) + rounding).toBe(score);
        expect(addsUpExactly(lines, exact)).toBe(true);
        for (const line of lines) {
          if (line.node === 'units') expect(displayed(line.children) + line.rounding).toBe(line.display);
        }
      }),
    );
  });
});
