import { useSyncExternalStore } from 'react';

import { leftBehind } from '../field-store/left-behind.ts';
import { type Keeping, whatKeeps } from '../field-store/what-keeps.ts';
import { identities, type Known } from './identities.ts';

/** The people of this device. */
export const here = identities({ now: () => Date.now() });

export interface WhoIsHere {
  /** Those with a store and a PIN. */
  readonly people: readonly Known[];
  /** Of whom there is something here but no PIN any more: the office gives their key back. */
  readonly left: readonly Known[];
  readonly keeping: Keeping;
}

/** Undefined until somebody looked. */
let known: WhoIsHere | undefined;
const listeners = new Set<() => void>();

export function whoIsHere(): WhoIsHere | undefined {
  return known;
}

export function useWhoIsHere(): WhoIsHere | undefined {
  return useSyncExternalStore(subscribe, whoIsHere);
}

export async function lookHere(): Promise<void> {
  tellWhoIsHere(await look());
}

/** Screens that wait for it are drawn from here on. */
export function tellWhoIsHere(found: WhoIsHere): void {
  known = found;
  for (const listener of listeners) listener();
}

export async function look(): Promise<WhoIsHere> {
  const keeping = isSecure() ? await whatKeeps() : 'nothing';
  if (keeping === 'nothing') return { people: [], left: [], keeping };
  try {
    const people = await here.list();
    const left = await leftBehind();
    const isKnown = ({ personId }: Known): boolean => people.some((one) => one.personId === personId);
    return { people, left: left.filter((one) => !isKnown(one)), keeping };
  } catch (error) {
    // A browser that promised a database and gives none, or one that a newer app made.
    if (!(error instanceof DOMException)) throw error;
    return { people: [], left: [], keeping: 'nothing' };
  }
}

/** Without it (an address with http) browsers lock nothing, and what cannot be locked is not kept. */
function isSecure(): boolean {
  return 'subtle' in crypto;
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
