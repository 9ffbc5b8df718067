import type { AssessmentState } from '@patuh/shared/domain/assessment';
import type { ReactElement } from 'react';

import { fieldWords } from '../../text/id/field-words.ts';

/** Where an assessment stands, in words with a mark of its own. */
export function StateTag({ state }: { readonly state: AssessmentState }): ReactElement {
  return (
    <span className={`state state--${state}`}>
      <svg className="state__mark" viewBox="0 0 16 16" aria-hidden="true">
        <path d={MARKS[state]} />
      </svg>
      {fieldWords.states[state]}
    </span>
  );
}

const CIRCLE = 'M8 1.500a6.500 6.500 0 1 0 0 13a6.500 6.500 0 0 0 0-13z';
const TICK = 'M4.500 8.250l2.500 2.500 4.500-5';

const MARKS = {
  assigned: CIRCLE,
  'in-progress': `${CIRCLE}M8 1.500v13M8 4h4M8 8h6M8 12h4`,
  submitted: 'M2 8h11M9 4l4 4-4 4',
  returned: 'M14 8H3M7 4L3 8l4 4',
  verified: `${CIRCLE}${TICK}`,
  final: `${CIRCLE}${TICK}`,
  'not-assessed': `${CIRCLE}M4 12L12 4`,
} satisfies Record<AssessmentState, string>;
