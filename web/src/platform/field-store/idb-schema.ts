import type { Change } from '@patuh/shared/domain/change';
import type { AssessmentId, ChangeId, DeviceId, FieldFileId, PersonId } from '@patuh/shared/domain/ids';
import type { Instrument } from '@patuh/shared/domain/instrument';
import type { DBSchema, IDBPDatabase, IDBPTransaction, StoreNames } from 'idb';

import type { CustodyLock } from '@patuh/shared/contracts/field-files';

import type { Fate } from './field-store.ts';
import type { FileRow } from './file-shelf.ts';

/** What lies in the database of one person. `Sealed` opens with that person's key only. */
export interface FieldDbSchema extends DBSchema {
  journal: { key: number; value: JournalRow; indexes: { id: ChangeId } };
  drafts: { key: string; value: DraftRow; indexes: { assessmentId: AssessmentId } };
  headers: { key: AssessmentId; value: HeaderRow };
  cells: { key: AssessmentId; value: { readonly id: AssessmentId; readonly sealed: Sealed } };
  instruments: { key: string; value: Instrument };
  lastYears: { key: AssessmentId; value: { readonly id: AssessmentId; readonly sealed: Sealed } };
  /** One record each; `Meta` names them. Notes are plain. */
  meta: { key: string; value: Meta[keyof Meta] };
  carried: { key: number; value: CarriedRow; indexes: { id: FieldFileId } };
  /** Files of evidence: what is known of each, and apart from that, because they are large, what they hold. */
  files: { key: string; value: StoredFile };
  contents: { key: string; value: SealedFile };
  thumbnails: { key: string; value: SealedFile };
}

export type FieldDb = IDBPDatabase<FieldDbSchema>;
export type StoreName = StoreNames<FieldDbSchema>;
export type WriteTx = IDBPTransaction<FieldDbSchema, StoreName[], 'readwrite'>;
export type Sealed = Uint8Array<ArrayBuffer>;

/** One change: its numbers and fate are plain, so that they can be decided inside a transaction and without a key. */
export interface JournalRow {
  /** In which it was entered; never changes. */
  readonly order: number;
  readonly change: Pick<Change, 'id' | 'deviceId' | 'seq' | 'assessmentId'>;
  readonly fate: Fate;
  /** Whether the proof of its author is in `sealed`: it is not before the first exchange. */
  readonly proven: boolean;
  readonly sealed: Sealed;
}

export interface DraftRow {
  readonly key: string;
  readonly assessmentId: AssessmentId;
  readonly sealed: Sealed;
}

export interface HeaderRow {
  readonly id: AssessmentId;
  /** Counts instead of the one in the header: 0 once the receipt did not fit. */
  readonly version: number;
  /** Another one with every write of header or cells, so that two tabs never mix theirs. */
  readonly revision: string;
  readonly sealed: Sealed;
}

export interface CarriedRow {
  readonly order: number;
  readonly id: FieldFileId;
  readonly deliveredAt: string | null;
  readonly sealed: Sealed;
}

export interface StoredFile extends FileRow {
  /** See `fileKey`. */
  readonly key: string;
  /** The piece that is to name it, until that piece was put. */
  readonly unfinished: Sealed | null;
}

export interface SealedFile {
  readonly key: string;
  readonly sealed: Sealed;
}

export interface Meta {
  readonly numbering: Numbering;
  readonly owner: Owner;
  /** Opens with the key of this store and no other. */
  readonly touchstone: Sealed;
  readonly keys: Sealed;
  readonly note: string;
}

/** How the next change is numbered; read and written inside the transaction that needs it. */
export interface Numbering {
  readonly deviceId: DeviceId;
  readonly nextSeq: number;
  readonly nextOrder: number;
  readonly earlier: readonly DeviceId[];
  /** Raised with every write of the journal: tells a tab that another one wrote. */
  readonly generation: number;
}

/** Whose this is, for whoever finds it without the key. */
export interface Owner {
  readonly personId: PersonId;
  readonly name: string;
  readonly custody: CustodyLock;
}

export const DB_PREFIX = 'patuh-field-';

/** The database of a person, and the one beside it for when that does not open. */
export function dbNames(person: PersonId): readonly [usual: string, spare: string] {
  return [`${DB_PREFIX}${person}`, `${DB_PREFIX}${person}~`];
}

export type UpgradeTx = IDBPTransaction<FieldDbSchema, StoreName[], 'versionchange'>;
type Step = (db: FieldDb, tx: UpgradeTx) => void | Promise<void>;

/** From one version to the next; what was released is never edited. */
const STEPS: readonly Step[] = [
  (db) => {
    db.createObjectStore('journal', { keyPath: 'order' }).createIndex('id', 'change.id', { unique: true });
    db.createObjectStore('drafts', { keyPath: 'key' }).createIndex('assessmentId', 'assessmentId');
    db.createObjectStore('headers', { keyPath: 'id' });
    db.createObjectStore('cells', { keyPath: 'id' });
    db.createObjectStore('instruments');
    db.createObjectStore('lastYears', { keyPath: 'id' });
    db.createObjectStore('meta');
  },
  (db) => {
    db.createObjectStore('carried', { keyPath: 'order', autoIncrement: true }).createIndex('id', 'id', {
      unique: true,
    });
  },
  async (db, tx) => {
    for (const name of ['files', 'contents', 'thumbnails'] as const) db.createObjectStore(name, { keyPath: 'key' });
    // What was pulled before says nothing of files, nor where a unit is: the next pull brings it whole.
    const headers = tx.objectStore('headers');
    for (const row of await headers.getAll()) void headers.put({ ...row, version: 0 });
  },
];

export const DB_VERSION = STEPS.length;

/** Brings a database of any earlier version to the present one; everything in it stays. */
export async function upgrade(db: FieldDb, from: number, tx: UpgradeTx): Promise<void> {
  for (const step of STEPS.slice(from)) await step(db, tx);
}
