import type { PersonId } from '@patuh/shared/domain/ids';
import { useState } from 'react';

import { useMe } from '../../platform/session.ts';

const PREFIX = 'patuh-words-';

export interface WordsKept {
  readonly read: (key: string) => string;
  /** Nothing to keep: it is forgotten. */
  readonly keep: (key: string, typed: string) => void;
}

/**
 * What somebody typed and did not send yet, in the tab: a refusal, a closed dialog or a reload takes nothing of it. What
 * somebody else typed in this tab is put away, because people share desks.
 */
export function wordsKept(personId: PersonId, storage: Storage): WordsKept {
  const own = `${PREFIX}${personId}-`;
  return {
    read: (key) => {
      try {
        const foreign = Object.keys(storage).filter((name) => name.startsWith(PREFIX) && !name.startsWith(own));
        for (const name of foreign) storage.removeItem(name);
        return storage.getItem(`${own}${key}`) ?? '';
      } catch {
        return '';
      }
    },
    keep: (key, typed) => {
      try {
        if (typed === '') storage.removeItem(`${own}${key}`);
        else storage.setItem(`${own}${key}`, typed);
      } catch {
        // A browser that keeps nothing has it as long as the page is open.
      }
    },
  };
}

/** Words that are kept until they were sent: `write('')` then. */
export function useKeptWords(key: string): { readonly words: string; readonly write: (typed: string) => void } {
  const { personId } = useMe();
  const [store] = useState(() => wordsKept(personId, sessionStorage));
  const [words, setWords] = useState(() => store.read(key));
  return {
    words,
    write: (typed) => {
      store.keep(key, typed);
      setWords(typed);
    },
  };
}
