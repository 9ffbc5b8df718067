import { SecondFactor } from '@patuh/shared/contracts/sign-in';
import { type ReactElement, useEffect, useState } from 'react';
import * as z from 'zod/mini';

import { FaultNotice } from '../../platform/fault-notice.tsx';
import { useSchemaForm } from '../../platform/form.ts';
import { signInText } from '../../text/id/sign-in.ts';
import { AppPage } from '../../ui/app-page.tsx';
import { TextField } from '../../ui/field.tsx';

interface CodeStepProps {
  readonly email: string;
  readonly busy: boolean;
  readonly fault: unknown;
  readonly onCode: (code: string) => void;
  readonly onOtherAccount: () => void;
}

const CodeForm = z.object({ code: SecondFactor });

/** The second step: a code of the authenticator app, or one of the recovery codes. */
export function CodeStep({ email, busy, fault, onCode, onOtherAccount }: CodeStepProps): ReactElement {
  const [recovery, setRecovery] = useState(false);
  const form = useSchemaForm(CodeForm, { code: '' });
  const { setFocus } = form;
  useEffect(() => setFocus('code'), [setFocus]);
  const words = recovery
    ? { label: signInText.recoveryCode, hint: signInText.recoveryHint, other: signInText.withCode }
    : { label: signInText.code, hint: signInText.codeHint, other: signInText.withRecovery };
  return (
    <AppPage title={signInText.codeTitle} lead={signInText.codeLead(email)}>
      <form className="form" noValidate onSubmit={(event) => void form.handleSubmit(({ code }) => onCode(code))(event)}>
        {fault === null || busy ? null : <FaultNotice fault={fault} />}
        <TextField
          label={words.label}
          hint={words.hint}
          className="code-input"
          inputMode={recovery ? 'text' : 'numeric'}
          autoComplete="one-time-code"
          autoCapitalize="none"
          spellCheck={false}
          maxLength={12}
          {...form.register('code')}
          error={form.formState.errors.code?.message}
        />
        <div className="actions">
          <button type="submit" className="button" disabled={busy}>
            {busy ? signInText.submitting : signInText.submit}
          </button>
          <button
            type="button"
            className="button button--quiet"
            onClick={() => {
              form.reset();
              setRecovery(!recovery);
              setFocus('code');
            }}
          >
            {words.other}
          </button>
          <button type="button" className="button button--quiet" onClick={onOtherAccount}>
            {signInText.otherAccount}
          </button>
        </div>
      </form>
    </AppPage>
  );
}
