import type { KeyboardEvent } from 'react';

import { levelKey } from './level-keys.ts';

/** For `onKeyDown` around one group of choices; answers whether a level was chosen. */
export function pressChoiceKey(event: KeyboardEvent<HTMLElement>): boolean {
  const radios = [...event.currentTarget.querySelectorAll<HTMLInputElement>('input[type="radio"]')].filter(isEnabled);
  const focused = radios.findIndex((radio) => radio === event.target);
  if (focused === -1 && isTyping(event.target)) return false;
  const pressed = { ...keyOf(event), repeat: event.repeat };
  const does = levelKey(pressed, { values: radios.map(({ value, dataset }) => dataset['key'] ?? value), focused });
  const radio = does === undefined ? undefined : radios[does.index];
  if (does === undefined || radio === undefined) return false;
  event.preventDefault();
  radio.focus();
  if (does.kind === 'choose') radio.click();
  return does.kind === 'choose';
}

/** Whether keys belong to what has the focus: a text, a list, or a choice of another group. */
export function isTyping(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  if (target instanceof HTMLInputElement) return target.type !== 'checkbox' && target.type !== 'radio';
  return target.isContentEditable || target.matches('textarea, select');
}

function keyOf({ key, ctrlKey, altKey, metaKey }: KeyboardEvent) {
  return { key, ctrlKey, altKey, metaKey };
}

/** A closed unit can be read and not answered. */
function isEnabled(radio: HTMLInputElement): boolean {
  return !radio.matches(':disabled');
}
