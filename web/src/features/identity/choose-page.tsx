import { type ReactElement, useState } from 'react';
import { useLocation } from 'wouter';

import { FaultNotice } from '../../platform/fault-notice.tsx';
import { useWhoIsHere } from '../../platform/identity/who-is-here.ts';
import { currentSession, signOut } from '../../platform/session.ts';
import { identityText } from '../../text/id/identity.ts';
import { AppPage } from '../../ui/app-page.tsx';

interface ChoosePageProps {
  /** Signed in, but without a store here. */
  readonly newcomer: string | undefined;
  readonly onPerson: (personId: string) => void;
  readonly onWithoutPin: (personId: string) => void;
  readonly onOwnPin: () => void;
  readonly onManage: () => void;
}

const { choose, unlock } = identityText;

/** Who works on this device: one press on a name, then the PIN. */
export function ChoosePage({
  newcomer,
  onPerson,
  onWithoutPin,
  onOwnPin,
  onManage,
}: ChoosePageProps): ReactElement | null {
  const here = useWhoIsHere();
  if (here === undefined) return null;
  const { people, left } = here;
  return (
    <AppPage title={choose.title} lead={choose.lead}>
      <ul className="people-here">
        {people.map(({ personId, name }) => (
          <li key={personId}>
            <button type="button" className="people-here__person" onClick={() => onPerson(personId)}>
              {name}
            </button>
          </li>
        ))}
        {left.map(({ personId, name }) => (
          <li key={personId}>
            <button type="button" className="people-here__person" onClick={() => onWithoutPin(personId)}>
              {name} <span className="small soft">{choose.withoutPin}</span>
            </button>
          </li>
        ))}
      </ul>
      {newcomer === undefined ? null : (
        <p>
          {unlock.signedInAs(newcomer)}.{' '}
          <button type="button" className="button button--quiet" onClick={onOwnPin}>
            {unlock.makeOwn}
          </button>
        </p>
      )}
      <div className="actions">
        <OtherAccount />
        {people.length === 0 ? null : (
          <button type="button" className="button button--quiet" onClick={onManage}>
            {choose.manage}
          </button>
        )}
      </div>
    </AppPage>
  );
}

/** Somebody who has nothing here yet: whoever is signed in leaves first. */
function OtherAccount(): ReactElement {
  const [, goTo] = useLocation();
  const [fault, setFault] = useState<unknown>(null);
  const signInAsOther = async (): Promise<void> => {
    try {
      if (currentSession().kind === 'signed-in') await signOut();
      goTo('/masuk?lanjut=%2Flapangan');
    } catch (error) {
      setFault(error);
    }
  };
  return (
    <>
      {fault === null ? null : <FaultNotice fault={fault} />}
      <button type="button" className="button button--quiet" onClick={() => void signInAsOther()}>
        {choose.other}
      </button>
    </>
  );
}
