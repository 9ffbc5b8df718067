import { describe, expect, it } from 'vitest';

import {
  type WeightedNode,
  fractionText,
  percentOf,
  sizeOf,
  weightedTree,
} from '../../../web/src/features/method/weights-table.ts';
import { instrumentOf } from '../../support/reference-instruments.ts';

function flat(nodes: readonly WeightedNode[]): readonly WeightedNode[] {
  return nodes.flatMap((node) => [node, ...flat(node.children)]);
}

function nodeOf(year: number, id: string): WeightedNode {
  const found = flat(weightedTree(instrumentOf(year))).find(({ node }) => node.id === id);
  if (found === undefined) throw new RangeError(`No node ${id} in ${year}`);
  return found;
}

describe('the weights of 2024', () => {
  it.each([
    ['input', 2185],
    ['proses', 3237],
    ['output', 2424],
    ['pengaduan', 2154],
  ])('give the dimension %s exactly %i hundredths of a percent', (id, percent) => {
    expect(percentOf(nodeOf(2024, id).ofWhole)).toEqual({ hundredths: percent, exact: true });
    expect(nodeOf(2024, id).official).toBe(true);
  });

  it('make an indicator of Proses one of eleven, and mark that as not official', () => {
    const { ofDimension, ofWhole, official } = nodeOf(2024, 'motto');
    expect(ofDimension === null ? '' : fractionText(ofDimension)).toBe('1/11');
    expect(percentOf(ofWhole)).toEqual({ hundredths: 294, exact: false });
    expect(official).toBe(false);
  });

  it('keep the one published weight of an indicator, 12.22 % of its dimension', () => {
    const { ofDimension, official } = nodeOf(2024, 'komponen-standar-pelayanan');
    expect(ofDimension === null ? null : percentOf(ofDimension)).toEqual({ hundredths: 1222, exact: true });
    expect(official).toBe(true);
  });

  it('mark no weight that could be no other: an only child takes the whole of its parent', () => {
    expect(nodeOf(2024, 'standar-pelayanan').official).toBe(true);
  });
});

it('weighs 2025 as 70 to 30 above the dimensions', () => {
  expect(percentOf(nodeOf(2025, 'kepatuhan').ofWhole).hundredths).toBe(7000);
  expect(percentOf(nodeOf(2025, 'kepercayaan').ofWhole).hundredths).toBe(3000);
  expect(percentOf(nodeOf(2025, 'input').ofWhole).hundredths).toBe(1750);
});

it.each([2021, 2022, 2024, 2025])('sums the indicators of %i to exactly the whole', (year) => {
  const leaves = flat(weightedTree(instrumentOf(year))).filter(({ node }) => node.node === 'indicator');
  const [numerator, denominator] = leaves.reduce(
    ([top, bottom], { ofWhole }) => [
      top * ofWhole.denominator + ofWhole.numerator * bottom,
      bottom * ofWhole.denominator,
    ],
    [0n, 1n],
  );
  expect(numerator).toBe(denominator);
});

it.each([
  [2021, 21, [10]],
  [2022, 35, [4, 5]],
  [2024, 37, [4, 5]],
  [2025, 13, [2, 4]],
])('counts the parts of %i', (year, indicators, branches) => {
  const size = sizeOf(instrumentOf(year));
  expect(size.indicators).toBe(indicators);
  expect(size.branches.map(({ count }) => count)).toEqual(branches);
});
