import { parsePoints } from '@patuh/shared/domain/points';
import type { Answer } from '@patuh/shared/domain/answer';
import type { Branch, Instrument } from '@patuh/shared/domain/instrument';
import { compileInstrument } from '@patuh/shared/scoring/compile';
import { rollUpUnits } from '@patuh/shared/scoring/government';
import { type UnitInput, scoreUnit } from '@patuh/shared/scoring/unit';
import { indicatorsOf } from '@patuh/shared/scoring/weights';
import { bandOf } from '@patuh/shared/scoring/zones';
import { describe, expect, it } from 'vitest';

import { instrumentOf } from '../../support/reference-instruments.ts';
import { fullUnit, seeded } from '../../support/scoring-inputs.ts';

const published = ['95.32', '94.34', '94.29', '94.00', '93.57', '92.86', '91.58'];

function governmentScore(instrument: Instrument, scores: readonly string[]) {
  const units = scores.map((score, index) => ({ unitId: `unit-${index}`, score: parsePoints(score), weight: 1 }));
  const result = rollUpUnits(compileInstrument(instrument), units);
  return result.kind === 'scored' ? result.score : result;
}

/** Every answer inside the branch at its maximum, every other at 0. */
function onlyBranchFull(instrument: Instrument, branch: Branch): UnitInput {
  const inside = new Set<string>(indicatorsOf([branch]).map(({ id }) => id));
  const unit = fullUnit(instrument, seeded(1));
  const answers = unit.answers.map((answer): Answer => {
    const maximum = indicatorsOf(instrument.tree).find(({ id }) => id === answer.indicatorId)?.maximum ?? 0;
    return { ...answer, value: { kind: 'level', level: inside.has(answer.indicatorId) ? maximum : 0 } };
  });
  return { ...unit, answers };
}

describe('Bangka Tengah 2023', () => {
  it('has the published score 93.71 from its seven published unit scores', () => {
    expect(governmentScore(instrumentOf(2023), published)).toBe(9371);
  });

  it('counts both Puskesmas: averaging them first would give 93.73', () => {
    const others = published.filter((score) => score !== '94.34' && score !== '92.86');
    expect(governmentScore(instrumentOf(2023), [...others, '93.60'])).toBe(9373);
    expect(governmentScore(instrumentOf(2023), published)).not.toBe(9373);
  });
});

describe('the four dimensions', () => {
  const weights = { input: 2185, proses: 3237, output: 2424, pengaduan: 2154 };

  it.each([2022, 2023, 2024])('give exactly their weight in %i when one is full and the rest is 0', (year) => {
    const instrument = instrumentOf(year);
    const plan = compileInstrument(instrument);
    const scores = instrument.tree.map((node) => {
      const result = node.node === 'branch' ? scoreUnit(plan, onlyBranchFull(instrument, node)) : undefined;
      return [node.id, result?.kind === 'scored' ? result.score : result];
    });
    expect(Object.fromEntries(scores)).toEqual(weights);
  });

  it('ask 217 answers of a unit with every officer, product and user in 2023', () => {
    expect(fullUnit(instrumentOf(2023), seeded(1)).answers).toHaveLength(217);
  });
});

describe('a score judged by another year', () => {
  const zone = (year: number, score: string) => bandOf(instrumentOf(year), 'regency', parsePoints(score))?.zone;

  it.each([
    ['51.43', 'Ngada 2022', 2022, 'red', 2021, 'yellow'],
    ['79.31', 'a green of 2024', 2024, 'green', 2021, 'yellow'],
    ['80.93', 'a green of NTT 2022', 2022, 'green', 2021, 'yellow'],
    ['79.12', 'the other green of NTT 2022', 2022, 'green', 2021, 'yellow'],
  ] as const)('%s (%s) is in %i %s and by the bounds of %i %s', (score, _name, year, own, other, judged) => {
    expect([zone(year, score), zone(other, score)]).toEqual([own, judged]);
  });
});
