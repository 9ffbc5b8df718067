import type { LateChange } from '@patuh/shared/contracts/assessments';
import { listOfficeUnits } from '@patuh/shared/contracts/office-units';
import { decideLateChange, getOfficeAssessment } from '@patuh/shared/contracts/verification';
import { type ReactElement, useState } from 'react';

import { FaultNotice } from '../../platform/fault-notice.tsx';
import { useAction } from '../../platform/query.tsx';
import { unitText } from '../../text/id/office-unit.ts';
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx';
import { TextArea } from '../../ui/field.tsx';
import { formatMoment } from '../../ui/moment.ts';
import { entryWords } from './entry-words.ts';
import { useKeptWords } from './kept-words.ts';
import { subjectName } from './subject-name.ts';
import type { UnitModel } from './unit-model.ts';
import { isHandedIn } from './units-list.ts';

const text = unitText.late;
const SHORTEST_REASON = 10;

/** What came after submission: old beside new, to be taken in or left out. */
export function LatePanel({ model }: { readonly model: UnitModel }): ReactElement | null {
  const { late } = model.office.assessment;
  const waiting = late.filter(({ decision }) => decision === 'waiting');
  const history = late.filter(({ decision }) => decision === 'after-publication');
  const isOpen = isHandedIn(model.office.assessment.state);
  if (late.length === 0) return null;
  return (
    <section className="panel office-late" aria-labelledby="office-late">
      <h2 id="office-late">{text.title}</h2>
      {waiting.length === 0 ? null : <p>{isOpen ? text.body : text.notYet}</p>}
      {waiting.map((change) => (
        <Late key={change.changeId} model={model} change={change} />
      ))}
      <Decided model={model} />
      {history.length === 0 ? null : (
        <details>
          <summary>{text.afterPublication(history.length)}</summary>
          <p>{text.afterPublicationBody}</p>
          {history.map((change) => (
            <Late key={change.changeId} model={model} change={change} />
          ))}
        </details>
      )}
    </section>
  );
}

interface LateProps {
  readonly model: UnitModel;
  readonly change: LateChange;
}

function Late({ model, change }: LateProps): ReactElement {
  const [deciding, setDeciding] = useState<'take-in' | 'leave-out' | null>(null);
  const mayDecide = model.mayVerify && change.decision === 'waiting' && isHandedIn(model.office.assessment.state);
  return (
    <div className="office-answer">
      <h3>{placeOf(model, change)}</h3>
      <Comparison model={model} change={change} />
      <p className="small soft">{text.line(change.by, formatMoment(change.receivedAt))}</p>
      {mayDecide ? (
        <div className="actions">
          <button type="button" className="button" onClick={() => setDeciding('take-in')}>
            {text.takeIn}
          </button>
          <button type="button" className="button button--quiet" onClick={() => setDeciding('leave-out')}>
            {text.leaveOut}
          </button>
        </div>
      ) : null}
      {deciding === null ? null : (
        <Decide model={model} change={change} decision={deciding} onClose={() => setDeciding(null)} />
      )}
    </div>
  );
}

/** What stands there now, and what would. */
function Comparison({ model, change }: LateProps): ReactElement {
  const { cells, unit } = model.office.assessment;
  const indicator = model.sections.flatMap(({ indicators }) => indicators).find(({ id }) => id === change.indicatorId);
  const incoming = model.office.history
    .flatMap(({ values }) => values)
    .find(({ changeId }) => changeId === change.changeId);
  const current = cells.find(
    (cell) =>
      cell.indicatorId === change.indicatorId &&
      cell.subjectId === change.subjectId &&
      cell.current.entry.field === incoming?.entry.field,
  );
  const words = (value: typeof incoming): string =>
    value === undefined ? text.nothing : entryWords(value.entry, { indicator, unitKind: unit.kind });
  return (
    <dl className="office-compare">
      <div>
        <dt>{text.now}</dt>
        <dd>{current === undefined ? text.nothing : words({ ...current.current, late: false })}</dd>
      </div>
      <div>
        <dt>{text.incoming}</dt>
        <dd>{words(incoming)}</dd>
      </div>
    </dl>
  );
}

function Decide({
  model,
  change,
  decision,
  onClose,
}: LateProps & { readonly decision: 'take-in' | 'leave-out'; readonly onClose: () => void }): ReactElement {
  const { words: reason, write } = useKeptWords(`late ${change.changeId}`);
  const [tried, setTried] = useState(false);
  const action = useAction(decideLateChange, [getOfficeAssessment, listOfficeUnits]);
  const isShort = reason.trim().length < SHORTEST_REASON;
  const { id, version } = model.office.assessment;
  const takesIn = decision === 'take-in';
  const send = (): void => {
    setTried(true);
    if (isShort) return;
    action.mutate(
      { params: { assessmentId: id, changeId: change.changeId }, body: { version, decision, reason } },
      {
        onSuccess: () => {
          write('');
          onClose();
        },
      },
    );
  };
  return (
    <ConfirmDialog
      open
      title={takesIn ? text.takeInTitle : text.leaveOutTitle}
      confirm={takesIn ? text.takeIn : text.leaveOut}
      cancel={unitText.cancel}
      busy={action.isPending}
      onConfirm={send}
      onCancel={onClose}
    >
      <p>{takesIn ? text.takeInBody : text.leaveOutBody}</p>
      <TextArea
        label={text.reason}
        value={reason}
        error={tried && isShort ? unitText.returning.tooShort : undefined}
        maxLength={1_000}
        onChange={(event) => write(event.currentTarget.value)}
      />
      {action.error === null ? null : <FaultNotice fault={action.error} />}
    </ConfirmDialog>
  );
}

function Decided({ model }: { readonly model: UnitModel }): ReactElement | null {
  const { lateDecisions, assessment } = model.office;
  if (lateDecisions.length === 0) return null;
  return (
    <details>
      <summary>{text.decided(lateDecisions.length)}</summary>
      <ul>
        {lateDecisions.map(({ changeId, decision, reason, by, at }) => {
          const change = assessment.late.find((one) => one.changeId === changeId);
          return (
            <li key={changeId}>
              <strong>{text.decision[decision]}.</strong> {change === undefined ? null : `${placeOf(model, change)}. `}
              {reason} <span className="small soft">{unitText.point.by(by, formatMoment(at))}</span>
            </li>
          );
        })}
      </ul>
    </details>
  );
}

function placeOf({ sections, subjects }: UnitModel, { indicatorId, subjectId }: LateChange): string {
  const indicator = sections.flatMap(({ indicators }) => indicators).find(({ id }) => id === indicatorId);
  const subject = subjects.find(({ id }) => id === subjectId);
  const who = subject === undefined || (subject.kind === 'unit' && indicator !== undefined) ? '' : subjectName(subject);
  return [indicator?.name ?? '', who].filter(Boolean).join(', ');
}
