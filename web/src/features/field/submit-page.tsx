import { holdsUp } from '@patuh/shared/checks/explained';
import { type ReactElement, useState } from 'react';
import { Link } from 'wouter';

import { FaultNotice } from '../../platform/fault-notice.tsx';
import { fieldOverviewText } from '../../text/id/field-overview.ts';
import { fieldSubmitText } from '../../text/id/field-submit.ts';
import { AppPage } from '../../ui/app-page.tsx';
import { Notice } from '../../ui/notice.tsx';
import { BeforeLeaving } from './before-leaving.tsx';
import { ClosedNotice } from './closed-notice.tsx';
import { useHeader, useQuestionnaire } from './desk-scope.tsx';
import { useFindings } from './findings.ts';
import type { Refusal } from './hand-in.ts';
import { HandInPanel } from './hand-in-panel.tsx';
import { isOpen } from './is-open.ts';
import { overviewPath, UNITS_PATH } from './paths.ts';
import { useIsAssessor } from './use-is-assessor.ts';

/** Handing a unit in: first what is still missing, here; then what the server says. */
export function SubmitPage(): ReactElement {
  const header = useHeader();
  const findings = useFindings();
  const isAssessor = useIsAssessor();
  const [refusal, setRefusal] = useState<Refusal>();
  const { values } = useQuestionnaire();
  const isHeldUp = findings.some((finding) => holdsUp(finding, values));
  const open = isOpen(header);
  return (
    <AppPage
      title={open ? fieldSubmitText.title : fieldSubmitText.doneTitle}
      lead={open ? fieldSubmitText.lead : fieldSubmitText.doneBody}
      above={
        <Link className="back" href={overviewPath(header.id)}>
          {header.unit.name}
        </Link>
      }
    >
      {open ? null : <Done />}
      {refusal === undefined || !open ? null : <RefusalNotice refusal={refusal} />}
      {open && !isAssessor ? <Notice>{fieldOverviewText.onlyAssessor}</Notice> : null}
      {open && isHeldUp ? <h2>{fieldSubmitText.blocksTitle}</h2> : null}
      {open && !isHeldUp && isAssessor ? <HandInPanel onRefusal={setRefusal} /> : null}
      {open ? <BeforeLeaving findings={findings} /> : null}
    </AppPage>
  );
}

function Done(): ReactElement {
  return (
    <>
      <ClosedNotice />
      <p>
        <Link className="button" href={UNITS_PATH}>
          {fieldSubmitText.doneLink}
        </Link>
      </p>
    </>
  );
}

function RefusalNotice({ refusal }: { readonly refusal: Refusal }): ReactElement {
  if (refusal.kind === 'fault') return <FaultNotice fault={refusal.fault} />;
  return (
    <div className="notice notice--caution" role="alert">
      <p>{refusalWords(refusal)}</p>
    </div>
  );
}

function refusalWords(refusal: Exclude<Refusal, { readonly kind: 'fault' }>): string {
  switch (refusal.kind) {
    case 'not-sent':
      return refusal.waiting === 0 ? fieldSubmitText.notReached : fieldSubmitText.notSent(refusal.waiting);
    case 'differs':
      return fieldSubmitText.differs;
    case 'incomplete':
      return fieldSubmitText.foundThere;
    default:
      return refusal satisfies never;
  }
}
