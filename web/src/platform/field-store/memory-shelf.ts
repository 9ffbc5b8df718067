import { type FilePlace, type FileRow, type FileShelf, fileKey, type NewFile, newRow } from './file-shelf.ts';

/** Files of evidence that live as long as the page; `rows` is what the store tells of them. */
export function memoryShelf(rows: Map<string, FileRow>): FileShelf {
  const kept = new Map<string, NewFile>();
  const unfinished = new Set<string>();

  const change = async (place: FilePlace, news: Partial<FileRow>): Promise<void> => {
    const row = rows.get(fileKey(place));
    if (row !== undefined) rows.set(fileKey(place), { ...row, ...news });
    await Promise.resolve();
  };

  return {
    keep: async (file) => {
      const key = fileKey(file);
      kept.set(key, file);
      rows.set(key, { ...newRow(file), ...rows.get(key), here: true });
      unfinished.add(key);
      await Promise.resolve();
    },
    unfinished: async () =>
      await Promise.resolve(
        [...unfinished].flatMap((key) => kept.get(key) ?? []).map(({ piece, ...file }) => ({ ...file, piece })),
      ),
    finished: async (place) => {
      unfinished.delete(fileKey(place));
      await Promise.resolve();
    },
    content: async (place) =>
      await Promise.resolve(rows.get(fileKey(place))?.here === true ? kept.get(fileKey(place))?.content : undefined),
    thumbnail: async (place) => await Promise.resolve(kept.get(fileKey(place))?.thumbnail ?? undefined),
    tell: change,
    free: async (places) => {
      for (const place of places) {
        if ((rows.get(fileKey(place))?.arrivedAt ?? null) !== null) await change(place, { here: false });
      }
    },
  };
}
