import { type ReadFile, readFieldFile } from '../../platform/field-file/read-file.ts';
import type { FieldStore } from '../../platform/field-store/field-store.ts';

/** What became of one file that somebody handed over. */
export type TakenIn =
  | { readonly kind: 'taken'; readonly name: string; readonly count: number; readonly damaged: number }
  | { readonly kind: 'again'; readonly name: string }
  | {
      readonly kind: 'refused';
      readonly why: Extract<ReadFile, { kind: 'refused' }>['why'] | 'other-office' | 'no-room';
    };

/** Reads a file, from whomever it came, and carries it from now on. Any number of times. */
export async function takeIn(store: FieldStore, text: string): Promise<TakenIn> {
  const read = await readFieldFile(text, await store.keys());
  if (read.kind === 'refused') return read;
  const { file, opened, damaged, forOurOffice } = read;
  if (!forOurOffice) return { kind: 'refused', why: 'other-office' };
  const { name } = file.from;
  const known = (await store.carried()).some((carried) => carried.file.id === file.id);
  try {
    await store.carry({ file, opened, deliveredAt: null });
  } catch {
    return { kind: 'refused', why: 'no-room' };
  }
  return known ? { kind: 'again', name } : { kind: 'taken', name, count: file.entries.length, damaged };
}
