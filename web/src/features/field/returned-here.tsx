import type { SubjectId } from '@patuh/shared/domain/assessment';
import type { IndicatorId } from '@patuh/shared/domain/instrument';
import type { ReactElement } from 'react';

import { fieldSectionText } from '../../text/id/field-section.ts';
import { formatMoment } from '../../ui/moment.ts';
import { useHeader } from './desk-scope.tsx';

/** Why the verifier gave this question back, at the question itself. */
export function ReturnedHere({
  indicatorId,
  subjectId,
}: {
  readonly indicatorId: IndicatorId;
  readonly subjectId: SubjectId;
}): ReactElement | null {
  const points = useHeader().points.filter(
    (point) =>
      point.state !== 'settled' &&
      point.indicatorId === indicatorId &&
      (point.subjectId === null || point.subjectId === subjectId),
  );
  if (points.length === 0) return null;
  return (
    <>
      {points.map(({ id, reason, returnedBy, returnedAt, state }) => (
        <div key={id} className="notice notice--caution" role="note">
          <p className="notice__title">
            {fieldSectionText.returned}{' '}
            <span className="small soft">{fieldSectionText.returnedBy(returnedBy, formatMoment(returnedAt))}</span>
          </p>
          <p>{reason}</p>
          {state === 'answered' ? <p className="small">{fieldSectionText.returnedAnswered}</p> : null}
        </div>
      ))}
    </>
  );
}
