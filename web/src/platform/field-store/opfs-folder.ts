import type { Folder } from './copy-book.ts';

const FOLDER = 'patuh-field';

async function directory(create: boolean): Promise<FileSystemDirectoryHandle> {
  return await (await navigator.storage.getDirectory()).getDirectoryHandle(FOLDER, { create });
}

/** Of the compiler’s two worlds, page and worker, this one is of the worker. */
interface SyncHandle {
  getSize(): number;
  write(bytes: Uint8Array, options: { readonly at: number }): number;
  flush(): void;
  close(): void;
}

/** The private folder of this origin. Any page reads it; where there is none, or it refuses, nothing is in it. */
export const opfsReading: Pick<Folder, 'names' | 'read'> = {
  names: async () => {
    try {
      const names: string[] = [];
      for await (const name of (await directory(false)).keys()) names.push(name);
      return names;
    } catch {
      return [];
    }
  },
  read: async (name) => {
    const handle = await (await directory(false)).getFileHandle(name);
    return await (await handle.getFile()).text();
  },
};

/** Written to by a worker. */
export const opfsFolder: Folder = {
  ...opfsReading,
  append: async (name, text) => {
    const file = await (await directory(true)).getFileHandle(name, { create: true });
    const { createSyncAccessHandle } = file as unknown as {
      readonly createSyncAccessHandle: () => Promise<SyncHandle>;
    };
    const handle = await createSyncAccessHandle.call(file);
    try {
      const bytes = new TextEncoder().encode(text);
      const written = handle.write(bytes, { at: handle.getSize() });
      if (written < bytes.length) throw new DOMException('Only a part of it was written', 'QuotaExceededError');
      handle.flush();
    } finally {
      handle.close();
    }
  },
  remove: async (name) => await (await directory(true)).removeEntry(name),
};
