/** What a key does in a group of choices. */
export type LevelKey =
  | { readonly kind: 'focus'; readonly index: number }
  | { readonly kind: 'choose'; readonly index: number };

export interface PressedKey {
  readonly key: string;
  /** Held down and said again by the keyboard. */
  readonly repeat: boolean;
  readonly ctrlKey: boolean;
  readonly altKey: boolean;
  readonly metaKey: boolean;
}

/** The choices of a group, and which of them has the focus: -1 if none. */
export interface Choices {
  readonly values: readonly string[];
  readonly focused: number;
}

/**
 * Arrows move the focus and choose nothing: each level that is merely passed would otherwise be an answer. A digit chooses
 * the level of that name at once, Enter the one with the focus; so does the space bar, which needs no help. Undefined
 * leaves the key to the browser.
 */
export function levelKey(pressed: PressedKey, { values, focused }: Choices): LevelKey | undefined {
  if (pressed.ctrlKey || pressed.altKey || pressed.metaKey || values.length === 0) return undefined;
  const named = /^\d$/.test(pressed.key) ? values.indexOf(pressed.key) : -1;
  if (named !== -1) return pressed.repeat ? undefined : { kind: 'choose', index: named };
  if (focused === -1) return undefined;
  if (pressed.key === 'Enter') return pressed.repeat ? undefined : { kind: 'choose', index: focused };
  const to = neighbour(pressed.key, focused, values.length);
  return to === undefined ? undefined : { kind: 'focus', index: to };
}

/** Round and round, as arrows do in every group of radio buttons. */
function neighbour(key: string, from: number, length: number): number | undefined {
  switch (key) {
    case 'ArrowDown':
    case 'ArrowRight':
      return (from + 1) % length;
    case 'ArrowUp':
    case 'ArrowLeft':
      return (from - 1 + length) % length;
    default:
      return undefined;
  }
}
