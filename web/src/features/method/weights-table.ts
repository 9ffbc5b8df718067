import type { Indicator, Instrument, TreeNode } from '@patuh/shared/domain/instrument';
import { ONE, type Rational, multiply, rational } from '@patuh/shared/scoring/rational';
import { sharesOfSiblings } from '@patuh/shared/scoring/weights';

/** A node of the instrument with its exact weights, each a fraction of 1. */
export interface WeightedNode {
  readonly node: TreeNode;
  /** Name of its level: Dimensi, Variabel, Indikator. */
  readonly levelName: string;
  readonly depth: number;
  /** Of its siblings. */
  readonly ofSiblings: Rational;
  /** Of the dimension it stands in; null for a dimension and what stands above one. */
  readonly ofDimension: Rational | null;
  readonly ofWhole: Rational;
  /** Published, and so is every weight above it: only then its weight in the whole is official. */
  readonly official: boolean;
  readonly children: readonly WeightedNode[];
}

interface Above {
  readonly depth: number;
  readonly ofWhole: Rational;
  readonly ofDimension: Rational | null;
  readonly official: boolean;
}

const DIMENSION = 'dimension';

/** The instrument's tree with weights as they stand when everything is applicable. */
export function weightedTree(instrument: Pick<Instrument, 'tree' | 'levelNames'>): readonly WeightedNode[] {
  const nameOf = (level: string): string => instrument.levelNames.find((name) => name.level === level)?.name ?? level;
  const descend = (nodes: readonly TreeNode[], above: Above): readonly WeightedNode[] =>
    sharesOfSiblings(nodes, () => true).map(({ node, share }) => {
      const level = node.node === 'branch' ? node.level : 'indicator';
      const ofWhole = multiply(above.ofWhole, share);
      const ofDimension = above.ofDimension === null ? null : multiply(above.ofDimension, share);
      // A node without siblings takes its parent's whole weight, so there is no figure that could be unofficial.
      const official = above.official && (node.official || nodes.length === 1);
      const below = { depth: above.depth + 1, ofWhole, ofDimension: level === DIMENSION ? ONE : ofDimension, official };
      return {
        node,
        levelName: nameOf(level),
        depth: above.depth,
        ofSiblings: share,
        ofDimension,
        ofWhole,
        official,
        children: node.node === 'branch' ? descend(node.children, below) : [],
      };
    });
  return descend(instrument.tree, { depth: 0, ofWhole: ONE, ofDimension: null, official: true });
}

export interface RoundedPercent {
  /** Hundredths of a percent, half up: 909 is 9.09 %. */
  readonly hundredths: number;
  /** False where the two decimals are not the whole truth. */
  readonly exact: boolean;
}

/** 1/11 → 9.09 %, not exact; 437/2000 → 21.85 %, exact. */
export function percentOf(share: Rational): RoundedPercent {
  const numerator = share.numerator * 10_000n;
  return {
    hundredths: Number((2n * numerator + share.denominator) / (2n * share.denominator)),
    exact: numerator % share.denominator === 0n,
  };
}

/** `1/11`; whole numbers without a denominator. */
export function fractionText({ numerator, denominator }: Rational): string {
  return denominator === 1n ? String(numerator) : `${numerator}/${denominator}`;
}

/** How many indicators stand at or below a node. */
export function indicatorCount(node: TreeNode): number {
  return node.node === 'indicator' ? 1 : node.children.reduce((sum, child) => sum + indicatorCount(child), 0);
}

/** All indicators below a node with the path of names above them, in the order of the tree. */
export function indicatorsWithPath(
  nodes: readonly TreeNode[],
  path: readonly string[] = [],
): readonly { readonly indicator: Indicator; readonly path: readonly string[] }[] {
  return nodes.flatMap((node) =>
    node.node === 'indicator' ? [{ indicator: node, path }] : indicatorsWithPath(node.children, [...path, node.name]),
  );
}

/** A fraction as it travels in JSON, read back. */
export function fromFraction({ numerator, denominator }: { numerator: string; denominator: string }): Rational {
  return rational(BigInt(numerator), BigInt(denominator));
}
