import type { Warning } from '@patuh/shared/checks/explained';
import { type ReactElement, useState } from 'react';
import { Link } from 'wouter';

import { fieldLeaveText } from '../../text/id/field-leave.ts';
import { findingWords } from './describe.ts';
import { useAssessment, useQuestionnaire } from './desk-scope.tsx';
import { typing } from './explain.ts';
import { ExplainForm } from './explain-form.tsx';
import { placePath } from './finding-place.ts';
import { useIndicators } from './findings.ts';
import { warningPlace } from './warning-place.ts';

/** One thing that a verifier would ask: where it is mended, and the sentence that answers it. */
export function WarningItem({
  warning,
  said,
  readOnly,
}: {
  readonly warning: Warning;
  /** Null: nothing yet. */
  readonly said: string | null;
  readonly readOnly: boolean;
}): ReactElement {
  const assessment = useAssessment();
  const { id, instrument } = assessment;
  const questionnaire = useQuestionnaire();
  const indicators = useIndicators();
  const [writing, setWriting] = useState(() => !readOnly && typing(assessment, [warning]).text() !== undefined);
  const place = warningPlace(warning, questionnaire, indicators);
  return (
    <li className="warning-item">
      <p className="warning-item__place">{place}</p>
      {warning.kind === 'missing-evidence' ? null : <p>{findingWords(warning, indicators)}</p>}
      {said === null || writing ? null : <blockquote className="warning-item__said">{said}</blockquote>}
      {readOnly ? null : (
        <div className="actions">
          <Link className="button button--quiet" href={placePath(id, instrument, questionnaire, warning)}>
            {fieldLeaveText.mend[warning.kind]}
          </Link>
          {writing ? null : (
            <button type="button" className="button button--quiet" onClick={() => setWriting(true)}>
              {said === null ? fieldLeaveText.explain : fieldLeaveText.change}
            </button>
          )}
        </div>
      )}
      {writing ? (
        <ExplainForm
          warnings={[warning]}
          label={fieldLeaveText.labelFor(place)}
          said={said ?? ''}
          onDone={() => setWriting(false)}
        />
      ) : null}
    </li>
  );
}
