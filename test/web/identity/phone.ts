import { constants, generateKeyPairSync, privateDecrypt } from 'node:crypto';

import { PersonId } from '@patuh/shared/domain/ids';
// oxlint-disable-next-line import/no-unassigned-import -- the classes of a database, as browsers have them
import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';

import { type Identities, identities } from '../../../web/src/platform/identity/identities.ts';
import type { FieldPerson } from '../../../web/src/platform/identity/field-person.ts';
import { newDataKey } from '../../../web/src/platform/vault/data-key.ts';
import { lockForOffice } from '../../../web/src/platform/vault/custody.ts';

export const ANI: FieldPerson = {
  personId: PersonId.parse('76995c41-9c4f-4c46-8f0b-b9eac08afccb'),
  name: 'Ani Asesor',
  email: 'ani@contoh.example',
  demo: false,
};
export const YOSEF: FieldPerson = {
  personId: PersonId.parse('0b5f2f4e-7c1f-4a39-9b69-6d3e3a2b1c0d'),
  name: 'Yosef Enumerator',
  email: 'yosef@contoh.example',
  demo: false,
};

const pair = generateKeyPairSync('rsa', { modulusLength: 3072 });

/** The office: its public key as phones get it, and what it takes out of custody for a person. */
export const OFFICE = {
  custody: {
    keyId: 'ab'.repeat(32),
    publicKey: pair.publicKey.export({ type: 'spki', format: 'der' }).toString('base64'),
  },
  takeOut: (wrapped: string, personId: string): string => {
    const oaepLabel = Buffer.from(`patuh-field ${personId}`);
    const padding = constants.RSA_PKCS1_OAEP_PADDING;
    const key = { key: pair.privateKey, oaepHash: 'sha256', oaepLabel, padding };
    return privateDecrypt(key, Buffer.from(wrapped, 'base64')).toString('base64');
  },
};

export interface Phone {
  /** The app as it starts: nothing in memory. */
  start(): Identities;
  /** Milliseconds; negative where somebody turns it back. */
  turnClock(by: number): void;
}

/** Few rounds: how many there are changes nothing but the time. */
const ROUNDS = 1_000;

export function aPhone(): Phone {
  globalThis.indexedDB = new IDBFactory();
  let now = Date.parse('2026-11-22T05:00:00Z');
  return {
    start: () => identities({ now: () => now, rounds: ROUNDS }),
    turnClock: (by) => {
      now += by;
    },
  };
}

/** A first PIN; answers with something that this person sealed. */
export async function moveIn(phone: Identities, person: FieldPerson, pin: string): Promise<Uint8Array<ArrayBuffer>> {
  const bytes = newDataKey();
  const custody = await lockForOffice(bytes, person.personId, OFFICE.custody);
  const admitted = await phone.admit({ person, pin, bytes, custody });
  if (admitted === undefined) throw new Error(`${person.name} is here already`);
  return await admitted.vault.seal(SECRET);
}

export const SECRET = 'Ruang laktasi terkunci';
