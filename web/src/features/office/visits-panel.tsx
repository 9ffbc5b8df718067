import { explanationOf } from '@patuh/shared/checks/explained';
import type { Visit } from '@patuh/shared/domain/visit';
import { visitReport } from '@patuh/shared/sync/visit-report';
import type { ReactElement, ReactNode } from 'react';

import { PdfButton } from '../../platform/visit-paper/pdf-button.tsx';
import { reportedUnit } from '../../platform/visit-paper/reported-unit.ts';
import { officeEvidenceText } from '../../text/id/office-evidence.ts';
import { findingSentence } from '../../text/id/office-findings.ts';
import { visitText } from '../../text/id/visit.ts';
import { formatMoment } from '../../ui/moment.ts';
import { formatDate } from '../../ui/number.ts';
import { SignatureImage } from '../../ui/signature-image.tsx';
import { Explained } from './explained.tsx';
import type { UnitModel } from './unit-model.ts';

const text = officeEvidenceText.visits;

/** The records of the visits, and what is missing in them. */
export function VisitsPanel({ model }: { readonly model: UnitModel }): ReactElement | null {
  const { visits } = model.values;
  const missing = model.office.findings.find(({ kind }) => kind === 'visit-not-recorded');
  if (visits.length === 0 && missing === undefined) return null;
  return (
    <section className="panel office-visits" aria-labelledby="office-visits">
      <h2 id="office-visits">{text.title}</h2>
      {visits.length === 0 ? <p>{text.none}</p> : null}
      {missing === undefined ? null : (
        <p className="office-remarks">
          {visits.length === 0 ? null : findingSentence(missing, '')}{' '}
          <Explained by={explanationOf(missing, model.values)} />
        </p>
      )}
      {visits.map(({ id, visit }) => (
        <details key={id} open={visits.length === 1}>
          <summary>{visitText.visitOn(formatDate(visit.date))}</summary>
          <Record visit={visit} />
          <PdfButton report={visitReport(reportedUnit(model.office.assessment), visit, model.values.evidence)} />
        </details>
      ))}
    </section>
  );
}

function Record({ visit }: { readonly visit: Visit }): ReactElement {
  const { paper } = visitText;
  const time =
    visit.until === null
      ? `${visit.from.replace(':', '.')}, ${text.notEnded}`
      : paper.timeRange(visit.from, visit.until);
  const { letter, signature } = visit;
  return (
    <>
      <dl className="office-visit">
        <Line name={paper.time}>{time}</Line>
        <Line name={paper.letter}>
          {letter.number === null
            ? paper.none
            : paper.letterOf(letter.number, letter.date === null ? null : formatDate(letter.date))}
        </Line>
        <Line name={visitText.team}>{listed(visit.team)}</Line>
        <Line name={visitText.met}>{listed(visit.met)}</Line>
        <Line name={visitText.handedOver}>{listed(visit.handedOver)}</Line>
        <Line name={visitText.unitRemarks}>{visit.unitRemarks ?? paper.none}</Line>
        {visit.unsignedReason === null ? null : <Line name={visitText.unsignedReason}>{visit.unsignedReason}</Line>}
      </dl>
      {signature === null ? (
        visit.unsignedReason === null && <p>{text.notSigned}</p>
      ) : (
        <figure className="office-visit__signature">
          <SignatureImage strokes={signature.strokes} label={text.signature(signature.post)} />
          <figcaption>{visitText.signedBy(signature.post, formatMoment(signature.at))}</figcaption>
        </figure>
      )}
    </>
  );
}

function listed(lines: readonly string[]): string {
  return lines.join(', ') || visitText.paper.none;
}

function Line({ name, children }: { readonly name: string; readonly children: ReactNode }): ReactElement {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}
