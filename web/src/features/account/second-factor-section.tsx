import { beginSecondFactor, getMe } from '@patuh/shared/contracts/sign-in';
import { type ReactElement, useState } from 'react';
import * as z from 'zod/mini';

import { FaultNotice } from '../../platform/fault-notice.tsx';
import { useSchemaForm } from '../../platform/form.ts';
import { useAction } from '../../platform/query.tsx';
import { call, updateMe, useMe } from '../../platform/session.ts';
import { accountText } from '../../text/id/account.ts';
import { PasswordField } from '../../ui/field.tsx';
import { ConfirmSecret } from './confirm-secret.tsx';
import { RecoveryCodes } from './recovery-codes.tsx';

const text = accountText.factor;

type Step =
  | { readonly kind: 'resting' }
  | { readonly kind: 'password' }
  | { readonly kind: 'secret'; readonly secret: string; readonly address: string }
  | { readonly kind: 'codes'; readonly codes: readonly string[] };

/** Turning the second factor on, or setting it up anew for another phone. */
export function SecondFactorSection(): ReactElement {
  const [step, setStep] = useState<Step>({ kind: 'resting' });
  const rest = (): void => setStep({ kind: 'resting' });
  const finish = async (): Promise<void> => {
    // What opens now follows from this; should it not arrive, the next start of the app asks again.
    await call(getMe, {}).then(updateMe, () => undefined);
    rest();
  };
  return (
    <section className="section" aria-labelledby="dua-langkah">
      <h2 id="dua-langkah">{text.title}</h2>
      {step.kind === 'resting' ? <Resting onBegin={() => setStep({ kind: 'password' })} /> : null}
      {step.kind === 'password' ? (
        <PasswordStep onSecret={(begun) => setStep({ kind: 'secret', ...begun })} onCancel={rest} />
      ) : null}
      {step.kind === 'secret' ? (
        <ConfirmSecret {...step} onCodes={(codes) => setStep({ kind: 'codes', codes })} onCancel={rest} />
      ) : null}
      {step.kind === 'codes' ? <RecoveryCodes codes={step.codes} onSaved={() => void finish()} /> : null}
    </section>
  );
}

function Resting({ onBegin }: { readonly onBegin: () => void }): ReactElement {
  const { on, recoveryCodesLeft } = useMe().secondFactor;
  return (
    <>
      <p>{on ? text.on : text.off}</p>
      {on ? <p>{text.codesLeft(recoveryCodesLeft)}</p> : null}
      <p>
        <button type="button" className={on ? 'button button--quiet' : 'button'} onClick={onBegin}>
          {on ? text.renew : text.begin}
        </button>
      </p>
    </>
  );
}

const PasswordForm = z.object({ password: z.string().check(z.minLength(1), z.maxLength(128)) });

interface PasswordStepProps {
  readonly onSecret: (begun: { readonly secret: string; readonly address: string }) => void;
  readonly onCancel: () => void;
}

function PasswordStep({ onSecret, onCancel }: PasswordStepProps): ReactElement {
  const action = useAction(beginSecondFactor);
  const form = useSchemaForm(PasswordForm, { password: '' });
  const submit = form.handleSubmit((body) => action.mutate({ body }, { onSuccess: onSecret }));
  return (
    <form className="form" noValidate onSubmit={(event) => void submit(event)}>
      {action.error === null ? null : <FaultNotice fault={action.error} />}
      <PasswordField
        label={text.password}
        autoComplete="current-password"
        {...form.register('password')}
        error={form.formState.errors.password?.message}
      />
      <div className="actions">
        <button type="submit" className="button" disabled={action.isPending}>
          {text.goOn}
        </button>
        <button type="button" className="button button--quiet" onClick={onCancel}>
          {text.cancel}
        </button>
      </div>
    </form>
  );
}
