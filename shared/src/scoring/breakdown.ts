import type { Indicator, MergeRule, TreeNode } from '../domain/instrument.ts';
import type { Hundredths } from '../domain/points.ts';
import { indicatorPoints } from './compose.ts';
import type { ScoringPlan } from './compile.ts';
import type { MergedIndicator, MergedUnit, ScoredUnit } from './outcome.ts';
import { type Fraction, ONE, type Rational, multiply, sumOf, toFraction } from './rational.ts';
import { roundPoints } from './rounding.ts';
import { sharesOfSiblings } from './weights.ts';

/**
 * Why a score is what it is, made only when somebody asks. Every figure is there twice: exact, and as displayed in
 * hundredths; wherever figures are displayed, the displayed contributions of the children plus `rounding` are exactly
 * the displayed value of the parent.
 */
export interface LineFigures {
  /** Part among the siblings that count, 0–1. */
  readonly share: Fraction;
  /** Effective weight in the whole score, 0–1. */
  readonly weight: Fraction;
  /** Points of the line itself, 0–100. */
  readonly value: Fraction;
  readonly display: Hundredths;
  /** Points it brings to its parent: share × value. */
  readonly contribution: Fraction;
  readonly contributionDisplay: Hundredths;
}

export interface BranchLine extends LineFigures {
  readonly node: 'branch';
  readonly id: string;
  readonly level: string;
  readonly name: string;
  readonly part: number;
  readonly official: boolean;
  readonly children: readonly Line[];
  /** Pembulatan: display − Σ displayed contributions of the children, in hundredths; may be negative. */
  readonly rounding: number;
}

export interface IndicatorLine extends LineFigures {
  readonly node: 'indicator';
  readonly id: string;
  readonly name: string;
  readonly part: number;
  readonly official: boolean;
  readonly merge: MergeRule;
  readonly maximum: number;
  readonly sum: number;
  readonly n: number;
}

/** Left out, its weight with its siblings; a branch is left out when everything below it is. */
export interface NotApplicableLine {
  readonly node: 'not-applicable';
  readonly id: string;
  readonly name: string;
  readonly reasons: readonly string[];
}

export type Line = BranchLine | IndicatorLine | NotApplicableLine;

export interface UnitBreakdown {
  readonly score: Hundredths;
  readonly exact: Fraction;
  readonly lines: readonly Line[];
  readonly rounding: number;
}

type MergedById = ReadonlyMap<string, MergedIndicator>;

/** The lines of a scored unit, in the order of the tree. Branches answered only for the government are not in it. */
export function explainUnit(plan: ScoringPlan, { merged }: Pick<ScoredUnit, 'merged'>): UnitBreakdown {
  const { lines, value } = linesOf(plan.instrument.tree, byId(merged), ONE);
  const score = roundPoints(value);
  return { score, exact: toFraction(value), lines, rounding: roundingOf(score, lines) };
}

/** Pembulatan: what the displayed contributions lack to the displayed whole. */
export function roundingOf(display: number, lines: readonly (NotApplicableLine | LineFigures)[]): number {
  return lines.reduce((rest, line) => rest - ('contributionDisplay' in line ? line.contributionDisplay : 0), display);
}

export function figures({ share, above, value }: { share: Rational; above: Rational; value: Rational }): LineFigures {
  const contribution = multiply(share, value);
  return {
    share: toFraction(share),
    weight: toFraction(multiply(above, share)),
    value: toFraction(value),
    display: roundPoints(value),
    contribution: toFraction(contribution),
    contributionDisplay: roundPoints(contribution),
  };
}

function linesOf(
  nodes: readonly TreeNode[],
  merged: MergedById,
  above: Rational,
): { readonly lines: readonly Line[]; readonly value: Rational } {
  const here = nodes.filter((node) => isAskedInUnits(node));
  const shares = new Map(
    sharesOfSiblings(here, ({ id }) => merged.get(id)?.kind === 'merged').map(({ node, share }) => [node.id, share]),
  );
  const contributions: Rational[] = [];
  const lines = here.map((node) => {
    const share = shares.get(node.id);
    if (share === undefined) return notApplicableLine(node, merged);
    const { line, value } = lineOf(node, merged, { share, above });
    contributions.push(multiply(share, value));
    return line;
  });
  return { lines, value: sumOf(contributions) };
}

function lineOf(
  node: TreeNode,
  merged: MergedById,
  { share, above }: { readonly share: Rational; readonly above: Rational },
): { readonly line: Line; readonly value: Rational } {
  const { id, name, part, official } = node;
  if (node.node === 'indicator') {
    const { sum, n } = levelsOf(merged, node);
    const value = indicatorPoints({ sum, n, maximum: node.maximum });
    const counted = { merge: node.merge, maximum: node.maximum, sum, n };
    return {
      value,
      line: { node: 'indicator', id, name, part, official, ...counted, ...figures({ share, above, value }) },
    };
  }
  const { lines: children, value } = linesOf(node.children, merged, multiply(above, share));
  const own = figures({ share, above, value });
  const rounding = roundingOf(own.display, children);
  return { value, line: { node: 'branch', id, level: node.level, name, part, official, ...own, children, rounding } };
}

function levelsOf(merged: MergedById, { id }: Indicator): { readonly sum: number; readonly n: number } {
  const entry = merged.get(id);
  if (entry?.kind !== 'merged') throw new RangeError(`No merged level for the indicator ${id}`);
  return entry;
}

function notApplicableLine(node: TreeNode, merged: MergedById): NotApplicableLine {
  const reasonsBelow = (below: TreeNode): readonly string[] => {
    if (below.node === 'branch') return below.children.flatMap(reasonsBelow);
    const entry = merged.get(below.id);
    return entry?.kind === 'not-applicable' ? entry.reasons : [];
  };
  return { node: 'not-applicable', id: node.id, name: node.name, reasons: [...new Set(reasonsBelow(node))] };
}

function isAskedInUnits(node: TreeNode): boolean {
  return node.node === 'indicator' ? node.subject !== 'government' : node.children.some(isAskedInUnits);
}

function byId({ indicators }: MergedUnit): MergedById {
  return new Map(indicators.map((entry) => [entry.indicatorId, entry]));
}
