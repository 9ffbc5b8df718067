import { type KeyboardEvent, type ReactElement, useEffect, useRef, useState } from 'react';

import { deskText } from '../../text/id/office-desk.ts';
import { unitText } from '../../text/id/office-unit.ts';
import { TextArea } from '../../ui/field.tsx';
import { placeName } from './place-name.ts';
import type { Place, UnitModel } from './unit-model.ts';
import { isTooShort, type Returns } from './use-returns.ts';

const text = deskText.returning;

interface ReturnPanelProps {
  readonly model: UnitModel;
  readonly place: Place;
  /** Whether the indicator is asked of several, so that it can go back as a whole. */
  readonly mayBeWhole: boolean;
  readonly returns: Returns;
  /** It is marked; on to the next. */
  readonly onMarked: () => void;
  readonly onClose: () => void;
}

/** Why a point goes back, typed or begun from a usual sentence. What is typed is kept from the first letter on. */
export function ReturnPanel({ model, place, mayBeWhole, returns, onMarked, onClose }: ReturnPanelProps): ReactElement {
  const whole = { ...place, subjectId: null };
  const [isWhole, setWhole] = useState(returns.isMarked(whole));
  const [tried, setTried] = useState(false);
  const field = useRef<HTMLTextAreaElement>(null);
  const target = isWhole ? whole : place;
  const reason = returns.reasonAt(target);
  useEffect(() => {
    field.current?.focus();
    field.current?.scrollIntoView({ block: 'nearest' });
  }, []);
  const mark = (): void => {
    setTried(true);
    if (isTooShort(reason)) {
      field.current?.focus();
      return;
    }
    returns.mark(target);
    onMarked();
  };
  const press = (event: KeyboardEvent): void => {
    if (event.key === 'Escape') onClose();
    else if (event.key === 'Enter' && event.ctrlKey) mark();
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  const begin = (sentence: string): void => {
    returns.write(target, `${reason} ${sentence}`.trim());
    field.current?.focus();
  };
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- keys for the whole form; each has a button too
    <section className="desk-return" aria-label={text.title} onKeyDown={press}>
      <TextArea
        ref={field}
        label={text.reason(placeName(model, target))}
        hint={text.hint}
        value={reason}
        error={tried && isTooShort(reason) ? unitText.returning.tooShort : undefined}
        maxLength={1_000}
        rows={3}
        onChange={(event) => returns.write(target, event.currentTarget.value)}
      />
      <ul className="desk-return__templates" aria-label={unitText.returning.templates}>
        {unitText.templates.map((sentence) => (
          <li key={sentence}>
            <button type="button" className="office-reason__template" onClick={() => begin(sentence)}>
              {sentence}
            </button>
          </li>
        ))}
      </ul>
      {mayBeWhole ? (
        <label className="check small">
          <input type="checkbox" checked={isWhole} onChange={({ target: box }) => setWhole(box.checked)} />
          {text.whole}
        </label>
      ) : null}
      <div className="actions">
        <button type="button" className="button" onClick={mark}>
          {text.mark}
        </button>
        {returns.isMarked(target) ? (
          <button type="button" className="button button--quiet" onClick={() => returns.drop([target])}>
            {text.drop}
          </button>
        ) : null}
        <button type="button" className="button button--quiet" onClick={onClose}>
          {text.close}
        </button>
      </div>
    </section>
  );
}
