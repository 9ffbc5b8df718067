import type { Vault } from '../vault/vault.ts';
import type { CarriedFile, FieldStore } from './field-store.ts';
import type { Database } from './idb-database.ts';
import type { CarriedRow } from './idb-schema.ts';
import { openedJson, sealedJson } from './sealed-json.ts';

type Content = Pick<CarriedFile, 'file' | 'opened'>;

export interface CarriedFiles extends Pick<FieldStore, 'carried' | 'carry' | 'delivered'> {
  /** This tab or another one wrote. */
  readonly forget: () => void;
}

/** Files of colleagues in the database; they may be large, so they are opened once. */
export function carriedFiles(vault: Vault, db: Database, written: () => void): CarriedFiles {
  let known: Promise<readonly CarriedFile[]> | undefined;

  async function read(): Promise<readonly CarriedFile[]> {
    const rows = await (await db.read()).getAll('carried');
    const files = await Promise.all(
      rows.map(async ({ sealed, deliveredAt }) => {
        const content = await openedJson<Content>(vault, sealed);
        return content === undefined ? [] : [{ ...content, deliveredAt }];
      }),
    );
    return files.flat();
  }

  async function carried(): Promise<readonly CarriedFile[]> {
    known ??= read();
    try {
      return await known;
    } catch (error) {
      known = undefined;
      throw error;
    }
  }

  return {
    carried,
    carry: async (file) => {
      await db.write(
        ['carried'],
        async () => {
          const { deliveredAt, ...content } = await withWhatIsKnown(carried, file);
          return { deliveredAt, sealed: await sealedJson(vault, content) };
        },
        async (tx, next) => {
          const store = tx.objectStore('carried');
          const row = await store.index('id').get(file.file.id);
          // Without an order the database gives it the next one.
          if (row === undefined) await store.add({ id: file.file.id, ...next } as CarriedRow);
          else await store.put({ ...row, sealed: next.sealed });
          return written;
        },
      );
    },
    delivered: async (id, at) => {
      await db.write(
        ['carried'],
        async () => await Promise.resolve(),
        async (tx) => {
          const store = tx.objectStore('carried');
          const row = await store.index('id').get(id);
          if (row !== undefined) await store.put({ ...row, deliveredAt: at });
          return written;
        },
      );
    },
    forget: () => {
      known = undefined;
    },
  };
}

/** What was opened once stays open, though the same file comes again to a device that lost the key. */
async function withWhatIsKnown(carried: FieldStore['carried'], file: CarriedFile): Promise<CarriedFile> {
  const before = (await carried()).find((one) => one.file.id === file.file.id);
  return { ...file, opened: file.opened ?? before?.opened ?? null };
}
