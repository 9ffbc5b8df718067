import type { ReactElement, ReactNode } from 'react';

import { deskText } from '../../text/id/office-desk.ts';
import type { DeskAct } from './desk-keys.ts';
import type { DeskActs } from './use-desk-keys.ts';

const text = deskText.actions;

interface DeskBarProps {
  readonly acts: DeskActs;
  readonly acceptLabel: string;
  readonly children: ReactNode;
}

/** Everything that can be done with the point, in reach of a finger, each with the key that does it too. */
export function DeskBar({ acts, acceptLabel, children }: DeskBarProps): ReactElement {
  return (
    <div className="desk-bar" role="region" aria-label={text.bar}>
      {children}
      <div className="desk-bar__acts">
        <Act acts={acts} act="accept" label={acceptLabel} hint="A" />
        <Act acts={acts} act="return" label={text.return} hint="R" />
        <Act acts={acts} act="request" label={text.request} hint="M" />
        <span className="desk-bar__steps">
          <Act acts={acts} act="previous" label={text.previous} sign="‹" hint="K" />
          <Act acts={acts} act="next" label={text.next} sign="›" hint="J" />
          <Act acts={acts} act="help" label={text.help} sign="?" hint="?" />
        </span>
      </div>
    </div>
  );
}

interface ActProps {
  readonly acts: DeskActs;
  readonly act: DeskAct;
  readonly label: string;
  /** What stands for the label where there is little room. */
  readonly sign?: string;
  readonly hint: string;
}

function Act({ acts, act, label, sign, hint }: ActProps): ReactElement | null {
  const does = acts[act];
  if (does === undefined) return null;
  return (
    <button
      type="button"
      className={act === 'accept' ? 'button' : 'button button--quiet'}
      aria-keyshortcuts={hint}
      onClick={() => does()}
    >
      {sign === undefined ? null : <span aria-hidden="true">{sign} </span>}
      <span className="desk-bar__word">{label}</span>
      {sign === hint ? null : <kbd aria-hidden="true"> {hint}</kbd>}
    </button>
  );
}
