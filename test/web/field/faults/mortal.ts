import type { FieldStore } from '../../../../web/src/platform/field-store/field-store.ts';

/** The page is gone: whatever comes after this never happened. */
export class Killed extends Error {
  override readonly name = 'Killed';
}

/**
 * A store of a page that ends after so many calls: the last one still reaches the disk, but nobody hears of it. From
 * then on every call ends in `Killed`.
 */
export function mortal(store: FieldStore, life: number): FieldStore {
  let left = life;
  return new Proxy(store, {
    get: (target, name, receiver) => {
      const method: unknown = Reflect.get(target, name, receiver);
      if (typeof method !== 'function' || name === 'close' || name === 'onOtherTab') return method;
      return async (...args: readonly unknown[]) => {
        if (left <= 0) throw new Killed();
        left -= 1;
        const answer: unknown = await Reflect.apply(method, target, args);
        if (left <= 0) throw new Killed();
        return answer;
      };
    },
  });
}
