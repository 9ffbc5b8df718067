import type { AssessmentState } from '@patuh/shared/domain/assessment';
import type { ReactElement } from 'react';

import { STATE_WORDS } from '../text/id/assessment-words.ts';

/** Where a unit stands, by sign and word; colour only helps. */
export function StateChip({ state }: { readonly state: AssessmentState }): ReactElement {
  return (
    <span className={`office-chip office-chip--${TONES[state]}`}>
      <svg viewBox="0 0 16 16" aria-hidden="true" focusable="false">
        <path
          d={SIGNS[state]}
          fill="none"
          stroke="currentColor"
          strokeWidth="2"
          strokeLinecap="round"
          strokeLinejoin="round"
        />
      </svg>
      {STATE_WORDS[state]}
    </span>
  );
}

const TONES: Readonly<Record<AssessmentState, 'quiet' | 'active' | 'caution' | 'done'>> = {
  assigned: 'quiet',
  'in-progress': 'quiet',
  submitted: 'active',
  returned: 'caution',
  verified: 'done',
  final: 'done',
  'not-assessed': 'quiet',
};

const CHECK = 'M3 8.500l3.500 3.500L13 5';
const SIGNS: Readonly<Record<AssessmentState, string>> = {
  assigned: 'M8 3a5 5 0 1 0 0 10a5 5 0 1 0 0-10z',
  'in-progress': 'M3 13l1-3.500L11 2.500l2.500 2.500L6.500 12z',
  submitted: 'M8 2v8M4.500 6.500L8 10l3.500-3.500M3 13.500h10',
  returned: 'M6 3L2.500 6.500L6 10M3 6.500h6.500a4 4 0 0 1 0 8H7',
  verified: CHECK,
  final: `${CHECK}M1 8.500`,
  'not-assessed': 'M3.500 3.500l9 9M12.500 3.500l-9 9',
};
