import type { ChangeId, PersonId } from '@patuh/shared/domain/ids';

import type { CopyOwner, CopyRow } from './copy-rows.ts';

/** A second place on the device for everything unsent. What it took is on the disk when it answers. */
export interface SecondCopy {
  /** Writes down whose it is; answers with what it holds beyond `known`, and which of `known` it holds. */
  begin(owner: CopyOwner, known: readonly ChangeId[]): Promise<Compared>;
  append(rows: readonly CopyRow[]): Promise<void>;
  /** Writes it anew without these: the server has them. */
  drop(ids: readonly ChangeId[]): Promise<void>;
  close(): void;
}

export interface Compared {
  readonly beyond: readonly CopyRow[];
  readonly held: readonly ChangeId[];
}

/** Opens the second copy of a person; undefined where this browser has no place for one. */
export type OpenSecondCopy = (personId: PersonId) => SecondCopy | undefined;
