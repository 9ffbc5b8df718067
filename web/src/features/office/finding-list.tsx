import { explanationOf, isWarning } from '@patuh/shared/checks/explained';
import type { Finding } from '@patuh/shared/contracts/checks';
import type { ReactElement } from 'react';

import { findingSentence } from '../../text/id/office-findings.ts';
import { Explained } from './explained.tsx';
import { indicatorName } from './indicator-name.ts';
import type { UnitModel } from './unit-model.ts';

interface FindingListProps {
  readonly model: UnitModel;
  readonly findings: readonly Finding[];
}

/** What the checks found, each with what the team says to it. */
export function FindingList({ model, findings }: FindingListProps): ReactElement | null {
  if (findings.length === 0) return null;
  return (
    <ul className="office-remarks">
      {findings.map((finding) => (
        <li key={`${finding.kind} ${finding.otherIndicatorId ?? ''}`}>
          {findingSentence(finding, indicatorName(model, finding.otherIndicatorId))}
          {isWarning(finding) ? <Explained by={explanationOf(finding, model.values)} /> : null}
        </li>
      ))}
    </ul>
  );
}
