import { listCalibrationCases, type MadeCase, removeCalibrationCase } from '@patuh/shared/contracts/calibration';
import { type ReactElement, useState } from 'react';

import { CasePhoto } from '../../platform/case-photo.tsx';
import { FaultNotice } from '../../platform/fault-notice.tsx';
import { Answer, useAction, useAnswer } from '../../platform/query.tsx';
import { qualityText } from '../../text/id/quality.ts';
import { AppPage } from '../../ui/app-page.tsx';
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx';
import { CaseForm } from './case-form.tsx';
import { Chosen, type QualityScope } from './quality-scope.tsx';

const text = qualityText.cases;

/** The cases of an office, how they were answered, and the way to write one. */
export function CasesPage(): ReactElement {
  return (
    <AppPage title={qualityText.practice} lead={text.lead}>
      <Chosen page="practice">{(scope) => <Cases {...scope} />}</Chosen>
    </AppPage>
  );
}

function Cases(scope: QualityScope): ReactElement {
  const { periodId, province } = scope;
  const listed = useAnswer(listCalibrationCases, { params: { periodId }, query: { province } });
  const [adding, setAdding] = useState(false);
  return (
    <Answer of={listed}>
      {({ cases, indicators, mayChange }) => (
        <>
          {cases.length === 0 ? <p className="soft">{text.empty}</p> : null}
          {cases.map((one) => (
            <Case key={one.id} made={one} periodId={periodId} mayChange={mayChange} />
          ))}
          {mayChange && !adding ? (
            <button type="button" className="button" onClick={() => setAdding(true)}>
              {text.add}
            </button>
          ) : null}
          {adding ? <CaseForm scope={scope} indicators={indicators} onClose={() => setAdding(false)} /> : null}
        </>
      )}
    </Answer>
  );
}

interface CaseProps {
  readonly made: MadeCase;
  readonly periodId: QualityScope['periodId'];
  readonly mayChange: boolean;
}

function Case({ made, periodId, mayChange }: CaseProps): ReactElement {
  const { id, number, indicator, situation, hasPhoto, agreed, levels, answers } = made;
  const [removing, setRemoving] = useState(false);
  const action = useAction(removeCalibrationCase, [listCalibrationCases]);
  const agreedText = levels.find(({ level }) => level === agreed?.level)?.text ?? '';
  return (
    <section className="panel case" aria-labelledby={`kasus-${number}`}>
      <h2 id={`kasus-${number}`}>
        {text.number(number)}: {indicator}
      </h2>
      <p>{situation}</p>
      {hasPhoto ? <CasePhoto caseId={id} alt={text.photoOf(number)} /> : null}
      <dl className="fact-list">
        <dt>{text.agreed}</dt>
        <dd>
          {agreed === null ? (
            text.agreedLater
          ) : (
            <>
              <strong>{text.level(agreed.level)}</strong>: {agreedText} <span className="soft">{agreed.reason}</span>
            </>
          )}
        </dd>
        <dt>{text.answers}</dt>
        <dd>
          {answers.length === 0
            ? text.noAnswers
            : answers.map(({ level, count }) => text.given(level, count)).join(' · ')}
        </dd>
      </dl>
      {!mayChange ? null : answers.length > 0 ? (
        <p className="small soft">{text.fixed}</p>
      ) : (
        <button type="button" className="button button--quiet" onClick={() => setRemoving(true)}>
          {text.remove}
        </button>
      )}
      <ConfirmDialog
        open={removing}
        title={text.remove}
        confirm={text.remove}
        cancel={text.cancel}
        busy={action.isPending}
        onConfirm={() => action.mutate({ params: { periodId, caseId: id } })}
        onCancel={() => setRemoving(false)}
      >
        <p>{text.removeBody}</p>
        {action.error === null ? null : <FaultNotice fault={action.error} />}
      </ConfirmDialog>
    </section>
  );
}
