import { type CustodyLock, getFieldKeys, openCustody } from '@patuh/shared/contracts/field-files';
import type { Me } from '@patuh/shared/contracts/sign-in';
import type { PersonId } from '@patuh/shared/domain/ids';

import type { FieldDesk } from '../field-store/field-desk.ts';
import { isHeldElsewhere } from '../field-store/idb-connect.ts';
import { leftBehind } from '../field-store/left-behind.ts';
import { keptDesk, memoryDesk } from '../field-store/person-desk.ts';
import { call, currentSession, whoArrives } from '../session.ts';
import { lockForOffice } from '../vault/custody.ts';
import { newDataKey } from '../vault/data-key.ts';
import { fromBase64 } from '../vault/seal.ts';
import { SealBroken } from '../vault/vault.ts';
import { type AtWork, atWork, setAtWork } from './at-work.ts';
import { fieldPerson } from './field-person.ts';
import type { Known, Opened, PinAnswer } from './identities.ts';
import { lock, watchForLeaving } from './leaving.ts';
import { tellTabs } from './tabs.ts';
import { here, look, lookHere, tellWhoIsHere } from './who-is-here.ts';

/** The ways in. Each ends with one person at work on this page. */

/** Looks who is here; whoever worked here a few minutes ago goes on without a PIN. */
export async function arrive(): Promise<void> {
  watchForLeaving();
  const found = await look();
  const opened = atWork() !== undefined || found.people.length === 0 ? undefined : await here.resume();
  if (opened !== undefined && isSomebodyElses(opened.person.personId)) await here.endResume();
  else if (opened !== undefined) await resume(opened);
  // Last, so that the page that asks for a PIN does not flash by while the store opens.
  tellWhoIsHere(found);
}

/** A database that does not open is told where the PIN is asked, and not by a page that is broken. */
async function resume(opened: Opened): Promise<void> {
  try {
    await beginOrNot(opened, 'back');
  } catch (error) {
    if (!(error instanceof DOMException) && !isHeldElsewhere(error)) throw error;
  }
}

/** Somebody else just signed in here: what was left open is not theirs to see. */
function isSomebodyElses(personId: PersonId): boolean {
  const session = currentSession();
  if (session.kind !== 'signed-in') return (whoArrives() ?? personId) !== personId;
  return session.arrived && session.me.personId !== personId;
}

export async function openWithPin(personId: PersonId, pin: string): Promise<PinAnswer> {
  const answer = await here.tryPin(personId, pin);
  if (answer.kind !== 'open') return answer;
  return (await beginOrNot(answer.opened, 'back')) ? answer : { kind: 'lost' };
}

/** A store of their own, for somebody who is signed in and new to this device. The keys of the server come first. */
export async function makeStore(me: Me, pin: string): Promise<void> {
  const keys = await call(getFieldKeys, {}, { as: me.personId });
  const bytes = newDataKey();
  const custody = await lockForOffice(bytes, me.personId, keys.custody);
  const opened = await here.admit({ person: fieldPerson(me), pin, bytes, custody });
  // Another tab was faster: its PIN is asked for now.
  if (opened === undefined) await lookHere();
  else await (await begin(opened, 'new')).store.keepKeys(keys);
}

/** A new PIN for what is here already, for somebody who is signed in: the office gives the key back. */
export async function openAgain(me: Me, pin: string, known: Pick<Known, 'custody'>): Promise<void> {
  const custody = (await custodyOfStore(me.personId)) ?? known.custody;
  const { key } = await call(openCustody, { body: custody }, { as: me.personId });
  await begin(await here.readmit({ person: fieldPerson(me), pin, bytes: fromBase64(key), custody }), 'found-again');
}

/** What the store was sealed with decides, whatever the list of people says. */
async function custodyOfStore(personId: PersonId): Promise<CustodyLock | undefined> {
  return (await leftBehind()).find((one) => one.personId === personId)?.custody;
}

/** Where the browser keeps nothing: everything lives in this page until it is sent. */
export function workWithoutKeeping(me: Me): void {
  setAtWork({ person: fieldPerson(me), desk: memoryDesk(me.personId), came: 'new', lock: undefined });
}

/** False where the store was sealed with another key than this one: the office has that key too. */
async function beginOrNot(opened: Opened, came: AtWork['came']): Promise<boolean> {
  try {
    await begin(opened, came);
    return true;
  } catch (error) {
    if (!(error instanceof SealBroken)) throw error;
    await here.endResume();
    return false;
  }
}

async function begin({ person, vault }: Opened, came: AtWork['came']): Promise<FieldDesk> {
  const desk = await keptDesk(vault, person.name);
  tellTabs({ kind: 'at-work', personId: person.personId });
  setAtWork({ person, desk, came, lock: () => void lock() });
  await lookHere();
  return desk;
}
