import type { ReactElement } from 'react';

import { fieldOverviewText } from '../../text/id/field-overview.ts';
import { formatMoment } from '../../ui/moment.ts';
import { subjectName, valueWords } from './describe.ts';
import { useAssessment, useHeader, useQuestionnaire } from './desk-scope.tsx';
import { useIndicators } from './findings.ts';
import { latenessOf } from './lateness.ts';

/** Changes that came after submission, and what the verifier made of them. */
export function LateList(): ReactElement | null {
  const assessment = useAssessment();
  const header = useHeader();
  const { late } = header;
  const { subjects } = useQuestionnaire();
  const indicators = useIndicators();
  if (late.length === 0) return null;
  // The value of one's own is known here; of others only that they came.
  const own = new Map(
    assessment.leftOvers().flatMap((cell) => (cell.late === undefined ? [] : [[cell.late.id, cell.late]])),
  );
  return (
    <section className="notice" aria-labelledby="terlambat">
      <h2 id="terlambat" className="notice__title">
        {fieldOverviewText.lateTitle} ({late.length})
      </h2>
      <p>{fieldOverviewText.lateIntro}</p>
      <ul className="plain-list">
        {late.map((change) => {
          const { changeId, indicatorId, subjectId, by, receivedAt } = change;
          const subject = subjects.find(({ id }) => id === subjectId);
          const entry = own.get(changeId)?.entry;
          const indicator = indicatorId === null ? undefined : indicators.get(indicatorId);
          return (
            <li key={changeId}>
              {[indicator?.name, subject && subjectName(subject), entry && valueWords(entry, subject?.kind)]
                .filter((part) => part !== undefined)
                .join(' · ')}
              <p className="small soft">
                {fieldOverviewText.lateBy(by, formatMoment(receivedAt))} ·{' '}
                <strong>{fieldOverviewText.lateStates[latenessOf(header, change)]}</strong>
              </p>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
