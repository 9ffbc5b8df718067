import type { Change } from '../domain/change.ts';
import type { ChangeId, PersonId } from '../domain/ids.ts';
import { canonicalText } from '../publication/canonical.ts';

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
  /** Every change stored at this cell, heads included, with what it was based on. */
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

/**
 * Places one change by what its author saw (`base`), never by a clock. A conflict needs two people, two different
 * values, and that neither saw the other's: a person does not conflict with themself, and saying the same twice is no
 * conflict. Of changes that do not conflict the later arrival is current.
 */
export function placeChange(past: CellPast, incoming: IncomingChange): Placement {
  const { heads, bases } = past;
  if (bases.has(incoming.id)) return { kind: 'duplicate', heads };
  const known = new Map(bases).set(incoming.id, incoming.base);

  if ([...bases.values()].some((base) => base.includes(incoming.id))) {
    // It may be the missing link between two heads: one of them is then an ancestor of the other.
    const replaced = ancestorsOf(heads, known);
    return { kind: 'history', heads: heads.filter(({ id }) => !replaced.has(id)) };
  }

  const seen = ancestorsOf([incoming], known);
  const others = heads.filter((head) => !seen.has(head.id) && disagree(head, incoming));
  const { id, by, entry } = incoming;
  return { kind: others.length === 0 ? 'applied' : 'conflict', heads: [...others, { id, by, entry }] };
}

function disagree(a: Head, b: Head): boolean {
  return a.by !== b.by && canonicalText(a.entry) !== canonicalText(b.entry);
}

/** Everything the changes were built upon, as far as it is known; ids that have not arrived are included by name. */
function ancestorsOf(
  changes: readonly Pick<Head, 'id'>[],
  known: ReadonlyMap<ChangeId, readonly ChangeId[]>,
): ReadonlySet<ChangeId> {
  const found = new Set<ChangeId>();
  const waiting = changes.flatMap(({ id }) => known.get(id) ?? []);
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    if (found.has(next)) continue;
    found.add(next);
    waiting.push(...(known.get(next) ?? []));
  }
  return found;
}
