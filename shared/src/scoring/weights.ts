import type { Indicator, TreeNode } from '../domain/instrument.ts';
import { ONE, type Rational, leastCommonMultiple, multiply, rational } from './rational.ts';

/** Effective weights of indicators over one common denominator: `weights[index] / denominator` per level point. */
export interface FlatWeights {
  readonly denominator: bigint;
  /** By index of the indicator; 0 where it does not count. The score share is Σ weight × merged level / denominator. */
  readonly weights: readonly bigint[];
  /** The same as doubles where every figure is a safe integer, else null. */
  readonly small: { readonly denominator: number; readonly weights: Float64Array } | null;
}

type Counts = (indicator: Indicator) => boolean;

/** Indicators of a tree from left to right. */
export function indicatorsOf(nodes: readonly TreeNode[]): readonly Indicator[] {
  return nodes.flatMap((node) => (node.node === 'indicator' ? [node] : indicatorsOf(node.children)));
}

/** Whether anything below the node counts; a node without that leaves its weight to its siblings. */
export function hasCounted(node: TreeNode, counts: Counts): boolean {
  return node.node === 'indicator' ? counts(node) : node.children.some((child) => hasCounted(child, counts));
}

/** The share of each node among those of its siblings that count: part of 1 : 1 : 3. */
export function sharesOfSiblings(
  nodes: readonly TreeNode[],
  counts: Counts,
): readonly { readonly node: TreeNode; readonly share: Rational }[] {
  const counted = nodes.filter((node) => hasCounted(node, counts));
  const parts = counted.reduce((total, node) => total + BigInt(node.part), 0n);
  return counted.map((node) => ({ node, share: rational(BigInt(node.part), parts) }));
}

/** The share of each counting indicator in the whole tree, by id; the shares sum to 1 unless nothing counts. */
export function effectiveShares(nodes: readonly TreeNode[], counts: Counts): ReadonlyMap<string, Rational> {
  const shares = new Map<string, Rational>();
  const descend = (siblings: readonly TreeNode[], above: Rational): void => {
    for (const { node, share } of sharesOfSiblings(siblings, counts)) {
      const whole = multiply(above, share);
      if (node.node === 'indicator') shares.set(node.id, whole);
      else descend(node.children, whole);
    }
  };
  descend(nodes, ONE);
  return shares;
}

/** The tree flattened for scoring: one multiplication per indicator, exact. */
export function flatWeights(indicators: readonly Indicator[], shares: ReadonlyMap<string, Rational>): FlatWeights {
  const perLevel = indicators.map(({ id, maximum }) => {
    const share = shares.get(id);
    return share === undefined ? rational(0) : multiply(share, rational(1, maximum));
  });
  const denominator = perLevel.reduce((common, weight) => leastCommonMultiple(common, weight.denominator), 1n);
  const weights = perLevel.map((weight) => weight.numerator * (denominator / weight.denominator));
  const fits = denominator <= BigInt(Number.MAX_SAFE_INTEGER);
  const small = fits ? { denominator: Number(denominator), weights: Float64Array.from(weights, Number) } : null;
  return { denominator, weights, small };
}
