import type { ProvenPoint } from '@patuh/shared/domain/evidence';

import type { Taken } from '../../platform/evidence/keep-evidence.ts';
import { pickFiles, type Wish } from '../../platform/evidence/pick-files.ts';
import { lookForPosition } from '../../platform/evidence/position.ts';
import { whileNoted } from './camera-note.ts';
import { useDesk } from './desk-scope.tsx';
import type { Taking } from './use-taking.ts';

export const GALLERY: Wish = { accept: 'image/*', multiple: true };
export const DOCUMENTS: Wish = { accept: 'application/pdf,.pdf', multiple: true };
export const CAMERA_APP: Wish = { accept: 'image/*', camera: true };

export type Pick = (wish: Wish, from: Taken['from']) => Promise<void>;

/** Lets somebody choose, and keeps what they chose. */
export function usePicker(point: ProvenPoint | null, take: Taking['take']): Pick {
  const { store } = useDesk();
  return async (wish, from) => {
    if (from === 'camera') lookForPosition();
    await whileNoted(store, point?.indicatorId, async () => {
      const files = await pickFiles(wish);
      await take(files.map((file) => ({ source: file, from, name: file.name, at: momentOf(file, from) })));
    });
  };
}

/** Of a photo of the gallery that is when it was taken, as far as the phone says so. */
function momentOf(file: File, from: Taken['from']): Date {
  const now = Date.now();
  return new Date(from === 'gallery' && file.lastModified > 0 ? Math.min(file.lastModified, now) : now);
}
