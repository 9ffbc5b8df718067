import { usersOf } from '@patuh/shared/sync/progress';
import type { ReactElement } from 'react';

import { fieldOverviewText } from '../../text/id/field-overview.ts';
import { useAssessment, useHeader, useQuestionnaire } from './desk-scope.tsx';
import { Meter } from './meter.tsx';
import { useProgress } from './use-progress.ts';

/** How far the unit is, in figures and as a bar. */
export function ProgressPanel(): ReactElement {
  const { instrument } = useAssessment();
  const { unit } = useHeader();
  const progress = useProgress();
  const users = usersOf(instrument, unit.kind, useQuestionnaire());
  return (
    <section className="panel progress-panel" aria-label={fieldOverviewText.progress}>
      <p className="progress-panel__figure">{fieldOverviewText.answered(progress.answered, progress.expected)}</p>
      <Meter {...progress} />
      {users.target === 0 ? null : (
        <p className="small soft">
          {fieldOverviewText.users(users.interviewed, users.target)} ({fieldOverviewText.usersMinimum(users.minimum)})
        </p>
      )}
    </section>
  );
}
