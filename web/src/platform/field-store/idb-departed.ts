import { AssessmentId } from '@patuh/shared/domain/ids';

import type { Vault } from '../vault/vault.ts';
import type { AssessmentHeader, DepartedUnit } from './field-store.ts';
import type { FieldDb, Sealed, WriteTx } from './idb-schema.ts';
import { openedJson, sealedJson } from './sealed-json.ts';

/** One record each in `meta`, so that the name outlives the header it stood in. */
const PREFIX = 'departed ';

export interface DepartedUnits {
  read(db: FieldDb): Promise<readonly DepartedUnit[]>;
  /** Seals the names of those that go now. */
  prepare(headers: readonly AssessmentHeader[], gone: readonly AssessmentId[]): Promise<readonly Leaving[]>;
  /** Writes them down; who comes back has not departed. */
  keep(tx: WriteTx, leaving: readonly Leaving[], back: readonly Pick<AssessmentHeader, 'id'>[]): void;
  putAway(tx: WriteTx, id: AssessmentId): Promise<void>;
}

interface Leaving {
  readonly id: AssessmentId;
  readonly name: Sealed;
}

/** Units that the person has no more, by name. */
export function departedUnits(vault: Vault): DepartedUnits {
  return {
    read: async (db) => {
      const tx = db.transaction('meta');
      const range = IDBKeyRange.bound(PREFIX, `${PREFIX}\uffff`);
      const [keys, names] = await Promise.all([tx.store.getAllKeys(range), tx.store.getAll(range)]);
      const units = keys.map(async (key, index) => {
        const name = await openedJson<string>(vault, names[index] as Sealed | undefined);
        return name === undefined ? [] : [{ id: AssessmentId.parse(key.slice(PREFIX.length)), name }];
      });
      return (await Promise.all(units)).flat();
    },
    prepare: async (headers, gone) => {
      const leaving = headers.filter(({ id }) => gone.includes(id));
      return await Promise.all(leaving.map(async ({ id, unit }) => ({ id, name: await sealedJson(vault, unit.name) })));
    },
    keep: (tx, leaving, back) => {
      const meta = tx.objectStore('meta');
      for (const { id } of back) void meta.delete(PREFIX + id);
      for (const { id, name } of leaving) void meta.put(name, PREFIX + id);
    },
    putAway: async (tx, id) => {
      await tx.objectStore('meta').delete(PREFIX + id);
    },
  };
}
