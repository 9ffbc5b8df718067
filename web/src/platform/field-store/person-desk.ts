import { ChangeId, DeviceId, type PersonId } from '@patuh/shared/domain/ids';
import { v4, v7 } from 'uuid';

import { atWork } from '../identity/at-work.ts';
import { countUnsent } from '../unsent.ts';
import type { Vault } from '../vault/vault.ts';
import { aloneOverTabs } from './alone.ts';
import type { Clockwork } from './exchange-loop.ts';
import { type FieldDesk, fieldDesk } from './field-desk.ts';
import type { FieldStore } from './field-store.ts';
import { httpFieldServer } from './http-field-server.ts';
import { openIdbStore } from './idb-store.ts';
import { memoryStore } from './memory-store.ts';

/** Over what this device keeps for the person of the vault. */
export async function keptDesk(vault: Vault, name: string): Promise<FieldDesk> {
  return deskOver(vault.personId, await openIdbStore({ vault, name, newDeviceId }));
}

/**
 * The desks that live in this page only, one per person: whoever signs in again finds what they had not sent, and nobody
 * finds what somebody else entered.
 */
const inThisPage = new Map<PersonId, FieldDesk>();

export function memoryDesk(personId: PersonId): FieldDesk {
  const known = inThisPage.get(personId) ?? deskOver(personId, memoryStore(newDeviceId));
  inThisPage.set(personId, known);
  return known;
}

function deskOver(personId: PersonId, store: FieldStore): FieldDesk {
  return fieldDesk({
    store,
    server: httpFieldServer(personId),
    clockwork: browserClockwork(),
    newChangeId: () => ChangeId.parse(v7()),
    me: personId,
    alone: aloneOverTabs(personId),
  });
}

const newDeviceId = (): DeviceId => DeviceId.parse(v4());

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

/** Closing the page would lose what a store that lives in the page has not sent, and what the device could not keep. */
function onlyHere(): number {
  const unsent = [...inThisPage.values()].reduce((sum, { state }) => sum + state().journal.waiting, 0);
  return unsent + (atWork()?.desk.state().journal.unkept ?? 0);
}

function kept(): number {
  const { desk: open } = atWork() ?? {};
  return open?.store.durable === true ? open.state().journal.waiting : 0;
}

window.addEventListener('beforeunload', (event) => {
  if (onlyHere() > 0) event.preventDefault();
});
countUnsent(() => ({ kept: kept(), onlyHere: onlyHere() }));
