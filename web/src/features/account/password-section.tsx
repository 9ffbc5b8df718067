import { changePassword, listSessions } from '@patuh/shared/contracts/sign-in';
import { type ReactElement, useState } from 'react';
import * as z from 'zod/mini';

import { FaultNotice } from '../../platform/fault-notice.tsx';
import { useSchemaForm } from '../../platform/form.ts';
import { newPasswordForm, NewPasswordFields } from '../../platform/new-password.tsx';
import { useAction } from '../../platform/query.tsx';
import { accountText } from '../../text/id/account.ts';
import { PasswordField } from '../../ui/field.tsx';
import { Notice } from '../../ui/notice.tsx';

const text = accountText.password;
const PasswordForm = newPasswordForm({ current: z.string().check(z.minLength(1), z.maxLength(128)) });
const EMPTY = { current: '', password: '', repeat: '' };

export function PasswordSection(): ReactElement {
  const [done, setDone] = useState(false);
  const action = useAction(changePassword, [listSessions]);
  const form = useSchemaForm(PasswordForm, EMPTY);
  const { errors } = form.formState;
  const submit = form.handleSubmit(({ current, password }) => {
    setDone(false);
    action.mutate(
      { body: { current, next: password } },
      {
        onSuccess: () => {
          form.reset(EMPTY);
          setDone(true);
        },
      },
    );
  });
  return (
    <section className="section" aria-labelledby="kata-sandi">
      <h2 id="kata-sandi">{text.title}</h2>
      <form className="form" noValidate onSubmit={(event) => void submit(event)}>
        {action.error === null ? null : <FaultNotice fault={action.error} />}
        {done ? (
          <div role="status">
            <Notice>
              <p>{text.done}</p>
            </Notice>
          </div>
        ) : null}
        <PasswordField
          label={text.current}
          autoComplete="current-password"
          {...form.register('current')}
          error={errors.current?.message}
        />
        <NewPasswordFields
          label={text.next}
          repeatLabel={text.repeat}
          password={form.register('password')}
          repeat={form.register('repeat')}
          typed={form.watch('password')}
          errors={{ password: errors.password?.message, repeat: errors.repeat?.message }}
        />
        <p className="small soft">{text.note}</p>
        <div className="actions">
          <button type="submit" className="button" disabled={action.isPending}>
            {text.submit}
          </button>
        </div>
      </form>
    </section>
  );
}
