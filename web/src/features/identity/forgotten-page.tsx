import type { ReactElement } from 'react';

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

/** Forgotten, or lost with the list of this device: the password opens it with a network; a file leaves without one. */
export function ForgottenPage({ person, onBack }: ForgottenPageProps): ReactElement {
  const session = useSession();
  const me = session.kind === 'signed-in' && session.me.personId === person.personId ? session.me : undefined;
  if (me !== undefined) {
    return (
      <AppPage title={forgotten.title2} lead={identityText.first.lead(me.name)}>
        <NewPinForm submit={forgotten.submit} onPin={async (pin) => await openAgain(me, pin, person)} />
        <Back onBack={onBack} />
      </AppPage>
    );
  }
  return (
    <AppPage title={forgotten.title} lead={forgotten.lead(person.name)}>
      <SignInInPlace person={person} cancel={forgotten.back} onCancel={onBack} />
      <p>{forgotten.needsNetwork}</p>
      <SaveLocked person={person} />
    </AppPage>
  );
}

function Back({ onBack }: Pick<ForgottenPageProps, 'onBack'>): ReactElement {
  return (
    <p>
      <button type="button" className="button button--quiet" onClick={onBack}>
        {forgotten.back}
      </button>
    </p>
  );
}
