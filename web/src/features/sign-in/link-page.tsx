import { inspectLink, type Me, useLink as redeemLink } from '@patuh/shared/contracts/sign-in';
import { type ReactElement, useState } from 'react';
import { Link, useLocation } from 'wouter';

import { deviceName } from '../../platform/device-name.ts';
import { FaultNotice } from '../../platform/fault-notice.tsx';
import { useSchemaForm } from '../../platform/form.ts';
import { newPasswordForm, NewPasswordFields } from '../../platform/new-password.tsx';
import { Answer, useAction, useAnswer } from '../../platform/query.tsx';
import { signedIn } from '../../platform/session.ts';
import { signInText } from '../../text/id/sign-in.ts';
import { AppPage } from '../../ui/app-page.tsx';
import { formatMoment } from '../../ui/moment.ts';
import { Notice } from '../../ui/notice.tsx';

const TOKEN = /^[A-Za-z0-9_-]{43}$/;
const PasswordForm = newPasswordForm({});

/** A welcome or a reset: the secret stands after the `#` and is never sent as part of an address. */
export function LinkPage({ homeOf }: { readonly homeOf: (me: Me) => string }): ReactElement {
  const [token] = useState(() => window.location.hash.slice(1));
  if (TOKEN.test(token)) return <KnownLink token={token} homeOf={homeOf} />;
  return (
    <AppPage title={signInText.link.incomplete}>
      <Notice tone="caution">
        <p>{signInText.link.incompleteBody}</p>
      </Notice>
      <ToSignIn />
    </AppPage>
  );
}

function ToSignIn(): ReactElement {
  return (
    <p>
      <Link href="/masuk">{signInText.link.other}</Link>
    </p>
  );
}

interface KnownLinkProps {
  readonly token: string;
  readonly homeOf: (me: Me) => string;
}

function KnownLink({ token, homeOf }: KnownLinkProps): ReactElement {
  const link = useAnswer(inspectLink, { body: { token } });
  const { title, welcome, reset, welcomeLead, resetLead, account, until } = signInText.link;
  const { data } = link;
  if (data === undefined) {
    return (
      <AppPage title={title}>
        <Answer of={link}>{() => null}</Answer>
        {link.error === null ? null : <ToSignIn />}
      </AppPage>
    );
  }
  const isNew = data.purpose === 'welcome';
  return (
    <AppPage title={isNew ? welcome : reset} lead={isNew ? welcomeLead(data.name) : resetLead(data.name)}>
      <dl className="fact-list">
        <dt>{account}</dt>
        <dd>{data.email}</dd>
        <dt>{until}</dt>
        <dd>{formatMoment(data.expiresAt)}</dd>
      </dl>
      <PasswordStep token={token} email={data.email} homeOf={homeOf} />
    </AppPage>
  );
}

function PasswordStep({ token, email, homeOf }: KnownLinkProps & { readonly email: string }): ReactElement {
  const [, goTo] = useLocation();
  // oxlint-disable-next-line react/hooks -- a contract that is called so, not a hook
  const action = useAction(redeemLink);
  const form = useSchemaForm(PasswordForm, { password: '', repeat: '' });
  const { errors } = form.formState;
  const save = async (password: string): Promise<void> => {
    const answer = await action
      .mutateAsync({ body: { token, password, deviceName: deviceName() } })
      .catch(() => undefined);
    if (answer === undefined) return;
    signedIn(answer);
    goTo(homeOf(answer.me), { replace: true });
  };
  return (
    <form
      className="form"
      noValidate
      onSubmit={(event) => void form.handleSubmit(({ password }) => save(password))(event)}
    >
      {action.error === null ? null : <FaultNotice fault={action.error} />}
      {/* For the password manager: whose password it keeps. */}
      <input type="email" autoComplete="username" value={email} readOnly hidden />
      <NewPasswordFields
        label={signInText.link.password}
        repeatLabel={signInText.link.repeat}
        password={form.register('password')}
        repeat={form.register('repeat')}
        typed={form.watch('password')}
        errors={{ password: errors.password?.message, repeat: errors.repeat?.message }}
      />
      <div className="actions">
        <button type="submit" className="button" disabled={action.isPending}>
          {action.isPending ? signInText.link.submitting : signInText.link.submit}
        </button>
      </div>
    </form>
  );
}
