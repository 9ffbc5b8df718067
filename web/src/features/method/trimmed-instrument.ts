import type { Instrument, TreeNode } from '@patuh/shared/domain/instrument';

const LEFT_OUT = '–';

function trimmed(node: TreeNode): TreeNode {
  if (node.node === 'branch') {
    const { description: _, ...branch } = node;
    return { ...branch, children: node.children.map(trimmed) };
  }
  const { guidance: _, ...indicator } = node;
  return {
    ...indicator,
    question: LEFT_OUT,
    levels: node.levels.map(({ level }) => ({ level, text: LEFT_OUT })),
    evidence: [],
    legalBasis: [],
  };
}

/** The instrument as the calculator in the browser needs it: the same weights and rules, without the long texts. */
export function trimmedInstrument(instrument: Instrument): Instrument {
  return {
    ...instrument,
    summary: LEFT_OUT,
    legalBasis: [],
    sources: [LEFT_OUT],
    assumptions: [],
    tree: instrument.tree.map(trimmed),
  };
}
