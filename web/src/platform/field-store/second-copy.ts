import type { ChangeId, FieldFileId, PersonId } from '@patuh/shared/domain/ids';

import type { CopyOwner, CopyRow } from './copy-rows.ts';

/** A second place on the device for everything unsent. What it took is on the disk when it answers. */
export interface SecondCopy {
  /** Writes down whose it is; answers with what it holds beyond `known`, and which of `known` it holds. */
  begin(owner: CopyOwner, known: readonly ChangeId[]): Promise<Compared>;
  append(rows: readonly CopyRow[]): Promise<void>;
  /** Writes it anew without these: the server has them. */
  drop(ids: readonly ChangeId[]): Promise<void>;
  readonly carried: CarriedCopies;
  close(): void;
}

/** Files of colleagues in the second place: the phone they came from may be at the bottom of the sea. */
export interface CarriedCopies {
  all(): Promise<readonly CarriedCopy[]>;
  /** In place of what was there of it. */
  keep(copy: CarriedCopy): Promise<void>;
  /** The server has it. */
  leave(id: FieldFileId): Promise<void>;
}

export interface CarriedCopy {
  readonly id: FieldFileId;
  /** In base64; cut off where the device died meanwhile. */
  readonly sealed: string;
}

export interface Compared {
  readonly beyond: readonly CopyRow[];
  readonly held: readonly ChangeId[];
}

/** Opens the second copy of a person; undefined where this browser has no place for one. */
export type OpenSecondCopy = (personId: PersonId) => SecondCopy | undefined;
