import { canonicalText } from '../publication/canonical.ts';
import { sha256Hex } from '../publication/hash.ts';
import type { Cell } from '../domain/change.ts';
import type { Indicator, Instrument, TreeNode } from '../domain/instrument.ts';
import { answersHash, hashedCell } from './answers-hash.ts';
import { subjectKindOf } from './subjects.ts';

/** A part of the instrument that is one page of the form and is accepted as a whole. */
export interface Section {
  readonly id: string;
  readonly name: string;
  /** Names of the branches above it, from the top: the dimension of a variable. */
  readonly above: readonly string[];
  readonly indicators: readonly Indicator[];
}

/**
 * The branches that have indicators right below them, in the order of the tree, with those of their indicators that are
 * answered in a unit. An indicator without a branch is a section of its own; a branch with nothing to answer is none.
 */
export function sectionsOf({ tree }: Pick<Instrument, 'tree'>): readonly Section[] {
  return below(tree, []).filter(({ indicators }) => indicators.length > 0);
}

function below(nodes: readonly TreeNode[], above: readonly string[]): readonly Section[] {
  return nodes.flatMap((node): readonly Section[] => {
    const { id, name } = node;
    if (node.node === 'indicator') {
      // Under a branch its indicators are collected by the branch.
      return above.length > 0 ? [] : [{ id, name, above, indicators: askedInUnits([node]) }];
    }
    const own: Section = { id, name, above, indicators: askedInUnits(node.children) };
    return [own, ...below(node.children, [...above, name])];
  });
}

function askedInUnits(nodes: readonly TreeNode[]): readonly Indicator[] {
  return nodes.filter((node) => node.node === 'indicator').filter(({ subject }) => subject !== 'government');
}

/**
 * SHA-256 of all that an acceptance of the section vouches for: the answers and notes of its indicators, and what was
 * entered about the subjects they are asked of (who was present, the products' names, why so few users), and their
 * evidence.
 */
export function sectionHash(section: Section, cells: readonly Cell[]): string {
  const ids = new Set<string>(section.indicators.map(({ id }) => id));
  const kinds = new Set<string>(section.indicators.map(({ subject }) => subject));
  const mine = cells.filter(({ indicatorId, subjectId, current }) => {
    if (indicatorId !== null) return ids.has(indicatorId);
    if (current.entry.field === 'evidence') {
      return current.entry.value?.proves.some((point) => ids.has(point.indicatorId)) ?? false;
    }
    return kinds.has(current.entry.field === 'few-users-reason' ? 'user' : subjectKindOf(subjectId));
  });
  return sha256Hex(canonicalText([section.id, answersHash(mine.map(hashedCell))]));
}
