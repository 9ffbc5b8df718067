/** A unit that somebody is to verify. */
export interface UnitToShare {
  readonly id: string;
  /** Units of one government stay together as far as the even share allows. */
  readonly government: string;
  /** Who has it already; that stays. */
  readonly personId: string | null;
  /** Who must not have it: they collected there, or are in its team. */
  readonly barred: readonly string[];
}

/**
 * Shares out the units that nobody has, as evenly as what people have already and must not have allows: no unit could change
 * hands, directly or along others, so that somebody with more had less. The same units and people give the same share in
 * whatever order they come. A unit that nobody may have is left out. Answers with the person of each unit that was given.
 */
export function shareDuties(units: readonly UnitToShare[], people: readonly string[]): ReadonlyMap<string, string> {
  const persons = [...new Set(people)].toSorted();
  const loads = new Map(persons.map((person) => [person, units.filter(({ personId }) => personId === person).length]));
  const free = units.filter(({ personId }) => personId === null).toSorted(byGovernment);
  const share: Share = { given: new Map(), loads, units: new Map(free.map((unit) => [unit.id, unit])) };
  for (const together of Map.groupBy(free, ({ government }) => government).values()) giveTogether(share, together);
  while (evenOut(share)) continue;
  return share.given;
}

interface Share {
  readonly given: Map<string, string>;
  readonly loads: Map<string, number>;
  readonly units: ReadonlyMap<string, UnitToShare>;
}

function byGovernment(a: UnitToShare, b: UnitToShare): number {
  return compare(a.government, b.government) || compare(a.id, b.id);
}

function compare(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}

/** Whoever has least begins; whom they must not have goes to whoever has least then. */
function giveTogether(share: Share, together: readonly UnitToShare[]): void {
  let left = together;
  while (left.length > 0) {
    const next = lightestFirst(share).find((person) => left.some((unit) => isFor(unit, person)));
    if (next === undefined) return;
    for (const unit of left.filter((one) => isFor(one, next))) give(share, unit.id, next);
    left = left.filter((unit) => !isFor(unit, next));
  }
}

function lightestFirst({ loads }: Share): readonly string[] {
  return [...loads.keys()].toSorted((a, b) => loadOf(loads, a) - loadOf(loads, b) || compare(a, b));
}

function loadOf(loads: ReadonlyMap<string, number>, person: string): number {
  return loads.get(person) ?? 0;
}

function isFor({ barred }: UnitToShare, person: string): boolean {
  return !barred.includes(person);
}

function give({ given, loads }: Share, unit: string, person: string): void {
  const before = given.get(unit);
  if (before !== undefined) loads.set(before, loadOf(loads, before) - 1);
  given.set(unit, person);
  loads.set(person, loadOf(loads, person) + 1);
}

interface Step {
  readonly unit: string;
  readonly to: string;
}

/** Moves one unit's worth from somebody to somebody who has at least two less; false where nothing is left to even out. */
function evenOut(share: Share): boolean {
  for (const from of lightestFirst(share).toReversed()) {
    const steps = wayToLighter(share, from);
    if (steps === undefined) continue;
    for (const { unit, to } of steps) give(share, unit, to);
    return true;
  }
  return false;
}

/** The shortest row of hand-overs that ends at somebody who has at least two less. */
function wayToLighter(share: Share, from: string): readonly Step[] | undefined {
  const goal = loadOf(share.loads, from) - 2;
  const seen = new Set([from]);
  const waiting: { readonly person: string; readonly steps: readonly Step[] }[] = [{ person: from, steps: [] }];
  for (const { person, steps } of waiting) {
    const own = [...share.given].filter(([, holder]) => holder === person).toSorted(([a], [b]) => compare(b, a));
    for (const [id] of own) {
      const unit = share.units.get(id);
      for (const to of lightestFirst(share)) {
        if (seen.has(to) || unit === undefined || !isFor(unit, to)) continue;
        const way = [...steps, { unit: id, to }];
        if (loadOf(share.loads, to) <= goal) return way;
        seen.add(to);
        waiting.push({ person: to, steps: way });
      }
    }
  }
  return undefined;
}
