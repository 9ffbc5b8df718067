import { useEffect, useRef } from 'react';

import { letterKeys } from './use-desk-keys.ts';

export type BlurAct =
  | 'save'
  | 'nothing'
  | 'withhold'
  | 'add'
  | 'preview'
  | 'next'
  | 'previous'
  | 'larger'
  | 'smaller'
  | 'turn';

const KEYS: Readonly<Record<string, BlurAct>> = {
  s: 'save',
  Enter: 'save',
  t: 'nothing',
  x: 'withhold',
  n: 'add',
  v: 'preview',
  j: 'next',
  ArrowRight: 'next',
  k: 'previous',
  ArrowLeft: 'previous',
  '+': 'larger',
  '=': 'larger',
  '-': 'smaller',
  p: 'turn',
};
/** Looking may be done again and again while a key is held; deciding may not. */
const REPEATED: ReadonlySet<BlurAct> = new Set(['next', 'previous', 'larger', 'smaller']);

/** What is possible now. */
export type BlurActs = Readonly<Partial<Record<BlurAct, () => void>>>;

/** Listens for the keys of going through photos, as long as that is shown. */
export function useBlurKeys(acts: BlurActs): void {
  const latest = useRef(acts);
  useEffect(() => {
    latest.current = acts;
  });
  useEffect(() => {
    const listen = (event: KeyboardEvent): void => {
      if (event.defaultPrevented) return;
      const act = actOf(event);
      const does = act === undefined ? undefined : latest.current[act];
      if (does === undefined) return;
      event.preventDefault();
      does();
    };
    window.addEventListener('keydown', listen);
    return () => window.removeEventListener('keydown', listen);
  }, []);
}

function actOf({ key, repeat, ctrlKey, altKey, metaKey, shiftKey, target }: KeyboardEvent): BlurAct | undefined {
  if (ctrlKey || altKey || metaKey) return undefined;
  const isLetter = key.length === 1;
  if (isLetter && letterKeys.read() === 'off') return undefined;
  const act = KEYS[isLetter ? key.toLowerCase() : key];
  if (act === undefined || (repeat && !REPEATED.has(act))) return undefined;
  if (!(target instanceof Element)) return act;
  if (target.closest('input, textarea, select') !== null) return undefined;
  // What has the focus is pressed by Enter, and moved by arrows where it can be.
  if (key === 'Enter' && target.closest('button, a, summary') !== null) return undefined;
  if (key.startsWith('Arrow') && (shiftKey || target.closest('[data-arrows="own"]') !== null)) return undefined;
  return act;
}
