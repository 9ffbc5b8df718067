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
  const set = (value: Presence): void => {
    setTouched(true);
    void enter(key, { field: 'presence', value });
  };
  const presence = cell.value?.entry.field === 'presence' ? cell.value.entry.value : subject.presence;
  const isPost = subject.kind === 'officer' || subject.kind === 'complaint-officer';
  const elsewhere = others.filter(({ id }) => id !== subject.id);
  const states = isPost ? (['present', 'vacant', 'absent'] as const) : (['present', 'absent'] as const);
  return (
    <>
      <ConflictChoice cell={cell} readOnly={readOnly} />
      {/* Closed where there is nothing unusual: on a phone the first question is what one came for. */}
      <details className="presence-fold" open={presence.state !== 'present' || touched}>
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
                checked={presence.state === state}
                onChoose={() => set({ state })}
              >
                {isPost ? fieldWords.presence[state] : PRODUCT_WORDS[productState({ state })]}
              </Choice>
            ))}
            {isPost && elsewhere.length > 0 ? (
              <Choice
                name={`presence ${subject.id}`}
                value="same-person"
                checked={presence.state === 'same-person'}
                onChoose={() => set({ state: 'same-person', sameAs: elsewhere[0]?.number ?? 1 })}
              >
                {fieldWords.presence['same-person']}
              </Choice>
            ) : null}
          </div>
          {presence.state === 'same-person' ? (
            <label className="presence__same">
              {fieldSectionText.samePersonAs}
              <select
                value={presence.sameAs}
                onChange={({ target }) => set({ state: 'same-person', sameAs: Number(target.value) })}
              >
                {elsewhere.map((other) => (
                  <option key={other.id} value={other.number}>
                    {subjectName(other)}
                  </option>
                ))}
              </select>
            </label>
          ) : null}
        </fieldset>
      </details>
      {cell.value === undefined ? null : <KeepingMark value={cell.value} />}
      <LeftOver cell={cell} />
    </>
  );
}

function productState({ state }: Presence): 'present' | 'absent' {
  return state === 'present' ? 'present' : 'absent';
}

const PRODUCT_WORDS = { present: fieldSectionText.productPresent, absent: fieldSectionText.productAbsent } as const;
