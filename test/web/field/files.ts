import { SubjectId } from '@patuh/shared/domain/assessment';
import type { EvidencePiece } from '@patuh/shared/domain/evidence';

import type { FilePlace, NamingPiece, NewFile } from '../../../web/src/platform/field-store/file-shelf.ts';
import { assessmentId, uuid } from './examples.ts';

/** Files of evidence with only what matters to the test; the hash is made from a small number. */

export const hashOf = (n: number): string => n.toString(16).padStart(64, '0');
export const fileAt = (n: number, unit = 1): FilePlace => ({ assessmentId: assessmentId(unit), sha256: hashOf(n) });
export const evidenceId = (n: number): SubjectId => SubjectId.parse(`evidence-${uuid(n, 7)}`);

export function aPhoto(n: number, options: Partial<Extract<EvidencePiece, { kind: 'photo' }>> = {}): EvidencePiece {
  return {
    kind: 'photo',
    proves: [],
    caption: null,
    madeAt: '2026-11-22T05:00:00.000Z',
    clockAhead: null,
    position: null,
    file: { sha256: hashOf(n), size: 3, type: 'image/jpeg', originalSha256: hashOf(900 + n) },
    source: 'camera',
    width: 1600,
    height: 1200,
    look: '0'.repeat(16),
    ...options,
  };
}

export const namingPiece = (n: number): NamingPiece => ({ id: evidenceId(n), value: aPhoto(n) });

/** A photo that was just taken, in unit 1 unless said otherwise. */
export function aNewFile(n: number, options: Partial<NewFile> = {}): NewFile {
  return {
    ...fileAt(n),
    type: 'image/jpeg',
    keptAt: `2026-11-22T05:00:${String(n).padStart(2, '0')}.000Z`,
    content: new Uint8Array([1, 2, n]),
    thumbnail: new Uint8Array([n]),
    piece: namingPiece(n),
    ...options,
  };
}
