import { readFileSync } from 'node:fs';

import { type Answer, NUMBERED_KINDS, type Subject, type SubjectRef } from '@patuh/shared/domain/answer';
import { IndicatorId, MergeRule, SubjectKind } from '@patuh/shared/domain/instrument';
import { formatPoints, hundredths, parsePoints } from '@patuh/shared/domain/points';
import { type IndicatorLine, explainUnit } from '@patuh/shared/scoring/breakdown';
import { compileInstrument } from '@patuh/shared/scoring/compile';
import { explainGovernment } from '@patuh/shared/scoring/government-breakdown';
import { rollUpUnits, scoreGovernment } from '@patuh/shared/scoring/government';
import type { Fraction } from '@patuh/shared/scoring/rational';
import { scoreUnit } from '@patuh/shared/scoring/unit';
import { bandOf } from '@patuh/shared/scoring/zones';
import { describe, expect, it } from 'vitest';

import { aBranch, anIndicator, anInstrument } from '../support/instruments.ts';
import { tableUnder } from '../support/markdown-tables.ts';
import { instrumentOf } from '../support/reference-instruments.ts';
import { aUnitKind } from '../support/scoring-inputs.ts';

const page = readFileSync(new URL('../../docs/scoring.md', import.meta.url), 'utf8');

const fraction = ({ numerator, denominator }: Fraction): string => `${numerator}/${denominator}`;
const signed = (points: number): string => `${points < 0 ? '-' : ''}${formatPoints(Math.abs(points))}`;
const cell = (row: Readonly<Record<string, string>>, name: string): string => {
  const text = row[name];
  if (text === undefined) throw new RangeError(`No column "${name}"`);
  return text;
};

function instrumentOnPage() {
  const rows = tableUnder(page, 'Instrument');
  const dimensions = Map.groupBy(rows, (row) => cell(row, 'dimension'));
  return anInstrument(
    [...dimensions].map(([id, own]) =>
      aBranch(
        id,
        Number(own[0]?.['dimension part']),
        own.map((row) =>
          anIndicator(cell(row, 'indicator'), {
            part: Number(cell(row, 'part')),
            subject: SubjectKind.parse(cell(row, 'asked of')),
            merge: MergeRule.parse(cell(row, 'merge')),
            maximum: Number(cell(row, 'highest')),
            notApplicable: true,
          }),
        ),
      ),
    ),
  );
}

function refOnPage(row: Readonly<Record<string, string>>): SubjectRef {
  const kind = NUMBERED_KINDS.find((name) => name === cell(row, 'asked of'));
  return kind === undefined ? { kind: 'unit' } : { kind, number: Number(cell(row, 'number')) };
}

function unitOnPage() {
  const rows = tableUnder(page, 'Answers');
  const answers = rows.map((row): Answer => ({
    indicatorId: IndicatorId.parse(cell(row, 'indicator')),
    subject: refOnPage(row),
    value:
      cell(row, 'level') === 'n/a'
        ? { kind: 'not-applicable', reason: 'Tidak ada layanan terpadu' }
        : { kind: 'level', level: Number(cell(row, 'level')) },
  }));
  const asked = new Map(
    answers.flatMap(({ subject }) => ('number' in subject ? [[JSON.stringify(subject), subject]] : [])),
  );
  const present = [...asked.values()].map((subject): Subject => ({ ...subject, state: 'present' }));
  const twice: Subject = { kind: 'officer', number: 3, state: 'same-person', sameAs: 1 };
  return { unitKind: aUnitKind, subjects: [...present, twice], answers };
}

const plan = compileInstrument(instrumentOnPage());
const result = scoreUnit(plan, unitOnPage());
const breakdown = result.kind === 'scored' ? explainUnit(plan, result) : undefined;
const branches = breakdown?.lines.filter((line) => line.node === 'branch') ?? [];

