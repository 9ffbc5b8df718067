/** What a key does on the desk. */
export type DeskAct =
  | 'next'
  | 'previous'
  | 'accept'
  | 'return'
  | 'request'
  | 'next-photo'
  | 'previous-photo'
  | 'larger'
  | 'smaller'
  | 'turn'
  | 'whole'
  | 'blur'
  | 'order'
  | 'send'
  | 'next-unit'
  | 'help';

interface DeskKey {
  readonly act: DeskAct;
  /** As the keyboard names them; a letter stands for itself with and without Shift. */
  readonly keys: readonly string[];
  /** Whether holding the key does it again and again: looking may, deciding may not. */
  readonly repeats: boolean;
}

/** All of them, in the order in which the help lists them. */
export const DESK_KEYS: readonly DeskKey[] = [
  { act: 'next', keys: ['j', 'ArrowDown'], repeats: true },
  { act: 'previous', keys: ['k', 'ArrowUp'], repeats: true },
  { act: 'accept', keys: ['a', 'Enter'], repeats: false },
  { act: 'return', keys: ['r'], repeats: false },
  { act: 'request', keys: ['m'], repeats: false },
  { act: 'next-photo', keys: ['ArrowRight'], repeats: true },
  { act: 'previous-photo', keys: ['ArrowLeft'], repeats: true },
  { act: 'larger', keys: ['+', '='], repeats: true },
  { act: 'smaller', keys: ['-'], repeats: true },
  { act: 'turn', keys: ['p'], repeats: false },
  { act: 'whole', keys: ['f'], repeats: false },
  { act: 'blur', keys: ['b'], repeats: false },
  { act: 'order', keys: ['o'], repeats: false },
  { act: 'send', keys: ['s'], repeats: false },
  { act: 'next-unit', keys: ['u'], repeats: false },
  { act: 'help', keys: ['?'], repeats: false },
];

export interface Pressed {
  readonly key: string;
  readonly repeat: boolean;
  readonly ctrlKey: boolean;
  readonly altKey: boolean;
  readonly metaKey: boolean;
}

/** To whom the keys belong where the focus is. */
export interface KeyHolder {
  /** A text, a list to choose from, a dialog: every key is its own. */
  readonly all: boolean;
  /** A grid, a group of choices, a photo that can be moved: the arrows are its own. */
  readonly arrows: boolean;
  /** A button or a link: Enter presses it. */
  readonly enter: boolean;
}

/** Undefined where the key belongs to something else, or to nobody. `letters`: whether single letters are wanted. */
export function deskAct(pressed: Pressed, holder: KeyHolder, letters: boolean): DeskAct | undefined {
  if (holder.all || pressed.ctrlKey || pressed.altKey || pressed.metaKey) return undefined;
  const key = pressed.key.length === 1 ? pressed.key.toLowerCase() : pressed.key;
  if (holder.arrows && key.startsWith('Arrow')) return undefined;
  if (holder.enter && key === 'Enter') return undefined;
  if (!letters && key.length === 1 && key !== '?') return undefined;
  const found = DESK_KEYS.find(({ keys }) => keys.includes(key));
  return found === undefined || (pressed.repeat && !found.repeats) ? undefined : found.act;
}

/** Who the keys belong to, by what has the focus. */
export function holderOf(target: EventTarget | null): KeyHolder {
  const nobody: KeyHolder = { all: false, arrows: false, enter: false };
  if (!(target instanceof HTMLElement)) return nobody;
  const isText = target instanceof HTMLInputElement && !['checkbox', 'radio', 'button'].includes(target.type);
  return {
    all: isText || target.isContentEditable || target.closest('textarea, select, dialog') !== null,
    arrows: target.closest('[role="grid"], input[type="radio"], [data-arrows="own"]') !== null,
    enter: target.closest('button, a, summary, input, label') !== null,
  };
}
