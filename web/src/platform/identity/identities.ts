import type { CustodyLock } from '@patuh/shared/contracts/field-files';
import type { PersonId } from '@patuh/shared/domain/ids';

import { type DataKeyBytes, openVault } from '../vault/data-key.ts';
import { lockByPin, markOf, newDeviceKey, unlockByPin } from '../vault/pin-lock.ts';
import { isFresh, lockForResume, unlockForResume } from '../vault/resume-lock.ts';
import type { Vault } from '../vault/vault.ts';
import { changeIdentity, deviceKey, type Identity, knownDeviceKey, onDevice } from './device-database.ts';
import { FieldPerson, fieldPerson } from './field-person.ts';
import { byClock, counted, FREE_TRIES, NO_TRIES, type Tries, waitLeft } from './tries.ts';

/** Who has a store on this device and how each of them opens it; the docstring of `Vault` tells of the locks. */
export interface Identities {
  /** By name. */
  list(): Promise<readonly Known[]>;
  /** A person who is new here; undefined where another tab was faster. Wipes the bytes. */
  admit(who: Newcomer): Promise<Opened | undefined>;
  /** A new PIN for whoever is here already, or lost everything but their answers; wipes the bytes. */
  readmit(who: Newcomer): Promise<Opened>;
  tryPin(personId: PersonId, pin: string): Promise<PinAnswer>;
  /** Milliseconds until the next PIN may be tried. */
  wait(personId: PersonId): Promise<number>;
  /** Whoever worked here a few minutes ago, without their PIN. */
  resume(): Promise<Opened | undefined>;
  /** They are at work: the time until the PIN is asked begins anew. */
  touch(personId: PersonId): Promise<void>;
  /** From here on a PIN is asked of everybody. */
  endResume(): Promise<void>;
  keepPerson(vault: Vault, person: FieldPerson): Promise<void>;
  forget(personId: PersonId): Promise<void>;
}

export type Known = Pick<Identity, 'personId' | 'name' | 'custody'>;

export interface Newcomer {
  readonly person: FieldPerson;
  readonly pin: string;
  readonly bytes: DataKeyBytes;
  readonly custody: CustodyLock;
}

export interface Opened {
  readonly person: FieldPerson;
  readonly vault: Vault;
}

export type PinAnswer =
  | { readonly kind: 'open'; readonly opened: Opened }
  /** `left`: how many more before one has to wait. */
  | { readonly kind: 'wrong'; readonly left: number; readonly wait: number }
  | { readonly kind: 'wait'; readonly wait: number }
  /** This device lost its key, or the person: only the office can open what is here. */
  | { readonly kind: 'lost' };

interface Deps {
  readonly now: () => number;
  /** What one guess costs; tests cannot wait. */
  readonly rounds?: number;
}

