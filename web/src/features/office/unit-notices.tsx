import { listOfficeUnits } from '@patuh/shared/contracts/office-units';
import { getOfficeAssessment, reopenNotAssessed } from '@patuh/shared/contracts/verification';
import { type ReactElement, useState } from 'react';

import { FaultNotice } from '../../platform/fault-notice.tsx';
import { useAction } from '../../platform/query.tsx';
import { NOT_ASSESSED_WORDS } from '../../text/id/assessment-words.ts';
import { unitText as text } from '../../text/id/office-unit.ts';
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx';
import { formatMoment } from '../../ui/moment.ts';
import { Notice } from '../../ui/notice.tsx';
import type { UnitModel } from './unit-model.ts';

/** What the reader must know before deciding anything: published, not assessed, not theirs to verify, exceptions. */
export function UnitNotices({ model }: { readonly model: UnitModel }): ReactElement {
  const { published, whyNot, exceptions, assessment, unseenAtEdge } = model.office;
  return (
    <>
      {published ? (
        <Notice title={text.published.title} tone="caution">
          <p>{text.published.body}</p>
        </Notice>
      ) : null}
      {unseenAtEdge === null ? null : (
        <Notice title={text.edgeSince.title} tone="caution">
          <p>{text.edgeSince.body(assessment.unit.government.name, unseenAtEdge)}</p>
        </Notice>
      )}
      {assessment.state === 'not-assessed' ? <NotAssessed model={model} /> : null}
      {whyNot === 'own-collection' || whyNot === 'not-permitted' ? (
        <Notice title={text.whyNot[whyNot].title} tone={whyNot === 'own-collection' ? 'caution' : 'info'}>
          <p>{text.whyNot[whyNot].body}</p>
        </Notice>
      ) : null}
      {exceptions.length === 0 ? null : (
        <Notice title={text.exceptionTitle} tone="caution">
          {exceptions.map(({ personId, person, decidedBy, at, reason }) => (
            <p key={personId}>{text.exceptionShown(person, decidedBy, formatMoment(at), reason)}</p>
          ))}
        </Notice>
      )}
    </>
  );
}

function NotAssessed({ model }: { readonly model: UnitModel }): ReactElement | null {
  const [asking, setAsking] = useState(false);
  const action = useAction(reopenNotAssessed, [getOfficeAssessment, listOfficeUnits]);
  const { id, version, notAssessed } = model.office.assessment;
  if (notAssessed === null) return null;
  const reopen = (): void => {
    action.mutate({ params: { assessmentId: id }, body: { version } }, { onSuccess: () => setAsking(false) });
  };
  return (
    <Notice title={text.notAssessed.title}>
      <p>{text.notAssessed.body(NOT_ASSESSED_WORDS[notAssessed.reason], notAssessed.note)}</p>
      {model.office.notAssessedSource === null ? null : (
        <p className="small soft">{text.notAssessed.source(model.office.notAssessedSource)}</p>
      )}
      {model.mayVerify ? (
        <p>
          <button type="button" className="button button--quiet" onClick={() => setAsking(true)}>
            {text.notAssessed.reopen}
          </button>
        </p>
      ) : null}
      <ConfirmDialog
        open={asking}
        title={`${text.notAssessed.reopen}?`}
        confirm={text.notAssessed.reopen}
        cancel={text.cancel}
        busy={action.isPending}
        onConfirm={reopen}
        onCancel={() => setAsking(false)}
      >
        <p>{text.notAssessed.confirm}</p>
        {action.error === null ? null : <FaultNotice fault={action.error} />}
      </ConfirmDialog>
    </Notice>
  );
}
