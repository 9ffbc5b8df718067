import type { GovernmentResult } from '@patuh/shared/contracts/results';
import type { ReactElement } from 'react';

import { progressWords, resultsText as text } from '../../text/id/results.ts';
import { ProgressBar } from './progress-bar.tsx';

/** While units are open: how many are done, and that nothing is shown before all are. */
export function GovernmentProgress({ result: { progress } }: { readonly result: GovernmentResult }): ReactElement {
  return (
    <section className="section" aria-labelledby="kemajuan">
      <h2 id="kemajuan">{text.progressTitle}</h2>
      <ProgressBar progress={progress} label={progressWords(progress)} />
      <p>{text.progressWhy}</p>
    </section>
  );
}
