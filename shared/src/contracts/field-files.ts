import * as z from 'zod/mini';

import { Edit } from '../domain/change.ts';
import { DeviceId, FieldFileId, PersonId, TeamId } from '../domain/ids.ts';
import { storable } from '../domain/text.ts';
import { contract } from './contract.ts';

/** Answers that travel as a file: from phone to phone on a ferry, or to the office, sealed. */

const Base64 = z.string().check(z.regex(/^[A-Za-z0-9+/]+={0,2}$/), z.maxLength(8_192));
/** 256 bits. */
const Key = z.string().check(z.regex(/^[A-Za-z0-9+/]{43}=$/));
const CustodyKeyId = z.string().check(z.regex(/^[0-9a-f]{64}$/));

/** A data key that only the office can take out again: RSA-OAEP with SHA-256; its label names the person. */
export const CustodyLock = z.strictObject({ keyId: CustodyKeyId, wrapped: Base64 });
export type CustodyLock = z.infer<typeof CustodyLock>;

/**
 * What is inside one sealed entry. `proof` says that it is the author’s: HMAC-SHA-256, in base64, of the person and the
 * edit under the key that the server gave only to them (`shared/sync/proof.ts`). Whoever carries a file cannot write in
 * somebody else’s name.
 */
export const ProvenEdit = z.strictObject({ edit: Edit, proof: Key });
export type ProvenEdit = z.infer<typeof ProvenEdit>;

/** How many entries one file holds; more than a person enters in a season. */
export const FILE_SIZE = 20_000;

/**
 * A file of what one person had not sent. Every entry is sealed for itself (nonce and AES-GCM in one, base64) with one key, and that key is locked for the office and, where the store was open, for the teams
 * whose units are in it. A locked store is exported with the key it has, for the office alone.
 */
export const FieldFile = z.strictObject({
  format: z.literal('patuh-field-file/1'),
  id: FieldFileId,
  /** By the clock of the device. */
  madeAt: z.iso.datetime(),
  from: z.strictObject({ personId: PersonId, name: z.string().check(storable, z.minLength(1), z.maxLength(200)) }),
  locks: z.strictObject({
    office: CustodyLock,
    /** The key, sealed with the key of each team. */
    teams: z.array(z.strictObject({ teamId: TeamId, sealed: Base64 })).check(z.maxLength(500)),
  }),
  entries: z
    .array(
      z.strictObject({
        deviceId: DeviceId,
        seq: z.int().check(z.minimum(1), z.maximum(1_000_000_000)),
        sealed: z.string().check(z.regex(/^[A-Za-z0-9+/]+={0,2}$/), z.maxLength(32_768)),
      }),
    )
    .check(z.minLength(1), z.maxLength(FILE_SIZE)),
});
export type FieldFile = z.infer<typeof FieldFile>;

/** What became of the entries of a file. */
export const FileOutcome = z.object({
  /** Stored now; those in conflict and those that came late are among them. */
  stored: z.int(),
  /** Came before, from the phone itself or in a file. */
  already: z.int(),
  conflicts: z.int(),
  late: z.int(),
  /** Kept, but not taken: refused, or without a valid proof of their author. */
  refused: z.int(),
  /** Of those stored or already there: earlier ones of the same device are missing, in another file or still on it. */
  held: z.int(),
});
export type FileOutcome = z.infer<typeof FileOutcome>;

const FIELD_ROLES = ['assessor', 'enumerator'] as const;

/**
 * Whoever brings it: it holds the author’s answers, is stored as theirs, and the answer tells the carrier nothing but
 * counts.
 */
export const importFieldFile = contract({
  method: 'POST',
  path: '/api/field-files',
  summary: 'Take in a file of unsent answers, any number of times, whoever brings it',
  who: [...FIELD_ROLES, 'verifier', 'head', 'national-admin'],
  body: FieldFile,
  // Ten times a part as phone and office send them: what arrives is held in memory before anything of it is known.
  bodyLimit: 2 * 1024 * 1024,
  ok: FileOutcome,
  problems: ['invalid-request', 'request-too-large', 'field-file-unreadable', 'not-ready'],
});

/** Keys that a phone keeps for the time without network. */
export const FieldKeys = z.object({
  /** Proves what this person enters. */
  author: Key,
  /** Public key of the office (SPKI, base64): locks data keys, so that a forgotten PIN loses nothing. */
  custody: z.object({ keyId: CustodyKeyId, publicKey: Base64 }),
  /** Open files of colleagues. */
  teams: z.array(z.object({ teamId: TeamId, key: Key })),
});
export type FieldKeys = z.infer<typeof FieldKeys>;

export const getFieldKeys = contract({
  method: 'GET',
  path: '/api/field-keys',
  summary: 'The keys a phone of the field needs while it has no network',
  who: FIELD_ROLES,
  ok: FieldKeys,
  problems: [],
});

/** Whoever signed in gets their own data key back; also after their role ended, for a phone found later. */
export const openCustody = contract({
  method: 'POST',
  path: '/api/field-keys/custody',
  summary: 'Take one’s own data key out of the custody of the office, after a forgotten PIN or a lost store',
  who: 'signed-in',
  body: CustodyLock,
  ok: z.object({ key: Key }),
  problems: ['invalid-request', 'sign-in-again', 'custody-unknown'],
});
