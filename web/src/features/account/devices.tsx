import { type DeviceSession, listSessions, revokeSession } from '@patuh/shared/contracts/sign-in';
import { type ReactElement, useState } from 'react';

import { FaultNotice } from '../../platform/fault-notice.tsx';
import { Answer, useAction, useAnswer } from '../../platform/query.tsx';
import { accountText } from '../../text/id/account.ts';
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx';
import { Cell, Column, DataTable, Row, RowHead } from '../../ui/data-table.tsx';
import { formatMoment } from '../../ui/moment.ts';
import { Tag } from '../../ui/notice.tsx';

const text = accountText.devices;

/** Where one is signed in, and how to end it there. */
export function Devices(): ReactElement {
  const sessions = useAnswer(listSessions, {});
  const [leaving, setLeaving] = useState<DeviceSession | null>(null);
  return (
    <section className="section" aria-labelledby="perangkat">
      <h2 id="perangkat">{text.title}</h2>
      <p>{text.lead}</p>
      <Answer of={sessions}>{(data) => <DeviceTable sessions={data.sessions} onRevoke={setLeaving} />}</Answer>
      {leaving === null ? null : <RevokeDialog session={leaving} onClose={() => setLeaving(null)} />}
    </section>
  );
}

interface DeviceTableProps {
  readonly sessions: readonly DeviceSession[];
  readonly onRevoke: (session: DeviceSession) => void;
}

function DeviceTable({ sessions, onRevoke }: DeviceTableProps): ReactElement {
  const head = (
    <>
      <Column>{text.device}</Column>
      <Column>{text.since}</Column>
      <Column>{text.lastSeen}</Column>
      <Column>{text.action}</Column>
    </>
  );
  return (
    <DataTable caption={text.caption} captionHidden cards head={head}>
      {sessions.map((session) => (
        <Row key={session.id}>
          <RowHead>
            {session.deviceName} {session.current ? <Tag>{text.here}</Tag> : null}
          </RowHead>
          <Cell label={text.since}>{formatMoment(session.createdAt)}</Cell>
          <Cell label={text.lastSeen}>{formatMoment(session.lastSeenAt)}</Cell>
          <Cell>
            {session.current ? null : (
              <button
                type="button"
                className="button button--quiet button--danger"
                aria-label={text.revokeThis(session.deviceName)}
                onClick={() => onRevoke(session)}
              >
                {text.revoke}
              </button>
            )}
          </Cell>
        </Row>
      ))}
    </DataTable>
  );
}

interface RevokeDialogProps {
  readonly session: DeviceSession;
  readonly onClose: () => void;
}

function RevokeDialog({ session, onClose }: RevokeDialogProps): ReactElement {
  const action = useAction(revokeSession, [listSessions]);
  return (
    <ConfirmDialog
      open
      title={text.question}
      confirm={text.revoke}
      cancel={text.cancel}
      busy={action.isPending}
      onConfirm={() => action.mutate({ params: { sessionId: session.id } }, { onSuccess: onClose })}
      onCancel={onClose}
    >
      <p>{text.consequence(session.deviceName)}</p>
      {action.error === null ? null : <FaultNotice fault={action.error} />}
    </ConfirmDialog>
  );
}
