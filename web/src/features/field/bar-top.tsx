import type { ReactElement } from 'react';

import { JumpButton } from './jump.tsx';
import { Meter } from './meter.tsx';
import type { Count } from './steps.ts';

/** The upper line of the bar at the lower edge, all within reach of one thumb: contents, how far one is, search. */
export function BarTop({
  count,
  words,
}: {
  /** Undefined where nothing is asked. */
  readonly count: Count | undefined;
  readonly words: string;
}): ReactElement {
  return (
    <div className="step-bar__top">
      <JumpButton wish="contents" className="step-bar__jump" />
      <div className="step-bar__progress">
        {count === undefined ? null : <Meter {...count} />}
        <p>{words}</p>
      </div>
      <JumpButton wish="search" className="step-bar__jump" />
    </div>
  );
}
