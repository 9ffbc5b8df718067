import type { CalculatorEntries } from '@patuh/shared/contracts/pages';
import { indicatorsOf } from '@patuh/shared/scoring/weights';
import { describe, expect, it } from 'vitest';

import { calculatorOf } from '../../../web/src/features/method/calculate.ts';
import { trimmedInstrument } from '../../../web/src/features/method/trimmed-instrument.ts';
import { instrumentOf } from '../../support/reference-instruments.ts';

/** Every indicator of a year at the level that `levelOf` gives it, or left open where it gives nothing. */
function allAt(year: number, levelOf: (id: string, maximum: number) => number | string | undefined): CalculatorEntries {
  const filled = indicatorsOf(instrumentOf(year).tree).flatMap(({ id, maximum }) => {
    const level = levelOf(id, maximum);
    return level === undefined ? [] : [[`n.${id}`, String(level)] as const];
  });
  return Object.fromEntries(filled);
}

function calculate(year: number, entries: CalculatorEntries) {
  return calculatorOf(instrumentOf(year)).calculate(entries);
}

const proses = new Set(
  indicatorsOf(instrumentOf(2024).tree.filter(({ id }) => id === 'proses')).map(({ id }) => String(id)),
);

describe('one unit in the calculator', () => {
  it.each([2021, 2022, 2024, 2025])('scores 100 with every indicator of %i at its highest level', (year) => {
    expect(
      calculate(
        year,
        allAt(year, (_id, maximum) => maximum),
      ).unit,
    ).toMatchObject({ kind: 'scored', score: 10_000 });
  });

  it('scores 32.37 and is red in 2024 where only Proses is at its highest', () => {
    const { unit } = calculate(
      2024,
      allAt(2024, (id, maximum) => (proses.has(id) ? maximum : 0)),
    );
    expect(unit).toMatchObject({ kind: 'scored', score: 3237, band: { band: 'D', zone: 'red' } });
  });

  it('has no score but a list while something is missing', () => {
    const { unit } = calculate(
      2024,
      allAt(2024, (id) => (id === 'motto' ? undefined : 3)),
    );
    expect(unit).toMatchObject({ kind: 'incomplete', answered: 36, asked: 37, missing: [{ id: 'motto' }] });
  });

  it('gives the weight of what is not applicable to its siblings', () => {
    const entries = allAt(2024, (id) => (id === 'pelayanan-terpadu' ? '-' : 3));
    expect(calculate(2024, entries).unit).toMatchObject({ kind: 'scored', score: 10_000 });
  });

  it('takes nothing for an answer that cannot be one', () => {
    for (const wrong of ['4', '-1', 'x', '3.5', '']) {
      const entries = { ...allAt(2024, () => 3), 'n.motto': wrong };
      expect(calculate(2024, entries).unit).toMatchObject({ kind: 'incomplete', missing: [{ id: 'motto' }] });
    }
    const refused = { ...allAt(2024, () => 3), 'n.persyaratan': '-' };
    expect(calculate(2024, refused).unit).toMatchObject({ kind: 'incomplete', missing: [{ id: 'persyaratan' }] });
  });

  it('is untouched before anything is chosen', () => {
    expect(calculate(2024, { cari: 'x' })).toEqual({ unit: { kind: 'untouched' }, government: { kind: 'untouched' } });
  });

  it('has contributions and a rounding line that add up to the score', () => {
    const { unit } = calculate(
      2024,
      allAt(2024, (id, maximum) => (id.length * 7) % (maximum + 1)),
    );
    if (unit.kind !== 'scored') throw new TypeError('not scored');
    const contributions = unit.lines.map((line) => ('contributionDisplay' in line ? line.contributionDisplay : 0));
    expect(contributions.reduce((sum, part) => sum + part, unit.rounding)).toBe(unit.score);
  });
});

describe('a government in the calculator', () => {
  const bangkaTengah = ['95,32', '94.34', '94,29', '94,00', '93.57', '92,86', '91,58'];
  const units = Object.fromEntries(bangkaTengah.map((score, index) => [`u.${index + 1}`, score]));

  it('is 93.71 for the seven units of Bangka Tengah 2023, with comma or point', () => {
    expect(calculate(2023, units).government).toMatchObject({ kind: 'scored', score: 9371, band: { band: 'A' } });
  });

  it('counts a unit as often as it has products in 2021', () => {
    const entries = { 'u.1': '90', 'p.1': '3', 'u.2': '60', 'p.2': '1' };
    expect(calculate(2021, entries).government).toMatchObject({ kind: 'scored', score: 8250, band: { zone: 'green' } });
    expect(calculate(2024, entries).government).toMatchObject({ kind: 'scored', score: 7500 });
  });

  it('asks for the government’s own indicators in 2025, and weighs them', () => {
    expect(calculate(2025, { 'u.1': '80' }).government).toMatchObject({ kind: 'incomplete', answered: 0, asked: 3 });
    const own = { 'n.data-sekunder-bps': '3', 'n.data-sekunder-kementerian': '3', 'n.kepercayaan-masyarakat': '0' };
    // 80 × 52.5 % + 100 × 17.5 % + 0 × 30 %
    expect(calculate(2025, { 'u.1': '80', ...own }).government).toMatchObject({ kind: 'scored', score: 5950 });
  });

  it('names every row that is not a score instead of reading something into it', () => {
    const entries = { 'u.1': '93,715', 'u.2': '101', 'u.3': 'baik', 'u.4': '80', 'p.4': '0' };
    expect(calculate(2021, entries).government).toMatchObject({
      kind: 'wrong',
      entries: [
        { kind: 'too-many-decimals', row: 1 },
        { kind: 'out-of-range', row: 2 },
        { kind: 'not-a-score', row: 3 },
        { kind: 'not-a-count', row: 4 },
      ],
    });
  });

  it('reads 95,3 as 95.30 and 100 as 100.00', () => {
    expect(calculate(2024, { 'u.1': '95,3' }).government).toMatchObject({ score: 9530 });
    expect(calculate(2024, { 'u.1': ' 100 ' }).government).toMatchObject({ score: 10_000 });
  });
});

it.each([2021, 2022, 2024, 2025])('scores %i alike with the instrument as it travels to the browser', (year) => {
  const entries = { ...allAt(year, (id, maximum) => (id.length * 5) % (maximum + 1)), 'u.1': '77,99', 'u.2': '78' };
  const travelled = calculatorOf(trimmedInstrument(instrumentOf(year))).calculate(entries);
  const here = calculate(year, entries);
  expect(travelled.unit).toEqual(here.unit);
  expect(travelled.government).toEqual(here.government);
});
