import { describe, expect, it } from 'vitest';

import { meanParts, meanSentence } from '../../../web/src/ui/mean.ts';

function sentence(...scores: readonly number[]): string {
  const parts = meanParts(scores.map((score) => ({ score, weight: 1 })));
  return parts === undefined ? '' : meanSentence(parts);
}

describe('a mean taken apart', () => {
  it('is that of Bangka Tengah 2023', () => {
    expect(sentence(9532, 9434, 9429, 9400, 9357, 9286, 9158)).toBe('655,96 ÷ 7 ≈ 93,7086 → 93,71');
  });

  it('has an equals sign where four decimals are all', () => {
    expect(sentence(9532, 9434)).toBe('189,66 ÷ 2 = 94,8300 → 94,83');
    expect(sentence(7799, 7800)).toBe('155,99 ÷ 2 = 77,9950 → 78,00');
  });

  it('never shows four decimals that would round to another result', () => {
    // 77.99499…: rounded to four decimals it would read 77.9950 and look like 78.00.
    const scores = Array.from({ length: 201 }, (_, index) => (index < 100 ? 7800 : 7799));
    expect(sentence(...scores)).toBe('15.676,99 ÷ 201 = 77,9949… → 77,99');
  });

  it('counts each score as often as its weight', () => {
    const parts = meanParts([
      { score: 9000, weight: 3 },
      { score: 6000, weight: 1 },
    ]);
    expect(parts?.rounded).toBe(8250);
  });

  it('is nothing where nothing is counted', () => {
    expect(meanParts([])).toBeUndefined();
  });
});
