import { fromBase64, toBase64 } from '../vault/seal.ts';
import type { Vault } from '../vault/vault.ts';
import type { CarriedFile, FieldStore } from './field-store.ts';
import type { Database } from './idb-database.ts';
import type { CarriedRow, FieldDb, Sealed } from './idb-schema.ts';
import { openedJson, sealedJson } from './sealed-json.ts';
import type { CarriedCopies } from './second-copy.ts';

type Content = Pick<CarriedFile, 'file' | 'opened'>;

export interface CarriedFiles extends Pick<FieldStore, 'carried' | 'carry' | 'delivered'> {
  /** This tab or another one wrote. */
  readonly forget: () => void;
  /** Gives each of the two places what it lacks; with every connection, and once more where that failed. */
  readonly compare: (opened: FieldDb) => Promise<void>;
  /** Whether the second place lacks something. */
  readonly lacks: () => boolean;
}

interface CarriedDeps {
  readonly vault: Vault;
  readonly db: () => Database;
  readonly copies: CarriedCopies | undefined;
  readonly written: () => void;
}

/** Files of colleagues in the database, and in the second place; they may be large, so they are opened once. */
export function carriedFiles({ vault, db, copies, written }: CarriedDeps): CarriedFiles {
  let known: Promise<readonly CarriedFile[]> | undefined;
  let lacks = false;

  async function inCopies(work: (there: CarriedCopies) => Promise<void>): Promise<void> {
    if (copies === undefined) return;
    await work(copies).catch(() => {
      lacks = true;
    });
  }

  async function opens(sealed: Sealed): Promise<boolean> {
    return (await openedJson<Content>(vault, sealed)) !== undefined;
  }

  async function compare(opened: FieldDb): Promise<void> {
    known = undefined;
    lacks = false;
    await inCopies(async (there) => {
      const copied = new Map((await there.all()).map(({ id, sealed }) => [id, bytesOf(sealed)]));
      for (const { id, deliveredAt, sealed } of await opened.getAll('carried')) {
        const copy = copied.get(id);
        copied.delete(id);
        if (deliveredAt !== null) await (copy === undefined ? undefined : there.leave(id));
        else if (copy === undefined || !(await opens(copy))) await there.keep({ id, sealed: toBase64(sealed) });
      }
      for (const [id, sealed] of copied) {
        if (!(await opens(sealed))) continue;
        const tx = opened.transaction('carried', 'readwrite', { durability: 'strict' });
        // Without an order the database gives it the next one.
        await tx.store.put({ id, deliveredAt: null, sealed } as CarriedRow);
        await tx.done;
      }
    });
  }

  async function read(): Promise<readonly CarriedFile[]> {
    const rows = await (await db().read()).getAll('carried');
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
      const kept = await db().write(
        ['carried'],
        async () => {
          const { deliveredAt, ...content } = await withWhatIsKnown(carried, file);
          return { deliveredAt, sealed: await sealedJson(vault, content) };
        },
        async (tx, next) => {
          const store = tx.objectStore('carried');
          const row = await store.index('id').get(file.file.id);
          const whole = row === undefined ? { id: file.file.id, ...next } : { ...row, sealed: next.sealed };
          // Without an order the database gives it the next one.
          await store.put(whole as CarriedRow);
          return () => {
            written();
            return whole;
          };
        },
      );
      if (kept.deliveredAt === null) {
        await inCopies(async (there) => await there.keep({ id: kept.id, sealed: toBase64(kept.sealed) }));
      }
    },
    delivered: async (id, at) => {
      await db().write(
        ['carried'],
        async () => await Promise.resolve(),
        async (tx) => {
          const store = tx.objectStore('carried');
          const row = await store.index('id').get(id);
          if (row !== undefined) await store.put({ ...row, deliveredAt: at });
          return written;
        },
      );
      await inCopies(async (there) => await there.leave(id));
    },
    forget: () => {
      known = undefined;
    },
    compare,
    lacks: () => lacks,
  };
}

/** What was cut off when the device died does not open. */
function bytesOf(base64: string): Sealed {
  try {
    return fromBase64(base64);
  } catch {
    return new Uint8Array();
  }
}

/** What was opened once stays open, though the same file comes again to a device that lost the key. */
async function withWhatIsKnown(carried: FieldStore['carried'], file: CarriedFile): Promise<CarriedFile> {
  const before = (await carried()).find((one) => one.file.id === file.file.id);
  return { ...file, opened: file.opened ?? before?.opened ?? null };
}
