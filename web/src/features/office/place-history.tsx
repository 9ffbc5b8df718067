import type { Indicator } from '@patuh/shared/domain/instrument';
import type { ReactElement } from 'react';

import { unitText as text } from '../../text/id/office-unit.ts';
import { formatMoment } from '../../ui/moment.ts';
import { Tag } from '../../ui/notice.tsx';
import { entryWords } from './entry-words.ts';
import type { Place, UnitModel } from './unit-model.ts';

interface PlaceHistoryProps {
  readonly model: UnitModel;
  readonly place: Place;
  readonly indicator: Indicator;
}

/** Who entered what and when at a place with more than one value, oldest first. */
export function PlaceHistory({ model, place, indicator }: PlaceHistoryProps): ReactElement | null {
  const values = model.historyAt(place).flatMap((history) => history.values);
  if (values.length === 0) return null;
  const unitKind = model.office.assessment.unit.kind;
  return (
    <details className="office-history">
      <summary>{text.history(values.length)}</summary>
      <ol>
        {values.map(({ changeId, entry, by, at, late }) => (
          <li key={changeId}>
            {entryWords(entry, { indicator, unitKind })} {late ? <Tag>{text.lateMark}</Tag> : null}
            <span className="small soft office-history__who">{text.historyLine(by, formatMoment(at))}</span>
          </li>
        ))}
      </ol>
    </details>
  );
}
