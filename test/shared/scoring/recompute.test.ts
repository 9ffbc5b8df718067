import { compileInstrument } from '@patuh/shared/scoring/compile';
import type { MergedIndicator, MergedUnit } from '@patuh/shared/scoring/outcome';
import { scoreMergedUnit, scoreUnit } from '@patuh/shared/scoring/unit';
import { describe, expect, it } from 'vitest';

import { instrumentOf } from '../../support/reference-instruments.ts';
import { fullUnit, seeded } from '../../support/scoring-inputs.ts';

const plan = compileInstrument(instrumentOf(2023));

function mergedUnit(): MergedUnit {
  const result = scoreUnit(plan, fullUnit(instrumentOf(2023), seeded(7)));
  if (result.kind !== 'scored') throw new Error('expected a score');
  return result.merged;
}

const changed = (index: number, change: (entry: MergedIndicator) => MergedIndicator): MergedUnit => {
  const merged = mergedUnit();
  return { ...merged, indicators: merged.indicators.map((entry, at) => (at === index ? change(entry) : entry)) };
};
const first = (levels: { readonly sum: number; readonly n: number }) =>
  changed(0, ({ indicatorId }) => ({ kind: 'merged', indicatorId, ...levels }));

describe('recomputing a unit from merged levels', () => {
  it('gives the score of the answers', () => {
    const direct = scoreUnit(plan, fullUnit(instrumentOf(2023), seeded(7)));
    const again = scoreMergedUnit(plan, mergedUnit());
    expect(direct.kind === 'scored' && again.kind === 'scored' && again.score === direct.score).toBe(true);
  });

  it('does not depend on the order of the indicators', () => {
    const merged = mergedUnit();
    const again = scoreMergedUnit(plan, { ...merged, indicators: merged.indicators.toReversed() });
    expect(again).toMatchObject({ kind: 'scored' });
    expect(again.kind === 'scored' && again.score).toBe(scoredOf(merged));
  });

  it('says which indicator is missing', () => {
    const merged = mergedUnit();
    expect(scoreMergedUnit(plan, { ...merged, indicators: merged.indicators.slice(1) })).toMatchObject({
      kind: 'incomplete',
      missing: [{ kind: 'indicator', indicatorId: 'komponen-standar-pelayanan' }],
    });
  });

  it.each([
    { sum: 13, n: 4 },
    { sum: -1, n: 4 },
    { sum: 0, n: 0 },
    { sum: 1.5, n: 4 },
  ])('refuses levels that cannot be: $sum of $n answers from 0 to 3', (levels) => {
    expect(scoreMergedUnit(plan, first(levels))).toMatchObject({
      kind: 'invalid',
      problems: [{ kind: 'merged', indicatorId: 'komponen-standar-pelayanan', ...levels, maximum: 3 }],
    });
  });

  it('refuses several answers to what is asked once', () => {
    const merged = changed(6, ({ indicatorId }) => ({ kind: 'merged', indicatorId, sum: 4, n: 2 }));
    expect(scoreMergedUnit(plan, merged)).toMatchObject({
      kind: 'invalid',
      problems: [{ kind: 'merged', indicatorId: 'frekuensi-pengawasan-internal', sum: 4, n: 2, maximum: 3 }],
    });
  });

  it('refuses "not applicable" where the indicator does not allow it', () => {
    const merged = changed(0, ({ indicatorId }) => ({ kind: 'not-applicable', indicatorId, reasons: ['-'] }));
    expect(scoreMergedUnit(plan, merged)).toMatchObject({
      kind: 'invalid',
      problems: [{ kind: 'not-applicable-refused', indicatorId: 'komponen-standar-pelayanan' }],
    });
  });

  it('refuses an indicator that is there twice and a number of products that cannot be', () => {
    const merged = mergedUnit();
    expect(scoreMergedUnit(plan, { ...merged, indicators: [...merged.indicators, ...merged.indicators] }).kind).toBe(
      'invalid',
    );
    expect(scoreMergedUnit(plan, { ...merged, products: -1 })).toMatchObject({
      kind: 'invalid',
      problems: [{ kind: 'products', products: -1 }],
    });
  });
});

function scoredOf(merged: MergedUnit): number | undefined {
  const result = scoreMergedUnit(plan, merged);
  return result.kind === 'scored' ? result.score : undefined;
}
