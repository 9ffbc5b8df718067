import {
  getDevices,
  listPeople,
  type PersonView,
  resetPerson,
  setPersonStatus,
  signPersonOut,
} from '@patuh/shared/contracts/people';
import { type ReactElement, type ReactNode, useState } from 'react';

import { FaultNotice } from '../../platform/fault-notice.tsx';
import { useAction } from '../../platform/query.tsx';
import { peopleText } from '../../text/id/people.ts';
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx';
import { LinkPanel } from './link-panel.tsx';

const text = peopleText.person;

interface AccountActionsProps {
  readonly person: PersonView;
  /** Not of a Sekda office, which closes the account of a contact or makes a new link. */
  readonly maySignOut?: boolean;
}

/** What somebody can do to another's account, each with a question first. */
export function AccountActions({ person, maySignOut = true }: AccountActionsProps): ReactElement {
  const params = { personId: person.id };
  const reset = useAction(resetPerson, [listPeople]);
  const signOut = useAction(signPersonOut, [listPeople, getDevices]);
  const status = useAction(setPersonStatus, [listPeople, getDevices]);
  const disabled = person.status === 'disabled';
  const closeBody = maySignOut ? `${text.closeBody} ${text.closeHeld}` : text.closeBody;
  const isNew = person.status === 'invited';
  return (
    <section className="section" aria-labelledby="akun">
      <h2 id="akun">{text.account}</h2>
      {reset.data === undefined ? null : (
        <LinkPanel
          name={person.name}
          purpose={isNew ? 'welcome' : 'reset'}
          link={reset.data.link}
          done={
            <button type="button" className="button" onClick={() => reset.reset()}>
              {peopleText.link.done}
            </button>
          }
        />
      )}
      <ul className="account-actions">
        {disabled ? null : (
          <Deed
            verb={isNew ? text.invitation : text.reset}
            about={isNew ? text.invitationBody : text.resetBody}
            action={reset}
            onConfirm={(then) => reset.mutate({ params }, then)}
          />
        )}
        {disabled || !maySignOut ? null : (
          <Deed
            verb={text.signOut}
            about={text.signOutBody}
            action={signOut}
            done={signOut.isSuccess ? text.signedOut : ''}
            onConfirm={(then) => signOut.mutate({ params }, then)}
          />
        )}
        <Deed
          verb={disabled ? text.open : text.close}
          about={disabled ? text.openBody : closeBody}
          action={status}
          danger={!disabled}
          onConfirm={(then) => status.mutate({ params, body: { disabled: !disabled } }, then)}
        />
      </ul>
    </section>
  );
}

interface DeedProps {
  readonly verb: string;
  readonly about: string;
  readonly action: { readonly isPending: boolean; readonly error: Error | null; readonly reset: () => void };
  readonly danger?: boolean;
  readonly done?: ReactNode;
  readonly onConfirm: (then: { readonly onSuccess: () => void }) => void;
}

function Deed({ verb, about, action, danger = false, done, onConfirm }: DeedProps): ReactElement {
  const [asking, setAsking] = useState(false);
  const close = (): void => setAsking(false);
  return (
    <li>
      <button
        type="button"
        className={danger ? 'button button--quiet button--danger' : 'button button--quiet'}
        onClick={() => {
          action.reset();
          setAsking(true);
        }}
      >
        {verb}
      </button>
      <p className="small soft">{about}</p>
      <p role="status">{done}</p>
      <ConfirmDialog
        open={asking}
        title={`${verb}?`}
        confirm={verb}
        cancel={text.cancel}
        busy={action.isPending}
        onConfirm={() => onConfirm({ onSuccess: close })}
        onCancel={close}
      >
        <p>{about}</p>
        {action.error === null ? null : <FaultNotice fault={action.error} />}
      </ConfirmDialog>
    </li>
  );
}
