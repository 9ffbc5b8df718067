import type { Finding } from '@patuh/shared/contracts/checks';
import type { ReactElement } from 'react';
import { Link } from 'wouter';

import { fieldSubmitText } from '../../text/id/field-submit.ts';
import { findingWords } from './describe.ts';
import { useAssessment, useQuestionnaire } from './desk-scope.tsx';
import { placePath } from './finding-place.ts';
import { type FindingGroup, useIndicators } from './findings.ts';

/** Every finding with a link to where it is mended; unanswered questions are folded until somebody wants them. */
export function FindingGroups({ groups }: { readonly groups: readonly FindingGroup[] }): ReactElement {
  return (
    <ul className="findings">
      {groups.map(({ key, title, single, unanswered }) => (
        <li key={key} className="findings__group">
          <p className="findings__title">{title}</p>
          {single.length === 0 ? null : (
            <ul className="findings__list">
              {single.map((finding) => (
                <FindingLink key={keyOf(finding)} finding={finding} />
              ))}
            </ul>
          )}
          {unanswered.length === 0 ? null : <Unanswered findings={unanswered} />}
        </li>
      ))}
    </ul>
  );
}

function Unanswered({ findings }: { readonly findings: readonly Finding[] }): ReactElement {
  return (
    <details>
      <summary>
        {findingWordsOf(findings)} · {fieldSubmitText.openFirst(findings.length)}
      </summary>
      <ul className="findings__list">
        {findings.map((finding) => (
          <FindingLink key={finding.indicatorId} finding={finding} withWords={false} />
        ))}
      </ul>
    </details>
  );
}

function findingWordsOf([first]: readonly Finding[]): string {
  return first === undefined ? '' : findingWords(first, new Map());
}

function FindingLink({
  finding,
  withWords = true,
}: {
  readonly finding: Finding;
  readonly withWords?: boolean;
}): ReactElement {
  const { id, instrument } = useAssessment();
  const questionnaire = useQuestionnaire();
  const indicators = useIndicators();
  const indicator = finding.indicatorId === null ? undefined : indicators.get(finding.indicatorId);
  const words = findingWords(finding, indicators);
  return (
    <li>
      <Link href={placePath(id, instrument, questionnaire, finding)}>{indicator?.name ?? words}</Link>
      {indicator === undefined || !withWords ? null : <span className="soft"> · {words}</span>}
    </li>
  );
}

function keyOf({ kind, indicatorId, subjectId, otherIndicatorId }: Finding): string {
  return [kind, indicatorId, subjectId, otherIndicatorId].join(' ');
}
