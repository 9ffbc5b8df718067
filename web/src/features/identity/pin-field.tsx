import type { ReactElement, Ref } from 'react';

import { TextField } from '../../ui/field.tsx';

interface PinFieldProps {
  readonly label: string;
  readonly hint?: string;
  readonly value: string;
  readonly onChange: (digits: string) => void;
  readonly error?: string | undefined;
  readonly disabled?: boolean;
  /** Shown in small letters of the keyboard’s own: a new PIN is no password of a site. */
  readonly ref?: Ref<HTMLInputElement>;
}

/** Six digits on the keyboard for digits. Hidden, and never kept by the browser: it belongs to the phone’s store. */
export function PinField({ value, onChange, ...field }: PinFieldProps): ReactElement {
  return (
    <TextField
      {...field}
      className="pin-input"
      type="password"
      inputMode="numeric"
      autoComplete="off"
      data-1p-ignore
      maxLength={6}
      value={value}
      onChange={({ target }) => onChange(target.value.replaceAll(/\D/g, ''))}
    />
  );
}
