import { getDevices, type PersonSession, type PersonView, revokePersonSession } from '@patuh/shared/contracts/people';
import { type ReactElement, useState } from 'react';
import { Link } from 'wouter';

import { FaultNotice } from '../../platform/fault-notice.tsx';
import { Answer, useAction, useAnswer } from '../../platform/query.tsx';
import { peopleText } from '../../text/id/people.ts';
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx';
import { Cell, Column, DataTable, Row, RowHead } from '../../ui/data-table.tsx';
import { formatMoment } from '../../ui/moment.ts';
import { FieldDevices } from './field-devices.tsx';

const text = peopleText.person.devices;

/** Where somebody is signed in, what keeps their work, and what can be done about a lost phone. */
export function PersonDevices({
  person,
  oneself,
}: {
  readonly person: PersonView;
  readonly oneself: boolean;
}): ReactElement {
  const devices = useAnswer(getDevices, { params: { personId: person.id } });
  const [asked, setAsked] = useState<PersonSession>();
  return (
    <section className="section" aria-labelledby="perangkat">
      <h2 id="perangkat">{text.title}</h2>
      <Answer of={devices}>
        {({ sessions, fieldDevices }) => (
          <>
            <h3>{text.signedIn}</h3>
            {sessions.length === 0 ? (
              <p className="soft">{text.nobody}</p>
            ) : (
              <Sessions sessions={sessions} {...(!oneself && { onRevoke: setAsked })} />
            )}
            <h3>{text.field}</h3>
            <FieldDevices devices={fieldDevices} />
            <p className="small">
              {text.lost}
              <Link href="/kantor/berkas">{text.files}</Link>.
            </p>
          </>
        )}
      </Answer>
      {asked === undefined ? null : <Revoke person={person} session={asked} onClose={() => setAsked(undefined)} />}
    </section>
  );
}

interface SessionsProps {
  readonly sessions: readonly PersonSession[];
  readonly onRevoke?: (session: PersonSession) => void;
}

function Sessions({ sessions, onRevoke }: SessionsProps): ReactElement {
  const head = (
    <>
      <Column>{text.device}</Column>
      <Column>{text.since}</Column>
      <Column>{text.lastSeen}</Column>
      {onRevoke === undefined ? null : <Column>{text.action}</Column>}
    </>
  );
  return (
    <DataTable caption={text.caption} captionHidden cards head={head}>
      {sessions.map((session) => (
        <Row key={session.id}>
          <RowHead>{session.deviceName}</RowHead>
          <Cell label={text.since}>{formatMoment(session.createdAt)}</Cell>
          <Cell label={text.lastSeen}>{formatMoment(session.lastSeenAt)}</Cell>
          {onRevoke === undefined ? null : (
            <Cell>
              <button
                type="button"
                className="button button--quiet button--danger"
                aria-label={text.revokeThis(session.deviceName)}
                onClick={() => onRevoke(session)}
              >
                {text.revoke}
              </button>
            </Cell>
          )}
        </Row>
      ))}
    </DataTable>
  );
}

interface RevokeProps {
  readonly person: PersonView;
  readonly session: PersonSession;
  readonly onClose: () => void;
}

function Revoke({ person, session, onClose }: RevokeProps): ReactElement {
  const action = useAction(revokePersonSession, [getDevices]);
  const params = { personId: person.id, sessionId: session.id };
  return (
    <ConfirmDialog
      open
      title={text.question}
      confirm={text.revoke}
      cancel={peopleText.person.cancel}
      busy={action.isPending}
      onConfirm={() => action.mutate({ params }, { onSuccess: onClose })}
      onCancel={onClose}
    >
      <p>{text.consequence(session.deviceName)}</p>
      {action.error === null ? null : <FaultNotice fault={action.error} />}
    </ConfirmDialog>
  );
}
