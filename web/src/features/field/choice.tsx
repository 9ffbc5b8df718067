import type { ReactElement, ReactNode } from 'react';

interface ChoiceProps {
  readonly name: string;
  readonly value: string;
  readonly checked: boolean;
  readonly onChoose: () => void;
  /** A short mark before the words: the number of a level. */
  readonly mark?: ReactNode;
  readonly children: ReactNode;
}

/** A radio button whose whole card is the target. */
export function Choice({ name, value, checked, onChoose, mark, children }: ChoiceProps): ReactElement {
  return (
    <label className="choice">
      <input type="radio" name={name} value={value} checked={checked} onChange={onChoose} />
      {mark === undefined ? null : <span className="choice__mark">{mark}</span>}
      <span className="choice__text">{children}</span>
    </label>
  );
}
