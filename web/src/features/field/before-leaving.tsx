import { explanationOf, holdsUp, isWarning, type Warning } from '@patuh/shared/checks/explained';
import type { Finding } from '@patuh/shared/contracts/checks';
import type { ReactElement } from 'react';

import { fieldLeaveText } from '../../text/id/field-leave.ts';
import { useAssessment, useDeskState, useHeader, useQuestionnaire } from './desk-scope.tsx';
import { keyOfExplanation } from './explain.ts';
import { FindingGroups } from './finding-groups.tsx';
import { groupFindings } from './findings.ts';
import { isOpen } from './is-open.ts';
import { WarningGroups } from './warning-groups.tsx';
import { WarningItem } from './warning-item.tsx';
import { WrittenTwice } from './written-twice.tsx';

/** Everything a verifier would object to: what must be completed, what needs a sentence, what was said already. */
export function BeforeLeaving({ findings }: { readonly findings: readonly Finding[] }): ReactElement {
  const questionnaire = useQuestionnaire();
  const readOnly = !isOpen(useHeader());
  const blocking = findings.filter(({ weight }) => weight === 'blocks');
  const remarks = findings.filter(({ weight }) => weight === 'remark');
  const open = findings.filter(isWarning).filter((finding) => holdsUp(finding, questionnaire.values));
  const said = findings.filter(isWarning).flatMap((warning) => {
    const text = explanationOf(warning, questionnaire.values);
    return text === null ? [] : [{ warning, text }];
  });
  return (
    <>
      <Saving said={said.map(({ warning }) => warning)} />
      <WrittenTwice readOnly={readOnly} />
      {findings.length === 0 ? <p>{fieldLeaveText.nothing}</p> : null}
      {blocking.length === 0 ? null : (
        <section className="section" aria-labelledby="harus">
          <h2 id="harus">{fieldLeaveText.blocksTitle}</h2>
          <p>{fieldLeaveText.blocksCount(blocking.length)}</p>
          <FindingGroups groups={groupFindings(blocking, questionnaire)} />
        </section>
      )}
      {open.length === 0 ? null : (
        <section className="section" aria-labelledby="ditanyakan">
          <h2 id="ditanyakan">{fieldLeaveText.warningsTitle}</h2>
          <p>{fieldLeaveText.warningsIntro}</p>
          <WarningGroups warnings={open} readOnly={readOnly} />
        </section>
      )}
      {said.length === 0 ? null : <Explained said={said} readOnly={readOnly} />}
      {remarks.length === 0 ? null : (
        <section className="section" aria-labelledby="perhatikan">
          <h2 id="perhatikan">{fieldLeaveText.remarksTitle}</h2>
          <FindingGroups groups={groupFindings(remarks, questionnaire)} />
        </section>
      )}
    </>
  );
}

/** A sentence to many things is kept one by one; whoever leaves the page before that would lose some. */
function Saving({ said }: { readonly said: readonly Warning[] }): ReactElement {
  const assessment = useAssessment();
  // Drawn anew with every one that is kept.
  useDeskState();
  const saving = said.filter(
    (warning) => assessment.cell(keyOfExplanation(warning)).value?.keeping === 'saving',
  ).length;
  return (
    <p role="status" className="soft">
      {saving === 0 ? '' : fieldLeaveText.saving(saving)}
    </p>
  );
}

function Explained({
  said,
  readOnly,
}: {
  readonly said: readonly { readonly warning: Warning; readonly text: string }[];
  readonly readOnly: boolean;
}): ReactElement {
  return (
    <details className="section">
      <summary>{fieldLeaveText.explainedTitle(said.length)}</summary>
      <ul className="warning-list">
        {said.map(({ warning, text }) => (
          <WarningItem
            key={`${warning.kind} ${warning.indicatorId ?? ''} ${warning.subjectId ?? ''} ${warning.otherIndicatorId ?? ''}`}
            warning={warning}
            said={text}
            readOnly={readOnly}
          />
        ))}
      </ul>
    </details>
  );
}
