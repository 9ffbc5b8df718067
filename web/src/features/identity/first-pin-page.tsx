import type { Me } from '@patuh/shared/contracts/sign-in';
import type { ReactElement } from 'react';

import { makeStore, openAgain } from '../../platform/identity/entrance.ts';
import type { Known } from '../../platform/identity/identities.ts';
import { useWhoIsHere } from '../../platform/identity/who-is-here.ts';
import { identityText } from '../../text/id/identity.ts';
import { AppPage } from '../../ui/app-page.tsx';
import { Notice } from '../../ui/notice.tsx';
import { NewPinForm } from './new-pin-form.tsx';

interface FirstPinPageProps {
  readonly me: Me;
  /** What lies here of them, without a PIN. */
  readonly found: Known | undefined;
  readonly onOthers: () => void;
}

const { first, keeps } = identityText;

/** The first time on this device: what the PIN is for, and the store that it locks. */
export function FirstPinPage({ me, found, onOthers }: FirstPinPageProps): ReactElement {
  const here = useWhoIsHere();
  const make = async (pin: string): Promise<void> =>
    found === undefined ? await makeStore(me, pin) : await openAgain(me, pin, found);
  return (
    <AppPage title={first.title} lead={first.lead(me.name)}>
      {found === undefined ? null : (
        <Notice title={first.foundTitle}>
          <p>{first.found}</p>
        </Notice>
      )}
      {here?.keeping === 'may-not' ? (
        <Notice tone="caution" title={keeps.mayNotTitle}>
          <p>{keeps.mayNot}</p>
        </Notice>
      ) : null}
      <p>
        {first.why} {first.forgettable}
      </p>
      <NewPinForm submit={first.submit} onPin={make} />
      {here === undefined || here.people.length === 0 ? null : (
        <div className="actions">
          <button type="button" className="button button--quiet" onClick={onOthers}>
            {first.others}
          </button>
        </div>
      )}
    </AppPage>
  );
}
