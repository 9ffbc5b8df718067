import type { ReactElement } from 'react';

import { officeFilesText as text } from '../../text/id/office-files.ts';
import { formatDay } from '../../ui/moment.ts';
import { Notice } from '../../ui/notice.tsx';
import type { Incoming } from './incoming.ts';
import { outcomeWords } from './outcome-words.ts';

interface IncomingRowProps {
  readonly incoming: Incoming;
  readonly onAgain: () => void;
}

/** One file: whose it is, and what became of it. */
export function IncomingRow({ incoming, onAgain }: IncomingRowProps): ReactElement {
  const { name, state } = incoming;
  return (
    <li className="panel incoming">
      <h2 className="incoming__name">{name}</h2>
      {state.file === undefined ? null : (
        <p className="small soft">
          {text.from(state.file.from.name, formatDay(state.file.madeAt), state.file.entries.length)}
        </p>
      )}
      <Standing incoming={incoming} onAgain={onAgain} />
    </li>
  );
}

function Standing({ incoming: { state }, onAgain }: IncomingRowProps): ReactElement {
  switch (state.kind) {
    case 'sending':
      return <p>{text.sending}</p>;
    case 'failed':
      return (
        <Notice tone="caution" title={state.fault.title}>
          <p>{state.fault.body}</p>
          {state.file === undefined ? null : (
            <p>
              <button type="button" className="button button--quiet" onClick={onAgain}>
                {text.again}
              </button>
            </p>
          )}
        </Notice>
      );
    case 'taken': {
      const { title, counts, remarks } = outcomeWords(state.outcome);
      return (
        <Notice tone={state.outcome.refused > 0 ? 'caution' : 'info'} title={title}>
          <p>{counts}.</p>
          {remarks.map((remark) => (
            <p key={remark}>{remark}</p>
          ))}
        </Notice>
      );
    }
    default:
      return state satisfies never;
  }
}
