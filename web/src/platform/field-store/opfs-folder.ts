import type { Folder } from './copy-book.ts';

const FOLDER = 'patuh-field';

export async function opfsDirectory(create: boolean): Promise<FileSystemDirectoryHandle> {
  return await (await navigator.storage.getDirectory()).getDirectoryHandle(FOLDER, { create });
}

/** Names and texts of the private folder; where there is none, or it refuses, there are none. */
export const opfsReading: Pick<Folder, 'names' | 'read'> = {
  names: async () => {
    try {
      const names: string[] = [];
      for await (const name of (await opfsDirectory(false)).keys()) names.push(name);
      return names;
    } catch {
      return [];
    }
  },
  read: async (name) => {
    const handle = await (await opfsDirectory(false)).getFileHandle(name);
    return await (await handle.getFile()).text();
  },
};
