import type { PressedKey } from './level-keys.ts';

/** What a single letter does on every page of a unit. */
export type FormKey = 'search' | 'next-question' | 'previous-question';

const KEYS: ReadonlyMap<string, FormKey> = new Map([
  ['/', 'search'],
  ['j', 'next-question'],
  ['k', 'previous-question'],
]);

/** Undefined where the key belongs to somebody who types, or to the browser. */
export function formKey(pressed: PressedKey, isTyping: boolean): FormKey | undefined {
  if (isTyping || pressed.ctrlKey || pressed.altKey || pressed.metaKey) return undefined;
  return KEYS.get(pressed.key);
}
