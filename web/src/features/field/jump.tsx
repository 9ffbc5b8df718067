import { createContext, type ReactElement, type ReactNode, useContext, useEffect, useState } from 'react';

import { remembered, useRemembered } from '../../platform/remembered.ts';
import { fieldFormText } from '../../text/id/field-form.ts';
import { isTyping } from './choice-keys.ts';
import { formKey } from './form-keys.ts';
import { stepQuestion } from './hash-target.ts';
import { JumpSheet } from './jump-sheet.tsx';
import type { JumpWish } from './jump-wish.ts';

const JumpContext = createContext<(wish: JumpWish) => void>(() => undefined);

/** `off` where somebody does not want single letters to do anything: who speaks or slips presses them unwittingly. */
export const letterKeys = remembered('letter-keys');

/** From every page of a unit to any question of it: by the sheet, which it opens, and by single letters. */
export function JumpScope({ children }: { readonly children: ReactNode }): ReactElement {
  const [wish, setWish] = useState<JumpWish>();
  const isOff = useRemembered(letterKeys) === 'off';
  useEffect(() => {
    if (isOff) return;
    const press = (event: KeyboardEvent): void => {
      if (event.defaultPrevented || document.querySelector('dialog[open]') !== null) return;
      const does = formKey(event, isTyping(event.target));
      if (does === undefined) return;
      event.preventDefault();
      if (does === 'search') setWish('search');
      else stepQuestion(does === 'next-question' ? 1 : -1);
    };
    document.addEventListener('keydown', press);
    return () => document.removeEventListener('keydown', press);
  }, [isOff]);
  return (
    <JumpContext.Provider value={setWish}>
      {children}
      {wish === undefined ? null : <JumpSheet wish={wish} onClose={() => setWish(undefined)} />}
    </JumpContext.Provider>
  );
}

/** Opens the sheet. */
export function JumpButton({
  wish,
  className,
  children = wish === 'search' ? fieldFormText.search : fieldFormText.contents,
}: {
  readonly wish: JumpWish;
  readonly className: string;
  readonly children?: ReactNode;
}): ReactElement {
  const open = useContext(JumpContext);
  return (
    <button type="button" className={className} aria-haspopup="dialog" onClick={() => open(wish)}>
      {children}
    </button>
  );
}
