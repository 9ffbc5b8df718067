import type { ProvenPoint } from '../domain/evidence.ts';
import { type HeldCell, subjectKindOf } from '../sync/subjects.ts';
import { currentValues } from '../sync/values.ts';

/** A piece of evidence as somebody outside the team and the office may know of it: what it is, and of which points. */
export interface OutsideEvidence {
  readonly kind: 'photo' | 'web-address' | 'document';
  /** Of its file; of a web address that of the screenshot. */
  readonly sha256: string;
  /** None: it belongs to the unit as a whole. */
  readonly points: readonly ProvenPoint[];
}

/**
 * Every piece with a file that somebody outside may know of, in the order in which they were gathered. What was gathered
 * for interviews of users alone is not among them: of users nothing leaves but numbers.
 */
export function outsideEvidence(cells: readonly HeldCell[]): readonly OutsideEvidence[] {
  return currentValues(cells).evidence.flatMap(({ piece }) => {
    const file = piece.kind === 'web-address' ? piece.screenshot : piece.file;
    const points = piece.proves.filter(({ subjectId }) => subjectKindOf(subjectId) !== 'user');
    if (file === null || (points.length === 0 && piece.proves.length > 0)) return [];
    // A scan of a paper is a paper, whatever it was sent as.
    const kind = file.type === 'application/pdf' ? 'document' : piece.kind;
    return [{ kind, sha256: file.sha256, points }];
  });
}
