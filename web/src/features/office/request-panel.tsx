import type { DocumentRequest } from '@patuh/shared/contracts/document-requests';
import type { SubjectId } from '@patuh/shared/domain/assessment';
import type { AssessmentId } from '@patuh/shared/domain/ids';
import type { IndicatorId } from '@patuh/shared/domain/instrument';
import type { ReactElement } from 'react';

import { Answer } from '../../platform/query.tsx';
import { officeRequestsText as text } from '../../text/id/office-requests.ts';
import { formatBytes, formatMoment } from '../../ui/moment.ts';
import { Tag } from '../../ui/notice.tsx';
import { formatDate } from '../../ui/number.ts';
import { RequestActions } from './request-actions.tsx';
import { RequestDialog } from './request-dialog.tsx';
import { useRequests } from './use-requests.ts';

interface RequestPanelProps {
  readonly assessmentId: AssessmentId;
  readonly unitName: string;
  readonly place: { readonly indicatorId: IndicatorId; readonly subjectId: SubjectId };
  /** The form to ask stands open. */
  readonly isAsking: boolean;
  readonly onClose: () => void;
}

/** What was asked of the unit for this point after the visit, what came of it, and the form to ask. */
export function RequestPanel({ assessmentId, unitName, place, isAsking, onClose }: RequestPanelProps): ReactElement {
  const listed = useRequests(assessmentId);
  return (
    <Answer of={listed}>
      {({ requests, whyNot }) => {
        const here = requests.filter(
          ({ indicatorId, subjectId }) => indicatorId === place.indicatorId && subjectId === place.subjectId,
        );
        return (
          <section className="office-requests" aria-label={text.title}>
            {here.map((request) => (
              <Request
                key={request.id}
                request={request}
                assessmentId={assessmentId}
                unitName={unitName}
                mayDecide={whyNot === null}
              />
            ))}
            {isAsking && whyNot === null ? (
              <RequestDialog assessmentId={assessmentId} unitName={unitName} place={place} onClose={onClose} />
            ) : null}
          </section>
        );
      }}
    </Answer>
  );
}

interface RequestProps {
  readonly request: DocumentRequest;
  readonly assessmentId: AssessmentId;
  readonly unitName: string;
  readonly mayDecide: boolean;
}

function Request({ request, assessmentId, unitName, mayDecide }: RequestProps): ReactElement {
  const { wanted, dueOn, state, files, reason, decidedBy, decidedAt, requestedBy, requestedAt } = request;
  return (
    <article className="office-request">
      <p>
        <strong>{wanted}</strong> <Tag>{text.states[state]}</Tag>
      </p>
      <p className="small soft">
        {text.asked(requestedBy, formatMoment(requestedAt))} · {text.until(formatDate(dueOn))}
      </p>
      {files.length === 0 ? null : (
        <ul>
          {files.map(({ name, receivedAt, late, file }) => (
            <li key={file.sha256}>
              <a href={file.url} target="_blank" rel="noreferrer" aria-label={text.open(name)}>
                {file.thumbnailUrl === null ? null : (
                  <img className="office-request__picture" src={file.thumbnailUrl} alt="" width={96} height={72} />
                )}
                {name}
              </a>{' '}
              ({formatBytes(file.size)}), {text.received(formatMoment(receivedAt))}{' '}
              {late ? <Tag>{text.overdue}</Tag> : null}
            </li>
          ))}
        </ul>
      )}
      {decidedBy === null || decidedAt === null ? null : (
        <p className="small soft">
          {text.decided(decidedBy, formatMoment(decidedAt))}: {reason}
        </p>
      )}
      {mayDecide && (state === 'open' || state === 'received') ? (
        <RequestActions request={request} assessmentId={assessmentId} unitName={unitName} />
      ) : null}
    </article>
  );
}
