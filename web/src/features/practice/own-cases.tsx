import {
  answerCalibrationCase,
  type CalibrationCase,
  getOwnCalibration,
  listCalibrationCases,
} from '@patuh/shared/contracts/calibration';
import { type ReactElement, useId, useState } from 'react';

import { CasePhoto } from '../../platform/case-photo.tsx';
import { FaultNotice } from '../../platform/fault-notice.tsx';
import { Answer, useAction, useAnswer } from '../../platform/query.tsx';
import { qualityText } from '../../text/id/quality.ts';

const text = qualityText.own;

/** The cases of one’s office; each is scored once, and then tells what was agreed. */
export function OwnCases(): ReactElement {
  const own = useAnswer(getOwnCalibration, {});
  return (
    <section className="section" aria-labelledby="kasus-latihan">
      <h2 id="kasus-latihan">{text.practice}</h2>
      <Answer of={own}>
        {({ periods }) =>
          periods.length === 0 ? (
            <p className="soft">{text.noPractice}</p>
          ) : (
            periods.map(({ periodId, name, cases }) => (
              <section key={periodId} aria-label={name}>
                <h3>{name}</h3>
                <p>{text.done(cases.filter(({ own: level }) => level !== null).length, cases.length)}</p>
                <Cases cases={cases} />
              </section>
            ))
          )
        }
      </Answer>
    </section>
  );
}

/** What is still open first. Where it stands an answer stays until somebody comes back: it tells what was agreed. */
function Cases({ cases }: { readonly cases: readonly CalibrationCase[] }): ReactElement {
  const [answered] = useState(() => new Set(cases.filter(({ own }) => own !== null).map(({ id }) => id)));
  const before = cases.filter(({ id }) => answered.has(id));
  return (
    <>
      {cases
        .filter(({ id }) => !answered.has(id))
        .map((one) => (
          <Case key={one.id} given={one} />
        ))}
      {before.length === 0 ? null : (
        <details>
          <summary>{text.answeredBefore(before.length)}</summary>
          {before.map((one) => (
            <Case key={one.id} given={one} />
          ))}
        </details>
      )}
    </>
  );
}

function Case({ given }: { readonly given: CalibrationCase }): ReactElement {
  const { id, number, indicator, question, situation, hasPhoto } = given;
  const heading = useId();
  return (
    <article className="panel case" aria-labelledby={heading}>
      <h4 id={heading}>
        {qualityText.cases.number(number)}: {indicator}
      </h4>
      <p className="soft">{question}</p>
      <p>{situation}</p>
      {hasPhoto ? <CasePhoto caseId={id} alt={qualityText.cases.photoOf(number)} /> : null}
      {given.own === null ? <Choice given={given} /> : <Outcome given={given} />}
    </article>
  );
}

function Choice({ given: { id, levels } }: { readonly given: CalibrationCase }): ReactElement {
  const [chosen, setChosen] = useState<number | null>(null);
  const action = useAction(answerCalibrationCase, [getOwnCalibration, listCalibrationCases]);
  const name = useId();
  return (
    <form
      className="form"
      onSubmit={(event) => {
        event.preventDefault();
        if (chosen !== null) action.mutate({ params: { caseId: id }, body: { level: chosen } });
      }}
    >
      <fieldset className="case-levels">
        <legend>{text.chooseLevel}</legend>
        {levels.map(({ level, text: words }) => (
          <label key={level} className="check">
            <input type="radio" name={name} checked={chosen === level} onChange={() => setChosen(level)} />
            <span>
              <strong>{level}</strong> {words}
            </span>
          </label>
        ))}
      </fieldset>
      {action.error === null ? null : <FaultNotice fault={action.error} />}
      <button type="submit" className="button" disabled={chosen === null || action.isPending}>
        {text.answer}
      </button>
    </form>
  );
}

function Outcome({ given: { own, agreed, levels } }: { readonly given: CalibrationCase }): ReactElement {
  const words = levels.find(({ level }) => level === agreed?.level)?.text ?? '';
  return (
    <div role="status">
      {own === null ? null : <p>{text.yours(own)}</p>}
      {agreed === null ? null : (
        <p>
          <strong>
            {own === agreed.level ? text.sameAs : text.differs} {text.agreed(agreed.level)}
          </strong>
          : {words} {agreed.reason}
        </p>
      )}
    </div>
  );
}
