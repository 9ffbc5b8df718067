import type { FieldFile, FieldKeys, FileOutcome } from '@patuh/shared/contracts/field-files';
import type { PushAnswer } from '@patuh/shared/contracts/sync';
import type { AssessmentState } from '@patuh/shared/domain/assessment';
import type { Cell, Change } from '@patuh/shared/domain/change';
import type { AssessmentId, PersonId } from '@patuh/shared/domain/ids';
import type { IndicatorId, Instrument } from '@patuh/shared/domain/instrument';

import type { PullAnswer, PullInput } from '../../../../web/src/platform/field-store/field-server.ts';

type Soon<Value> = Value | Promise<Value>;

/** The server at the other end of a season: a model of it, or the real one. */
export interface Far {
  push(person: PersonId, changes: readonly Change[]): Soon<PushAnswer>;
  pull(person: PersonId, asked: PullInput): Soon<PullAnswer>;
  takeFile(file: FieldFile): Soon<FileOutcome>;
  keys(person: PersonId): Soon<FieldKeys>;
  instrument(id: string, version: number): Soon<Instrument>;
  backUp(): Soon<void>;
  /** Everything since that backup is gone on this side; 0 is the newest. */
  restore(age: number): Soon<void>;
  /** The office takes the unit in, or gives it back: what arrives in between is late. */
  becomes(state: AssessmentState): Soon<void>;

  readonly restores: number;
  /** Entries of files that could not be stored as their author’s. */
  readonly flawed: number;
  /** Every change that was stored, once for each time. */
  stored(): Soon<readonly { readonly change: Change; readonly by: PersonId }[]>;
  cells(): Soon<readonly Cell[]>;
  hash(): Soon<string>;
}

/** Where a season takes place. */
export interface World {
  readonly far: Far;
  /** Whose phones there are. */
  readonly people: readonly PersonId[];
  readonly unit: AssessmentId;
  readonly questions: readonly IndicatorId[];
}
