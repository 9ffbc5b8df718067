import type { MergeRule } from '@patuh/shared/domain/instrument';
import { compileInstrument } from '@patuh/shared/scoring/compile';
import { scoreUnit } from '@patuh/shared/scoring/unit';
import { describe, expect, it } from 'vitest';

import { anIndicator, anInstrument } from '../../support/instruments.ts';
import { aUnitKind } from '../../support/scoring-inputs.ts';

/** One indicator, asked of users with the given levels by number; null is "not applicable" for that user. */
function merged(merge: MergeRule, levels: Readonly<Record<number, number | null>>) {
  const indicator = anIndicator('satu', { subject: 'user', merge, notApplicable: true });
  const users = Object.entries(levels).map(([number, level]) => ({ number: Number(number), level }));
  const result = scoreUnit(compileInstrument(anInstrument([indicator])), {
    unitKind: aUnitKind,
    subjects: [
      { kind: 'product', number: 1, state: 'present' },
      { kind: 'officer', number: 1, state: 'present' },
      { kind: 'complaint-officer', number: 1, state: 'present' },
      ...users.map(({ number }) => ({ kind: 'user' as const, number, state: 'present' as const })),
    ],
    answers: users.map(({ number, level }) => ({
      indicatorId: indicator.id,
      subject: { kind: 'user', number },
      value: level === null ? { kind: 'not-applicable', reason: 'Tidak memakai layanan' } : { kind: 'level', level },
    })),
  });
  if (result.kind !== 'scored') return result;
  const [entry] = result.merged.indicators;
  return entry?.kind === 'merged' ? { score: result.score, sum: entry.sum, n: entry.n } : entry;
}

describe('several subjects of one indicator', () => {
  it('merge to their mean, exactly', () => {
    expect(merged('mean', { 1: 3, 2: 2, 3: 2 })).toEqual({ score: 7778, sum: 7, n: 3 });
  });

  it('merge to the lowest where the indicator says so', () => {
    expect(merged('minimum', { 1: 3, 2: 1, 3: 2 })).toEqual({ score: 3333, sum: 1, n: 1 });
  });

  it('merge to the one with the highest number where the indicator says so', () => {
    expect(merged('latest', { 2: 3, 10: 1, 9: 2 })).toEqual({ score: 3333, sum: 1, n: 1 });
  });

  it('leave out a subject for whom the indicator is not applicable', () => {
    expect(merged('mean', { 1: 3, 2: null, 3: 0 })).toEqual({ score: 5000, sum: 3, n: 2 });
    expect(merged('minimum', { 1: 3, 2: null, 3: 2 })).toEqual({ score: 6667, sum: 2, n: 1 });
    expect(merged('latest', { 1: 3, 2: 2, 3: null })).toEqual({ score: 6667, sum: 2, n: 1 });
  });

  it('leave nothing to score when it is not applicable for all of them', () => {
    expect(merged('mean', { 1: null, 2: null })).toMatchObject({
      kind: 'incomplete',
      missing: [{ kind: 'nothing-applicable' }],
    });
  });
});
