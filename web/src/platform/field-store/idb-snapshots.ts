import type { AssessmentView } from '@patuh/shared/contracts/assessments';
import type { Cell } from '@patuh/shared/domain/change';
import type { AssessmentId } from '@patuh/shared/domain/ids';

import type { Vault } from '../vault/vault.ts';
import type { AssessmentHeader, Pulled } from './field-store.ts';
import type { FieldDb, HeaderRow, Sealed, WriteTx } from './idb-schema.ts';
import { openedJson, sealedJson } from './sealed-json.ts';
import { keyOf, merged, type Snapshot } from './snapshot.ts';

/** The server's values in a database: header and cells of an assessment are one sealed record each. */
export interface IdbSnapshots {
  headers(db: FieldDb): Promise<readonly AssessmentHeader[]>;
  cells(db: FieldDb, id: AssessmentId): Promise<readonly Cell[]>;
  /** Merges and seals what a pull brought; `keep` writes it, unless another tab wrote meanwhile. */
  prepare(db: FieldDb, pulled: Pick<Pulled, 'assessments' | 'whole'>): Promise<readonly Prepared[]>;
  keep(tx: WriteTx, prepared: readonly Prepared[]): Promise<'kept' | 'overtaken'>;
}

interface Prepared {
  readonly id: AssessmentId;
  /** Revision of the row that it was merged into. */
  readonly upon: string | undefined;
  readonly version: number;
  readonly header: Sealed;
  readonly cells: Sealed;
}

interface Opened<Value> {
  readonly revision: string;
  readonly value: Value;
}

export function idbSnapshots(vault: Vault): IdbSnapshots {
  const headers = new Map<AssessmentId, Opened<AssessmentHeader>>();
  const cells = new Map<AssessmentId, Opened<readonly Cell[]>>();

  /** One that is damaged is as good as not there: the next pull brings it. */
  async function headerOf({ id, revision, version, sealed }: HeaderRow): Promise<AssessmentHeader | undefined> {
    const known = headers.get(id);
    if (known?.revision === revision) return { ...known.value, version };
    const kept = await openedJson<AssessmentHeader>(vault, sealed);
    if (kept === undefined) return undefined;
    const value = asOfToday(kept);
    headers.set(id, { revision, value });
    return { ...value, version };
  }

  async function cellsOf(db: FieldDb, id: AssessmentId): Promise<readonly Cell[]> {
    const tx = db.transaction(['headers', 'cells']);
    const header = await tx.objectStore('headers').get(id);
    if (header === undefined) return [];
    const known = cells.get(id);
    if (known?.revision === header.revision) return known.value;
    const row = await tx.objectStore('cells').get(id);
    // Without them the receipt does not fit, and the unit is fetched whole.
    const value = (await openedJson<readonly Cell[]>(vault, row?.sealed)) ?? [];
    cells.set(id, { revision: header.revision, value });
    return value;
  }

  async function prepareOne(db: FieldDb, view: AssessmentView, whole: boolean): Promise<Prepared | undefined> {
    const row = await db.get('headers', view.id);
    const old = row === undefined ? undefined : await snapshotOf(db, row);
    const next = merged(old, view, whole);
    if (next === old) return undefined;
    const [header, sealed] = [await sealedJson(vault, next.header), await sealedJson(vault, [...next.cells.values()])];
    return { id: view.id, upon: row?.revision, version: view.version, header, cells: sealed };
  }

  async function snapshotOf(db: FieldDb, row: HeaderRow): Promise<Snapshot | undefined> {
    const header = await headerOf(row);
    if (header === undefined) return undefined;
    const held = await cellsOf(db, row.id);
    return { header, cells: new Map(held.map((cell) => [keyOf(cell), cell])) };
  }

  return {
    headers: async (db) => {
      const all = await Promise.all((await db.getAll('headers')).map(headerOf));
      return all.filter((header) => header !== undefined);
    },
    cells: cellsOf,
    prepare: async (db, { assessments, whole }) => {
      const prepared: Prepared[] = [];
      for (const view of assessments) {
        const one = await prepareOne(db, view, whole.includes(view.id));
        if (one !== undefined) prepared.push(one);
      }
      return prepared;
    },
    keep: async (tx, prepared) => {
      const store = tx.objectStore('headers');
      for (const { id, upon } of prepared) {
        if ((await store.get(id))?.revision !== upon) return 'overtaken';
      }
      for (const { id, version, header, cells: sealed } of prepared) {
        void store.put({ id, version, revision: crypto.randomUUID(), sealed: header });
        void tx.objectStore('cells').put({ id, sealed });
      }
      return 'kept';
    },
  };
}

/** What an older app kept does not say everything; until the next pull nothing more is known. */
function asOfToday({ files, unit, ...rest }: Older<AssessmentHeader>): AssessmentHeader {
  return { ...rest, files: files ?? [], unit: { ...unit, coordinates: unit.coordinates ?? null } };
}

type Older<Header extends AssessmentHeader> = Omit<Header, 'files' | 'unit'> & {
  readonly files?: Header['files'];
  readonly unit: Omit<Header['unit'], 'coordinates'> & Partial<Pick<Header['unit'], 'coordinates'>>;
};
