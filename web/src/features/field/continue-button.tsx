import { nextOpen } from '@patuh/shared/sync/progress';
import { type ReactElement, useMemo } from 'react';
import { Link } from 'wouter';

import { fieldOverviewText } from '../../text/id/field-overview.ts';
import { subjectName } from './describe.ts';
import { useAssessment, useCells, useHeader, useQuestionnaire } from './desk-scope.tsx';
import { placePath } from './finding-place.ts';
import { useIndicators } from './findings.ts';
import { usersPath } from './paths.ts';
import { useProgress } from './use-progress.ts';

/** Leads to the next question without an answer; then to the users who are still to be interviewed. */
export function ContinueButton(): ReactElement {
  const { id, instrument } = useAssessment();
  const { unit, state } = useHeader();
  const cells = useCells();
  const questionnaire = useQuestionnaire();
  const indicators = useIndicators();
  const { answered, expected, users } = useProgress();
  const next = useMemo(() => nextOpen(instrument, unit.kind, cells), [instrument, unit.kind, cells]);
  if (next === undefined) {
    return answered < expected ? (
      <Big
        href={usersPath(id)}
        label={fieldOverviewText.continueWith}
        detail={fieldOverviewText.addUsers(users.target - users.interviewed)}
      />
    ) : (
      <p className="all-answered">{fieldOverviewText.allAnswered}</p>
    );
  }
  const subject = questionnaire.subjects.find((candidate) => candidate.id === next.subjectId);
  const question = indicators.get(next.indicatorId)?.name ?? '';
  return (
    <Big
      href={placePath(id, instrument, questionnaire, next)}
      label={state === 'assigned' ? fieldOverviewText.start : fieldOverviewText.continueWith}
      detail={subject === undefined ? question : fieldOverviewText.nextQuestion(question, subjectName(subject))}
    />
  );
}

function Big({
  href,
  label,
  detail,
}: {
  readonly href: string;
  readonly label: string;
  readonly detail: string;
}): ReactElement {
  return (
    <Link className="button continue" href={href}>
      <span className="continue__label">{label}</span>
      <span className="continue__detail">{detail}</span>
    </Link>
  );
}
