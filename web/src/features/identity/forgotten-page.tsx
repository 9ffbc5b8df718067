import type { Me } from '@patuh/shared/contracts/sign-in';
import { type ReactElement, useState } from 'react';

import { openAgain } from '../../platform/identity/entrance.ts';
import type { Known } from '../../platform/identity/identities.ts';
import { useSession } from '../../platform/session.ts';
import { identityText } from '../../text/id/identity.ts';
import { AppPage } from '../../ui/app-page.tsx';
import { NewPinForm } from './new-pin-form.tsx';
import { SaveLocked } from './save-locked.tsx';
import { SignInInPlace } from './sign-in-in-place.tsx';

interface ForgottenPageProps {
  readonly person: Known;
  readonly onBack: () => void;
}

const { forgotten } = identityText;

/**
 * Forgotten, or lost with the list of this device: the password opens it with a network, a file leaves without one. A
 * session that the browser still has is no proof: whoever holds the phone has it too.
 */
export function ForgottenPage({ person, onBack }: ForgottenPageProps): ReactElement {
  const session = useSession();
  const [proven, setProven] = useState<Me>();
  const known = session.kind === 'signed-in' && session.me.personId === person.personId ? session.me : undefined;
  if (proven !== undefined) {
    return (
      <AppPage title={forgotten.title2} lead={identityText.first.lead(person.name)}>
        <NewPinForm submit={forgotten.submit} onPin={async (pin) => await openAgain(proven, pin, person)} />
        <div className="actions">
          <button type="button" className="button button--quiet" onClick={onBack}>
            {forgotten.back}
          </button>
        </div>
        <SaveLocked person={person} />
      </AppPage>
    );
  }
  return (
    <AppPage title={forgotten.title} lead={forgotten.lead(person.name)}>
      <SignInInPlace
        person={person}
        {...(known !== undefined && { email: known.email })}
        cancel={forgotten.back}
        onCancel={onBack}
        onSignedIn={setProven}
      />
      <p>{forgotten.needsNetwork}</p>
      <SaveLocked person={person} />
    </AppPage>
  );
}
