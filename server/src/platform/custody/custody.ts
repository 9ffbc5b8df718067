import { constants, createHash, createPublicKey, hkdfSync, type KeyObject, privateDecrypt } from 'node:crypto';

import type { CustodyLock, FieldKeys } from '@patuh/shared/contracts/field-files';
import type { PersonId, TeamId } from '@patuh/shared/domain/ids';

import type { CustodyKeys } from './custody-keys.ts';

/**
 * What the office can do for phones that come back after a long time: open what was locked for it, and tell whose an edit
 * is. Every key of a person or a team follows from the key of the custody, so that nothing more is kept anywhere and a
 * restored server has the same ones.
 */
export interface Custody {
  /** What phones lock with. */
  readonly publicKey: FieldKeys['custody'];
  /** The data key that this person locked; undefined where it was locked for others, by others, or for another office. */
  readonly openLock: (lock: CustodyLock, personId: PersonId) => Uint8Array | undefined;
  /** Proves what the person enters. */
  readonly authorKey: (personId: PersonId) => Uint8Array;
  /** Those that may have proven it: the present one, and those of former keys of the custody. */
  readonly authorKeys: (personId: PersonId) => readonly Uint8Array[];
  /** Opens files for the phones of a team. */
  readonly teamKey: (teamId: TeamId) => Uint8Array;
}

const KEY_BYTES = 32;

export function custodyOf(keys: CustodyKeys): Custody {
  const [current] = keys;
  const byId = new Map(keys.map((key) => [keyIdOf(key), key]));
  const secrets = keys.map(secretOf);
  const derived = (secret: string, use: string): Uint8Array =>
    new Uint8Array(hkdfSync('sha256', secret, 'patuh-field', use, KEY_BYTES));
  const derivedNow = (use: string): Uint8Array => derived(secretOf(current), use);
  return {
    publicKey: { keyId: keyIdOf(current), publicKey: spkiOf(current).toString('base64') },
    openLock: ({ keyId, wrapped }, personId) => {
      const key = byId.get(keyId);
      return key && unwrapped(key, wrapped, `patuh-field ${personId}`);
    },
    authorKey: (personId) => derivedNow(`author ${personId}`),
    authorKeys: (personId) => secrets.map((secret) => derived(secret, `author ${personId}`)),
    teamKey: (teamId) => derivedNow(`team ${teamId}`),
  };
}

function unwrapped(key: KeyObject, wrapped: string, label: string): Uint8Array | undefined {
  const how = { key, padding: constants.RSA_PKCS1_OAEP_PADDING, oaepHash: 'sha256', oaepLabel: Buffer.from(label) };
  try {
    const opened = privateDecrypt(how, Buffer.from(wrapped, 'base64'));
    return opened.length === KEY_BYTES ? new Uint8Array(opened) : undefined;
  } catch {
    return undefined;
  }
}

/** SHA-256 of the public key as it is handed out. */
function keyIdOf(key: KeyObject): string {
  return createHash('sha256').update(spkiOf(key)).digest('hex');
}

function spkiOf(key: KeyObject): Buffer {
  return createPublicKey(key).export({ type: 'spki', format: 'der' });
}

/** The private exponent: the one part of the key that is written alike wherever the key is read. */
function secretOf(key: KeyObject): string {
  const { d } = key.export({ format: 'jwk' });
  if (d === undefined) throw new Error('Not a private key');
  return d;
}
