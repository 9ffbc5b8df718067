import { useEffect, useRef } from 'react';

import { remembered } from '../../platform/remembered.ts';
import { type DeskAct, deskAct, holderOf } from './desk-keys.ts';

/** “off”: no single letters. Speech input and trembling hands press them unwittingly; the same wish as in the field. */
export const letterKeys = remembered('letter-keys');

/** What is possible now; a key whose act is missing stays with the browser. */
export type DeskActs = Readonly<Partial<Record<DeskAct, () => void>>>;

/** Listens for the keys of the desk as long as it is shown. */
export function useDeskKeys(acts: DeskActs): void {
  const latest = useRef(acts);
  useEffect(() => {
    latest.current = acts;
  });
  useEffect(() => {
    const listen = (event: KeyboardEvent): void => {
      // Whatever has the focus: behind a dialog nothing is decided.
      if (event.defaultPrevented || document.querySelector('dialog[open]') !== null) return;
      const act = deskAct(event, holderOf(event.target), letterKeys.read() !== 'off');
      const does = act === undefined ? undefined : latest.current[act];
      if (does === undefined) return;
      event.preventDefault();
      does();
    };
    window.addEventListener('keydown', listen);
    return () => window.removeEventListener('keydown', listen);
  }, []);
}
