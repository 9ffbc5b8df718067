import type { ReactElement } from 'react';

export interface SearchFormProps {
  readonly id: string;
  readonly action: string;
  /** Name of the field in the address. */
  readonly name: string;
  readonly value: string;
  readonly label: string;
  readonly hint?: string;
  readonly button: string;
  readonly maxLength: number;
}

/** A search as a plain GET form: works without JavaScript, and its result has an address. */
export function SearchForm({ id, action, name, value, label, hint, button, maxLength }: SearchFormProps): ReactElement {
  const hintId = `${id}-keterangan`;
  return (
    <form className="search-form" role="search" action={action} method="get">
      <label htmlFor={id}>{label}</label>
      <div className="search-form__row">
        <input
          id={id}
          type="search"
          name={name}
          defaultValue={value}
          maxLength={maxLength}
          autoComplete="off"
          spellCheck={false}
          {...(hint === undefined ? {} : { 'aria-describedby': hintId })}
        />
        <button type="submit" className="button">
          {button}
        </button>
      </div>
      {hint === undefined ? null : (
        <p id={hintId} className="small soft">
          {hint}
        </p>
      )}
    </form>
  );
}
