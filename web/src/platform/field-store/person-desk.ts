import { ChangeId, DeviceId, type PersonId } from '@patuh/shared/domain/ids';
import { v4, v7 } from 'uuid';

import type { Clockwork } from './exchange-loop.ts';
import { countUnsent } from '../unsent.ts';
import { type FieldDesk, fieldDesk } from './field-desk.ts';
import { httpFieldServer } from './http-field-server.ts';
import { memoryStore } from './memory-store.ts';

/**
 * The desks of this page, one per person: whoever signs in again finds what they had not sent, and nobody finds what
 * somebody else entered.
 */
const desks = new Map<PersonId, FieldDesk>();

export function deskOf(person: PersonId): FieldDesk {
  const known = desks.get(person);
  if (known !== undefined) return known;
  const desk = fieldDesk({
    store: memoryStore(() => DeviceId.parse(v4())),
    server: httpFieldServer(person),
    clockwork: browserClockwork(),
    newChangeId: () => ChangeId.parse(v7()),
  });
  desks.set(person, desk);
  return desk;
}

function browserClockwork(): Clockwork {
  return {
    now: () => Date.now(),
    chance: () => Math.random(),
    after: (milliseconds, call) => {
      const timer = setTimeout(call, milliseconds);
      return () => clearTimeout(timer);
    },
  };
}

/** Tells a desk when it is worth trying again, for as long as its person is here; the answer ends it. */
export function watchTheWorld(desk: FieldDesk): () => void {
  const back = (): void => desk.loop.wake('back');
  const seen = (): void => {
    if (document.visibilityState === 'visible') back();
  };
  window.addEventListener('online', back);
  window.addEventListener('focus', back);
  document.addEventListener('visibilitychange', seen);
  back();
  return () => {
    window.removeEventListener('online', back);
    window.removeEventListener('focus', back);
    document.removeEventListener('visibilitychange', seen);
    desk.loop.pause();
  };
}

/** Closing the page would lose what a store that lives in the page has not sent. */
function onlyHere(): number {
  return [...desks.values()]
    .filter(({ store }) => !store.durable)
    .reduce((sum, { state }) => sum + state().journal.waiting, 0);
}

window.addEventListener('beforeunload', (event) => {
  if (onlyHere() > 0) event.preventDefault();
});
countUnsent(onlyHere);
