import type { ReactElement } from 'react';

import { ProblemReply } from '../../platform/call.ts';
import { FaultNotice } from '../../platform/fault-notice.tsx';
import { deskText } from '../../text/id/office-desk.ts';
import { findingSentence } from '../../text/id/office-findings.ts';
import { unitText } from '../../text/id/office-unit.ts';
import { formatMoment } from '../../ui/moment.ts';
import type { SectionItem } from './desk-items.ts';
import { FindingsPanel } from './findings-panel.tsx';
import { indicatorName } from './indicator-name.ts';
import { type SectionTally, whyNotSection } from './section-tally.ts';
import { absenceOf, subjectName } from './subject-name.ts';
import type { UnitModel } from './unit-model.ts';

const text = deskText.sectionPane;

interface SectionPaneProps {
  readonly model: UnitModel;
  readonly item: SectionItem;
  readonly tally: SectionTally;
  readonly hasMarks: boolean;
  readonly fault: unknown;
}

/** Before a section is accepted: what was looked at, what the rule accepts, and what the checks found in it. */
export function SectionPane({ model, item, tally, hasMarks, fault }: SectionPaneProps): ReactElement {
  const { section } = item;
  const hindrance = whyNotSection(model, item, tally, hasMarks);
  const absent = section.subjects.filter((subject) => absenceOf(subject) !== null);
  return (
    <>
      <p>{text.lead}</p>
      <ul className="desk-tally">
        <li>{text.looked(tally.looked)}</li>
        <li>{text.byRule(tally.byRule)}</li>
        {tally.left === 0 ? null : <li>{text.left(tally.left)}</li>}
      </ul>
      {section.acceptance === null ? null : <AcceptedSection acceptance={section.acceptance} />}
      {hindrance === null || !model.mayVerify || item.standing === 'accepted' ? null : (
        <p className="soft">{hindrance}</p>
      )}
      {fault === null ? null : <SectionFault model={model} fault={fault} />}
      <FindingsPanel model={model} section={section} />
      {absent.length === 0 ? null : (
        <>
          <h3>{text.absent}</h3>
          <ul>
            {absent.map((subject) => (
              <li key={subject.id}>
                {subjectName(subject)}: {absenceOf(subject)}
              </li>
            ))}
          </ul>
        </>
      )}
    </>
  );
}

function AcceptedSection({
  acceptance: { by, at, holds, filesSince },
}: {
  readonly acceptance: NonNullable<SectionItem['section']['acceptance']>;
}): ReactElement {
  return (
    <>
      <p className={holds ? 'desk-accepted' : 'desk-accepted desk-accepted--changed'}>
        {(holds ? unitText.acceptedBy : unitText.changedSince)(by, formatMoment(at))}
      </p>
      {filesSince === 0 ? null : <p className="desk-accepted desk-accepted--changed">{text.filesSince(filesSince)}</p>}
    </>
  );
}

/** With what is still missing, where the server says so. */
function SectionFault({ model, fault }: Pick<SectionPaneProps, 'model' | 'fault'>): ReactElement {
  const findings = fault instanceof ProblemReply ? (fault.problem.findings ?? []) : [];
  return (
    <>
      <FaultNotice fault={fault} />
      {findings.length === 0 ? null : (
        <ul>
          {findings.map((finding) => (
            <li key={`${finding.kind} ${finding.indicatorId ?? ''} ${finding.subjectId ?? ''}`}>
              {indicatorName(model, finding.indicatorId)}{' '}
              {findingSentence(finding, indicatorName(model, finding.otherIndicatorId))}
            </li>
          ))}
        </ul>
      )}
    </>
  );
}
