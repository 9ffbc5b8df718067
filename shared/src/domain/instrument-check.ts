import { NUMBERED_KINDS } from './answer.ts';
import type { Indicator, Instrument, TreeNode, Wording } from './instrument.ts';

type Said = (path: string, problem: string) => void;

/**
 * What the schema cannot say about an instrument: ids, levels, bands and counts that fit together. One sentence per
 * problem, each naming its path; an instrument with none of them can be scored.
 */
export function checkInstrument(instrument: Instrument): readonly string[] {
  const problems: string[] = [];
  const say: Said = (path, problem) => problems.push(`${path}: ${problem}`);
  checkNames(instrument, say);
  checkTree(instrument, say);
  checkWordings(instrument, say);
  checkBands(instrument, say);
  checkSubjects(instrument, say);
  checkRounding(instrument, say);
  return problems;
}

function checkNames({ years, levelNames }: Instrument, say: Said): void {
  for (const year of repeated(years)) say('years', `${year} is there twice`);
  for (const level of repeated(levelNames.map((name) => name.level))) say('levelNames', `"${level}" is there twice`);
}

function checkTree(instrument: Instrument, say: Said): void {
  const nodes = withPaths(instrument.tree, 'tree');
  for (const id of repeated(nodes.map(({ node }) => node.id))) say('tree', `the id "${id}" is used twice`);
  for (const { node, path } of nodes) if (node.node === 'indicator') checkLevels(node, path, say);
  checkBranchLevels(
    instrument.tree,
    instrument.levelNames.map(({ level }) => level),
    { path: 'tree', above: -1 },
    say,
  );
  if (!nodes.some(({ node }) => node.node === 'indicator' && node.subject !== 'government')) {
    say('tree', 'no indicator is answered in a unit');
  }
}

function checkLevels({ maximum, levels }: Indicator, path: string, say: Said): void {
  const numbers = levels.map(({ level }) => level).join(', ');
  const expected = Array.from({ length: maximum + 1 }, (_, level) => level).join(', ');
  if (numbers !== expected) say(`${path}.levels`, `expected the levels ${expected}, found ${numbers}`);
}

/** A language is named alike everywhere, or the form would offer it twice. */
function checkWordings({ tree, consentWordings = [] }: Instrument, say: Said): void {
  const names = new Map<string, string>();
  const sayOfLanguages = (
    path: string,
    field: string,
    wordings: readonly Pick<Wording, 'tag' | 'language'>[],
  ): void => {
    for (const tag of repeated(wordings.map((wording) => wording.tag))) say(path, `is worded twice in "${tag}"`);
    for (const [index, { tag, language }] of wordings.entries()) {
      const at = `${field}[${index}]`;
      if (tag === 'id') say(at, 'Indonesian is the official wording itself');
      if ((names.get(tag) ?? language) !== language) say(at, `"${tag}" is called "${names.get(tag)}" elsewhere`);
      names.set(tag, names.get(tag) ?? language);
    }
  };
  for (const { node, path } of withPaths(tree, 'tree')) {
    if (node.node !== 'indicator') continue;
    const wordings = node.wordings ?? [];
    sayOfLanguages(path, `${path}.wordings`, wordings);
    for (const [index, { levels }] of wordings.entries()) {
      if (levels === undefined || levels.length === node.maximum + 1) continue;
      say(`${path}.wordings[${index}].levels`, `expected ${node.maximum + 1} texts, found ${levels.length}`);
    }
  }
  sayOfLanguages('consentWordings', 'consentWordings', consentWordings);
}

function checkBranchLevels(
  nodes: readonly TreeNode[],
  order: readonly string[],
  at: { readonly path: string; readonly above: number },
  say: Said,
): void {
  for (const [index, node] of nodes.entries()) {
    if (node.node === 'indicator') continue;
    const path = `${at.path}[${index}]`;
    const position = order.indexOf(node.level);
    if (position === -1) say(`${path}.level`, `"${node.level}" is not in levelNames`);
    else if (position <= at.above) say(`${path}.level`, `"${node.level}" is not below the level of its parent`);
    checkBranchLevels(node.children, order, { path: `${path}.children`, above: position }, say);
  }
}

function checkBands({ rules }: Instrument, say: Said): void {
  for (const kind of repeated(rules.bands.flatMap(({ kinds }) => kinds))) {
    say('rules.bands', `the kind "${kind}" has bands twice`);
  }
  for (const [index, { bands }] of rules.bands.entries()) {
    const path = `rules.bands[${index}].bands`;
    for (const band of repeated(bands.map((entry) => entry.band))) say(path, `the band "${band}" is there twice`);
    for (const [position, { lower }] of bands.entries()) {
      const above = bands[position - 1];
      if (above && lower >= above.lower) say(`${path}[${position}].lower`, 'is not below the band above it');
    }
    if (bands.at(-1)?.lower !== 0) say(path, 'the last band does not start at 0');
  }
}

function checkSubjects({ tree, rules }: Instrument, say: Said): void {
  for (const kind of repeated(rules.subjects.map(({ subject }) => subject))) {
    say('rules.subjects', `"${kind}" is counted twice`);
  }
  for (const [index, { minimum, target, targetPerUnitKind = {} }] of rules.subjects.entries()) {
    for (const goal of [target, ...Object.values(targetPerUnitKind)]) {
      if (minimum > goal) say(`rules.subjects[${index}]`, `the minimum ${minimum} is above the target ${goal}`);
    }
  }
  const used = new Set(withPaths(tree, 'tree').map(({ node }) => (node.node === 'indicator' ? node.subject : null)));
  if (rules.rollUp.unitWeight === 'products') used.add('product');
  for (const kind of NUMBERED_KINDS) {
    const counted = rules.subjects.some(({ subject }) => subject === kind);
    if (used.has(kind) && !counted) say('rules.subjects', `"${kind}" is asked but has no target and minimum`);
  }
}

function checkRounding({ rules }: Instrument, say: Said): void {
  if (rules.rounding.at.toSorted().join() !== 'government,unit') {
    say('rules.rounding.at', 'names unit and government, once each');
  }
}

function withPaths(nodes: readonly TreeNode[], path: string): readonly { node: TreeNode; path: string }[] {
  return nodes.flatMap((node, index) => {
    const here = { node, path: `${path}[${index}]` };
    return node.node === 'indicator' ? [here] : [here, ...withPaths(node.children, `${here.path}.children`)];
  });
}

function repeated<Item>(items: readonly Item[]): readonly Item[] {
  return [...new Set(items.filter((item, index) => items.indexOf(item) !== index))];
}
