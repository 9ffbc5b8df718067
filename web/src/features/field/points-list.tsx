import type { ReactElement } from 'react';
import { Link } from 'wouter';

import { fieldOverviewText } from '../../text/id/field-overview.ts';
import { formatMoment } from '../../ui/moment.ts';
import { subjectName } from './describe.ts';
import { useAssessment, useHeader, useQuestionnaire } from './desk-scope.tsx';
import { placePath } from './finding-place.ts';
import { useIndicators } from './findings.ts';

/** What the verifier gave back, with the reason and the way to it. */
export function PointsList(): ReactElement | null {
  const { id, instrument } = useAssessment();
  const { points } = useHeader();
  const questionnaire = useQuestionnaire();
  const indicators = useIndicators();
  const shown = points.filter(({ state }) => state !== 'settled');
  if (shown.length === 0) return null;
  return (
    <section className="notice notice--caution" aria-labelledby="dikembalikan">
      <h2 id="dikembalikan" className="notice__title">
        {fieldOverviewText.returnedTitle} ({shown.length})
      </h2>
      <p>{fieldOverviewText.returnedIntro}</p>
      <ul className="plain-list">
        {shown.map((point) => {
          const subject = questionnaire.subjects.find((candidate) => candidate.id === point.subjectId);
          return (
            <li key={point.id}>
              <Link href={placePath(id, instrument, questionnaire, point)}>
                {indicators.get(point.indicatorId)?.name} ·{' '}
                {subject === undefined ? fieldOverviewText.allSubjects : subjectName(subject)}
              </Link>
              <p className="quote">{point.reason}</p>
              <p className="small soft">
                {fieldOverviewText.returnedBy(point.returnedBy, formatMoment(point.returnedAt))} ·{' '}
                <strong>{fieldOverviewText.pointStates[point.state]}</strong>
              </p>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
