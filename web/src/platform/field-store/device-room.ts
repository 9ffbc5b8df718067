import { type Ballast, type Room, roomBehind, type RoomLeft, roomOf } from './room.ts';

/** What this browser gives. */
export function deviceRoom(): Room {
  return roomBehind(ballast, async () => {
    await storage()?.persist?.();
  });
}

export async function roomLeft(): Promise<RoomLeft> {
  try {
    return roomOf((await storage()?.estimate?.()) ?? {});
  } catch {
    return 'ample';
  }
}

/** Whether the browser promised to keep what is here even where the device is full; undefined where it promises nothing. */
export async function isPromised(): Promise<boolean | undefined> {
  try {
    return await storage()?.persisted?.();
  } catch {
    return undefined;
  }
}

const NAME = 'patuh-ballast';
const SIZE = 2 * 1024 * 1024;

/** A file, because the room of a deleted file is free at once, and that of a deleted record is not. */
const ballast: Ballast = {
  release: async () => {
    try {
      const folder = await storage()?.getDirectory?.();
      await folder?.removeEntry(NAME);
      return folder !== undefined;
    } catch {
      return false;
    }
  },
  lay: async () => {
    const folder = await storage()?.getDirectory?.();
    if (folder === undefined || (await roomLeft()) !== 'ample') return;
    const file = await folder.getFileHandle(NAME, { create: true });
    if ((await file.getFile()).size >= SIZE) return;
    const writing = await file.createWritable();
    await writing.write(new Uint8Array(SIZE));
    await writing.close();
  },
};

function storage(): Partial<StorageManager> | undefined {
  return (navigator as { readonly storage?: Partial<StorageManager> }).storage;
}
