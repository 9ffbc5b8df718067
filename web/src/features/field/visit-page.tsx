import { SubjectId } from '@patuh/shared/domain/assessment';
import type { HeldVisit } from '@patuh/shared/sync/values';
import { visitReport } from '@patuh/shared/sync/visit-report';
import { type ReactElement, useState } from 'react';
import { v7 } from 'uuid';
import { Link } from 'wouter';

import { PdfButton } from '../../platform/visit-paper/pdf-button.tsx';
import { dayOf, reportLines } from '../../platform/visit-paper/report-lines.ts';
import { reportedUnit } from '../../platform/visit-paper/reported-unit.ts';
import { visitText } from '../../text/id/visit.ts';
import { AppPage } from '../../ui/app-page.tsx';
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx';
import { ClosedNotice } from './closed-notice.tsx';
import { useAssessment, useCell, useHeader, useQuestionnaire } from './desk-scope.tsx';
import { isOpen } from './is-open.ts';
import { KeepingMark } from './keeping-mark.tsx';
import { overviewPath } from './paths.ts';
import { useEnter } from './use-enter.ts';
import { visitCell, visitIn } from './visit-cell.ts';
import { VisitConflict } from './visit-conflict.tsx';
import { VisitForm } from './visit-form.tsx';
import { VisitSigning } from './visit-signing.tsx';
import { newVisit } from './visit-values.ts';

/** Every visit of the unit with its record; usually one. */
export function VisitPage(): ReactElement {
  const header = useHeader();
  const assessment = useAssessment();
  const { visits } = useQuestionnaire().values;
  const open = isOpen(header);
  const begin = (): void => {
    const subjectId = SubjectId.parse(`visit-${v7()}`);
    const team = header.team.members.map(({ name }) => name);
    void assessment.enter({ indicatorId: null, subjectId }, { field: 'visit', value: newVisit(new Date(), team) });
  };
  return (
    <AppPage
      title={visitText.title}
      lead={visitText.lead}
      above={
        <Link className="back" href={overviewPath(header.id)}>
          {header.unit.name}
        </Link>
      }
    >
      {open ? null : <ClosedNotice />}
      {visits.length === 0 ? <p>{visitText.none}</p> : null}
      {visits.map((held) => (
        <VisitRecord key={held.id} held={held} readOnly={!open} />
      ))}
      {open ? (
        <button type="button" className={visits.length === 0 ? 'button' : 'button button--quiet'} onClick={begin}>
          {visits.length === 0 ? visitText.begin : visitText.another}
        </button>
      ) : null}
    </AppPage>
  );
}

function VisitRecord({ held, readOnly }: { readonly held: HeldVisit; readonly readOnly: boolean }): ReactElement {
  const { id } = held;
  const cell = useCell(visitCell(id));
  const visit = visitIn(cell) ?? held.visit;
  const report = useReport(visit);
  const inConflict = cell.conflict.length > 0;
  const isFixed = readOnly || inConflict || visit.signature !== null;
  return (
    <article className="visit" aria-label={visitText.visitOn(dayOf(visit.date))}>
      <h2>{visitText.visitOn(dayOf(visit.date))}</h2>
      {inConflict ? <VisitConflict cell={cell} readOnly={readOnly} /> : null}
      {isFixed ? (
        <dl className="visit__lines">
          {reportLines(report).map(({ label, values }) => (
            <div key={label}>
              <dt>{label}</dt>
              {values.map((value) => (
                <dd key={value}>{value}</dd>
              ))}
            </div>
          ))}
        </dl>
      ) : (
        <VisitForm id={id} visit={visit} />
      )}
      <VisitSigning id={id} visit={visit} readOnly={readOnly || inConflict} />
      <KeepingMark value={cell.value} />
      <PdfButton report={report} />
      {readOnly ? null : <Removal id={id} />}
    </article>
  );
}

function useReport(visit: HeldVisit['visit']) {
  const header = useHeader();
  const { evidence } = useQuestionnaire().values;
  return visitReport(reportedUnit(header), visit, evidence);
}

function Removal({ id }: { readonly id: SubjectId }): ReactElement {
  const enter = useEnter(id);
  const [asking, setAsking] = useState(false);
  return (
    <>
      <button type="button" className="quiet-link" onClick={() => setAsking(true)}>
        {visitText.remove}
      </button>
      <ConfirmDialog
        open={asking}
        title={visitText.removeTitle}
        confirm={visitText.remove}
        cancel={visitText.cancel}
        onCancel={() => setAsking(false)}
        onConfirm={() => {
          setAsking(false);
          void enter({ indicatorId: null }, { field: 'visit', value: null });
        }}
      >
        <p>{visitText.removeBody}</p>
      </ConfirmDialog>
    </>
  );
}
