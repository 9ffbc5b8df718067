import type { AssessmentId } from '@patuh/shared/domain/ids';
import type { ReactElement } from 'react';

import { FaultNotice } from '../../platform/fault-notice.tsx';
import { deskText } from '../../text/id/office-desk.ts';
import { Notice } from '../../ui/notice.tsx';
import type { AnswerPlace, DeskItem } from './desk-items.ts';
import { itemName } from './item-name.ts';
import { placeKey } from './unit-model.ts';
import { useRequests } from './use-requests.ts';

interface ChangedNoticeProps {
  readonly items: readonly DeskItem[];
  readonly onOpen: (item: DeskItem) => void;
}

/** What was accepted and is another one now: these alone are open again, by name. */
export function ChangedNotice({ items, onOpen }: ChangedNoticeProps): ReactElement | null {
  const changed = items.filter(({ kind, standing }) => kind !== 'section' && standing === 'changed');
  if (changed.length === 0) return null;
  return (
    <Notice title={deskText.changed.title(changed.length)} tone="caution">
      <p>{deskText.changed.body}</p>
      <Names items={changed} onOpen={onOpen} />
    </Notice>
  );
}

/** Documents that the unit sent and nobody has decided about, by the points for which they were asked. */
export function ReceivedNotice({
  assessmentId,
  items,
  onOpen,
}: ChangedNoticeProps & { readonly assessmentId: AssessmentId }): ReactElement | null {
  const requests = useRequests(assessmentId).data?.requests ?? [];
  const places = new Set(requests.filter(({ state }) => state === 'received').map(placeKey));
  const waiting = items.filter((item) => placesOf(item).some((place) => places.has(placeKey(place))));
  if (waiting.length === 0) return null;
  return (
    <Notice title={deskText.received.title(places.size)}>
      <p>{deskText.received.body}</p>
      <Names items={waiting} onOpen={onOpen} />
    </Notice>
  );
}

function placesOf(item: DeskItem): readonly AnswerPlace[] {
  switch (item.kind) {
    case 'place':
      return [{ indicatorId: item.indicator.id, subjectId: item.subject.id }];
    case 'interviews':
      return item.indicators.flatMap(({ id }) => item.users.map((user) => ({ indicatorId: id, subjectId: user.id })));
    case 'section':
      return [];
    default:
      return item satisfies never;
  }
}

interface RefusedNoticeProps extends ChangedNoticeProps {
  /** Of the last refusal. */
  readonly fault: unknown;
}

/** What was accepted on the screen and not by the server: it is in the queue again. */
export function RefusedNotice({ items, fault, onOpen }: RefusedNoticeProps): ReactElement | null {
  if (items.length === 0) return null;
  return (
    <div className="desk-refused">
      <FaultNotice fault={fault} />
      <p>
        <strong>{deskText.refusal.title}.</strong> {deskText.refusal.body}
      </p>
      <Names items={items} onOpen={onOpen} />
    </div>
  );
}

function Names({ items, onOpen }: ChangedNoticeProps): ReactElement {
  return (
    <ul>
      {items.map((item) => (
        <li key={item.key}>
          <button type="button" className="office-reason__template" onClick={() => onOpen(item)}>
            {deskText.refusal.back(itemName(item))}
          </button>
        </li>
      ))}
    </ul>
  );
}
