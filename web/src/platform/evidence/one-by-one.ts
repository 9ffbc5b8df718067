import type { Ending } from '../field-store/exchange.ts';

export interface Line<Item> {
  /** Asked again after each of them. */
  readonly waiting: () => Promise<readonly Item[]>;
  readonly keyOf: (item: Item) => string;
  /** Those that did not get through the last time; the same set in every round. */
  readonly troubled: Set<string>;
  /** Undefined where it got through, or never will. */
  readonly send: (item: Item, place: { readonly number: number; readonly of: number }) => Promise<Ending | undefined>;
}

/**
 * Each once, in their order. One that meets a problem of its own comes after all others from then on; two in a row are
 * taken for a problem of the server, and the rest waits.
 */
export async function oneByOne<Item>({ waiting, keyOf, troubled, send }: Line<Item>): Promise<Ending> {
  const tried = new Set<string>();
  let problem: Ending | undefined;
  let isSecond = false;
  for (;;) {
    const left = (await waiting()).filter((item) => !tried.has(keyOf(item)));
    const item = left.find((one) => !troubled.has(keyOf(one))) ?? left[0];
    if (item === undefined) return problem ?? { kind: 'done' };
    const key = keyOf(item);
    tried.add(key);
    const ending = await send(item, { number: tried.size, of: tried.size + left.length - 1 });
    if (ending === undefined) {
      troubled.delete(key);
      isSecond = false;
      continue;
    }
    if (ending.kind !== 'problem') return ending;
    troubled.add(key);
    if (isSecond) return ending;
    problem = ending;
    isSecond = true;
  }
}