export function identities({ now, rounds }: Deps): Identities {
  const key = async (): Promise<CryptoKey> => await deviceKey(newDeviceKey);

  /** The key with which that person’s PIN was locked; undefined where this device lost it, and then no PIN is wrong. */
  async function keyOf(personId: PersonId): Promise<CryptoKey | undefined> {
    const device = await knownDeviceKey();
    const mark = (await onDevice(async (database) => await database.get('identities', personId)))?.device;
    if (device === undefined || mark === undefined) return device;
    return sameBytes(mark, await markOf(device)) ? device : undefined;
  }

  /** Undefined where what is written of the person is damaged: the way of whoever forgot the PIN writes it anew. */
  async function opened(identity: Identity, bytes: DataKeyBytes): Promise<Opened | undefined> {
    const vault = await openVault(identity.personId, bytes, identity.custody);
    bytes.fill(0);
    try {
      return { vault, person: FieldPerson.parse(JSON.parse(await vault.open(identity.person))) };
    } catch {
      return undefined;
    }
  }

  async function identityOf({ person, pin, bytes, custody }: Newcomer): Promise<Opened & { identity: Identity }> {
    const { personId, name } = person;
    const device = await key();
    const vault = await openVault(personId, bytes, custody);
    const identity: Identity = {
      personId,
      name,
      person: await vault.seal(JSON.stringify(fieldPerson(person))),
      pin: await lockByPin(bytes, pin, personId, device, rounds),
      device: await markOf(device),
      custody,
      tries: NO_TRIES,
      resume: await lockForResume(bytes, personId, device, now()),
    };
    bytes.fill(0);
    await endResume();
    return { identity, person, vault };
  }

  async function endResume(): Promise<void> {
    await onDevice(async (database) => {
      const step = database.transaction('identities', 'readwrite', { durability: 'strict' });
      for (const identity of await step.store.getAll()) {
        if (identity.resume !== null) await step.store.put({ ...identity, resume: null });
      }
      await step.done;
    });
  }

  return {
    list: async () => {
      const all = await onDevice(async (database) => await database.getAll('identities'));
      return all
        .map(({ personId, name, custody }) => ({ personId, name, custody }))
        .toSorted((a, b) => a.name.localeCompare(b.name, 'id'));
    },
    admit: async (who) => {
      const { identity, vault } = await identityOf(who);
      const isNew = await onDevice(async (database) => {
        const step = database.transaction('identities', 'readwrite', { durability: 'strict' });
        const known = await step.store.get(identity.personId);
        // With the key that is there already something may have been sealed.
        if (known === undefined) await step.store.put(identity);
        await step.done;
        return known === undefined;
      });
      return isNew ? { person: who.person, vault } : undefined;
    },
    readmit: async (who) => {
      const { identity, vault } = await identityOf(who);
      await onDevice(async (database) => {
        const step = database.transaction('identities', 'readwrite', { durability: 'strict' });
        await step.store.put(identity);
        await step.done;
      });
      return { person: who.person, vault };
    },
    tryPin: async (personId, pin) => {
      const device = await keyOf(personId);
      if (device === undefined) return { kind: 'lost' };
      let wait = 0;
      const identity = await changeIdentity(personId, (known) => {
        const tries = byClock(known.tries, now());
        wait = waitLeft(tries, now());
        return { ...known, tries: wait > 0 ? tries : counted(tries, now()) };
      });
      if (identity === undefined) return { kind: 'lost' };
      if (wait > 0) return { kind: 'wait', wait };
      const bytes = await unlockByPin(identity.pin, pin, personId, device);
      if (bytes === undefined) return wrong(identity.tries, now());
      const resume = await lockForResume(bytes, personId, device, now());
      const mark = await markOf(device);
      await endResume();
      await changeIdentity(personId, (known) => ({ ...known, device: mark, tries: NO_TRIES, resume }));
      const found = await opened(identity, bytes);
      return found === undefined ? { kind: 'lost' } : { kind: 'open', opened: found };
    },
    wait: async (personId) => {
      const identity = await changeIdentity(personId, (known) => withTries(known, byClock(known.tries, now())));
      return identity === undefined ? 0 : waitLeft(identity.tries, now());
    },
    resume: async () => {
      const all = await onDevice(async (database) => await database.getAll('identities'));
      const identity = all.find(({ resume }) => resume !== null && isFresh(resume, now()));
      const device = await knownDeviceKey();
      const bytes = identity?.resume && device && (await unlockForResume(identity.resume, identity.personId, device));
      const found = identity && bytes && (await opened(identity, bytes));
      if (found) return found;
      if (all.some(({ resume }) => resume !== null)) await endResume();
      return undefined;
    },
    touch: async (personId) => {
      await changeIdentity(personId, (known) => {
        // A lock that another tab removed, or that ran out meanwhile, does not come back.
        if (known.resume === null || !isFresh(known.resume, now())) return known;
        return { ...known, resume: { ...known.resume, usedAt: now() } };
      });
    },
    endResume,
    keepPerson: async (vault, person) => {
      const sealed = await vault.seal(JSON.stringify(fieldPerson(person)));
      await changeIdentity(vault.personId, (known) => ({ ...known, name: person.name, person: sealed }));
    },
    forget: async (personId) => {
      await onDevice(async (database) => await database.delete('identities', personId));
    },
  };
}

function wrong(tries: Tries, now: number): PinAnswer {
  return { kind: 'wrong', left: Math.max(0, FREE_TRIES - tries.wrong), wait: waitLeft(tries, now) };
}

function withTries(known: Identity, tries: Tries): Identity {
  return tries === known.tries ? known : { ...known, tries };
}

function sameBytes(a: Uint8Array, b: Uint8Array): boolean {
  return a.length === b.length && a.every((byte, at) => byte === b[at]);
}
