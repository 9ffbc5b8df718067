import { lazy, type ReactElement, Suspense } from 'react';

import { useHeader } from './desk-scope.tsx';
import { LastYearScope } from './last-year.tsx';
import { LastYearScore } from './last-year-score.tsx';

/** Scoring is loaded only for those who may see a score now. */
const OwnScore = lazy(async () => ({ default: (await import('./own-score.tsx')).OwnScore }));

/**
 * The score of what was entered, and the last one. Before submission only where the period allows it: somebody may stand behind, and
 * whoever sees it could answer towards it. That holds for a unit that came back, too.
 */
export function ScorePreview(): ReactElement | null {
  const { state, period } = useHeader();
  const isHandedIn = state === 'submitted' || state === 'verified' || state === 'final';
  if (!isHandedIn && !(period.scoreBeforeSubmission && state !== 'not-assessed')) return null;
  return (
    <>
      <Suspense fallback={null}>
        <OwnScore />
      </Suspense>
      <LastYearScope>
        <LastYearScore />
      </LastYearScope>
    </>
  );
}
