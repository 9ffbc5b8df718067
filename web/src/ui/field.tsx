import { useId, useState } from 'react';
import type {
  InputHTMLAttributes,
  ReactElement,
  ReactNode,
  Ref,
  SelectHTMLAttributes,
  TextareaHTMLAttributes,
} from 'react';

import { fieldText } from '../text/id/field.ts';

interface FieldParts {
  readonly label: ReactNode;
  readonly hint?: ReactNode;
  /** What is wrong; shown below and read out with the field. */
  readonly error?: string | undefined;
}

interface FieldProps extends FieldParts {
  /** Gets what ties the input to its label, hint and error. */
  readonly children: (input: {
    readonly id: string;
    readonly 'aria-describedby'?: string;
    readonly 'aria-invalid'?: true;
  }) => ReactNode;
}

/** A labelled field of any kind. */
export function Field({ label, hint, error, children }: FieldProps): ReactElement {
  const id = useId();
  const described = [hint === undefined ? '' : `${id}-hint`, error === undefined ? '' : `${id}-error`].filter(Boolean);
  return (
    <div className={error === undefined ? 'field' : 'field field--wrong'}>
      <label htmlFor={id}>{label}</label>
      {hint === undefined ? null : (
        <p id={`${id}-hint`} className="field__hint">
          {hint}
        </p>
      )}
      {children({
        id,
        ...(described.length > 0 && { 'aria-describedby': described.join(' ') }),
        ...(error !== undefined && { 'aria-invalid': true }),
      })}
      {error === undefined ? null : (
        <p id={`${id}-error`} className="field__error" role="alert">
          {error}
        </p>
      )}
    </div>
  );
}

/** Hand in `{...form.register('email')}` and `error={form.formState.errors.email?.message}`. */
export function TextField({
  label,
  hint,
  error,
  ...input
}: FieldParts & InputHTMLAttributes<HTMLInputElement> & { readonly ref?: Ref<HTMLInputElement> }): ReactElement {
  return (
    <Field label={label} hint={hint} error={error}>
      {(tied) => <input type="text" {...input} {...tied} />}
    </Field>
  );
}

export function TextArea({
  label,
  hint,
  error,
  ...input
}: FieldParts &
  TextareaHTMLAttributes<HTMLTextAreaElement> & { readonly ref?: Ref<HTMLTextAreaElement> }): ReactElement {
  return (
    <Field label={label} hint={hint} error={error}>
      {(tied) => <textarea rows={3} {...input} {...tied} />}
    </Field>
  );
}

export function SelectField({
  label,
  hint,
  error,
  children,
  ...input
}: FieldParts & SelectHTMLAttributes<HTMLSelectElement> & { readonly ref?: Ref<HTMLSelectElement> }): ReactElement {
  return (
    <Field label={label} hint={hint} error={error}>
      {(tied) => (
        <select {...input} {...tied}>
          {children}
        </select>
      )}
    </Field>
  );
}

/** A password, with a button that shows what was typed. */
export function PasswordField({
  label,
  hint,
  error,
  ...input
}: FieldParts & InputHTMLAttributes<HTMLInputElement> & { readonly ref?: Ref<HTMLInputElement> }): ReactElement {
  const [shown, setShown] = useState(false);
  return (
    <Field label={label} hint={hint} error={error}>
      {(tied) => (
        <div className="password">
          <input {...input} {...tied} type={shown ? 'text' : 'password'} spellCheck={false} autoCapitalize="none" />
          <button
            type="button"
            className="button button--quiet"
            aria-pressed={shown}
            aria-controls={tied.id}
            onClick={() => setShown(!shown)}
          >
            {shown ? fieldText.hide : fieldText.show}
          </button>
        </div>
      )}
    </Field>
  );
}
