import type { ReactElement } from 'react';

import { useRemembered } from '../../platform/remembered.ts';
import { fieldFormText } from '../../text/id/field-form.ts';
import { ContentsList } from './contents-list.tsx';
import { JumpButton, letterKeys } from './jump.tsx';
import { useWide } from './use-wide.ts';

/** Beside the questions, where there is room: every section with its progress, the search, and what keys do. */
export function SideContents(): ReactElement | null {
  if (!useWide()) return null;
  return (
    <aside className="side-contents" aria-label={fieldFormText.contents}>
      <JumpButton wish="search" className="button button--quiet side-contents__search">
        {fieldFormText.searchQuestion} <kbd>/</kbd>
      </JumpButton>
      <ContentsList />
      <Shortcuts />
    </aside>
  );
}

function Shortcuts(): ReactElement {
  const isOff = useRemembered(letterKeys) === 'off';
  return (
    <details className="shortcuts">
      <summary>{fieldFormText.shortcuts}</summary>
      <dl>
        {fieldFormText.keys.map(([keys, does]) => (
          <div key={keys}>
            <dt>
              <kbd>{keys}</kbd>
            </dt>
            <dd>{does}</dd>
          </div>
        ))}
      </dl>
      <label className="check">
        <input
          type="checkbox"
          checked={!isOff}
          onChange={({ target }) => letterKeys.keep(target.checked ? undefined : 'off')}
        />
        <span>{fieldFormText.shortcutsOn}</span>
      </label>
    </details>
  );
}
