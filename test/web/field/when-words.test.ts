import { describe, expect, it } from 'vitest';

import { whenWords } from '../../../web/src/features/field/when-words.ts';

const NOW = new Date(2026, 10, 22, 16, 45).getTime();

function at(year: number, month: number, day: number, hour: number, minute = 0): number {
  return new Date(year, month - 1, day, hour, minute).getTime();
}

describe('a moment in the words of the field', () => {
  it.each([
    ['the same day', at(2026, 11, 22, 14, 5), 'hari ini 14.05'],
    ['just after midnight', at(2026, 11, 22, 0, 0), 'hari ini 00.00'],
    ['the evening before', at(2026, 11, 21, 23, 59), 'kemarin 23.59'],
    ['earlier this year', at(2026, 11, 12, 9), '12 November'],
    ['an earlier year', at(2025, 12, 31, 9), '31 Desember 2025'],
    ['ahead of a clock that was set back', at(2027, 3, 1, 9), 'baru saja'],
  ])('of %s', (_, moment, words) => {
    expect(whenWords(moment, NOW)).toBe(words);
  });

  it('calls the last day of a year yesterday on the first of the next', () => {
    expect(whenWords(at(2025, 12, 31, 20), at(2026, 1, 1, 6))).toBe('kemarin 20.00');
  });
});
