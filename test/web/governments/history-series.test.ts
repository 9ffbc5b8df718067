import { describe, expect, it } from 'vitest';

import { historySeries } from '../../../web/src/features/governments/history-series.ts';
import { aCatalogue } from '../../support/catalogue.ts';
import { historyOf } from './known.ts';

const catalogue = aCatalogue();

describe('the history of Bangka Tengah as a chart draws it', () => {
  const series = historySeries(historyOf(catalogue, '19.04').results);

  it('breaks the line where the method changes', () => {
    expect(series.stretches.map(({ methodId, points }) => [methodId, points.map(({ year }) => year)])).toEqual([
      ['sepuluh-variabel', [2021]],
      ['empat-dimensi', [2022, 2023, 2024]],
      ['opini', [2025]],
    ]);
  });

  it('shows the published scores', () => {
    const scores = series.stretches.flatMap(({ points }) =>
      points.map((point) => point.kind === 'score' && point.score),
    );
    expect(scores).toEqual([87.53, 80.27, 93.71, 94.02, 86.01]);
  });

  it('draws the bounds of each year, once per stretch of years with the same bounds', () => {
    const drawn = series.bounds.map(({ firstYear, lastYear, bounds }) => [
      firstYear,
      lastYear,
      bounds.map(({ lower }) => lower),
    ]);
    expect(drawn).toEqual([
      [2021, 2021, [51, 81]],
      [2022, 2024, [32, 54, 78, 88]],
      [2025, 2025, [54, 78, 88]],
    ]);
  });
});

it('shows a year known by zone only as the range it allows, never as a point', () => {
  const [first] = historySeries(historyOf(catalogue, '53.09').results).stretches;
  expect(first?.points).toEqual([{ kind: 'range', year: 2021, from: 51, to: 80.99, band: 'Sedang', zone: 'yellow' }]);
});
