import type { Instrument, TreeNode } from '@patuh/shared/domain/instrument';
import { ONE, type Rational, multiply } from '@patuh/shared/scoring/rational';
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
  /** Whether its weight was published; a node without siblings takes the whole of its parent, which needs no publishing. */
  readonly official: boolean;
  readonly children: readonly WeightedNode[];
}

interface Above {
  readonly depth: number;
  readonly ofWhole: Rational;
  readonly ofDimension: Rational | null;
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
      const below = { depth: above.depth + 1, ofWhole, ofDimension: level === DIMENSION ? ONE : ofDimension };
      return {
        node,
        levelName: nameOf(level),
        depth: above.depth,
        ofSiblings: share,
        ofDimension,
        ofWhole,
        official: node.official || nodes.length === 1,
        children: node.node === 'branch' ? descend(node.children, below) : [],
      };
    });
  return descend(instrument.tree, { depth: 0, ofWhole: ONE, ofDimension: null });
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
function indicatorCount(node: TreeNode): number {
  return node.node === 'indicator' ? 1 : node.children.reduce((sum, child) => sum + indicatorCount(child), 0);
}

/** Whether anything is answered once for the whole government and joins the score beside the units. */
export function hasGovernmentIndicators({ tree }: Pick<Instrument, 'tree'>): boolean {
  const inNode = (node: TreeNode): boolean =>
    node.node === 'indicator' ? node.subject === 'government' : node.children.some(inNode);
  return tree.some(inNode);
}

/** How many branches of each level and how many indicators the tree has. */
export function sizeOf({ tree, levelNames }: Pick<Instrument, 'tree' | 'levelNames'>): {
  readonly indicators: number;
  readonly branches: readonly { readonly name: string; readonly count: number }[];
} {
  const countLevel = (nodes: readonly TreeNode[], level: string): number =>
    nodes.reduce(
      (sum, node) =>
        sum + (node.node === 'branch' ? Number(node.level === level) + countLevel(node.children, level) : 0),
      0,
    );
  return {
    indicators: tree.reduce((sum, node) => sum + indicatorCount(node), 0),
    branches: levelNames
      .map(({ level, name }) => ({ name, count: countLevel(tree, level) }))
      .filter(({ count }) => count > 0),
  };
}
