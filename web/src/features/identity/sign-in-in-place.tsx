import { type Me, SecondFactor, signIn } from '@patuh/shared/contracts/sign-in';
import { type ReactElement, useState } from 'react';

import { send } from '../../platform/call.ts';
import { deviceName } from '../../platform/device-name.ts';
import { FaultNotice } from '../../platform/fault-notice.tsx';
import { signedIn, turnAway } from '../../platform/session.ts';
import { fieldText } from '../../text/id/field.ts';
import { identityText } from '../../text/id/identity.ts';
import { signInText } from '../../text/id/sign-in.ts';
import { PasswordField, TextField } from '../../ui/field.tsx';

interface SignInInPlaceProps {
  readonly person: { readonly personId: string; readonly name: string };
  /** Where it is known: it is theirs to sign in, and nobody else’s. */
  readonly email?: string;
  readonly cancel: string;
  readonly onCancel: () => void;
  /** Besides what the session tells everybody. */
  readonly onSignedIn?: (me: Me) => void;
}

/** The password, and the code where it is demanded, without leaving the page. Whoever signs in is that person or nobody. */
export function SignInInPlace({ person, email, cancel, onCancel, onSignedIn }: SignInInPlaceProps): ReactElement {
  const [address, setAddress] = useState(email ?? '');
  const [password, setPassword] = useState('');
  const [code, setCode] = useState<string>();
  const [state, setState] = useState<State>({ kind: 'ready' });
  const needsCode = code !== undefined;
  const submit = async (): Promise<void> => {
    if (state.kind === 'busy') return;
    if (address === '' || password === '' || (needsCode && !SecondFactor.safeParse(code).success)) {
      setState({ kind: 'incomplete' });
      return;
    }
    setState({ kind: 'busy' });
    setState(await attempt());
  };
  const attempt = async (): Promise<State> => {
    const typed = { email: address, password, ...(needsCode && { code }) };
    try {
      const result = await send(signIn, { body: { ...typed, deviceName: deviceName() } });
      if (result.kind === 'code-needed') {
        setCode('');
        return { kind: 'ready' };
      }
      if (result.me.personId !== person.personId) {
        // On this page it would only send nothing.
        await turnAway(result);
        return { kind: 'somebody-else' };
      }
      signedIn(result);
      onSignedIn?.(result.me);
      return { kind: 'ready' };
    } catch (fault) {
      return { kind: 'fault', fault };
    }
  };
  return (
    <form
      className="form"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void submit();
      }}
    >
      {state.kind === 'fault' ? <FaultNotice fault={state.fault} /> : null}
      {state.kind === 'somebody-else' ? (
        <p className="notice notice--caution" role="alert">
          {identityText.signIn.other(person.name)}
        </p>
      ) : null}
      {needsCode ? (
        <TextField
          ref={focusOnArrival}
          label={signInText.code}
          hint={signInText.codeHint}
          className="code-input"
          inputMode="numeric"
          autoComplete="one-time-code"
          maxLength={12}
          value={code}
          onChange={({ target }) => setCode(target.value)}
          error={state.kind === 'incomplete' ? fieldText.wrongForm : undefined}
        />
      ) : (
        <>
          <TextField
            ref={email === undefined ? focusOnArrival : null}
            label={signInText.email}
            type="email"
            autoComplete="username"
            autoCapitalize="none"
            spellCheck={false}
            readOnly={email !== undefined}
            value={address}
            onChange={({ target }) => setAddress(target.value)}
            error={state.kind === 'incomplete' && address === '' ? fieldText.required : undefined}
          />
          <PasswordField
            ref={email === undefined ? null : focusOnArrival}
            label={signInText.password}
            autoComplete="current-password"
            value={password}
            onChange={({ target }) => setPassword(target.value)}
            error={state.kind === 'incomplete' && password === '' ? fieldText.required : undefined}
          />
        </>
      )}
      <div className="actions">
        <button type="submit" className="button" disabled={state.kind === 'busy'}>
          {state.kind === 'busy' ? signInText.submitting : signInText.submit}
        </button>
        <button type="button" className="button button--quiet" onClick={onCancel}>
          {cancel}
        </button>
      </div>
    </form>
  );
}

type State =
  | { readonly kind: 'ready' | 'busy' | 'incomplete' | 'somebody-else' }
  | { readonly kind: 'fault'; readonly fault: unknown };

/** The same function at every drawing, so that it is called once for each field. */
function focusOnArrival(input: HTMLInputElement | null): void {
  input?.focus();
}
