/** What a tab keeps, as the browser has it, with nothing else in it. */
export function aTab(): Storage {
  const held = new Map<string, string>();
  const tab: Storage = Object.assign(Object.create(null) as object, {
    length: 0,
    clear: () => held.clear(),
    key: () => null,
    getItem: (key: string) => held.get(key) ?? null,
    setItem: (key: string, value: string) => {
      held.set(key, value);
      Object.defineProperty(tab, key, { value, enumerable: true, configurable: true });
    },
    removeItem: (key: string) => {
      held.delete(key);
      Reflect.deleteProperty(tab, key);
    },
  });
  return tab;
}
