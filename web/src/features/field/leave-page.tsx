import { holdsUp } from '@patuh/shared/checks/explained';
import type { ReactElement } from 'react';
import { Link } from 'wouter';

import { fieldLeaveText } from '../../text/id/field-leave.ts';
import { AppPage } from '../../ui/app-page.tsx';
import { BeforeLeaving } from './before-leaving.tsx';
import { useHeader, useQuestionnaire } from './desk-scope.tsx';
import { useFindings } from './findings.ts';
import { GoHome } from './go-home.tsx';
import { isOpen } from './is-open.ts';
import { overviewPath, submitPath } from './paths.ts';
import { useIsAssessor } from './use-is-assessor.ts';

/** “Boleh pulang?”: asked before the ferry leaves, by everybody of the team. */
export function LeavePage(): ReactElement {
  const header = useHeader();
  const findings = useFindings();
  const { values } = useQuestionnaire();
  const isAssessor = useIsAssessor();
  const isHeldUp = findings.some((finding) => holdsUp(finding, values));
  return (
    <AppPage
      title={fieldLeaveText.title}
      lead={fieldLeaveText.lead}
      above={
        <Link className="back" href={overviewPath(header.id)}>
          {header.unit.name}
        </Link>
      }
    >
      <GoHome findings={findings} />
      <BeforeLeaving findings={findings} />
      {isAssessor && isOpen(header) && !isHeldUp ? (
        <p className="actions">
          <Link className="button" href={submitPath(header.id)}>
            {fieldLeaveText.submit}
          </Link>
        </p>
      ) : null}
    </AppPage>
  );
}
