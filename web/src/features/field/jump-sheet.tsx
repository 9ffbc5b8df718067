import { type ReactElement, useEffect, useMemo, useRef, useState } from 'react';
import { useLocation } from 'wouter';

import { fieldFormText } from '../../text/id/field-form.ts';
import { ContentsList } from './contents-list.tsx';
import { useAssessment, useHeader, useQuestionnaire } from './desk-scope.tsx';
import { FoundList, pathOf } from './found-list.tsx';
import { onNavigation } from './hash-target.ts';
import type { JumpWish } from './jump-wish.ts';
import { searchQuestions } from './search-questions.ts';

/** The table of contents and the search, over the page on which one is: whoever closes it is where they were. */
export function JumpSheet({ wish, onClose }: { readonly wish: JumpWish; readonly onClose: () => void }): ReactElement {
  const { id, instrument } = useAssessment();
  const { kind } = useHeader().unit;
  const questionnaire = useQuestionnaire();
  const [, navigate] = useLocation();
  const [query, setQuery] = useState('');
  const dialog = useRef<HTMLDialogElement>(null);
  const input = useRef<HTMLInputElement>(null);
  const found = useMemo(
    () => searchQuestions(instrument, kind, questionnaire, query),
    [instrument, kind, questionnaire, query],
  );

  useEffect(() => {
    dialog.current?.showModal();
    if (wish === 'search') input.current?.focus();
  }, [wish]);
  // Closed before the page looks where to go: what lies behind an open dialog takes no focus.
  useEffect(() => onNavigation(() => dialog.current?.close()), []);

  return (
    <dialog ref={dialog} className="dialog jump" aria-label={fieldFormText.sheet} onClose={onClose}>
      <form
        className="jump__head"
        role="search"
        onSubmit={(event) => {
          event.preventDefault();
          const path = found[0] === undefined ? undefined : pathOf(id, found[0]);
          if (path !== undefined) navigate(path);
        }}
      >
        <label className="jump__search">
          <span>{fieldFormText.searchQuestion}</span>
          <input
            ref={input}
            type="search"
            enterKeyHint="go"
            autoComplete="off"
            placeholder={fieldFormText.searchHint}
            value={query}
            onChange={({ target }) => setQuery(target.value)}
          />
        </label>
        <button type="button" className="button button--quiet" onClick={() => dialog.current?.close()}>
          {fieldFormText.close}
        </button>
      </form>
      <p className="small soft" role="status">
        {query.trim() === '' ? '' : fieldFormText.found(found.length)}
      </p>
      {query.trim() === '' ? <ContentsList /> : <FoundList found={found} />}
    </dialog>
  );
}
