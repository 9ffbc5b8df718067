import type { ReactElement } from 'react';

import { unitText as text } from '../../text/id/office-unit.ts';
import type { AskedOf } from './answer-value.tsx';
import { entryWords } from './entry-words.ts';
import { FindingList } from './finding-list.tsx';

/** Conflicts and what the checks found here, with what the team says to it. */
export function Remarks({ model, indicator, subject }: AskedOf): ReactElement {
  const place = { indicatorId: indicator.id, subjectId: subject.id };
  const others = model.othersAt(place);
  const unitKind = model.office.assessment.unit.kind;
  const found = model
    .findingsAt(place)
    .filter(({ kind }) => !['missing-answer', 'conflict-open', 'returned-point-open'].includes(kind));
  return (
    <>
      {others.length === 0 ? null : (
        <ul className="office-remarks">
          <li>{text.conflict}</li>
          {others.map(({ changeId, entry, by }) => (
            <li key={changeId}>{text.otherValue(entryWords(entry, { indicator, unitKind }), by)}</li>
          ))}
        </ul>
      )}
      <FindingList model={model} findings={found} />
    </>
  );
}
