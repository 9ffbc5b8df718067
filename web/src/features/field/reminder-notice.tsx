import { type ReactElement, useEffect, useState } from 'react';
import { Link } from 'wouter';

import type { FieldStore } from '../../platform/field-store/field-store.ts';
import { fieldReminderText } from '../../text/id/field-reminder.ts';
import { useDesk } from './desk-scope.tsx';
import { FILES_PATH } from './paths.ts';
import { isReminderDue, waitsSince } from './reminder.ts';
import { useStandingOfAll } from './use-standing.ts';
import { useNow } from './use-now.ts';

/** Once a day, while something has not left this device for longer: send it, or save a file of it. */
export function ReminderNotice(): ReactElement | null {
  const { store, loop } = useDesk();
  const { waiting, waitingSince } = useStandingOfAll();
  const now = useNow();
  const [due, setDue] = useState(false);
  useEffect(() => {
    const visit = { left: false };
    void look(store, waiting === 0 ? undefined : (waitingSince ?? now), now).then((found) =>
      visit.left ? undefined : setDue(found),
    );
    return () => {
      visit.left = true;
    };
  }, [store, waiting, waitingSince, now]);
  if (!due) return null;
  const putAway = async (): Promise<void> => {
    setDue(false);
    await store.keepNote('reminder-away-at', new Date(now).toISOString());
  };
  return (
    <aside className="notice notice--caution" aria-labelledby="pengingat">
      <p id="pengingat" className="notice__title">
        {fieldReminderText.title(waiting)}
      </p>
      <p>{fieldReminderText.body}</p>
      <div className="actions">
        <button type="button" className="button" onClick={() => void loop.flush()}>
          {fieldReminderText.send}
        </button>
        <Link className="button button--quiet" href={FILES_PATH}>
          {fieldReminderText.file}
        </Link>
        <button type="button" className="quiet-link" onClick={() => void putAway()}>
          {fieldReminderText.away}
        </button>
      </div>
    </aside>
  );
}

/** Whether to remind; remembers since when something waits. */
async function look(store: FieldStore, oldest: number | undefined, now: number): Promise<boolean> {
  const remembered = await moment(store, 'unsent-since');
  const since = waitsSince(remembered, oldest, now);
  if (since !== undefined && since !== remembered) {
    await store.keepNote('unsent-since', new Date(since).toISOString());
  }
  const fileMadeAt = await moment(store, 'file-made-at');
  const awayAt = await moment(store, 'reminder-away-at');
  return isReminderDue({ unsentSince: since, fileMadeAt, awayAt }, now);
}

async function moment(store: FieldStore, name: Parameters<FieldStore['note']>[0]): Promise<number | undefined> {
  const noted = await store.note(name);
  const at = noted === undefined ? Number.NaN : Date.parse(noted);
  return Number.isNaN(at) ? undefined : at;
}