describe('the steps of docs/scoring.md', () => {
  const names = (text: string) => [...text.matchAll(/`([^`]+)`/g)].map(([, name]) => name ?? '');

  it.each(tableUnder(page, 'The method in five lines'))('$step: the files export the functions', (row) => {
    const code = names(cell(row, 'file'))
      .map((file) => readFileSync(new URL(`../../shared/src/scoring/${file}`, import.meta.url), 'utf8'))
      .join();
    for (const name of names(cell(row, 'function'))) expect(code).toContain(`export function ${name}(`);
  });
});

describe('the small unit of docs/scoring.md', () => {
  it('has the indicators of the page', () => {
    const indicators = branches.flatMap(({ children }) =>
      children.filter((line): line is IndicatorLine => line.node === 'indicator'),
    );
    const shown = indicators.map((line) => ({
      indicator: line.id,
      sum: String(line.sum),
      n: String(line.n),
      'points, exact': fraction(line.value),
      points: formatPoints(line.display),
      'share of the dimension': fraction(line.share),
    }));
    expect(tableUnder(page, 'Indicators')).toEqual(shown);
  });

  it('has the dimensions, the rounding line and the score of the page', () => {
    const shown = branches.map((line) => ({
      line: line.id,
      'points, exact': fraction(line.value),
      points: formatPoints(line.display),
      'contribution, exact': fraction(line.contribution),
      contribution: formatPoints(line.contributionDisplay),
    }));
    const empty = { 'points, exact': '', points: '', 'contribution, exact': '', contribution: '' };
    const score = formatPoints(breakdown?.score ?? 0);
    expect(tableUnder(page, 'Dimensions and unit')).toEqual([
      ...shown,
      { ...empty, line: 'pembulatan', contribution: signed(breakdown?.rounding ?? Number.NaN) },
      {
        ...empty,
        line: 'unit',
        'points, exact': breakdown && fraction(breakdown.exact),
        points: score,
        contribution: score,
      },
    ]);
  });
});

describe('Bangka Tengah 2023 of docs/scoring.md', () => {
  const rows = tableUnder(page, 'A real government: Bangka Tengah 2023');
  const units = rows.slice(0, 7).map((row, index) => ({
    unitId: String(index),
    score: parsePoints(cell(row, 'score')),
    weight: 1,
  }));
  const instrument = instrumentOf(2023);
  const government = rollUpUnits(compileInstrument(instrument), units);
  if (government.kind !== 'scored') throw new Error('expected a score');

  it('has the parts, the rounding line and the score of the page', () => {
    const [line] = explainGovernment(compileInstrument(instrument), government).lines;
    if (line?.node !== 'units') throw new Error('expected the line of the units');
    const score = formatPoints(government.score);
    expect(rows.map((row) => cell(row, 'a seventh of it'))).toEqual([
      ...line.children.map((unit) => formatPoints(unit.contributionDisplay)),
      signed(line.rounding),
      score,
    ]);
    expect(rows.at(-1)).toMatchObject({ unit: 'Bangka Tengah', score });
    expect(page).toContain(`→ **${score}**`);
  });

  it('has the band and zone the page names', () => {
    expect(bandOf(instrument, 'regency', government.score)).toMatchObject({
      band: 'A',
      opinion: 'Kualitas Tertinggi',
      zone: 'green',
    });
  });
});

describe('the composition of 2025 of docs/scoring.md', () => {
  it('has the weights, contributions and score of the page', () => {
    const rows = tableUnder(page, 'Years that differ');
    const composed = compileInstrument(instrumentOf(2025));
    const levels = { 'data-sekunder-bps': 3, 'data-sekunder-kementerian': 0, 'kepercayaan-masyarakat': 2 };
    const government = scoreGovernment(composed, {
      units: [
        {
          kind: 'assessed',
          unitId: 'a',
          result: { kind: 'scored', score: hundredths(7000), merged: { products: 0, indicators: [] }, flags: [] },
        },
      ],
      answers: Object.entries(levels).map(([id, level]) => ({
        indicatorId: IndicatorId.parse(id),
        subject: { kind: 'government' },
        value: { kind: 'level', level },
      })),
    });
    if (government.kind !== 'scored') throw new Error('expected a score');
    const { lines, rounding, score } = explainGovernment(composed, government);
    const shown = lines.map((line) => ({
      line: line.node === 'units' ? 'units' : line.id,
      'effective weight': line.node === 'not-applicable' ? '' : fraction(line.weight),
      points: line.node === 'not-applicable' ? '' : formatPoints(line.display),
      contribution: line.node === 'not-applicable' ? '' : formatPoints(line.contributionDisplay),
    }));
    expect(rows).toEqual([
      ...shown,
      { line: 'pembulatan', 'effective weight': '', points: '', contribution: signed(rounding) },
      { line: 'government', 'effective weight': '', points: '', contribution: formatPoints(score) },
    ]);
  });
});
