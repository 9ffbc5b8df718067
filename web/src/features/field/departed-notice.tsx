import type { ReactElement } from 'react';

import type { DepartedUnit } from '../../platform/field-store/field-store.ts';
import { fieldDepartedText as text } from '../../text/id/field-departed.ts';
import { Notice } from '../../ui/notice.tsx';
import { useDesk, useDeskState, useHeader } from './desk-scope.tsx';
import { standingAt } from './standings.ts';

/** Units that are another team's now: what one entered there goes on being sent, and counts. */
export function DepartedNotices(): ReactElement {
  const { departed } = useDeskState();
  return (
    <>
      {departed.map((unit) => (
        <Departed key={unit.id} unit={unit} />
      ))}
    </>
  );
}

function Departed({ unit }: { readonly unit: DepartedUnit }): ReactElement {
  const desk = useDesk();
  const { waiting, refused, files } = standingAt(useDeskState(), unit.id);
  const [left, turnedAway] = [waiting + files.here, refused + files.refused];
  const putAway = async (): Promise<void> => {
    await desk.store.putAway(unit.id);
    await desk.refresh();
  };
  return (
    <Notice title={text.title(unit.name)}>
      <p>{text.why}</p>
      {left > 0 ? <p>{text.waiting(waiting, files.here)}</p> : null}
      {turnedAway > 0 ? <p>{text.turnedAway(turnedAway)}</p> : null}
      {left + turnedAway === 0 ? <p>{text.sent}</p> : null}
      {left + turnedAway === 0 ? (
        <button type="button" className="button button--quiet" onClick={() => void putAway()}>
          {text.understood}
        </button>
      ) : null}
    </Notice>
  );
}

/** Said where somebody still has such a unit open. */
export function DepartedHere(): ReactElement {
  return (
    <Notice title={text.title(useHeader().unit.name)} tone="caution">
      <p>{text.why}</p>
      <p>{text.stop}</p>
    </Notice>
  );
}
