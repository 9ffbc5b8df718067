import { readFileSync } from 'node:fs';

import type { Identifier, SimpleSupportStatement } from '@mdn/browser-compat-data';
import compatData from '@mdn/browser-compat-data' with { type: 'json' };

interface Block {
  readonly owner: string;
  /** Of the class, not of what it makes. */
  readonly isStatic: boolean;
}

/**
 * The types of the DOM as one version of Chrome has it: those of TypeScript, without what came later according to MDN.
 * Code that compiles with them asks for nothing that is missing there.
 */
export function domOfChrome(version: number, libDom: string): string {
  const isIn = (feature: Identifier | undefined): boolean | undefined => {
    const support = feature?.__compat?.support.chrome;
    if (support === undefined) return undefined;
    return [support].flat().some((one) => isWithin(one, version));
  };
  const api = compatData.api;
  const named = new Map<string, (boolean | undefined)[]>();
  for (const owner of Object.values(api)) {
    for (const [name, member] of Object.entries(owner)) named.set(name, [...(named.get(name) ?? []), isIn(member)]);
  }
  /** Of a mixin, which MDN knows under those who have it: missing where nobody has the member. */
  const somewhere = (name: string): boolean => named.get(name)?.some((known) => known !== false) ?? true;
  const keeps = (owner: string, name: string, isStatic: boolean): boolean => {
    const at: Identifier | undefined = api[owner];
    if (at === undefined) return somewhere(name);
    return isIn(isStatic ? at[`${name}_static`] : at[name]) ?? true;
  };

  let block: Block | undefined;
  const kept: string[] = [];
  for (const line of readFileSync(libDom, 'utf8').split('\n')) {
    const opened = /^(interface|declare var) (\w+)[^{;]*\{\s*$/.exec(line);
    if (opened !== null) block = { owner: opened[2] ?? '', isStatic: opened[1] !== 'interface' };
    if (line.startsWith('}')) block = undefined;
    if (opened !== null || line.startsWith('}')) kept.push(line);
    else if (block === undefined ? !isGlobalGone(line) : isMemberKept(block, line)) kept.push(line);
  }
  return kept.join('\n');

  function isMemberKept({ owner, isStatic }: Block, line: string): boolean {
    const isLater = isStatic && isIn(api[owner]) === false;
    // A class that came later cannot be made.
    if (isLater && /^ {4}(?:new|prototype)\b/.test(line)) return false;
    const member = /^ {4}(?:readonly |get |set )*(\w+)[?(:<]/.exec(line)?.[1];
    // Options of a call are no features of their own; unlike members of mixins, they may be left out.
    const isOption = api[owner] === undefined && /^ {4}\w+\?:/.test(line);
    return member === undefined || isOption || keeps(owner, member, isStatic);
  }

  function isGlobalGone(line: string): boolean {
    const name = /^declare (?:function|var) (\w+)[(:<]/.exec(line)?.[1];
    return name !== undefined && (isIn(api[name]) ?? isIn(api['Window']?.[name])) === false;
  }
}

function isWithin(
  { version_added: added, version_removed: removed, flags }: SimpleSupportStatement,
  version: number,
): boolean {
  if (flags !== undefined || typeof added !== 'string') return false;
  return Number.parseFloat(added.replace('≤', '')) <= version && (removed === undefined || Number(removed) > version);
}
