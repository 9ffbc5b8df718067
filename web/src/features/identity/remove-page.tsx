import { type ReactElement, useEffect, useState } from 'react';

import type { Known } from '../../platform/identity/identities.ts';
import { removeFromDevice, unsentOf } from '../../platform/identity/removing.ts';
import { identityText } from '../../text/id/identity.ts';
import { AppPage } from '../../ui/app-page.tsx';
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx';
import { PinField } from './pin-field.tsx';

interface RemovePageProps {
  readonly people: readonly Known[];
  readonly onBack: () => void;
}

const { remove, unlock } = identityText;

/** Takes somebody off this device: only once nothing of theirs is unsent, and only by themselves. */
export function RemovePage({ people, onBack }: RemovePageProps): ReactElement {
  const [asked, setAsked] = useState<Known>();
  const [done, setDone] = useState('');
  return (
    <AppPage title={remove.title} lead={remove.lead}>
      <p role="status">{done}</p>
      <ul className="people-here">
        {people.map((person) => (
          <Person key={person.personId} person={person} onAsk={() => setAsked(person)} />
        ))}
      </ul>
      <p>
        <button type="button" className="button button--quiet" onClick={onBack}>
          {remove.back}
        </button>
      </p>
      {asked === undefined ? null : (
        <Question
          person={asked}
          onClose={() => setAsked(undefined)}
          onDone={() => {
            setDone(remove.done(asked.name));
            setAsked(undefined);
          }}
        />
      )}
    </AppPage>
  );
}

function Person({ person, onAsk }: { readonly person: Known; readonly onAsk: () => void }): ReactElement {
  const [unsent, setUnsent] = useState<number>();
  useEffect(() => {
    void unsentOf(person.personId).then(setUnsent);
  }, [person]);
  return (
    <li className="people-here__row">
      <span>{person.name}</span>
      {unsent === 0 ? (
        <button
          type="button"
          className="button button--quiet"
          onClick={onAsk}
          aria-label={remove.removeName(person.name)}
        >
          {remove.remove}
        </button>
      ) : (
        <span className="small soft">{unsent === undefined ? '' : remove.waiting(unsent)}</span>
      )}
    </li>
  );
}

interface QuestionProps {
  readonly person: Known;
  readonly onClose: () => void;
  readonly onDone: () => void;
}

function Question({ person, onClose, onDone }: QuestionProps): ReactElement {
  const [pin, setPin] = useState('');
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<string>();
  const tryIt = async (): Promise<void> => {
    setBusy(true);
    const answer = await removeFromDevice(person.personId, pin).catch(() => undefined);
    setBusy(false);
    setPin('');
    if (answer === undefined) setError(remove.failed);
    else if (answer.kind === 'removed') onDone();
    else if (answer.kind === 'unsent') setError(remove.waiting(answer.count));
    else if (answer.kind === 'wrong') setError(unlock.wrong(answer.left));
    else setError(answer.kind === 'wait' ? unlock.waitABit : unlock.lost);
  };
  return (
    <ConfirmDialog
      open
      title={remove.question(person.name)}
      confirm={remove.remove}
      cancel={remove.cancel}
      busy={busy}
      onConfirm={() => void tryIt()}
      onCancel={onClose}
    >
      <p>{remove.body}</p>
      <PinField label={identityText.pin} value={pin} onChange={setPin} error={error} />
    </ConfirmDialog>
  );
}
