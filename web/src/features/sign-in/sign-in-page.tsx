import { listDemoSignIns, signIn, SignInInput } from '@patuh/shared/contracts/sign-in';
import { type ReactElement, useRef, useState } from 'react';
import * as z from 'zod/mini';

import { deviceName } from '../../platform/device-name.ts';
import { FaultNotice } from '../../platform/fault-notice.tsx';
import { useSchemaForm } from '../../platform/form.ts';
import { useAction, useAnswer } from '../../platform/query.tsx';
import { signedIn } from '../../platform/session.ts';
import { signInText } from '../../text/id/sign-in.ts';
import { AppPage } from '../../ui/app-page.tsx';
import { PasswordField, TextField } from '../../ui/field.tsx';
import { Notice } from '../../ui/notice.tsx';
import { CodeStep } from './code-step.tsx';
import { DemoSignIns } from './demo-sign-ins.tsx';

const Credentials = z.pick(SignInInput, { email: true, password: true });
type Credentials = z.infer<typeof Credentials>;

/** The demo is served to nobody else, so nobody else asks for its sign-ins. */
const LOOPBACK = /^(?:localhost|127(?:\.\d+){3}|\[::1\])$/;

/** E-mail address and password first, the code only from whoever has a second factor. */
export function SignInPage({ expired }: { readonly expired: boolean }): ReactElement {
  const [accepted, setAccepted] = useState<Credentials | null>(null);
  const action = useAction(signIn);
  const attempt = async (credentials: Credentials, code?: string): Promise<void> => {
    const body = { ...credentials, deviceName: deviceName(), ...(code !== undefined && { code }) };
    // The fault is shown by whoever asked.
    const result = await action.mutateAsync({ body }).catch(() => undefined);
    if (result?.kind === 'code-needed') setAccepted(credentials);
    if (result?.kind === 'signed-in') signedIn(result);
  };
  const again = (): void => {
    action.reset();
    setAccepted(null);
  };
  if (accepted !== null) {
    return (
      <CodeStep
        email={accepted.email}
        busy={action.isPending}
        fault={action.error}
        onCode={(code) => void attempt(accepted, code)}
        onOtherAccount={again}
      />
    );
  }
  return (
    <AppPage title={signInText.title} lead={signInText.lead}>
      {expired ? (
        <Notice>
          <p>{signInText.expired}</p>
        </Notice>
      ) : null}
      <CredentialsForm busy={action.isPending} fault={action.error} onSubmit={(typed) => attempt(typed)} />
    </AppPage>
  );
}

interface CredentialsFormProps {
  readonly busy: boolean;
  readonly fault: unknown;
  readonly onSubmit: (credentials: Credentials) => Promise<void>;
}

function CredentialsForm({ busy, fault, onSubmit }: CredentialsFormProps): ReactElement {
  const form = useSchemaForm(Credentials, { email: '', password: '' });
  const demo = useAnswer(listDemoSignIns, {}, { enabled: LOOPBACK.test(window.location.hostname) });
  const button = useRef<HTMLButtonElement>(null);
  const { errors } = form.formState;
  return (
    <div className="sign-in">
      <form
        className="form"
        noValidate
        onSubmit={(event) => void form.handleSubmit((credentials) => onSubmit(credentials))(event)}
      >
        {fault === null || busy ? null : <FaultNotice fault={fault} />}
        <TextField
          label={signInText.email}
          type="email"
          autoComplete="username"
          autoCapitalize="none"
          spellCheck={false}
          {...form.register('email')}
          error={errors.email?.message}
        />
        <PasswordField
          label={signInText.password}
          autoComplete="current-password"
          {...form.register('password')}
          error={errors.password?.message}
        />
        <div className="actions">
          <button ref={button} type="submit" className="button" disabled={busy}>
            {busy ? signInText.submitting : signInText.submit}
          </button>
        </div>
        <details className="sign-in__forgotten">
          <summary>{signInText.forgotten}</summary>
          <p>{signInText.forgottenBody}</p>
        </details>
      </form>
      {demo.data === undefined ? null : (
        <DemoSignIns
          signIns={demo.data.signIns}
          onChoose={({ email, password }) => {
            form.setValue('email', email, { shouldValidate: true });
            form.setValue('password', password, { shouldValidate: true });
            button.current?.focus();
          }}
        />
      )}
    </div>
  );
}
