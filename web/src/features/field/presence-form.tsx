import type { Presence } from '@patuh/shared/domain/assessment';
import type { CellKey } from '@patuh/shared/domain/change';
import type { AssessmentSubject } from '@patuh/shared/sync/subjects';
import { type ReactElement, useMemo, useState } from 'react';

import { fieldSectionText } from '../../text/id/field-section.ts';
import { fieldWords } from '../../text/id/field-words.ts';
import { Choice } from './choice.tsx';
import { pressChoiceKey } from './choice-keys.ts';
import { ConflictChoice } from './conflict-choice.tsx';
import { presenceWords, subjectName } from './describe.ts';
import { useCell } from './desk-scope.tsx';
import { KeepingMark } from './keeping-mark.tsx';
import { LeftOver } from './left-over.tsx';
import { useEnter } from './use-enter.ts';

interface PresenceFormProps {
  readonly subject: AssessmentSubject;
  /** All of the same kind, this one among them. */
  readonly others: readonly AssessmentSubject[];
  readonly readOnly: boolean;
}

/** Whether an officer can be interviewed, or a product be observed; present until somebody says otherwise. */
export function PresenceForm({ subject, others, readOnly }: PresenceFormProps): ReactElement {
  const key = useMemo((): CellKey => ({ indicatorId: null, subjectId: subject.id, field: 'presence' }), [subject.id]);
  const cell = useCell(key);
  const enter = useEnter(subject.id);
  const [touched, setTouched] = useState(false);
  const [picking, setPicking] = useState(false);
  const set = (value: Presence): void => {
    setTouched(true);
    setPicking(false);
    void enter(key, { field: 'presence', value });
  };
  const presence = cell.value?.entry.field === 'presence' ? cell.value.entry.value : subject.presence;
  const isPost = subject.kind === 'officer' || subject.kind === 'complaint-officer';
  const elsewhere = others.filter((other) => other.id !== subject.id && isSomebody(other, presence));
  const [only] = elsewhere.length === 1 ? elsewhere : [];
  const isShared = picking || presence.state === 'same-person';
  const states = isPost ? (['present', 'vacant', 'absent'] as const) : (['present', 'absent'] as const);
  return (
    <>
      <ConflictChoice cell={cell} readOnly={readOnly} />
      {/* Closed where there is nothing unusual: on a phone the first question is what one came for. */}
      <details className="presence-fold" open={presence.state !== 'present' || touched || picking}>
        <summary>
          {isPost ? fieldSectionText.presenceNow : fieldSectionText.productNow}:{' '}
          <strong>{isPost ? presenceWords(presence, subject.kind) : PRODUCT_WORDS[productState(presence)]}</strong>
        </summary>
        <fieldset
          className="presence"
          role="radiogroup"
          disabled={readOnly}
          onKeyDown={(event) => void pressChoiceKey(event)}
        >
          <legend>{isPost ? fieldSectionText.presence : fieldSectionText.productPresence}</legend>
          <div className="presence__choices">
            {states.map((state) => (
              <Choice
                key={state}
                name={`presence ${subject.id}`}
                value={state}
                checked={!picking && presence.state === state}
                onChoose={() => set({ state })}
              >
                {isPost ? fieldWords.presence[state] : PRODUCT_WORDS[productState({ state })]}
              </Choice>
            ))}
            {isPost && elsewhere.length > 0 ? (
              <Choice
                name={`presence ${subject.id}`}
                value="same-person"
                checked={isShared}
                onChoose={() => (only === undefined ? setPicking(true) : set(samePerson(only)))}
              >
                {fieldWords.presence['same-person']}
              </Choice>
            ) : null}
          </div>
        </fieldset>
        {isShared ? (
          <fieldset
            className="presence presence__same"
            role="radiogroup"
            disabled={readOnly}
            onKeyDown={(event) => void pressChoiceKey(event)}
          >
            <legend>{fieldSectionText.samePersonAs}</legend>
            {elsewhere.map((other) => (
              <Choice
                key={other.id}
                name={`same person ${subject.id}`}
                value={String(other.number)}
                checked={presence.state === 'same-person' && presence.sameAs === other.number}
                onChoose={() => set(samePerson(other))}
              >
                {subjectName(other)}
              </Choice>
            ))}
          </fieldset>
        ) : null}
      </details>
      {cell.value === undefined ? null : <KeepingMark value={cell.value} />}
      <LeftOver cell={cell} />
    </>
  );
}

/** Nobody holds a vacant post, and who is somebody else again leads in a circle; what is chosen already stays visible. */
function isSomebody({ presence, number }: AssessmentSubject, chosen: Presence): boolean {
  const isChosen = chosen.state === 'same-person' && chosen.sameAs === number;
  return isChosen || presence.state === 'present' || presence.state === 'absent';
}

function samePerson({ number }: AssessmentSubject): Presence {
  return { state: 'same-person', sameAs: number };
}

function productState({ state }: Presence): 'present' | 'absent' {
  return state === 'present' ? 'present' : 'absent';
}

const PRODUCT_WORDS = { present: fieldSectionText.productPresent, absent: fieldSectionText.productAbsent } as const;
