import { confirmSecondFactor } from '@patuh/shared/contracts/sign-in';
import type { ReactElement } from 'react';
import * as z from 'zod/mini';

import { FaultNotice } from '../../platform/fault-notice.tsx';
import { useSchemaForm } from '../../platform/form.ts';
import { useAction } from '../../platform/query.tsx';
import { accountText } from '../../text/id/account.ts';
import { TextField } from '../../ui/field.tsx';
import { QrCode } from './qr-code.tsx';

const text = accountText.factor;
const CodeForm = z.object({ code: z.string().check(z.trim(), z.regex(/^\d{6}$/)) });

interface ConfirmSecretProps {
  readonly secret: string;
  /** `otpauth://…`, what the image holds. */
  readonly address: string;
  readonly onCodes: (codes: readonly string[]) => void;
  readonly onCancel: () => void;
}

/** The secret as an image and as text, and a code that shows that the app has it. */
export function ConfirmSecret({ secret, address, onCodes, onCancel }: ConfirmSecretProps): ReactElement {
  const action = useAction(confirmSecondFactor);
  const form = useSchemaForm(CodeForm, { code: '' });
  const submit = form.handleSubmit((body) =>
    action.mutate({ body }, { onSuccess: ({ recoveryCodes }) => onCodes(recoveryCodes) }),
  );
  return (
    <form noValidate onSubmit={(event) => void submit(event)}>
      <p>{text.step1}</p>
      <QrCode text={address} label={text.image} />
      <p>
        {text.secret} <br />
        <code className="secret">{secret.replaceAll(/(.{4})(?=.)/g, '$1 ')}</code>
      </p>
      <p>
        <a href={address}>{text.openApp}</a>
      </p>
      <p>{text.step2}</p>
      {action.error === null ? null : <FaultNotice fault={action.error} />}
      <TextField
        label={text.code}
        className="code-input"
        inputMode="numeric"
        autoComplete="one-time-code"
        maxLength={8}
        {...form.register('code')}
        error={form.formState.errors.code?.message}
      />
      <div className="actions">
        <button type="submit" className="button" disabled={action.isPending}>
          {text.confirm}
        </button>
        <button type="button" className="button button--quiet" onClick={onCancel}>
          {text.cancel}
        </button>
      </div>
    </form>
  );
}
