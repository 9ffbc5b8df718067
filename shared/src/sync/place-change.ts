import type { Change } from '../domain/change.ts';
import type { ChangeId, PersonId } from '../domain/ids.ts';
import { canonicalText } from '../publication/canonical.ts';
import { isWithdrawal } from './withdrawn.ts';

/** A change that nobody has replaced: who made it, and what it says. */
export interface Head {
  readonly id: ChangeId;
  readonly by: PersonId;
  readonly entry: Change['entry'];
}

/** What is known of one cell before a change arrives. */
export interface CellPast {
  /** In the order of arrival: the last one is the current value. Empty for a cell without any change. */
  readonly heads: readonly Head[];
  /**
   * Every change stored at this cell, heads included, with what it was based on. Where the incoming change names all
   * heads as its base the older ones make no difference and need not be looked up.
   */
  readonly bases: ReadonlyMap<ChangeId, readonly ChangeId[]>;
}

export type IncomingChange = Head & Pick<Change, 'base'>;

/**
 * Where a change belongs. `heads` is what nobody has replaced now, in the order of arrival, the current value last.
 * - `applied`: it is the current value, and the only one.
 * - `conflict`: it is the current value; the others were entered without knowledge of it, and wait for a person.
 * - `history`: something that was built upon it arrived earlier; it is kept and changes nothing that is current.
 * - `duplicate`: it is stored already.
 */
export interface Placement {
  readonly kind: 'applied' | 'conflict' | 'history' | 'duplicate';
  readonly heads: readonly Head[];
}

type Bases = CellPast['bases'];

/**
 * Places one change by what its author saw (`base`), never by a clock. A conflict needs two people, two different
 * values, and that neither saw the other's: a person does not conflict with themself, and saying the same twice is no
 * conflict. Of changes that do not conflict the later arrival is current. A withdrawal is the last word, whenever it
 * arrives and whatever anybody entered without knowing of it.
 */
export function placeChange(past: CellPast, incoming: IncomingChange): Placement {
  const { id, by, entry, base } = incoming;
  if (past.bases.has(id)) return { kind: 'duplicate', heads: past.heads };
  const lastWord = past.heads.find((head) => isWithdrawal(head.entry));
  if (lastWord !== undefined) return { kind: 'history', heads: [lastWord] };
  if (isWithdrawal(entry)) return { kind: 'applied', heads: [{ id, by, entry }] };
  const known = new Map(past.bases).set(id, base);
  const isBuiltUpon = [...past.bases.values()].some((earlier) => earlier.includes(id));
  if (isBuiltUpon) return { kind: 'history', heads: unreplaced(past.heads, known) };
  const heads = unreplaced([...past.heads, { id, by, entry }], known);
  return { kind: heads.length === 1 ? 'applied' : 'conflict', heads };
}

/**
 * Leaves out what another one was built upon, and what a later arrival agrees with. The second only where everything
 * below is known: a change whose base is still on its way may turn out to be built upon the later arrival.
 */
function unreplaced(heads: readonly Head[], known: Bases): readonly Head[] {
  const ancestors = new Map(heads.map((head) => [head, ancestorsOf(head, known)]));
  const ends = heads.filter((head) => !heads.some((other) => other !== head && ancestors.get(other)?.has(head.id)));
  // Only invented bases can go round in a circle; they may not make a value disappear.
  if (ends.length === 0) return heads;
  return ends.filter((head, index) => {
    const isComplete = [...(ancestors.get(head) ?? [])].every((id) => known.has(id));
    return !isComplete || !ends.slice(index + 1).some((later) => agree(head, later));
  });
}

function agree(a: Head, b: Head): boolean {
  return a.by === b.by || canonicalText(a.entry) === canonicalText(b.entry);
}

/** Everything a change was built upon, as far as it is known; what has not arrived is there by its id. */
function ancestorsOf({ id }: Head, known: Bases): ReadonlySet<ChangeId> {
  const found = new Set<ChangeId>();
  const waiting = [...(known.get(id) ?? [])];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    if (found.has(next)) continue;
    found.add(next);
    waiting.push(...(known.get(next) ?? []));
  }
  return found;
}
