import { type ReactElement, useMemo } from 'react';

import { useRemembered } from '../../platform/remembered.ts';
import { fieldInterviewText } from '../../text/id/field-interview.ts';
import { useAssessment, useHeader, usePerson } from './desk-scope.tsx';
import { questionLanguage } from './question-language.ts';
import { userIndicators } from './steps.ts';

/** The sentences that are read out: in the local language where the instrument has them, the official ones below. */
export function ConsentWords(): ReactElement {
  const { instrument } = useAssessment();
  const { unit } = useHeader();
  const { name } = usePerson();
  const asked = useMemo(() => userIndicators(instrument).length, [instrument]);
  const tag = useRemembered(questionLanguage);
  const local = instrument.consentWordings?.find((wording) => wording.tag === tag);
  const official = fieldInterviewText.sentences(name, unit.name, asked);
  return (
    <blockquote className="consent__words">
      {local === undefined ? null : <p lang={local.tag}>{local.text}</p>}
      <div className={local === undefined ? undefined : 'official'} lang="id">
        {local === undefined ? null : <span className="visually-hidden">{fieldInterviewText.official} </span>}
        {official.map((sentence) => (
          <p key={sentence}>{sentence}</p>
        ))}
      </div>
    </blockquote>
  );
}
