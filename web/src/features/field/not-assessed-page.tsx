import { isShownUnassessable } from '@patuh/shared/checks/not-assessed';
import { recordNotAssessed } from '@patuh/shared/contracts/assessments';
import { NotAssessedReason } from '@patuh/shared/domain/assessment';
import { type ReactElement, useState } from 'react';
import { Link, useLocation } from 'wouter';
import * as z from 'zod/mini';

import { FaultNotice } from '../../platform/fault-notice.tsx';
import { useSchemaForm } from '../../platform/form.ts';
import { call } from '../../platform/session.ts';
import { fieldSubmitText } from '../../text/id/field-submit.ts';
import { fieldWords } from '../../text/id/field-words.ts';
import { AppPage } from '../../ui/app-page.tsx';
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx';
import { TextArea } from '../../ui/field.tsx';
import { ClosedNotice } from './closed-notice.tsx';
import { useDesk, useDeskState, useHeader, useQuestionnaire } from './desk-scope.tsx';
import { isOpen } from './is-open.ts';
import { overviewPath } from './paths.ts';
import { UnitEvidence } from './unit-evidence.tsx';

const text = fieldSubmitText.notAssessed;

/** What the person fills in; the version on the screen is added when it is sent. */
const NotAssessedInput = z.object({
  reason: NotAssessedReason,
  note: z.string().check(z.trim(), z.minLength(10), z.maxLength(1_000)),
});
type NotAssessedInput = z.infer<typeof NotAssessedInput>;

/** A unit that could not be visited or assessed is recorded with its reason. */
export function NotAssessedPage(): ReactElement {
  const header = useHeader();
  return (
    <AppPage
      title={text.title}
      lead={text.lead}
      above={
        <Link className="back" href={overviewPath(header.id)}>
          {header.unit.name}
        </Link>
      }
    >
      <UnitEvidence readOnly={!isOpen(header)} />
      {isOpen(header) ? <NotAssessedForm /> : <ClosedNotice />}
    </AppPage>
  );
}

function NotAssessedForm(): ReactElement {
  const desk = useDesk();
  const header = useHeader();
  const inTheWay = useInTheWay();
  const [, navigate] = useLocation();
  const form = useSchemaForm(NotAssessedInput, { note: '' });
  const [asking, setAsking] = useState<NotAssessedInput>();
  const [fault, setFault] = useState<unknown>(null);
  const [busy, setBusy] = useState(false);
  const record = async (input: NotAssessedInput): Promise<void> => {
    setBusy(true);
    try {
      const params = { assessmentId: header.id };
      const body = { ...input, version: header.version };
      await desk.take(await call(recordNotAssessed, { params, body }, { as: desk.me }));
      navigate(overviewPath(header.id));
    } catch (error) {
      setFault(error);
      desk.loop.wake('back');
    }
    setBusy(false);
    setAsking(undefined);
  };
  return (
    <>
      {fault === null ? null : <FaultNotice fault={fault} />}
      <form
        className="form"
        noValidate
        onSubmit={(event) => void form.handleSubmit((input) => setAsking(input))(event)}
      >
        <fieldset className="pills">
          <legend>{text.reason}</legend>
          <div className="pills__column">
            {NotAssessedReason.options.map((reason) => (
              <label key={reason} className="choice">
                <input type="radio" value={reason} {...form.register('reason')} />
                <span className="choice__text">{fieldWords.notAssessed[reason]}</span>
              </label>
            ))}
          </div>
          {form.formState.errors.reason === undefined ? null : (
            <p className="field__error" role="alert">
              {text.reasonMissing}
            </p>
          )}
        </fieldset>
        <TextArea
          label={text.note}
          hint={text.noteHint}
          error={form.formState.errors.note?.message}
          {...form.register('note')}
        />
        {inTheWay === undefined ? (
          <button type="submit" className="button">
            {text.submit}
          </button>
        ) : (
          <p className="notice">{inTheWay}</p>
        )}
      </form>
      <ConfirmDialog
        open={asking !== undefined}
        title={text.confirmTitle}
        confirm={text.submit}
        cancel={text.cancel}
        busy={busy}
        onCancel={() => setAsking(undefined)}
        onConfirm={() => {
          if (asking !== undefined) void record(asking);
        }}
      >
        <p>{text.confirmBody}</p>
      </ConfirmDialog>
    </>
  );
}

/** Why it cannot be recorded yet: nothing shows it, or what was entered is on this phone only. */
function useInTheWay(): string | undefined {
  const { id } = useHeader();
  const { values } = useQuestionnaire();
  const { waitingAt } = useDeskState().journal;
  if (!isShownUnassessable(values)) return text.noEvidence;
  return (waitingAt.get(id) ?? 0) > 0 ? text.unsent : undefined;
}
