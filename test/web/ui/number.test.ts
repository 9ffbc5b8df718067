import { describe, expect, it } from 'vitest';

import { formatCount, formatDate, formatDifference, formatPercent, formatScore } from '../../../web/src/ui/number.ts';

describe('figures as Indonesian readers write them', () => {
  it('writes scores and percentages with a comma', () => {
    expect(formatScore('82.65')).toBe('82,65');
    expect(formatPercent('54.55')).toBe('54,55 %');
  });

  it.each([
    [7, '7'],
    [999, '999'],
    [64_779, '64.779'],
    [1_234_567, '1.234.567'],
  ])('groups %i as %s', (count, text) => {
    expect(formatCount(count)).toBe(text);
  });

  it.each([
    [917, '+9,17'],
    [-85, '−0,85'],
    [-5, '−0,05'],
    [0, '±0,00'],
  ])('writes a difference of %i hundredths as %s', (difference, text) => {
    expect(formatDifference(difference)).toBe(text);
  });

  it('dates by the clock of Jakarta, wherever the reader is', () => {
    expect(formatDate('2026-11-22T01:00:00.000Z')).toBe('22 November 2026');
    expect(formatDate('2026-11-21T17:00:00.000Z')).toBe('22 November 2026');
    expect(formatDate('2026-11-21T16:59:59.999Z')).toBe('21 November 2026');
    expect(formatDate('2023-03-01')).toBe('1 Maret 2023');
  });

  it('leaves text that is no date as it is', () => {
    expect(formatDate('akhir 2024')).toBe('akhir 2024');
  });
});
