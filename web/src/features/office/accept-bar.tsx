import { listOfficeUnits } from '@patuh/shared/contracts/office-units';
import { acceptSection, getOfficeAssessment } from '@patuh/shared/contracts/verification';
import { type ReactElement, useState } from 'react';

import { ProblemReply } from '../../platform/call.ts';
import { FaultNotice } from '../../platform/fault-notice.tsx';
import { useAction } from '../../platform/query.tsx';
import { findingSentence } from '../../text/id/office-findings.ts';
import { unitText as text } from '../../text/id/office-unit.ts';
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx';
import { formatMoment } from '../../ui/moment.ts';
import type { SectionModel, UnitModel } from './unit-model.ts';

interface AcceptBarProps {
  readonly model: UnitModel;
  readonly section: SectionModel;
  readonly hasTicks: boolean;
  /** Goes on to the section that is to be looked at next. */
  readonly onAccepted: (next: SectionModel | undefined) => void;
}

/** Accepts the section, or says what is in the way. */
export function AcceptBar({ model, section, hasTicks, onAccepted }: AcceptBarProps): ReactElement {
  return (
    <div className="office-accept">
      <Acceptance section={section} />
      {model.mayVerify && section.standing !== 'accepted' ? (
        <Accept key={section.id} model={model} section={section} hasTicks={hasTicks} onAccepted={onAccepted} />
      ) : null}
    </div>
  );
}

function Acceptance({ section: { acceptance } }: { readonly section: SectionModel }): ReactElement | null {
  if (acceptance === null) return null;
  const { by, at, holds } = acceptance;
  return <p>{holds ? text.acceptedBy(by, formatMoment(at)) : text.changedSince(by, formatMoment(at))}</p>;
}

function Accept({ model, section, hasTicks, onAccepted }: AcceptBarProps): ReactElement {
  const [asking, setAsking] = useState(false);
  const action = useAction(acceptSection, [getOfficeAssessment, listOfficeUnits]);
  const open = model.sections.filter(({ id, standing }) => id !== section.id && standing !== 'accepted');
  const isLast = open.length === 0;
  const hindrance = whyNotNow(model, section, hasTicks);
  const accept = (): void => {
    const { id, version } = model.office.assessment;
    action.mutate(
      { params: { assessmentId: id, sectionId: section.id }, body: { version } },
      {
        onSuccess: () => {
          setAsking(false);
          onAccepted(open[0]);
        },
      },
    );
  };
  const fault = action.error === null ? null : <AcceptFault fault={action.error} model={model} />;
  if (hindrance !== null) return <p className="soft">{hindrance}</p>;
  return (
    <>
      {asking ? null : fault}
      <button
        type="button"
        className="button"
        disabled={action.isPending}
        onClick={() => (isLast ? setAsking(true) : accept())}
      >
        {isLast ? text.accept.last : text.accept.button(section.name)}
      </button>
      <ConfirmDialog
        open={asking}
        title={text.accept.lastTitle}
        confirm={text.accept.last}
        cancel={text.cancel}
        busy={action.isPending}
        onConfirm={accept}
        onCancel={() => setAsking(false)}
      >
        <p>{text.accept.lastBody}</p>
        {fault}
      </ConfirmDialog>
    </>
  );
}

function whyNotNow({ office }: UnitModel, { points }: SectionModel, hasTicks: boolean): string | null {
  const { state, late } = office.assessment;
  if (state !== 'submitted') return text.accept.notNow;
  if (points.some((point) => point.state === 'open')) return text.accept.waitsForPoints;
  if (late.some(({ decision }) => decision === 'waiting')) return text.accept.waitsForLate;
  return hasTicks ? text.accept.clearSelection : null;
}

/** With what is still missing, where the server says so. */
function AcceptFault({ fault, model }: { readonly fault: unknown; readonly model: UnitModel }): ReactElement {
  const findings = fault instanceof ProblemReply ? (fault.problem.findings ?? []) : [];
  const indicators = model.sections.flatMap((section) => section.indicators);
  const nameOf = (id: string | null): string => indicators.find((one) => one.id === id)?.name ?? '';
  return (
    <>
      <FaultNotice fault={fault} />
      {findings.length === 0 ? null : (
        <ul>
          {findings.map((finding) => (
            <li key={`${finding.kind} ${finding.indicatorId ?? ''} ${finding.subjectId ?? ''}`}>
              {nameOf(finding.indicatorId)} {findingSentence(finding, nameOf(finding.otherIndicatorId))}
            </li>
          ))}
        </ul>
      )}
    </>
  );
}
