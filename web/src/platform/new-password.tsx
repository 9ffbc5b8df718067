import { NewPassword } from '@patuh/shared/contracts/sign-in';
import type { ReactElement } from 'react';
import type { UseFormRegisterReturn } from 'react-hook-form';
import * as z from 'zod/mini';

import { passwordText } from '../text/id/password.ts';
import { PasswordField } from '../ui/field.tsx';

const SHORTEST = 12;

/** A new password, typed twice. `parts` are further fields of the same form. */
export function newPasswordForm<Parts extends Record<string, z.ZodMiniType>>(parts: Parts) {
  return z.object({ ...parts, password: NewPassword, repeat: z.string() }).check(
    z.refine((typed) => readPassword(typed, 'password') === readPassword(typed, 'repeat'), {
      path: ['repeat'],
      error: passwordText.differs,
    }),
  );
}

function readPassword(typed: object, name: 'password' | 'repeat'): unknown {
  return new Map<string, unknown>(Object.entries(typed)).get(name);
}

interface NewPasswordFieldsProps {
  readonly label: string;
  readonly repeatLabel: string;
  readonly password: UseFormRegisterReturn;
  readonly repeat: UseFormRegisterReturn;
  /** What is typed so far, for the sign of its length. */
  readonly typed: string;
  readonly errors: { readonly password?: string | undefined; readonly repeat?: string | undefined };
}

/** Both fields, and whether it is long enough yet. */
export function NewPasswordFields(props: NewPasswordFieldsProps): ReactElement {
  const { label, repeatLabel, password, repeat, typed, errors } = props;
  const lacking = SHORTEST - typed.length;
  return (
    <>
      <PasswordField
        label={label}
        hint={passwordText.hint}
        autoComplete="new-password"
        {...password}
        error={errors.password}
      />
      <p className="small soft" role="status">
        {typed === '' ? '' : lacking > 0 ? passwordText.lacking(lacking) : passwordText.enough}
      </p>
      <PasswordField label={repeatLabel} autoComplete="new-password" {...repeat} error={errors.repeat} />
    </>
  );
}
