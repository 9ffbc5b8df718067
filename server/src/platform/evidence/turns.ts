/** How long somebody who is asked to make way may still wait for the rest of what they receive. */
const PATIENCE_MS = 1_000;

/**
 * One request at a time for each upload. A phone whose line broke comes back on a new connection while the old one still
 * waits for bytes that never come: whoever has the turn is asked to make way, and the newcomer waits until they did.
 */
export function turns() {
  const held = new Map<string, { readonly ended: Promise<void>; readonly giveWay: () => void }>();
  return async <T>(id: string, giveWay: () => void, work: (waited: boolean) => Promise<T>): Promise<T> => {
    const waits = held.has(id);
    for (let before = held.get(id); before !== undefined; before = held.get(id)) {
      const asked = setTimeout(before.giveWay, PATIENCE_MS);
      await before.ended;
      clearTimeout(asked);
    }
    const { promise: ended, resolve: end } = Promise.withResolvers<void>();
    held.set(id, { ended, giveWay });
    try {
      return await work(waits);
    } finally {
      held.delete(id);
      end();
    }
  };
}
