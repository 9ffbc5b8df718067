import { useSyncExternalStore } from 'react';

/** A small wish of whoever uses this device, kept in the browser: never anything that somebody entered. */
export interface Remembered {
  readonly read: () => string | undefined;
  /** Undefined forgets it. */
  readonly keep: (value: string | undefined) => void;
  readonly subscribe: (listener: () => void) => () => void;
}

export function remembered(name: string): Remembered {
  const key = `patuh-${name}`;
  const listeners = new Set<() => void>();
  let value = stored(key);
  return {
    read: () => value,
    keep: (next) => {
      value = next;
      store(key, next);
      for (const listener of listeners) listener();
    },
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

export function useRemembered(wish: Remembered): string | undefined {
  return useSyncExternalStore(wish.subscribe, wish.read);
}

function stored(key: string): string | undefined {
  try {
    return localStorage.getItem(key) ?? undefined;
  } catch {
    return undefined;
  }
}

function store(key: string, value: string | undefined): void {
  try {
    if (value === undefined) localStorage.removeItem(key);
    else localStorage.setItem(key, value);
  } catch {
    // A browser that keeps nothing remembers it until the page is closed.
  }
}
