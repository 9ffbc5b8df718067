import type { CellKey } from '@patuh/shared/domain/change';
import type { ReactElement } from 'react';

import { ConflictChoice } from './conflict-choice.tsx';
import { useCell, useCells, useQuestionnaire } from './desk-scope.tsx';
import { useIndicators } from './findings.ts';
import { warningPlace } from './warning-place.ts';

/** Sentences and evidence of which two people wrote something different: no question shows them, so somebody chooses here. */
export function WrittenTwice({ readOnly }: { readonly readOnly: boolean }): ReactElement {
  const twice = useCells().filter(
    ({ current, others }) =>
      others.length > 0 && (current.entry.field === 'explanations' || current.entry.field === 'evidence'),
  );
  return (
    <>
      {twice.map(({ indicatorId, subjectId, current: { entry } }) => (
        <Choice
          key={`${entry.field} ${indicatorId ?? ''} ${subjectId}`}
          at={{ indicatorId, subjectId, field: entry.field }}
          readOnly={readOnly}
        />
      ))}
    </>
  );
}

function Choice({ at, readOnly }: { readonly at: CellKey; readonly readOnly: boolean }): ReactElement {
  const cell = useCell(at);
  const questionnaire = useQuestionnaire();
  const indicators = useIndicators();
  const place = warningPlace({ ...at, subjectKind: null }, questionnaire, indicators);
  return (
    <section className="section" aria-label={place}>
      <p className="warning-item__place">{place}</p>
      <ConflictChoice cell={cell} readOnly={readOnly} />
    </section>
  );
}
