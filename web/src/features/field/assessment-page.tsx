import { type ReactElement, type ReactNode, Suspense } from 'react';
import { Link } from 'wouter';

import { fieldOverviewText } from '../../text/id/field-overview.ts';
import { fieldUnitsText } from '../../text/id/field-units.ts';
import { AppPage } from '../../ui/app-page.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Loading } from '../../ui/loading.tsx';
import { optionalPart } from '../../ui/optional-part.tsx';
import { AssessmentScope, useDeskState, useHeader, useOpened } from './desk-scope.tsx';
import { JumpScope } from './jump.tsx';
import { UNITS_PATH } from './paths.ts';

const DepartedHere = optionalPart(async () => (await import('./departed-notice.tsx')).DepartedHere);

/** Whatever is about one unit: waits until it is on this device, says so if it is not. */
export function AssessmentPage({ id, children }: { readonly id: string; readonly children: ReactNode }): ReactElement {
  const assessment = useOpened(id);
  const { exchange, departed } = useDeskState();
  if (assessment === undefined) return <Loading label={fieldUnitsText.loading} />;
  if (assessment !== null) {
    const isGone = departed.some((unit) => unit.id === assessment.id);
    return (
      <AssessmentScope key={assessment.id} assessment={assessment}>
        <TrialMark />
        {!isGone ? null : (
          <Suspense fallback={null}>
            <DepartedHere />
          </Suspense>
        )}
        <JumpScope>{children}</JumpScope>
      </AssessmentScope>
    );
  }
  const reached = exchange.ending?.kind === 'done';
  return (
    <AppPage
      title={reached ? fieldOverviewText.missingTitle : fieldUnitsText.unreachableTitle}
      above={
        <Link className="back" href={UNITS_PATH}>
          {fieldOverviewText.back}
        </Link>
      }
    >
      <EmptyState title={reached ? fieldOverviewText.missingBody : fieldUnitsText.unreachableBody} />
    </AppPage>
  );
}

/** On every page of the unit: what is practised here counts nowhere. */
function TrialMark(): ReactElement | null {
  const { period } = useHeader();
  return period.trial === true ? <p className="tag trial-mark">{fieldUnitsText.trial}</p> : null;
}
