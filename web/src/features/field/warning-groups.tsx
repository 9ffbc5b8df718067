import type { Warning } from '@patuh/shared/checks/explained';
import { type ReactElement, useId, useState } from 'react';

import { fieldLeaveText } from '../../text/id/field-leave.ts';
import { useAssessment } from './desk-scope.tsx';
import { typing } from './explain.ts';
import { ExplainForm } from './explain-form.tsx';
import { WarningItem } from './warning-item.tsx';

/** So many are read at a glance; more are folded. */
const AT_A_GLANCE = 4;

/** Warnings that nobody has said anything to, by what they are about; one sentence can answer all of a group. */
export function WarningGroups({
  warnings,
  readOnly,
}: {
  readonly warnings: readonly Warning[];
  readonly readOnly: boolean;
}): ReactElement {
  const groups = Map.groupBy(warnings, ({ kind, evidenceKind }) => `${kind} ${evidenceKind ?? ''}`);
  return (
    <>
      {[...groups].map(([key, own]) => (
        <WarningGroup key={key} warnings={own} readOnly={readOnly} />
      ))}
    </>
  );
}

function WarningGroup({
  warnings,
  readOnly,
}: {
  readonly warnings: readonly Warning[];
  readonly readOnly: boolean;
}): ReactElement | null {
  const title = useId();
  const [first] = warnings;
  const assessment = useAssessment();
  const isMany = warnings.length > 1;
  const [writing, setWriting] = useState(
    () => isMany && !readOnly && typing(assessment, warnings).text() !== undefined,
  );
  if (first === undefined) return null;
  const items = (
    <ul className="warning-list">
      {warnings.map((warning) => (
        <WarningItem
          key={`${warning.indicatorId ?? ''} ${warning.subjectId ?? ''} ${warning.otherIndicatorId ?? ''}`}
          warning={warning}
          said={null}
          readOnly={readOnly}
        />
      ))}
    </ul>
  );
  return (
    <section className="warning-group" aria-labelledby={title}>
      <h3 id={title}>
        {groupTitle(first)} <span className="soft">· {warnings.length}</span>
      </h3>
      {warnings.length > AT_A_GLANCE ? (
        <details>
          <summary>{fieldLeaveText.all(warnings.length)}</summary>
          {items}
        </details>
      ) : (
        items
      )}
      {!isMany || readOnly || writing ? null : (
        <button type="button" className="button button--quiet" onClick={() => setWriting(true)}>
          {fieldLeaveText.labelAll(warnings.length)}
        </button>
      )}
      {writing && isMany ? (
        <ExplainForm
          warnings={warnings}
          label={fieldLeaveText.labelAll(warnings.length)}
          said=""
          onDone={() => setWriting(false)}
        />
      ) : null}
    </section>
  );
}

function groupTitle({ kind, evidenceKind }: Warning): string {
  const title = fieldLeaveText.kinds[kind];
  return evidenceKind === null ? title : `${title}: ${fieldLeaveText.missing[evidenceKind].toLowerCase()}`;
}
