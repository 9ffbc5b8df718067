/* oxlint-disable unicorn/no-array-sort, unicorn/no-array-reverse -- what is said to be better is what is missing here */
/**
 * What phones of 2021 (Chrome 87) do not have yet of what the app and `shared` use. Loaded first of all. The language
 * otherwise stays as the build makes it. The field needs more, and says so where it is missing.
 */
interface Missing {
  readonly on: object;
  readonly name: string;
  readonly make: (this: unknown, ...args: never[]) => unknown;
}

const MISSING: readonly Missing[] = [
  {
    on: Array.prototype,
    name: 'toSorted',
    make(this: unknown, compare?: (a: unknown, b: unknown) => number) {
      return [...(this as unknown[])].sort(compare);
    },
  },
  {
    on: Array.prototype,
    name: 'toReversed',
    make(this: unknown) {
      return [...(this as unknown[])].reverse();
    },
  },
  {
    on: Array.prototype,
    name: 'at',
    make(this: unknown, index: number) {
      const list = this as unknown[];
      return list[index < 0 ? list.length + index : index];
    },
  },
  {
    on: Array.prototype,
    name: 'findLast',
    make(this: unknown, holds: (item: unknown) => boolean) {
      return [...(this as unknown[])].reverse().find((item) => holds(item));
    },
  },
  {
    on: Map,
    name: 'groupBy',
    make(items: Iterable<unknown>, keyOf: (item: unknown, index: number) => unknown) {
      const groups = new Map<unknown, unknown[]>();
      let index = 0;
      for (const item of items) {
        const key = keyOf(item, index);
        const group = groups.get(key);
        if (group === undefined) groups.set(key, [item]);
        else group.push(item);
        index += 1;
      }
      return groups;
    },
  },
  {
    on: Object,
    name: 'hasOwn',
    make(thing: object, key: PropertyKey) {
      return Object.prototype.hasOwnProperty.call(thing, key);
    },
  },
];

for (const { on, name, make } of MISSING) {
  if (!(name in on)) Object.defineProperty(on, name, { value: make, writable: true, configurable: true });
}

/** Chrome 119, Firefox 121, Safari 17.4: what the field stands on is there from then on. */
export const runsTheField = 'withResolvers' in Promise;
