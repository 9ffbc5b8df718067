import { expect, it } from 'vitest';

import { oddPercentSum } from '../../../web/src/ui/percent-sum.ts';

function shares(green: string | null, yellow: string | null, red: string | null) {
  return { green: { percent: green }, yellow: { percent: yellow }, red: { percent: red } };
}

it('remarks on NTT 2022, whose rounded parts sum to 100.01', () => {
  expect(oddPercentSum(shares('8.70', '65.22', '26.09'))).toBe(10_001);
});

it('says nothing of parts that sum to 100, and of parts that are not known', () => {
  expect(oddPercentSum(shares('54.55', '45.45', '0.00'))).toBeNull();
  expect(oddPercentSum(shares(null, null, null))).toBeNull();
});
