import type { Vault } from '../vault/vault.ts';
import {
  type FileNews,
  type FilePlace,
  type FileShelf,
  fileKey,
  type NamingPiece,
  newRow,
  NoRoom,
} from './file-shelf.ts';
import type { Database } from './idb-database.ts';
import type { StoredFile, WriteTx } from './idb-schema.ts';
import { isFull, type RoomLeft } from './room.ts';
import { openedJson, sealedJson } from './sealed-json.ts';

interface ShelfDeps {
  readonly vault: Vault;
  readonly db: Database;
  readonly written: () => void;
  readonly roomLeft: () => Promise<RoomLeft>;
}

/** Files of evidence in the database of a person, sealed with their key. */
export function idbShelf({ vault, db, written, roomLeft }: ShelfDeps): FileShelf {
  const nothing = async (): Promise<void> => await Promise.resolve();

  async function opened(store: 'contents' | 'thumbnails', place: FilePlace): ReturnType<FileShelf['content']> {
    const row = await (await db.read()).get(store, fileKey(place));
    // What does not open any more is as good as not there.
    return row === undefined ? undefined : await vault.openBytes(row.sealed).catch(() => undefined);
  }

  async function change(places: readonly FilePlace[], next: (row: StoredFile, tx: WriteTx) => StoredFile) {
    await db.write(['files', 'contents'], nothing, async (tx) => {
      const files = tx.objectStore('files');
      for (const place of places) {
        const row = await files.get(fileKey(place));
        if (row !== undefined) void files.put(next(row, tx));
      }
      return written;
    });
  }

  return {
    keep: async (file) => {
      if ((await roomLeft()) === 'answers-only') throw new NoRoom('Answers need what is left');
      const key = fileKey(file);
      await db
        .write(
          ['files', 'contents', 'thumbnails'],
          async () => ({
            content: await vault.sealBytes(file.content),
            thumbnail: file.thumbnail === null ? undefined : await vault.sealBytes(file.thumbnail),
            unfinished: await sealedJson(vault, file.piece),
          }),
          async (tx, { content, thumbnail, unfinished }) => {
            const files = tx.objectStore('files');
            const known = await files.get(key);
            // Where it was begun, or is already, it goes on.
            await files.put({ ...newRow(file), ...known, here: true, key, unfinished });
            await tx.objectStore('contents').put({ key, sealed: content });
            if (thumbnail !== undefined) await tx.objectStore('thumbnails').put({ key, sealed: thumbnail });
            return written;
          },
          'left',
        )
        .catch((error: unknown) => {
          throw isFull(error) ? new NoRoom('The device is full', { cause: error }) : error;
        });
    },
    unfinished: async () => {
      const rows = (await (await db.read()).getAll('files')).filter(({ unfinished }) => unfinished !== null);
      const pieces = await Promise.all(
        rows.map(async ({ assessmentId, sha256, unfinished }) => {
          const piece = await openedJson<NamingPiece>(vault, unfinished ?? undefined);
          return piece === undefined ? [] : [{ assessmentId, sha256, piece }];
        }),
      );
      return pieces.flat();
    },
    finished: async (place) => await change([place], (row) => ({ ...row, unfinished: null })),
    content: async (place) => await opened('contents', place),
    thumbnail: async (place) => await opened('thumbnails', place),
    tell: async (place, news: FileNews) => await change([place], (row) => ({ ...row, ...news })),
    free: async (places) =>
      await change(places, (row, tx) => {
        if (row.arrivedAt === null) return row;
        void tx.objectStore('contents').delete(row.key);
        return { ...row, here: false };
      }),
  };
}
