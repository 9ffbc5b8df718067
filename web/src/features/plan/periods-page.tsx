import { listPeriods, type PeriodSummary } from '@patuh/shared/contracts/periods';
import type { ReactElement } from 'react';
import { Link } from 'wouter';

import { Answer, useAnswer } from '../../platform/query.tsx';
import { planText as text } from '../../text/id/plan.ts';
import { AppPage } from '../../ui/app-page.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { ALL_UNITS_PATH, NEW_PERIOD_PATH, periodPath } from './paths.ts';
import { PeriodMarks } from './period-marks.tsx';

/** Every season and trial within the scope of the reader. */
export function PeriodsPage(): ReactElement {
  const periods = useAnswer(listPeriods, {});
  return (
    <AppPage title={text.title} lead={text.lead}>
      <Answer of={periods}>
        {(answer) => (
          <>
            <div className="toolbar">
              {answer.may.national || answer.may.trialsOf.length > 0 ? (
                <Link className="button" href={NEW_PERIOD_PATH}>
                  {text.create}
                </Link>
              ) : null}
              <Link className="button button--quiet" href={ALL_UNITS_PATH}>
                {text.allUnits}
              </Link>
            </div>
            {answer.periods.length === 0 ? (
              <EmptyState title={text.emptyTitle}>
                <p>{text.emptyBody}</p>
              </EmptyState>
            ) : (
              <ul className="plan-periods">
                {answer.periods.map((period) => (
                  <li key={period.id} className="panel">
                    <PeriodLine period={period} />
                  </li>
                ))}
              </ul>
            )}
          </>
        )}
      </Answer>
    </AppPage>
  );
}

function PeriodLine({ period }: { readonly period: PeriodSummary }): ReactElement {
  return (
    <>
      <h2>
        <Link href={periodPath(period.id)}>{period.name}</Link>
      </h2>
      <p>
        <PeriodMarks period={period} />
      </p>
      <p>{text.counts(period.units, period.assigned)}</p>
    </>
  );
}
