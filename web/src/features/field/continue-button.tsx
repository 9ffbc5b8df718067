import { type ReactElement, useMemo } from 'react';
import { Link } from 'wouter';

import { fieldNextText } from '../../text/id/field-next.ts';
import { fieldOverviewText } from '../../text/id/field-overview.ts';
import { subjectName } from './describe.ts';
import { useAssessment, useCells, useHeader } from './desk-scope.tsx';
import { goOn } from './go-on.ts';

/** Leads to the next question without an answer; then to the users who are still to be interviewed. */
export function ContinueButton(): ReactElement {
  const { instrument } = useAssessment();
  const header = useHeader();
  const cells = useCells();
  const next = useMemo(() => goOn(header, instrument, cells), [header, instrument, cells]);
  if (next.kind === 'question') {
    const { indicator, subject } = next.question;
    const label = header.state === 'assigned' ? fieldNextText.start : fieldNextText.goOn;
    const detail = fieldNextText.question(indicator.name, subjectName(subject));
    return <Big href={next.href} label={label} detail={detail} />;
  }
  if (next.kind === 'users') {
    return <Big href={next.href} label={fieldNextText.goOn} detail={fieldNextText.addUsers(next.missing)} />;
  }
  return <p className="all-answered">{fieldOverviewText.allAnswered}</p>;
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
