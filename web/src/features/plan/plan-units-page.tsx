import { getUnitPlan, type UnitPlan } from '@patuh/shared/contracts/units';
import type { ReactElement } from 'react';
import { Link } from 'wouter';

import { Answer, useAnswer } from '../../platform/query.tsx';
import { planUnitsText as text } from '../../text/id/plan-units.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Notice } from '../../ui/notice.tsx';
import { ALL_UNITS_PATH } from './paths.ts';
import type { PlanProps } from './plan-page.tsx';
import { PlanUnitsChoice } from './plan-units-choice.tsx';
import { PlanUnitsCopy } from './plan-units-copy.tsx';
import { PlanUnitsDownloads } from './plan-units-downloads.tsx';
import { PlanUnitsFile } from './plan-units-file.tsx';
import { countsOf } from './plan-units-model.ts';

/** Which units of a province are assessed in a period, and how they come into its plan. */
export function PlanUnitsPage({ period, plan }: PlanProps): ReactElement {
  const of = { periodId: period.id, province: plan.province.code };
  const units = useAnswer(getUnitPlan, { params: { periodId: of.periodId }, query: { province: of.province } });
  return (
    <Answer of={units}>
      {(view) => (
        <>
          <Summary view={view} province={of.province} />
          {view.mayChange ? (
            <div className="plan-units__ways">
              <PlanUnitsCopy of={of} />
              <PlanUnitsFile of={of} />
            </div>
          ) : null}
          <PlanUnitsDownloads of={of} year={period.year} />
          <PlanUnitsChoice of={of} view={view} />
        </>
      )}
    </Answer>
  );
}

function Summary({ view, province }: { readonly view: UnitPlan; readonly province: string }): ReactElement {
  const { units, governments, empty, withoutTeam, firstTimes } = countsOf(view);
  return (
    <>
      {view.published ? (
        <Notice>
          <p>{text.published}</p>
        </Notice>
      ) : null}
      {units === 0 ? (
        <EmptyState title={text.emptyTitle}>
          <p>{view.mayChange ? text.emptyBody : text.emptyRead}</p>
        </EmptyState>
      ) : (
        <ul className="plan-units__counts">
          <li>
            <strong>{text.summary(units, governments)}</strong>
          </li>
          {empty === 0 ? null : <li>{text.withoutUnits(empty)}</li>}
          {withoutTeam === 0 ? null : <li>{text.withoutTeam(withoutTeam)}</li>}
          {firstTimes === 0 ? null : <li>{text.firstTimes(firstTimes)}</li>}
        </ul>
      )}
      <p className="plan-units__register">
        <Link href={`${ALL_UNITS_PATH}?provinsi=${province}`}>{text.register}</Link>
      </p>
    </>
  );
}
