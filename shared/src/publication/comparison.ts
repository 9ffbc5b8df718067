import { type ContentRule, type Difference, type Place, shown } from './difference.ts';

/** The first check that finds something. */
export function firstOf(...checks: readonly (() => Difference | undefined)[]): Difference | undefined {
  for (const check of checks) {
    const difference = check();
    if (difference !== undefined) return difference;
  }
  return undefined;
}

/** The same over a list, item by item. */
export function firstIn<Item>(
  items: readonly Item[],
  check: (item: Item, index: number) => Difference | undefined,
): Difference | undefined {
  for (const [index, item] of items.entries()) {
    const difference = check(item, index);
    if (difference !== undefined) return difference;
  }
  return undefined;
}

export function at(path: string): Place {
  return { row: null, path };
}

/** A rule of the content that `found` breaks, unless it holds. */
export function unless(holds: boolean, place: Place, found: unknown, rule: ContentRule): Difference | undefined {
  return holds ? undefined : { problem: 'rule', at: place, found: shown(found), rule };
}

/** The first place where two JSON values differ, in the order of the expected one's fields. */
export function recomputed(place: Place, found: unknown, expected: unknown): Difference | undefined {
  if (isObject(found) && isObject(expected)) return differentField(place, found, expected);
  if (JSON.stringify(found) === JSON.stringify(expected)) return undefined;
  return { problem: 'recomputed', at: place, found: shown(found), expected: shown(expected) };
}

function differentField(place: Place, found: object, expected: object): Difference | undefined {
  const left = new Map<string, unknown>(Object.entries(found));
  const right = new Map<string, unknown>(Object.entries(expected));
  return firstIn([...new Set([...right.keys(), ...left.keys()])], (field) =>
    recomputed({ ...place, path: `${place.path}.${field}` }, left.get(field), right.get(field)),
  );
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
