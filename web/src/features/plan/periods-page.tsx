import { listPeriods } from '@patuh/shared/contracts/periods';
import type { ReactElement } from 'react';
import { Link } from 'wouter';

import { Answer, useAnswer } from '../../platform/query.tsx';
import { planText as text } from '../../text/id/plan.ts';
import { AppPage } from '../../ui/app-page.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { ALL_UNITS_PATH, periodPath } from './paths.ts';

/** Every season and trial within the scope of the reader. */
export function PeriodsPage(): ReactElement {
  const periods = useAnswer(listPeriods, {});
  return (
    <AppPage title={text.title} lead={text.lead}>
      <p>
        <Link href={ALL_UNITS_PATH}>{text.allUnits}</Link>
      </p>
      <Answer of={periods}>
        {(answer) =>
          answer.periods.length === 0 ? (
            <EmptyState title={text.emptyTitle}>
              <p>{text.emptyBody}</p>
            </EmptyState>
          ) : (
            <ul>
              {answer.periods.map(({ id, name, units, assigned }) => (
                <li key={id}>
                  <Link href={periodPath(id)}>{name}</Link> {text.counts(units, assigned)}
                </li>
              ))}
            </ul>
          )
        }
      </Answer>
    </AppPage>
  );
}
