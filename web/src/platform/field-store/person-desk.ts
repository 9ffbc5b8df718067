import { ChangeId, DeviceId, type PersonId } from '@patuh/shared/domain/ids';
import { v4, v7 } from 'uuid';

import { atWork } from '../identity/at-work.ts';
import { countUnsent } from '../unsent.ts';
import type { Vault } from '../vault/vault.ts';
import { aloneOverTabs } from './alone.ts';
import { roomLeft } from './device-room.ts';
import type { Clockwork } from './exchange-loop.ts';
import { type FieldDesk, fieldDesk } from './field-desk.ts';
import type { FieldStore } from './field-store.ts';
import { sumOf } from './files-standing.ts';
import { httpFieldServer } from './http-field-server.ts';
import { openIdbStore } from './idb-store.ts';
import { memoryStore } from './memory-store.ts';

/** Until they are closed. One that was left while the device could not keep everything is still trying. */
const notClosed = new Map<PersonId, FieldDesk>();

/** Over what this device keeps for the person of the vault; who left something that is not kept finds it again. */
export async function keptDesk(vault: Vault, name: string): Promise<FieldDesk> {
  const { personId } = vault;
  const left = notClosed.get(personId);
  if (left !== undefined && left.state().journal.unkept > 0) return left;
  const desk = deskOver(personId, await openIdbStore({ vault, name, newDeviceId }));
  const closing: FieldDesk = {
    ...desk,
    close: async () => {
      if (notClosed.get(personId) === closing) notClosed.delete(personId);
      await desk.close();
    },
  };
  notClosed.set(personId, closing);
  return closing;
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
    files: {
      send: async (job) => await (await import('../evidence/send-files.ts')).sendFilesAs(personId)(job),
      alone: aloneOverTabs(personId, undefined, 'files'),
    },
    letGo: async (own, now) => await (await import('./let-go.ts')).letGo(own, await roomLeft(), now),
  });
}

const newDeviceId = (): DeviceId => DeviceId.parse(v4());

function browserClockwork(): Clockwork {
  return {
    now: () => Date.now(),
    chance: () => Math.random(),
    online: () => navigator.onLine,
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

/** What lives in the page and was not sent. */
function onlyHere(): number {
  return [...inThisPage.values()].reduce((sum, { state }) => sum + state().journal.waiting, 0);
}

/** What the device could not keep, also of whoever locked their store. */
function unkept(): number {
  return [...notClosed.values()].reduce((sum, { state }) => sum + state().journal.unkept, 0);
}

function kept(): number {
  return keptDeskAtWork()?.state().journal.waiting ?? 0;
}

function filesKept(): number {
  const desk = keptDeskAtWork();
  return desk === undefined ? 0 : filesOf(desk);
}

function keptDeskAtWork(): FieldDesk | undefined {
  const { desk: open } = atWork() ?? {};
  return open?.store.durable === true ? open : undefined;
}

/** Photos that live in the page and were not sent. */
function filesOnlyHere(): number {
  return [...inThisPage.values()].reduce((sum, desk) => sum + filesOf(desk), 0);
}

/** On this device and not at the server. */
function filesOf({ state }: FieldDesk): number {
  const { here, refused } = sumOf(state().files.at.values());
  return here + refused;
}

// Closing the page would lose all of them.
window.addEventListener('beforeunload', (event) => {
  if (onlyHere() + unkept() + filesOnlyHere() > 0) event.preventDefault();
});
countUnsent(() => ({
  kept: kept(),
  onlyHere: onlyHere(),
  unkept: unkept(),
  files: filesKept(),
  filesOnlyHere: filesOnlyHere(),
}));
