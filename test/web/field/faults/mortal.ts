import type { FieldStore } from '../../../../web/src/platform/field-store/field-store.ts';

/** The page is gone: whatever comes after this never happened. */
export class Killed extends Error {
  override readonly name = 'Killed';
}

/** How many more calls of its store a page lives. */
export interface Life {
  left: number;
}

/**
 * A store of a page that ends after so many calls: the last one still reaches the disk, but nobody hears of it. From
 * then on every call ends in `Killed`. Calls of its shelf count like those of the store.
 */
export function mortal(store: FieldStore, life: Life): FieldStore {
  return dying(store, life);
}

function dying<Target extends object>(target: Target, life: Life): Target {
  return new Proxy(target, {
    get: (of, name, receiver) => {
      const method: unknown = Reflect.get(of, name, receiver);
      if (typeof method !== 'function' || name === 'close' || name === 'onOtherTab') return method;
      return async (...args: readonly unknown[]) => {
        if (life.left <= 0) throw new Killed();
        life.left -= 1;
        const answer: unknown = await Reflect.apply(method, of, args);
        if (life.left <= 0) throw new Killed();
        return name === 'shelf' && typeof answer === 'object' && answer !== null ? dying(answer, life) : answer;
      };
    },
  });
}
