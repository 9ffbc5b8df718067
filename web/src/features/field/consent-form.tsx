import type { SubjectId } from '@patuh/shared/domain/assessment';
import type { CellKey } from '@patuh/shared/domain/change';
import { type ReactElement, useMemo } from 'react';

import type { LocalCell } from '../../platform/field-store/local-cell.ts';
import { fieldInterviewText } from '../../text/id/field-interview.ts';
import { ConflictChoice } from './conflict-choice.tsx';
import { ConsentWords } from './consent-words.tsx';
import { useCell } from './desk-scope.tsx';
import { KeepingMark } from './keeping-mark.tsx';
import { LeftOver } from './left-over.tsx';
import { useEnter } from './use-enter.ts';

interface ConsentFormProps {
  readonly subjectId: SubjectId;
  readonly readOnly: boolean;
  /** Called when the person agreed. */
  readonly onAgreed: () => void;
}

/** Before anything is asked: what is read out, and whether the person agrees. Whoever agreed may withdraw, below. */
export function ConsentForm({ subjectId, readOnly, onAgreed }: ConsentFormProps): ReactElement {
  const cell = useConsent(subjectId);
  const enter = useEnter(subjectId);
  const isGiven = hasAgreed(cell);
  const say = async (agrees: boolean): Promise<void> => {
    // Who refuses is no interview: only that somebody was asked is kept.
    if (!agrees) void enter({ indicatorId: null }, { field: 'presence', value: { state: 'absent' } });
    const kept = enter({ indicatorId: null }, { field: 'consent', value: agrees });
    if (agrees) onAgreed();
    await kept;
  };
  return (
    <section className="consent" aria-label={fieldInterviewText.consent}>
      <ConflictChoice cell={cell} readOnly={readOnly} />
      {isGiven ? (
        <details className="consent__given">
          <summary>
            <span aria-hidden="true">✓ </span>
            {fieldInterviewText.agreed}
          </summary>
          <ConsentWords />
          <KeepingMark value={cell.value} />
        </details>
      ) : readOnly ? (
        <p className="small soft">{fieldInterviewText.notYetSaid}</p>
      ) : (
        <>
          <p className="consent__lead">{fieldInterviewText.readOut}</p>
          <ConsentWords />
          <div className="consent__choices">
            <button type="button" className="button" onClick={() => void say(true)}>
              {fieldInterviewText.agrees}
            </button>
            <button type="button" className="button button--quiet" onClick={() => void say(false)}>
              {fieldInterviewText.refuses}
            </button>
          </div>
        </>
      )}
      <LeftOver cell={cell} />
    </section>
  );
}

/** What was said when the sentence had been read out. */
export function useConsent(subjectId: SubjectId): LocalCell {
  return useCell(useMemo((): CellKey => ({ indicatorId: null, subjectId, field: 'consent' }), [subjectId]));
}

export function hasAgreed({ value }: LocalCell): boolean {
  return value?.entry.field === 'consent' && value.entry.value;
}
