import { type ReactElement, useEffect, useRef, useState } from 'react';

import { isHeldElsewhere, isOfNewerApp } from '../../platform/field-store/idb-connect.ts';
import { openWithPin } from '../../platform/identity/entrance.ts';
import type { Known, PinAnswer } from '../../platform/identity/identities.ts';
import { pinFault } from '../../platform/identity/pin.ts';
import { identityText } from '../../text/id/identity.ts';
import { AppPage } from '../../ui/app-page.tsx';
import { PinField } from './pin-field.tsx';
import { useWait, waitWords } from './use-wait.ts';

interface UnlockPageProps {
  readonly person: Known;
  readonly onForgotten: () => void;
  readonly onAnother: () => void;
}

const { unlock, faults, choose } = identityText;

/** The PIN of one person. No server is asked. */
export function UnlockPage({ person, onForgotten, onAnother }: UnlockPageProps): ReactElement {
  const [pin, setPin] = useState('');
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<string>();
  const [wait, setWait] = useWait(person.personId);
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => field.current?.focus(), []);
  const tryIt = async (): Promise<void> => {
    const wrongForm = pinFault(pin) === 'not-six-digits';
    if (wrongForm) setError(faults['not-six-digits']);
    if (busy || wrongForm) return;
    setBusy(true);
    try {
      const answer = await openWithPin(person.personId, pin);
      if (answer.kind === 'open') return;
      setError(wordsFor(answer));
      if (answer.kind !== 'lost') setWait(answer.wait);
    } catch (fault) {
      setError(wordsForFault(fault));
    }
    setBusy(false);
    setPin('');
    field.current?.focus();
  };
  return (
    <AppPage title={unlock.title(person.name)} lead={unlock.lead}>
      <form
        className="form"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          void tryIt();
        }}
      >
        <PinField
          ref={field}
          label={identityText.pin}
          hint={identityText.pinHint}
          value={pin}
          onChange={setPin}
          error={error}
          disabled={wait > 0}
        />
        {wait > 0 ? (
          <p className="notice notice--caution" role="timer">
            {unlock.wait(waitWords(wait))} {unlock.nothingLost}
          </p>
        ) : null}
        <div className="actions">
          <button type="submit" className="button" disabled={busy || wait > 0}>
            {busy ? unlock.submitting : unlock.submit}
          </button>
          <button type="button" className="button button--quiet" onClick={onForgotten}>
            {unlock.forgotten}
          </button>
          <button type="button" className="button button--quiet" onClick={onAnother}>
            {choose.another}
          </button>
        </div>
        {busy ? <progress className="pin-progress" aria-label={unlock.submitting} /> : null}
      </form>
    </AppPage>
  );
}

function wordsFor(answer: Exclude<PinAnswer, { kind: 'open' }>): string | undefined {
  if (answer.kind === 'wait') return undefined;
  return answer.kind === 'wrong' ? unlock.wrong(answer.left) : unlock.lost;
}

function wordsForFault(fault: unknown): string {
  if (isHeldElsewhere(fault)) return unlock.heldElsewhere;
  return isOfNewerApp(fault) ? unlock.newer : unlock.failed;
}
